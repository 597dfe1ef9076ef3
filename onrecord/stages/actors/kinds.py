"""Of what kind an unknown name is: one answer a name, from all its mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from spacy.tokens import Doc, Token

from onrecord.knowledge.role_nouns import RoleNouns
from onrecord.knowledge.spelling import parts
from onrecord.records import Candidate, Kind
from onrecord.stages.actors.governments import is_dateline
from onrecord.stages.actors.roster import Roster

_INITIALS = re.compile(r"(?:[A-Z]\.\s?){0,2}[A-Z]\.\s[A-Z][\w'-]+")
_COMPASS = re.compile(r"[NSEW]\. ")  # "N. Korea"
_ALONG = frozenset("on along across over in near".split())
_WITHIN = frozenset("in at near outside inside across".split())
# The small tagger's labels of unknown names are right for persons four times in five, for places every second time.
_TRUST: dict[Kind, float] = {"person": 1.0, "organisation": 1.0, "place": 0.8, "group": 0.6}
_UNSURE = 0.4


def settle_kinds(doc: Doc, names: Mapping[Candidate, str], roster: Roster) -> dict[str, Kind]:
    """The kind of every name (by its words); a part of a person's full name is that person's too."""
    votes: dict[str, Counter[Kind]] = {}
    nouns = roster.gazetteer.nouns
    for name, words in names.items():
        vote = votes.setdefault(words, Counter())
        if name.kind is None:
            vote["organisation"] += _UNSURE  # type: ignore[assignment]
        else:
            vote[name.kind] += _TRUST.get(name.kind, _UNSURE)  # type: ignore[assignment]
        if is_dateline(doc, doc[name.head]):
            vote["place"] += 3
        _weigh_place(doc[name.head], vote, nouns)
        _weigh_apposition(doc[name.head], vote, nouns)
        if name.title or (_INITIALS.fullmatch(words) and not _COMPASS.match(words)):
            vote["person"] += 3
    for words, vote in votes.items():
        _weigh_words(words.split(), vote, roster)
    settled = {words: vote.most_common(1)[0][0] for words, vote in votes.items()}
    full = [words for words, kind in settled.items() if kind == "person" and " " in words]
    full += [draft.name for draft in roster.people() if " " in draft.name]
    people = {part for words in full for part in _parts_of(words)}
    return {words: "person" if words in people else kind for words, kind in settled.items()}


def _parts_of(words: str) -> tuple[str, str]:
    return words.split()[0], parts(words)[1]


def _weigh_words(words: list[str], vote: Counter[Kind], roster: Roster) -> None:
    nouns = roster.gazetteer.nouns
    last, first = words[-1].lower(), words[0].lower()
    total = sum(value for value in vote.values() if value > 0) or 1
    if 1 < len(words) < 5 and roster.gazetteer.is_given(words[0]):
        vote["person"] += 2
    of = [before.lower() for before, word in pairwise(words) if word in ("of", "for")]
    if "&" in words or last in nouns.organisation_heads or set(of) & nouns.organisation_heads:
        vote["organisation"] += 3 * total
    elif last in nouns.place_heads:
        vote["place"] += 3 * total
    if len(words) == 1 and words[0].isupper() and len(first) > 1:
        vote["organisation"] += 1


def _weigh_apposition(head: Token, vote: Counter[Kind], nouns: RoleNouns) -> None:
    """The noun beside a name tells of what kind it is: "the aid group Helping Hand", "Doran Keel, a teacher"."""
    beside = [
        child for child in head.children if child.dep_ == "appos" or (child.dep_ == "compound" and child.i < head.i)
    ]
    if head.dep_ == "appos":
        beside.append(head.head)
    for noun in beside:
        if noun.lower_ in nouns.people:
            vote["person"] += 2
        elif noun.lower_ in nouns.bodies:
            vote["organisation"] += 2


def _weigh_place(head: Token, vote: Counter[Kind], nouns: RoleNouns) -> None:
    """What stands after *in* is a place; what says or decides is none; no person has an article."""
    first = head
    while first.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).dep_ == "compound":
        first = first.nbor(-1)
    if first.i and first.nbor(-1).lower_ == "the":
        vote["person"] -= 1.5  # type: ignore[assignment]
        leads = head.head.lower_ if head.dep_ == "pobj" else ""
        if leads in _ALONG:
            vote["place"] += 1
    if head.i and head.nbor(-1).lower_ in _WITHIN:
        vote["place"] += 0.7  # type: ignore[assignment]
    if head.dep_ in ("nsubj", "poss") and head.head.lemma_ in nouns.acts:
        vote["place"] -= 0.7  # type: ignore[assignment]

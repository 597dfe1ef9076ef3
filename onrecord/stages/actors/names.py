"""Names to actors: the gazetteer first, then the evidence of the article itself."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Token

from onrecord.knowledge.role_nouns import RoleNouns
from onrecord.knowledge.spelling import parts
from onrecord.records import Candidate, Span
from onrecord.stages.actors.bodies import find_body
from onrecord.stages.actors.governments import acts, is_dateline
from onrecord.stages.actors.kinds import settle_kinds
from onrecord.stages.actors.people import find_person
from onrecord.stages.actors.roster import Draft, Roster

_LEAST_SPORT = 8  # words of sport; a report on a summit may have a few
_SPORT_SHARE = 0.015
_INSIDE = frozenset("in at near outside inside".split())


def name_actors(text: str, doc: Doc, candidates: tuple[Candidate, ...], roster: Roster) -> dict[Span, Draft]:
    """The actor of every name, metonym and demonym.

    1. known      what the gazetteer has; a capital is a government where it acts
    2. kinds      one kind for every other name, by all its mentions
    3. the rest   full names before surnames and acronyms, so that these find their bearer wherever it stands
    """
    names = [each for each in candidates if each.form in ("name", "metonym", "demonym")]
    found: dict[Span, Draft] = {}
    sporting = is_about_sport(doc, roster.gazetteer.nouns)
    for name in names:
        draft = _known(doc, name, roster, text, sporting)
        if draft is not None:
            found[name.span] = draft
    rest = {name: " ".join(name.span.of(text).split()) for name in names if name.span not in found}
    kinds = settle_kinds(doc, rest, roster)
    for name, words in sorted(rest.items(), key=lambda each: -len(each[1].split())):
        if kinds[words] == "person":
            found[name.span] = find_person(name, words, roster, found)
        else:
            found[name.span] = find_body(words, kinds[words], roster, text)
    _give_back_surnames(text, names, found, roster)
    for name in names:
        if name.title:
            _note_title(name, found[name.span], roster)
    return found


def _give_back_surnames(text: str, names: list[Candidate], found: dict[Span, Draft], roster: Roster) -> None:
    """A known person of whom the article has only the surname is rather the other one whom it names in full."""
    mentions: defaultdict[str, list[Candidate]] = defaultdict(list)
    for name in names:
        if name.form == "name" and found[name.span].kind == "person":
            mentions[found[name.span].id].append(name)
    strangers = [draft for draft in roster.people() if draft.id not in roster.gazetteer.entries and " " in draft.name]
    for actor, places in mentions.items():
        entry = roster.gazetteer.entries.get(actor)
        if entry is None or any(place.title or " " in place.span.of(text) for place in places):
            continue
        surname = parts(entry.name)[1]
        other = next((draft for draft in strangers if parts(draft.name)[1] == surname), None)
        if other is not None:
            for place in places:
                found[place.span] = other
            other.because(surname, f"part of the name {other.name}, whom the article names in full")


def _known(doc: Doc, name: Candidate, roster: Roster, text: str, sporting: bool) -> Draft | None:
    entries = [roster.gazetteer.entries[each] for each in name.ids]
    if name.kind == "person":
        entries = [entry for entry in entries if entry.kind == "person"]
    if not entries:
        return None
    entry, words = entries[0], name.span.of(text)
    if entry.governs and name.form == "name" and acts(doc, doc[name.head], roster.gazetteer.nouns):
        draft = roster.known(entry.governs)
        draft.because(words, f"the capital stands for the government of {draft.name} where it acts")
        return draft
    if name.form == "metonym" and (_is_inside(doc, name.head) or is_dateline(doc, doc[name.head])):
        return roster.unknown(words, "place")
    if entry.kind == "organisation" and entry.state and entry.name.split()[-1] == "government":
        draft = roster.known(entry.state)
        draft.because(words, f"speaks for {draft.name}")
        return draft
    if sporting and entry.kind in ("state", "place") and name.form == "name" and _plays(doc[name.head]):
        draft = roster.unknown(f"{entry.name} national team", "organisation")
        draft.because(words, "in a report on sport a country's name is its team")
        return draft
    draft = roster.known(entry.id)
    if words in roster.gazetteer.nouns.platforms and not _hosts(doc[name.head]):
        draft.acts = True
    if name.form == "metonym":
        draft.because(words, f"stands for the government of {draft.name}")
    elif name.form == "demonym":
        draft.because(words, f"the adjective or the people of {draft.name}")
    elif words in entry.short:
        draft.because(words, f"a short name that in this story is {draft.name}'s alone")
    else:
        draft.because(words, "a known name of the same actor")
    return draft


def is_about_sport(doc: Doc, nouns: RoleNouns) -> bool:
    """Whether the text speaks the language of sport."""
    words = sum(token.lower_ in nouns.sport for token in doc)
    return words > _LEAST_SPORT and words > _SPORT_SHARE * len(doc)


def _plays(head: Token) -> bool:
    return not (head.dep_ == "pobj" and head.head.lower_ in ("in", "from", "to", "at"))


def _hosts(head: Token) -> bool:
    """Whether a platform is only where something was posted: "on Twitter", "a Telegram channel"."""
    return head.dep_ == "pobj" or head.dep_ in ("compound", "nmod")


def _is_inside(doc: Doc, head: int) -> bool:
    """Whether the word before makes it a building ("in the Kremlin")."""
    before = doc[head - 1].lower_ if head else ""
    if before == "the" and head > 1:
        before = doc[head - 2].lower_
    return before in _INSIDE


def _note_title(name: Candidate, draft: Draft, roster: Roster) -> None:
    nouns = roster.gazetteer.nouns
    last = name.title.split()[-1].lower()
    draft.titles.update(name.title.lower().split())
    draft.gender = draft.gender or nouns.honorifics.get(last, "") or nouns.genders.get(last, "")
    for role in name.roles:
        draft.seats.add((role, name.body))
    draft.serves(roster.gazetteer.entries.get(name.body or ""))

"""Which actor a source stands for: by the cast's mentions, by apposition, by who wrote it, by who holds the floor."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.records import Actor, Cast, Mention, Party, Span
from onrecord.stages.quotes.page import Attribution, Page, said_tokens
from onrecord.stages.quotes.speaker import SUBJECTS, phrase_of

MALE, FEMALE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
MALE_TITLES, FEMALE_TITLES = frozenset({"mr", "sir", "lord"}), frozenset({"mrs", "ms", "miss", "lady", "dame"})
LOOK_BACK = 160  # tokens of narrative between a pronoun and the subject that it may mean: some five sentences


@dataclass(frozen=True, slots=True)
class Known:
    """The cast as the quotes stage reads it: mentions by token, actors by id, and what is known of their gender."""

    at: Mapping[int, Mention]
    actors: Mapping[str, Actor]
    gender: dict[str, str]
    many: frozenset[str]  # unnamed actors that are several people


def know(page: Page, cast: Cast) -> Known:
    """The cast, by token and by id."""
    at: dict[int, Mention] = {}
    for mention in cast.mentions:
        for index in range(page.token_from(mention.span.start), page.token_from(mention.span.end - 1) + 1):
            at[index] = mention
    gender: dict[str, str] = {}
    for index, mention in at.items():
        token = page.doc[index]
        before = page.doc[index - 1].lower_.rstrip(".") if index else ""
        if token.lower_ in MALE or before in MALE_TITLES:
            gender.setdefault(mention.actor, "male")
        elif token.lower_ in FEMALE or before in FEMALE_TITLES:
            gender.setdefault(mention.actor, "female")
    actors = {actor.id: actor for actor in cast.actors}
    many = {m.actor for i, m in at.items() if page.doc[i].tag_ == "NNS" and actors[m.actor].kind == "unnamed"}
    return Known(at, actors, gender, frozenset(many))


def find_speakers(page: Page, known: Known, attributions: list[Attribution]) -> list[Party | None]:
    """The speaker of each attribution, in their order."""
    found: list[Party | None] = []
    floor: list[tuple[int, str]] = []  # who spoke so far: token and actor
    said = said_tokens(page, attributions)
    first_persons: list[tuple[Attribution, str]] = []  # utterances, in which the speaker is an I
    for attribution in attributions:
        if attribution.source is None:
            party = _holder(page, known, floor, attribution)
        else:
            place = attribution.source.idx
            themselves = {actor for outer, actor in first_persons if any(a <= place < b for a, b in outer.pieces)}
            others = [spoke for spoke in floor if spoke[1] not in themselves]
            party = _stand_for(page, known, others, attribution.source, said, themselves)
        found.append(party)
        if attribution.complement == "direct" and party is not None and party.actor is not None:
            first_persons.append((attribution, party.actor))
        if party is not None and party.actor is not None:
            position = (
                attribution.source.i if attribution.source is not None else page.token_from(attribution.pieces[0][0])
            )
            insort(floor, (position, party.actor))  # a sentence may be said by whoever is named after it
    return found


def _holder(page: Page, known: Known, floor: list[tuple[int, str]], attribution: Attribution) -> Party | None:
    """Who speaks where no cue says so: the subject of the words that lead in, else whoever spoke last."""
    if attribution.rule != "floating":
        return None
    begin = attribution.pieces[0][0]
    start, _ = page.line_of(begin)
    led = [
        t
        for t in page.tokens(start, begin)
        if t.dep_ in SUBJECTS and _is_named_person(known, t) and page.stretch_at[t.i] < 0
    ]
    if led:
        mention = known.at[led[-1].i]
        return Party(None, mention.actor)
    return Party(None, floor[-1][1]) if floor else None


def _stand_for(
    page: Page, known: Known, floor: list[tuple[int, str]], source: Token, said: frozenset[int], themselves: set[str]
) -> Party:
    mention = _best_mention(page, known, source) or _between_commas(page, known, source)
    if source.lower_ in MALE | FEMALE:
        actor = mention.actor if mention is not None and mention.actor not in themselves else None
        if actor is None or _only_spoken_of(page, known, floor, actor, source, said):
            actor = _antecedent(page, known, floor, source, said) or actor
        return Party(_characters(source, source), actor)
    if mention is not None:
        return Party(mention.span, mention.actor)
    first, last = phrase_of(source)
    span = _characters(page.doc[first], page.doc[last])
    if source.lemma_.lower() in page.verbs.documents:
        return Party(span, _author(page, known, floor, source))
    return Party(span, None)


def _only_spoken_of(
    page: Page, known: Known, floor: list[tuple[int, str]], actor: str, pronoun: Token, said: frozenset[int]
) -> bool:
    """Whether the actor that a pronoun seems to mean is, since somebody else spoke, named only inside quotes."""
    if not floor or floor[-1][1] == actor or not _fits(known, floor[-1][1], pronoun.lower_):
        return False
    if page.text.count("\n\n", page.starts[floor[-1][0]], pronoun.idx) > 1:
        return False
    since = [i for i in range(floor[-1][0] + 1, pronoun.i) if i in known.at and known.at[i].actor == actor]
    return all(i in said for i in since)


def party_at(page: Page, known: Known, head: Token) -> Party:
    """The party that a noun phrase names: its mention with its actor, else the phrase alone."""
    mention = known.at.get(head.i)
    if mention is not None:
        return Party(mention.span, mention.actor)
    first, last = phrase_of(head)
    return Party(_characters(page.doc[first], page.doc[last]), None)


def _characters(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last.text))


def _best_mention(page: Page, known: Known, source: Token) -> Mention | None:
    """The mention at the source's head, or a name in apposition to it: *the mayor, Lenn Aster, said*."""
    mention = known.at.get(source.i)
    if mention is not None and mention.form in ("name", "pronoun"):
        return mention
    for child in source.children:
        other = known.at.get(child.i)
        beside = child.dep_ == "appos" or (child.dep_ in ("compound", "flat") and _is_person(known, child.i))
        if other is not None and other.form == "name" and beside:
            return other
    return mention


def _between_commas(page: Page, known: Known, source: Token) -> Mention | None:
    """The name that follows a description between commas, where the parser hung it elsewhere: *Keeper of the Seal,
    Lenn Aster, said*."""
    doc = page.doc
    if source.pos_ == "PRON" or source.i + 1 >= len(doc):
        return None
    comma = next((t.i for t in doc[source.i + 1 : source.i + 12] if t.text == ","), None)
    if comma is None or comma + 1 >= len(doc) or not _is_named_person(known, doc[comma + 1]):
        return None
    mention = known.at[comma + 1]
    after = page.token_from(mention.span.end - 1) + 1
    closed = after + 1 < len(doc) and doc[after].text == "," and doc[after + 1].pos_ in ("VERB", "AUX")
    return mention if closed and mention.form == "name" else None


def _is_person(known: Known, index: int) -> bool:
    mention = known.at.get(index)
    return mention is not None and known.actors[mention.actor].kind in ("person", "unnamed")


def _is_named_person(known: Known, token: Token) -> bool:
    mention = known.at.get(token.i)
    return mention is not None and known.actors[mention.actor].kind == "person"


def _fits(known: Known, actor: str, pronoun: str) -> bool:
    wanted = "male" if pronoun in MALE else "female"
    return (
        known.actors[actor].kind in ("person", "unnamed")
        and actor not in known.many
        and known.gender.get(actor, wanted) == wanted
    )


def _antecedent(
    page: Page, known: Known, floor: list[tuple[int, str]], pronoun: Token, said: frozenset[int]
) -> str | None:
    """The last subject of the narrative or the last speaker, whoever came later, that the pronoun can mean."""
    word = pronoun.lower_
    spoke = next(((position, actor) for position, actor in reversed(floor) if _fits(known, actor, word)), (-1, None))
    actor = spoke[1]
    for index in range(pronoun.i - 1, max(spoke[0], pronoun.i - LOOK_BACK, -1), -1):
        token = page.doc[index]
        if index in said or token.dep_ not in SUBJECTS or not _is_named_person(known, token):
            continue
        if _fits(known, known.at[index].actor, word):
            actor = known.at[index].actor
            break
    if actor is not None:
        known.gender.setdefault(actor, "male" if word in MALE else "female")
    return actor


def _author(page: Page, known: Known, floor: list[tuple[int, str]], document: Token) -> str | None:
    """Who speaks through a document: its owner, or for one already spoken of whoever spoke last."""
    owners = [child for child in document.children if child.dep_ in ("poss", "compound")]
    for child in document.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            owners += [each for each in child.children if each.dep_ == "pobj"]
    for owner in owners:
        if owner.i in known.at:
            return known.at[owner.i].actor
    if document.lemma_.lower() not in page.verbs.utterances:
        return None
    definite = any(child.lower_ in ("the", "that", "this", "its", "their", "his", "her") for child in document.lefts)
    return floor[-1][1] if definite and floor else None

"""Offices: a role, and the state or organisation whose it is ("the US president", "its foreign minister")."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.records import Candidate, Span
from onrecord.stages.mentions.layout import Layout

_ANY = frozenset("a an any every no another each whose".split())
_DEFINITE = frozenset("the this that".split())  # "she ran for president" names nobody
_OWNERS = frozenset("its his her their our my".split())
_OF = frozenset("of for to in at".split())
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a text by the word at which they start and at which they end."""

    starts: dict[int, Candidate]
    ends: dict[int, Candidate]


@dataclass(slots=True)
class _Left:
    """What stands before a role: its first word, whose it is, and whether it is held now."""

    first: int
    held: bool = True
    body: Candidate | None = None
    owner: int | None = None


def find_offices(doc: Doc, gazetteer: Gazetteer, names: list[Candidate], layout: Layout) -> list[Candidate]:
    """Every office spoken of, the longest reading at each place; what is no longer or not yet held has no roles."""
    places = _Names(
        starts={layout.word_at(name.span.start): name for name in names},
        ends={layout.word_at(name.span.end - 1): name for name in names},
    )
    words = [token.lower_ for token in doc]
    people = _words_of_people(names, layout)
    found: list[Candidate] = []
    at = 0
    while at < len(words):
        matches = list(gazetteer.offices.match(words, at))
        if not matches:
            at += 1
            continue
        length = matches[0][0]
        roles = tuple(role for size, role in matches if size == length)
        office = _office(doc, gazetteer, (at, at + length), roles, places)
        if at not in people and _is_told(office, doc, at + length, gazetteer, places):
            found.append(office)
        at += length
    return found


def _words_of_people(names: list[Candidate], layout: Layout) -> set[int]:
    """The words inside persons' names: *King* in "Laura King" is no office."""
    people = [name.span for name in names if name.kind == "person"]
    return {at for span in people for at in range(layout.word_at(span.start), layout.word_at(span.end - 1) + 1)}


def _is_told(office: Candidate, doc: Doc, after: int, gazetteer: Gazetteer, places: _Names) -> bool:
    """Whether one office is meant: a role that many have needs a body, an owner or a name; *a president* is nobody."""
    if office.body is not None or office.owner is not None or after in places.starts:
        return True
    words = [token.lower_ for token in doc[max(after - 4, 0) : after]]
    if words[-1] in gazetteer.nouns.loose or " ".join(words[-2:]) in gazetteer.nouns.loose:
        return False
    if set(words) & _ANY:
        return False
    start = doc.char_span(office.span.start, office.span.end, alignment_mode="expand")
    first = start.start if start is not None else after
    return doc[first].text[0].isupper() or (first > 0 and doc[first - 1].lower_ in _DEFINITE)


def _office(
    doc: Doc, gazetteer: Gazetteer, place: tuple[int, int], roles: tuple[str, ...], places: _Names
) -> Candidate:
    left = _look_left(doc, gazetteer, place[0], places)
    if left.body is None and place[0] in places.starts:  # "Kremlin spokesman" holds its body's name
        left.body = places.starts[place[0]]
    last, body = place[1], _body_of(left.body, gazetteer)
    if left.body is None:
        last, body = _look_right(doc, gazetteer, place[1], places)
    owner = left.owner
    if body is None and left.body is not None and left.body.kind == "person":
        owner = left.body.head
    head = next((token.i for token in doc[place[0] : place[1]] if token.head.i not in range(*place)), place[1] - 1)
    span = Span(doc[left.first].idx, doc[last - 1].idx + len(doc[last - 1]))
    return Candidate(span, "office", "person", head, roles=roles if left.held else (), body=body, owner=owner)


def _look_left(doc: Doc, gazetteer: Gazetteer, first: int, places: _Names) -> _Left:
    nouns, left = gazetteer.nouns, _Left(first)
    at = first - 1
    while at >= 0:
        word = doc[at].lower_
        if word in _POSSESSIVE and at - 1 in places.ends:
            left.body = places.ends[at - 1]
        elif at in places.ends and _is_body(places.ends[at], gazetteer):
            left.body = places.ends[at]
        elif word in _OWNERS:
            left.owner = left.first = at
        elif word in nouns.not_now:
            left.held = False
        elif word not in nouns.filler and not (word == "-" and at and doc[at - 1].lower_ in nouns.not_now):
            break
        if left.body is not None:
            left.first = next(i for i in range(at, -1, -1) if doc[i].idx <= left.body.span.start)
            while left.first and doc[left.first - 1].lower_ in nouns.not_now:  # "the former Russian president"
                left.first, left.held = left.first - 1, False
        if left.body is not None or left.owner is not None:
            break
        left.first = at
        at -= 1
    return left


def _look_right(doc: Doc, gazetteer: Gazetteer, last: int, places: _Names) -> tuple[int, str | None]:
    """The end of the office and its body, where "of the United States" or the like follows."""
    if last >= len(doc) or doc[last].lower_ not in _OF:
        return last, None
    at = last + 1
    while at < len(doc) and doc[at].lower_ in ("the", "both"):
        at += 1
    name = places.starts.get(at)
    if name is None or name.form == "demonym" or not _is_body(name, gazetteer):
        return last, None
    while at < len(doc) and doc[at].idx < name.span.end:
        at += 1
    return at, _body_of(name, gazetteer)


def _is_body(name: Candidate, gazetteer: Gazetteer) -> bool:
    return bool(name.ids) and gazetteer.entries[name.ids[0]].kind != "person"


def _body_of(name: Candidate | None, gazetteer: Gazetteer) -> str | None:
    if name is None or not _is_body(name, gazetteer):
        return None
    entry = gazetteer.entries[name.ids[0]]
    return entry.governs or entry.id

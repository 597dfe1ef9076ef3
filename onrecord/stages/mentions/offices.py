"""Offices: a role, and the state or organisation whose it is ("the US president", "its foreign minister")."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.records import Candidate, Span
from onrecord.stages.mentions.layout import Layout

_OWNERS = frozenset("its his her their our my".split())
_ANY = frozenset("a an any every no another each whose".split())
_OF = frozenset("of for to in at".split())
_LONGEST_ABBREVIATION = 3  # US, UK, USA, UN; NATO's and the OSCE's own acts stand before nouns too


def find_offices(doc: Doc, gazetteer: Gazetteer, names: list[Candidate], layout: Layout) -> list[Candidate]:
    """Every office spoken of, the longest reading at each place; what is no longer or not yet held has no roles."""
    ends = {layout.word_at(name.span.end - 1): name for name in names}
    starts = {layout.word_at(name.span.start): name for name in names}
    words = [token.lower_ for token in doc]
    found: list[Candidate] = []
    at = 0
    while at < len(words):
        matches = list(gazetteer.offices.match(words, at))
        if not matches:
            at += 1
            continue
        length = matches[0][0]
        roles = tuple(role for size, role in matches if size == length)
        office = _office(doc, gazetteer, (at, at + length), roles, ends, starts)
        if _is_told(office, doc, at + length, gazetteer, starts):
            found.append(office)
        at += length
    return found


def _is_told(office: Candidate, doc: Doc, after: int, gazetteer: Gazetteer, starts: dict[int, Candidate]) -> bool:
    """Whether it is one office and not any: a role that many have needs a body, an owner or a name; *a president* is none."""
    if office.body is not None or office.owner is not None or after in starts:
        return True
    first = doc[max(after - 1, 0)]
    words = [token.lower_ for token in doc[max(first.i - 3, 0) : after]]
    if doc[after - 1].lower_ in gazetteer.nouns.loose or " ".join(words[-2:]) in gazetteer.nouns.loose:
        return False
    return not set(words) & _ANY


def _office(
    doc: Doc,
    gazetteer: Gazetteer,
    place: tuple[int, int],
    roles: tuple[str, ...],
    ends: dict[int, Candidate],
    starts: dict[int, Candidate],
) -> Candidate:
    first, last = place
    held = True
    body: Candidate | None = None
    owner: int | None = None
    before = first - 1
    while before >= 0:
        word = doc[before].lower_
        if word in gazetteer.nouns.not_now:
            held = False
        elif word == "-" and before and doc[before - 1].lower_ in gazetteer.nouns.not_now:
            pass
        elif word in gazetteer.nouns.filler:
            pass
        elif word in ("'s", "’s", "'", "’") and before - 1 in ends:
            before -= 1
            body = ends[before]
            break
        elif before in ends and _is_body(ends[before], gazetteer):
            body = ends[before]
            break
        elif word in _OWNERS:
            owner = before
            break
        else:
            break
        first = before
        before -= 1
    if body is not None:
        first = _word_of(doc, body.span.start, before)
    elif owner is not None:
        first = owner
    body_id = _body_of(body, gazetteer)
    if body is None:
        last, body_id = _right_body(doc, last, starts, gazetteer)
    span = Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    if body_id is None and body is not None and body.kind == "person":
        owner = body.head
    head = place[1] - 1
    if head + 1 < last and doc[place[0] : place[1]].root.i:
        head = doc[place[0] : place[1]].root.i
    return Candidate(span, "office", "person", head, roles=roles if held else (), body=body_id, owner=owner)


def _word_of(doc: Doc, offset: int, at: int) -> int:
    while at > 0 and doc[at].idx > offset:
        at -= 1
    return at


def _is_body(name: Candidate, gazetteer: Gazetteer) -> bool:
    return bool(name.ids) and gazetteer.entries[name.ids[0]].kind != "person"


def _body_of(name: Candidate | None, gazetteer: Gazetteer) -> str | None:
    if name is None or not name.ids:
        return None
    entry = gazetteer.entries[name.ids[0]]
    if entry.kind == "person":
        return None
    return entry.governs or entry.id


def _right_body(doc: Doc, last: int, starts: dict[int, Candidate], gazetteer: Gazetteer) -> tuple[int, str | None]:
    if last < len(doc) and doc[last].lower_ in _OF:
        at = last + 1
        while at < len(doc) and doc[at].lower_ in ("the", "both"):
            at += 1
        name = starts.get(at)
        if name is not None and name.form != "demonym" and _is_body(name, gazetteer):
            end = at
            while end < len(doc) and doc[end].idx < name.span.end:
                end += 1
            return end, _body_of(name, gazetteer)
    return last, None


def attach_titles(
    doc: Doc, gazetteer: Gazetteer, names: list[Candidate], offices: list[Candidate], layout: Layout
) -> tuple[list[Candidate], list[Candidate]]:
    """Names with the office or form of address that stands straight before them, and the offices that are left;
    a state's name inside an office is its demonym."""
    by_end = {office.span.end: office for office in offices}
    used: set[Span] = set()
    titled = []
    for name in names:
        office = _title_before(layout.text, name, by_end, used)
        if office is not None and name.kind != "state":
            used.add(office.span)
            name = replace(
                name,
                kind="person",
                roles=office.roles,
                body=office.body,
                owner=office.owner,
                title=office.span.of(layout.text),
                ids=tuple(each for each in name.ids if gazetteer.entries[each].kind == "person"),
            )
        elif name.kind != "state":
            name = _addressed(doc, gazetteer, name, layout)
        titled.append(name)
    spans = [office.span for office in offices]
    text = layout.text
    titled = [
        replace(name, form="demonym")
        if name.form == "name"
        and name.kind in ("state", "place", "organisation")
        and _is_attribute(doc, layout, name, spans, gazetteer)
        else name
        for name in titled
    ]
    return titled, [office for office in offices if office.span not in used]


def _title_before(text: str, name: Candidate, by_end: dict[int, Candidate], used: set[Span]) -> Candidate | None:
    if name.form != "name":
        return None
    before = name.span.start
    while before and text[before - 1] in " \t":
        before -= 1
    office = by_end.get(before)
    return office if office is not None and office.span not in used and before < name.span.start else None


def _addressed(doc: Doc, gazetteer: Gazetteer, name: Candidate, layout: Layout) -> Candidate:
    first = layout.word_at(name.span.start)
    if first == 0 or name.form != "name":
        return name
    token = doc[first - 1]
    word = token.lower_
    nouns = gazetteer.nouns
    if word in nouns.honorifics or (
        word in nouns.people and not nouns.people[word] and token.dep_ in ("compound", "nmod", "amod", "appos")
    ):
        if name.ids and gazetteer.entries[name.ids[0]].kind != "person":
            return name
        return replace(name, kind="person", title=token.text)
    return name


def _is_attribute(doc: Doc, layout: Layout, name: Candidate, offices: list[Span], gazetteer: Gazetteer) -> bool:
    """Whether a name serves as an adjective: within an office, or as an abbreviation before a noun ("US officials")."""
    span, text = name.span, layout.text
    if text.startswith(("'s", "’s"), span.end):
        return False
    if any(office.start <= span.start and span.end < office.end for office in offices):
        return name.kind != "organisation"
    letters = span.of(text).replace(".", "")
    head = doc[name.head]
    noun, nouns = head.head, gazetteer.nouns
    modifies = head.dep_ in ("compound", "nmod", "amod") and noun.i > head.i
    modifies = modifies and (
        name.kind == "organisation"
        or noun.pos_ == "PROPN"
        or noun.lower_ in nouns.people
        or noun.lower_ in nouns.bodies
    )
    return modifies and letters.isupper() and len(letters) <= _LONGEST_ABBREVIATION

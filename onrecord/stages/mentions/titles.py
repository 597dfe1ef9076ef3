"""Titles: an office or a form of address straight before a name, and names that serve as adjectives."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.records import Candidate, Span
from onrecord.stages.mentions.layout import Layout

_BEFORE_NAME = frozenset("compound nmod amod appos".split())


def attach_titles(
    doc: Doc, gazetteer: Gazetteer, names: list[Candidate], offices: list[Candidate], layout: Layout
) -> tuple[list[Candidate], list[Candidate]]:
    """Names with the office or form of address that stands straight before them, and the offices that are left;
    a state's name inside an office is its demonym."""
    by_end = {office.span.end: office for office in offices}
    used: set[Span] = set()
    titled = []
    for name in names:
        office = _title_before(layout.text, name, by_end)
        if office is not None and office.span not in used and name.kind != "state":
            used.add(office.span)
            titled.append(_entitled(name, office, gazetteer, layout.text))
        else:
            titled.append(_addressed(doc, gazetteer, name, layout))
    spans = [office.span for office in offices]
    for index, name in enumerate(titled):
        if _is_attribute(doc, layout, name, spans, gazetteer):
            titled[index] = replace(name, form="demonym")
    return titled, [office for office in offices if office.span not in used]


def _title_before(text: str, name: Candidate, by_end: dict[int, Candidate]) -> Candidate | None:
    before = name.span.start
    while before and text[before - 1] in " \t":
        before -= 1
    return by_end.get(before) if name.form == "name" and before < name.span.start else None


def _entitled(name: Candidate, office: Candidate, gazetteer: Gazetteer, text: str) -> Candidate:
    return replace(
        name,
        kind="person",
        roles=office.roles,
        body=office.body,
        owner=office.owner,
        title=office.span.of(text),
        ids=tuple(each for each in name.ids if gazetteer.entries[each].kind == "person"),
    )


def _addressed(doc: Doc, gazetteer: Gazetteer, name: Candidate, layout: Layout) -> Candidate:
    first = layout.word_at(name.span.start)
    if first == 0 or name.form != "name" or (name.ids and gazetteer.entries[name.ids[0]].kind != "person"):
        return name
    token, nouns = doc[first - 1], gazetteer.nouns
    noun = token.lower_ in nouns.people and not nouns.people[token.lower_] and token.dep_ in _BEFORE_NAME
    return replace(name, kind="person", title=token.text) if noun or token.lower_ in nouns.honorifics else name


def _is_attribute(doc: Doc, layout: Layout, name: Candidate, offices: list[Span], gazetteer: Gazetteer) -> bool:
    """Whether a name serves as an adjective: within an office, or as an abbreviation before a noun ("US officials")."""
    span, text = name.span, layout.text
    if (
        name.form not in ("name", "metonym")
        or name.kind not in ("state", "place", "organisation")
        or text.startswith(("'s", "’s"), span.end)
    ):
        return False
    if any(office.start <= span.start and span.end < office.end for office in offices):
        return True
    letters = span.of(text).replace(".", "")
    noun, nouns = doc[name.head].head, gazetteer.nouns
    modifies = doc[name.head].dep_ in _BEFORE_NAME and noun.i > name.head
    someone = noun.pos_ == "PROPN" or noun.lower_ in nouns.people or noun.lower_ in nouns.bodies
    return modifies and letters in nouns.adjectives and (name.kind == "organisation" or someone)

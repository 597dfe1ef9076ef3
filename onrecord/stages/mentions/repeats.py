"""Names that the tagger passed over: further places of those found, and names by what stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.records import Candidate, Span
from onrecord.stages.mentions.layout import Layout
from onrecord.stages.mentions.tagged import is_title_word

_BRACKETS = re.compile(r" ?\(([A-Z][A-Za-z0-9]*[A-Z0-9])\)")
_SHORTEST_SURNAME = 3
_LONGEST_PERSON = 4
_ADDRESSES = frozenset("mr mrs ms miss dr prof sen rep gov gen lt col maj capt sgt".split())


def find_repeats(doc: Doc, names: list[Candidate], gazetteer: Gazetteer, layout: Layout) -> Iterator[Candidate]:
    """Every other place of a name, and of the surname of a person; a name inside a longer unknown one is left alone."""
    known = _phrases(doc, names, gazetteer, layout)
    taken = {layout.word_at(offset) for name in names for offset in (name.span.start, name.span.end - 1)}
    for name in names:
        taken.update(range(layout.word_at(name.span.start), layout.word_at(name.span.end - 1) + 1))
    at = 0
    while at < len(doc):
        if at in taken or doc[at].text not in known:
            at += 1
            continue
        for words, name in known[doc[at].text]:
            end = at + len(words)
            if tuple(token.text for token in doc[at:end]) == words and not taken & set(range(at, end)):
                if not _runs_on(doc, end, taken):
                    span = Span(doc[at].idx, doc[end - 1].idx + len(doc[end - 1]))
                    yield Candidate(span, "name", name.kind, end - 1, name.ids if len(words) > 1 else ())
                at = end - 1
                break
        at += 1


def _phrases(
    doc: Doc, names: list[Candidate], gazetteer: Gazetteer, layout: Layout
) -> dict[str, list[tuple[tuple[str, ...], Candidate]]]:
    phrases: defaultdict[str, list[tuple[tuple[str, ...], Candidate]]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for name in names:
        if name.form != "name" or name.kind is None:
            continue
        first, last = layout.word_at(name.span.start), layout.word_at(name.span.end - 1) + 1
        words = tuple(token.text for token in doc[first:last])
        surname = words[-1:] if name.kind == "person" and len(words) > 1 else ()
        for each in (words, surname):
            lone = len(each) == 1 and len(each[0]) >= _SHORTEST_SURNAME
            fit = len(each) > 1 or (lone and (each is surname or not is_title_word(doc[first], gazetteer)))
            if fit and each not in seen and not (len(each) == 1 and each[0] in gazetteer.nouns.not_names):
                seen.add(each)
                phrases[each[0]].append((each, name))
    for starting in phrases.values():
        starting.sort(key=lambda phrase: -len(phrase[0]))
    return phrases


def find_unlabelled(doc: Doc, names: list[Candidate], gazetteer: Gazetteer, layout: Layout) -> Iterator[Candidate]:
    """Runs of capitals without a label that speak, follow a form of address, begin with a given name, or end in a word
    for an organisation."""
    taken: set[int] = set()
    for name in names:
        taken.update(range(layout.word_at(name.span.start), layout.word_at(name.span.end - 1) + 1))
    for name in names:
        yield from _in_brackets(doc, name, taken, layout)
    at = 0
    while at < len(doc):
        end = at
        while end < len(doc) and end not in taken and _is_capital(doc[end], gazetteer):
            end += 1
        if end > at and not layout.in_headline(doc[at].idx):
            span = Span(doc[at].idx, doc[end - 1].idx + len(doc[end - 1]))
            if _is_person(doc, at, end, gazetteer):
                yield Candidate(span, "name", "person", end - 1)
            elif end - at > 1 and doc[end - 1].lower_ in gazetteer.nouns.organisation_heads:
                yield Candidate(span, "name", "organisation", end - 1)
        at = max(end, at + 1)


def _in_brackets(doc: Doc, name: Candidate, taken: set[int], layout: Layout) -> Iterator[Candidate]:
    """The short name in brackets after a full one: "Movement for Ostravia (M4O)"."""
    match = _BRACKETS.match(layout.text, name.span.end)
    if match is None or name.form != "name" or name.kind not in ("organisation", "group", None):
        return
    at = layout.word_at(match.start(1))
    if at not in taken and match.start(1) == doc[at].idx:
        taken.add(at)
        yield Candidate(Span(*match.span(1)), "name", "organisation", at)


def _is_capital(token: Token, gazetteer: Gazetteer) -> bool:
    word = token.text
    if not word[0].isupper() or token.pos_ != "PROPN" or token.ent_type_ in ("DATE", "TIME", "NORP", "EVENT", "LAW"):
        return False
    return not (
        word in gazetteer.nouns.not_names or word in gazetteer.nouns.day_names or is_title_word(token, gazetteer)
    )


def _is_person(doc: Doc, at: int, end: int, gazetteer: Gazetteer) -> bool:
    first, last = doc[at], doc[end - 1]
    if last.lower_ in gazetteer.nouns.event_heads or last.dep_ == "compound":
        return False
    before = doc[at - 1].lower_ if at else ""
    if before in gazetteer.nouns.honorifics and before.rstrip(".") in _ADDRESSES:
        return True
    if end - at < 2 or end - at > _LONGEST_PERSON:
        return False
    speaks = last.dep_ == "nsubj" and last.head.lemma_ in gazetteer.nouns.speech
    return speaks or gazetteer.is_given(first.text) or "." in first.text


def _runs_on(doc: Doc, end: int, taken: set[int]) -> bool:
    """Whether another name's word follows it, so that it is part of a name that is not known."""
    after = doc[end] if end < len(doc) and end not in taken else None
    return after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and after.ent_type_ == ""

"""Where an attribution stands in its sentence: before what was said, after it, or in the middle of it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.stages.quotes.bounds import FINITE, opens_clause
from onrecord.stages.quotes.page import Cue, Page
from onrecord.stages.quotes.speaker import SUBJECTS, inverted_source, neighbour

ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "prt", "dative", "dobj", "acomp", "agent", "oprd", "dep", "intj"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})  # of a verb that takes an addressee; of others they are content
CLOSING = frozenset({",", ".", ";", "—", "–", "-", "--", "?", "!", ")", ":", "…", "”", '"', "''", "]"})
PARTING = frozenset({",", "—", "–", "-", "--", ";", "?", "!", "…", "”", '"', "''", "’", "'", ")"})


@dataclass(frozen=True, slots=True)
class Place:
    """The tokens first..last of an attribution: source, cue, and what says when, where and to whom."""

    first: int
    last: int


def place_of(page: Page, cue: Cue, content: Token | None) -> Place:
    """Where the cue stands with all that belongs to it, short of its content."""
    doc, verb = page.doc, cue.token
    start, end = page.sentence_of(verb)
    first = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i)])
    while first - 1 > start and doc[first - 1].dep_ == "advmod" and doc[first - 1].head == verb:
        first -= 1  # *previously reported*
    last = cue.last
    limit = _limit(page, cue, content, end)
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    subject = next((c for c in reversed(subjects) if c.i < verb.i), subjects[0] if subjects else neighbour(cue))
    if (inverted := inverted_source(cue)) is not None:
        edge = inverted.right_edge
        return Place(verb.i, min(edge.i - (edge.text == ","), end - 1))
    if subject is not None:
        first = min(first, _left_edge(subject))
        if subject.i > verb.i:
            last = max(last, min(subject.right_edge.i, limit))
    for child in verb.rights:
        if child.dep_ in OBJECTS and cue.frame.to != "object":
            continue
        if child.dep_ == "advmod" and any(t.tag_ in FINITE for t in child.subtree):
            continue  # *no matter what they do* opens what is said
        if child.dep_ in ADJUNCTS and child.i <= limit and child.left_edge.i <= last + 1:
            last = max(last, min(child.right_edge.i, limit))
    while doc[first].is_punct and first < verb.i:
        first += 1
    if first - 1 >= start and doc[first - 1].lower_ == "as":
        first -= 1
        if first - 1 == start and doc[start].dep_ == "cc":
            first = start
    return Place(max(first, start), min(last, end - 1))


def _left_edge(subject: Token) -> int:
    """Where the source's noun phrase begins; a name that the parser hung elsewhere is followed by its capitals."""
    first = min(subject.left_edge.i, subject.i)
    if subject.dep_ == "compound":
        while first > 0 and subject.doc[first - 1].pos_ == "PROPN":
            first -= 1
    return first


def _limit(page: Page, cue: Cue, content: Token | None, end: int) -> int:
    """The last token that can belong to the attribution: before the content, or before the word that opens it."""
    limit = end - 1
    if content is not None and content.i > cue.token.i:
        limit = min(limit, max(content.left_edge.i - 1, cue.last))
    for token in page.doc[cue.last + 1 : limit + 1]:
        if opens_clause(token) or token.text in {",", ";", ":"}:
            return token.i - 1
    return limit


def stands_apart(page: Page, place: Place, cue: Cue) -> bool:
    """Whether the attribution is parted from the words around it, so that it reports what stands beside it:
    *The road, he said, is shut. The road is shut, said Keel. As Keel put it, the road is shut.*"""
    doc = page.doc
    start, end = page.sentence_of(cue.token)
    while start < place.first and doc[start].is_punct:
        start += 1
    if cue.token.dep_ in ("relcl", "acl", "amod") or (
        cue.token.tag_ not in FINITE and not _has_finite_auxiliary(cue.token)
    ):
        return False
    if any(child.dep_ == "intj" for child in cue.token.rights):  # *Keel said no*
        return False
    if not (any(c.dep_ in SUBJECTS for c in cue.token.children) or neighbour(cue) or inverted_source(cue)):
        return False
    after = doc[place.last + 1] if place.last + 1 < end else None
    if after is not None and after.text not in CLOSING and not after.is_space:
        return False
    if place.first == start:
        opens_as = "as" in (doc[place.first].lower_, doc[place.first + 1].lower_)
        return opens_as and after is not None and after.text == ","
    return doc[place.first - 1].text in PARTING


def _has_finite_auxiliary(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ in FINITE for child in verb.children)

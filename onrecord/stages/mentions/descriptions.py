"""People and bodies spoken of without a name: "a senior US official", "residents", "this adviser"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.records import Candidate, Span

_BEFORE = frozenset("det amod compound nummod poss nmod advmod punct case quantmod predet npadvmod".split())
_MOST_WORDS = 8  # before the head word; longer ones are slips of the parser


def find_descriptions(doc: Doc, gazetteer: Gazetteer, others: list[Candidate]) -> list[Candidate]:
    """Noun phrases headed by a word for a person or a body, without what follows the head."""
    nouns = gazetteer.nouns
    taken = {token for each in others for token in range(each.span.start, each.span.end)}
    found = []
    for token in doc:
        word = token.lower_
        plural = nouns.people.get(word, nouns.bodies.get(word))
        if plural is None or token.pos_ not in ("NOUN", "PROPN") or token.idx in taken:
            continue
        if token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i:
            continue
        first = _first_word(token)
        span = Span(doc[first].idx, token.idx + len(token))
        body = _state_of(span, others, gazetteer)
        found.append(Candidate(span, "description", "unnamed", token.i, body=body, owner=_owner(token), plural=plural))
    return found


def _first_word(head: Token) -> int:
    doc, at = head.doc, head.i
    while at > 0 and head.i - at < _MOST_WORDS:
        token = doc[at - 1]
        inside = token.dep_ in _BEFORE and (token.head == head or head.is_ancestor(token)) and token.sent == head.sent
        if not inside or token.is_space or (token.is_punct and token.text not in ("-", "'")):
            break
        at -= 1
    return at


def _state_of(span: Span, others: list[Candidate], gazetteer: Gazetteer) -> str | None:
    for each in others:
        if span.covers(each.span) and each.ids:
            entry = gazetteer.entries[each.ids[0]]
            if entry.kind in ("state", "organisation", "place", "group"):
                return entry.governs or entry.id
    return None


def _owner(head: Token) -> int | None:
    return next((child.i for child in head.children if child.dep_ == "poss" and child.tag_ == "PRP$"), None)

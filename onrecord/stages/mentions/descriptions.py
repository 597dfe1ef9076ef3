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
    starts = {each.head: each for each in others}
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
        body = _body_in(span, others, gazetteer) or _body_after(token, starts, gazetteer)
        found.append(Candidate(span, "description", "unnamed", token.i, body=body, owner=_owner(token), plural=plural))
    return found


def _first_word(head: Token) -> int:
    doc, at = head.doc, head.i
    while at > 0 and head.i - at < _MOST_WORDS:
        token = doc[at - 1]
        inside = token.dep_ in _BEFORE and (token.head == head or head.is_ancestor(token)) and token.sent == head.sent
        dash = token.text == "-" and not token.whitespace_ and not token.nbor(-1).whitespace_ if token.i else False
        if not inside or token.is_space or (token.is_punct and not dash):
            break
        at -= 1
    return at


def _body_in(span: Span, others: list[Candidate], gazetteer: Gazetteer) -> str | None:
    inside = (_body(each, gazetteer) for each in others if span.covers(each.span))
    return next((body for body in inside if body), None)


def _body_after(head: Token, names: dict[int, Candidate], gazetteer: Gazetteer) -> str | None:
    """The body named in "leaders of the European Union"."""
    for word in head.rights:
        if word.lower_ == "of" and word.i == head.i + 1:
            objects = (child for child in word.children if child.dep_ == "pobj" and child.i in names)
            objects = (child for child in objects if not any(child.conjuncts))  # leaders of two states are neither's
            return next((body for child in objects if (body := _body(names[child.i], gazetteer))), None)
    return None


def _body(name: Candidate, gazetteer: Gazetteer) -> str | None:
    entry = gazetteer.entries[name.ids[0]] if name.ids else None
    if entry is None or entry.kind == "person":
        return None
    return entry.governs or entry.id


def _owner(head: Token) -> int | None:
    return next((child.i for child in head.children if child.dep_ == "poss" and child.tag_ == "PRP$"), None)

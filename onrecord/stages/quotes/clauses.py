"""Indirect and mixed speech: the clauses and phrases that reporting verbs take."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.stages.quotes.bounds import content, pieces_around, right_end
from onrecord.stages.quotes.page import Attribution, Cue, Page
from onrecord.stages.quotes.speaker import can_speak, source_of

Piece = tuple[int, int]


def find_clauses(page: Page, cues: tuple[Cue, ...], direct: list[Attribution]) -> list[Attribution]:
    """What the cues outside utterances take, one attribution a cue at most."""
    said = [piece for attribution in direct for piece in attribution.pieces]
    used = {attribution.cue.token.i for attribution in direct if attribution.cue}
    found = []
    for cue in cues:
        if cue.token.i in used or any(start <= cue.token.idx < end for start, end in said):
            continue
        source = source_of(cue)
        if source is not None and not can_speak(source, page):
            continue
        for rule, complement, pieces in _complements(page, cue):
            if pieces:
                found.append(Attribution(pieces, rule, complement, cue, source))
                break
    return found


def _complements(page: Page, cue: Cue) -> Iterator[tuple[str, str, tuple[Piece, ...]]]:
    """What the cue takes, surest first."""
    takes, verb = cue.frame.takes, cue.token
    children = list(verb.children)
    for child in children:
        if child.dep_ == "ccomp":
            yield from _clause(page, cue, child)
    after = next((c for c in children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    for child in children:
        if child.dep_ == "xcomp" and child.i > verb.i:
            yield from _verb_phrase(page, cue, child, after)
    if after is not None:
        yield from _object(page, cue, after, children)
    for child in children:
        if child.dep_ == "prep" and child.lower_ in takes and child.i > verb.i:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                yield f"of-{child.lower_}", child.lower_, content(page, cue, inner.left_edge, right_end(page, cue, inner))


def _clause(page: Page, cue: Cue, clause: Token) -> Iterator[tuple[str, str, tuple[Piece, ...]]]:
    takes = cue.frame.takes
    marks = [c.lower_ for c in clause.children if c.dep_ == "mark" and c.i < clause.i]
    asks = any(c.tag_ in ("WDT", "WP", "WRB", "WP$") or c.lower_ in ("whether", "if") for c in clause.lefts)
    if clause.i < cue.token.i:
        if "clause" in takes:
            yield "parataxis-after", "clause", pieces_around(page, cue, clause)
    elif any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        if "object-infinitive" in takes:
            yield "object-infinitive", "object-infinitive", content(page, cue, clause.left_edge, right_end(page, cue, clause))
        elif "infinitive" in takes:
            yield "infinitive", "infinitive", content(page, cue, clause.left_edge, right_end(page, cue, clause))
    elif clause.left_edge.i < cue.token.i:
        if "clause" in takes:
            yield "parataxis-inside", "clause", pieces_around(page, cue, clause)
    elif asks:
        if "wh" in takes:
            yield "wh", "wh", content(page, cue, clause.left_edge, right_end(page, cue, clause))
    elif "that" in marks:
        if "that" in takes:
            yield "that-clause", "that", content(page, cue, clause.left_edge, right_end(page, cue, clause))
    elif "clause" in takes:
        yield "bare-clause", "clause", content(page, cue, clause.left_edge, right_end(page, cue, clause))
    elif "complement" in takes:
        yield "complement", "complement", content(page, cue, clause.left_edge, right_end(page, cue, clause))


def _verb_phrase(page: Page, cue: Cue, verb: Token, after: Token | None) -> Iterator[tuple[str, str, tuple[Piece, ...]]]:
    takes = cue.frame.takes
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        if after is not None and "object-infinitive" in takes:
            yield "object-infinitive", "object-infinitive", content(page, cue, after.left_edge, right_end(page, cue, verb))
        elif "infinitive" in takes:
            yield "infinitive", "infinitive", content(page, cue, verb.left_edge, right_end(page, cue, verb))
    elif verb.tag_ == "VBG" and "gerund" in takes:
        yield "gerund", "gerund", content(page, cue, verb.left_edge, right_end(page, cue, verb))


def _object(page: Page, cue: Cue, after: Token, children: list[Token]) -> Iterator[tuple[str, str, tuple[Piece, ...]]]:
    takes = cue.frame.takes
    named = next((c for c in children if c.dep_ == "oprd" and c.i > after.i), None)
    if named is not None and "complement" in takes:
        yield "complement", "complement", content(page, cue, after.left_edge, right_end(page, cue, named))
    for child in children:
        if child.dep_ == "prep" and child.i > after.i and f"object-{child.lower_}" in takes:
            name = f"object-{child.lower_}"
            yield name, name, content(page, cue, after.left_edge, right_end(page, cue, child))
    if "noun" in takes:
        yield "noun", "noun", content(page, cue, after.left_edge, right_end(page, cue, after))

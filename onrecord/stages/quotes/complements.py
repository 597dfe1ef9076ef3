"""Clauses that reporting verbs take, before, around and after them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.stages.quotes.bounds import (
    FINITE,
    clause_end,
    further_attribution,
    has_verb,
    opens_clause,
    phrase_end,
    trim,
    verb_phrase_end,
)
from onrecord.stages.quotes.page import Cue, Page, Piece, Reading
from onrecord.stages.quotes.place import OBJECTS, Place
from onrecord.stages.quotes.speaker import SUBJECTS, source_of

THAT_WITHIN = 10  # tokens between a cue and its *that*: *said in a statement on behalf of the crew that*
DASHES = frozenset({",", "—", "–", "-", "--"})
CIRCUMSTANCE = frozenset({"as", "when", "after", "before", "while", "until", "since", "because", "where"})
QUESTION = frozenset({"WDT", "WP", "WRB", "WP$"})


def read_beside(page: Page, cue: Cue, place: Place) -> Iterator[Reading]:
    """Content on the left of its attribution, or on both sides of it."""
    doc = page.doc
    start, end = page.sentence_of(cue.token)
    start = _left_start(page, start, place.first)
    left = trim(page, start, place.first - 1) if start < place.first else ()
    right: tuple[Piece, ...] = ()
    follows = place.last + 2
    if follows < end and doc[place.last + 1].text in {",", "—", "–", "--"}:
        last = further_attribution(page, follows - 1, end) - 1
        adjunct = bool(left) and doc[follows].tag_ == "VBG"  # …, he said, pointing at it
        if not adjunct and (not left or not _is_apposition(cue, doc[follows])):
            right = trim(page, follows, last)
    if not has_verb(page, start, place.first - 1) and not (right and has_verb(page, follows, end - 1)):
        return
    rule = "parataxis-inside" if left and right else "parataxis-after" if left else "as-clause"
    yield rule, "clause", left + right


def _left_start(page: Page, start: int, first: int) -> int:
    """Where content that stands before its attribution begins: with the sentence, or after a semicolon; but not in
    the middle of a stretch between marks."""
    for token in page.doc[start:first]:
        if token.text == ";":
            start = token.i + 1
    stretch = page.stretch_at[start]
    if stretch >= 0 and page.stretches[stretch].start < page.starts[start]:
        start = page.sentences[page.token_from(page.stretches[stretch].opens)][0]
    return start


def _is_apposition(cue: Cue, token: Token) -> bool:
    """Whether what follows a source that stands after its cue describes it: *said Lenn Aster, a doctor*."""
    subject = next((c for c in cue.token.rights if c.dep_ in SUBJECTS), None)
    return subject is not None and token.tag_ not in ("CC", "IN") and not token.is_quote


def read_clause(page: Page, cue: Cue, clause: Token, place: Place) -> Iterator[Reading]:
    """A finite clause, an infinitive with its own subject, or a small clause, after the cue."""
    takes = cue.frame.takes
    mark = next((c for c in clause.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
    follows = page.doc[min(place.last + 1, len(page.doc) - 1)]
    if opens_clause(follows):
        mark = follows
    start = mark.i + 1 if mark is not None else min(_clause_start(cue, clause), _after(page, cue, place))
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        for name in ("object-infinitive", "infinitive"):
            if name in takes:
                yield name, name, trim(page, clause.left_edge.i, verb_phrase_end(page, cue, clause))
        return
    content = trim(page, start, clause_end(page, cue, start, clause))
    if any(c.tag_ in QUESTION or c.lower_ in ("whether", "if") for c in (clause.left_edge, *clause.lefts)):
        if "wh" in takes:
            yield "wh", "wh", content
    elif mark is not None:
        if "that" in takes:
            yield "that-clause", "that", content
    elif "clause" in takes and any(t.tag_ in FINITE or t.tag_ == "VB" for t in clause.subtree):
        yield "bare-clause", "clause", content
    elif "complement" in takes:
        yield "complement", "complement", trim(page, clause.left_edge.i, phrase_end(page, cue, clause))


def _after(page: Page, cue: Cue, place: Place) -> int:
    """The first token after an attribution: there a clause without *that* begins, wherever the parser hung it."""
    follows = place.last + 1
    token = page.doc[min(follows, len(page.doc) - 1)]
    return len(page.doc) if token.is_punct or token.dep_ in ("prep", "npadvmod", "cc") else follows


def _clause_start(cue: Cue, clause: Token) -> int:
    """Where a clause without *that* begins: a noun phrase that the parser took for the cue's object opens it."""
    start = max(clause.left_edge.i, cue.last + 1)
    for child in cue.token.rights:
        if child.dep_ in OBJECTS and cue.frame.to != "object" and child.left_edge.i < start:
            start = max(child.left_edge.i, cue.last + 1)
    return start


def read_question(page: Page, cue: Cue) -> Iterator[Reading]:
    """A question with *if* or *whether* that the parser took for a condition: *asked the crew if they were safe*."""
    for child in cue.token.rights:
        if child.dep_ == "advcl" and child.left_edge.lower_ in ("if", "whether") and "wh" in cue.frame.takes:
            yield "wh", "wh", trim(page, child.left_edge.i, clause_end(page, cue, child.left_edge.i, child))


def read_rest(page: Page, cue: Cue, place: Place) -> Iterator[Reading]:
    """What follows in the sentence, where the parser saw no complement but a clause is there all the same."""
    doc = page.doc
    _, end = page.sentence_of(cue.token)
    follows = place.last + 1
    if follows >= end:
        return
    follows = _complementizer(page, follows, end) or follows
    opens = opens_clause(doc[follows])
    if (
        not opens
        and any(c.dep_ == "dobj" and c.left_edge.i == follows for c in cue.token.rights)
        and "noun" in cue.frame.takes
    ):
        return
    if not opens and (doc[follows].is_punct or "clause" not in cue.frame.takes):
        return
    if doc[follows].dep_ in ("cc", "prep", "prt") or (doc[follows].tag_ in ("IN", "TO") and not opens):
        return
    last = clause_end(page, cue, follows, None)
    if opens:
        finite = any(t.tag_ in FINITE for t in doc[follows : last + 1])
    else:  # a verb in *as it ran on* or *when he fell* makes no clause of what stands before it
        turns = (t.i for t in doc[follows : last + 1] if t.lower_ in CIRCUMSTANCE and t.dep_ in ("mark", "advmod"))
        finite = has_verb(page, follows, min(next(turns, last + 1), last + 1) - 1)
    if source_of(cue) is not None and finite and last - follows >= 2:
        yield ("that-rest" if opens else "bare-rest"), ("that" if opens else "clause"), trim(page, follows, last)


def _complementizer(page: Page, first: int, end: int) -> int | None:
    """The *that* which opens the clause, a few words on with no verb or comma before it."""
    for token in page.doc[first : min(first + THAT_WITHIN, end)]:
        if token.text in {",", ";", ":"} or token.tag_ in FINITE:
            return None
        if opens_clause(token):
            return token.i
    return None


def read_mistaken_that(page: Page, cue: Cue) -> Iterator[Reading]:
    """A clause opened by *which* for *that*, as machine translation has it: *warned them on Monday, which he would
    go*."""
    doc = page.doc
    _, end = page.sentence_of(cue.token)
    for token in doc[cue.last + 2 : end - 2]:
        if (
            token.lower_ == "which"
            and doc[token.i - 1].text in DASHES
            and doc[token.i + 1].pos_ in ("DET", "PROPN", "PRON")
            and doc[token.i + 1].lower_ != token.lower_
        ):
            last = clause_end(page, cue, token.i + 1, None)
            if has_verb(page, token.i + 1, last):
                yield "which-rest", "that", trim(page, token.i + 1, last)
            return

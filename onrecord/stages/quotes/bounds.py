"""Where content begins and ends, as a reader would draw it."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.stages.quotes.page import MARKS, Cue, Page

EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "(", ")", "!"})
ATTACHED = frozenset({"prep", "npadvmod", "advmod", "advcl", "dobj", "conj", "cc", "tmod", "agent", "pobj"})


def right_end(page: Page, cue: Cue, head: Token) -> int:
    """The index of the last token of the content headed by `head`: its subtree, and what follows it without a comma."""
    last = head.right_edge.i
    sentence_end = head.sent.end
    return _cut(page, cue, head.left_edge.i, min(last, sentence_end - 1))


def _cut(page: Page, cue: Cue, first: int, last: int) -> int:
    """Stop before a further attribution: *…, adding that*, *…, according to*."""
    doc = page.doc
    for index in range(max(first, cue.last + 1) + 2, last + 1):
        token = doc[index]
        if doc[index - 1].text != ",":
            continue
        lemma = token.lemma_.lower()
        if token.tag_ == "VBG" and (lemma in page.verbs.verbs or lemma == "call"):
            return index - 2
        if token.lower_ == "according":
            return index - 2
    return last


def content(page: Page, cue: Cue, first: Token, last: int) -> tuple[tuple[int, int], ...]:
    """The characters from one token to another without *that* and the punctuation around them, marks made whole."""
    doc = page.doc
    start = max(first.i, cue.last + 1) if first.i <= cue.token.i else first.i
    return _trim(page, start, last)


def _trim(page: Page, start: int, last: int) -> tuple[tuple[int, int], ...]:
    doc = page.doc
    while start <= last and (doc[start].text in EDGE or doc[start].is_space or doc[start].lower_ == "that" and doc[start].dep_ in ("mark", "det") and doc[start].tag_ == "IN"):
        start += 1
    while last >= start and (doc[last].text in EDGE or doc[last].is_space):
        last -= 1
    if start > last:
        return ()
    begin, end = doc[start].idx, doc[last].idx + len(doc[last].text)
    return (_whole_marks(page, begin, end),)


def _whole_marks(page: Page, begin: int, end: int) -> tuple[int, int]:
    """Neither mark nor half of a stretch at the edge: a stretch that the content ends in is taken whole."""
    last = page.stretch_at[page.token_from(end - 1)]
    if last >= 0:
        end = max(end, page.stretches[last].end)
    first = page.stretch_at[page.token_from(begin)]
    if first >= 0 and begin < page.stretches[first].start:
        begin = page.stretches[first].start
    if first >= 0 and first == last:
        return max(begin, page.stretches[first].start), min(end, page.stretches[first].end)
    return begin, end


def pieces_around(page: Page, cue: Cue, clause: Token) -> tuple[tuple[int, int], ...]:
    """Content on the left of its attribution, or on both sides of it."""
    doc = page.doc
    subject = next((c for c in cue.token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    words = [cue.token, *([subject] if subject is not None else [])]
    first = min(min(w.left_edge.i if w is subject else w.i for w in words), cue.token.i)
    last = max(max(w.right_edge.i if w is subject else w.i for w in words), cue.last)
    left = _trim(page, clause.left_edge.i, first - 1) if clause.left_edge.i < first else ()
    right = _trim(page, last + 1, clause.right_edge.i) if clause.right_edge.i > last else ()
    return left + right

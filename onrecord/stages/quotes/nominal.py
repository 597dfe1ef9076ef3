"""Sources named without a verb: *according to*, *in the words of*; and nouns that report: *the claim that*."""

from __future__ import annotations

from onrecord.stages.quotes.bounds import trim
from onrecord.stages.quotes.page import Attribution, Page
from onrecord.stages.quotes.speaker import can_speak


def find_nominal(page: Page, direct: list[Attribution]) -> list[Attribution]:
    """What the page reports without a verb."""
    said = [piece for attribution in direct for piece in attribution.pieces]
    found = []
    for index, token in enumerate(page.doc[:-1]):
        if token.lower_ == "according" and page.doc[index + 1].lower_ == "to":
            if any(start <= token.idx < end for start, end in said):
                continue
            if (attribution := _according(page, index)) is not None:
                found.append(attribution)
    return found


def _according(page: Page, index: int) -> Attribution | None:
    doc = page.doc
    source = next((t for t in doc[index + 2 : index + 14] if t.dep_ == "pobj"), None)
    if source is None:
        return None
    sentence = source.sent
    last = source.right_edge.i
    words = [t for t in doc[sentence.start : index] if not t.is_punct and not t.is_space]
    phrase = (doc[index].idx, doc[index + 1].idx + 2)
    if len(words) > 1:
        pieces = trim(page, sentence.start, index - 1)
    else:
        comma = next((t.i for t in doc[source.i : sentence.end] if t.text == ","), last)
        pieces = trim(page, comma + 1, sentence.end - 1)
    return Attribution(pieces, "according-to", "clause", None, source, phrase) if pieces else None

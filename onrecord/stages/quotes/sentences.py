"""Sentences as a reader sees them: the parser's, without the breaks that follow no stop."""

from __future__ import annotations

from spacy.tokens import Doc, Token

STOPS = frozenset({".", "!", "?", "…", "...", ":", ";"})
# A stop after one of these ends no sentence: *Gov. Keel*, *Cpl. Aster*.
ABBREVIATIONS = frozenset(
    "adm amb asst atty brig capt cmdr col corp cpl det dr etc esp exec fr gen gov govs hon inc insp jr lt maj messrs mr mrs "
    "ms no nos pfc pres prof pvt reps rep rev rt sen sens sgt sgts sr st supt vs".split()
)


def sentence_bounds(doc: Doc) -> tuple[tuple[int, int], ...]:
    """By token, the first token of its sentence and the one after the last."""
    starts = [sentence.start for sentence in doc.sents]
    kept = [start for start in starts if start == 0 or _breaks(doc, start)]
    bounds: list[tuple[int, int]] = []
    for start, end in zip(kept, [*kept[1:], len(doc)], strict=True):
        bounds += [(start, end)] * (end - start)
    return tuple(bounds)


def _breaks(doc: Doc, start: int) -> bool:
    """Whether a sentence does end before this token: at a stop that abbreviates nothing, or at the end of a line."""
    last = start - 1
    if "\n" in doc[last].text or "\n" in doc[start].text:
        return True
    while last > 0 and not doc[last].text.strip("\"'”’»)]"):
        last -= 1
    if _abbreviates(doc[last]) or (doc[last].text == "." and _abbreviates(doc[last - 1])):
        return False
    return doc[last].text in STOPS or doc[last].text.endswith((".", "!", "?", "…"))


def _abbreviates(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word not in ("i", "a") and token.text.endswith("."))

"""Sentences as a reader sees them: the parser's, without the breaks that follow no stop."""

from __future__ import annotations

from spacy.tokens import Doc, Token

MARKS = "\"'”’»)]"
LONGEST = (
    300  # tokens; a longer run without a stop is no sentence, and reading it takes time that grows with its square
)
STOPS = frozenset({".", "!", "?", "…", "...", ":", ";"})
# With a capital, these open a sentence.
OPENERS = frozenset(
    "The He She It They We His Her Its Their This These Those Which An But However While There When".split()
)
LOWER_CASE = 0.7  # the share of small initials above which a line is prose, not a headline
# A stop after one of these ends no sentence: *Gov. Keel*, *Cpl. Aster*.
ABBREVIATIONS = frozenset(
    "adm amb asst atty brig capt cmdr col corp cpl det dr etc esp exec fr gen gov govs hon inc insp jr lt maj messrs "
    "mr mrs ms no nos pfc pres prof pvt reps rep rev rt sen sens sgt sgts sr st supt vs".split()
)


def sentence_bounds(doc: Doc) -> tuple[tuple[int, int], ...]:
    """By token, the first token of its sentence and the one after the last."""
    kept = [0] + [
        i
        for i in range(1, len(doc))
        if ((doc[i].is_sent_start or _is_stop(doc[i - 1])) and _breaks(doc, i)) or _lost_stop(doc, i)
    ]
    bounds: list[tuple[int, int]] = []
    for start, end in zip(kept, [*kept[1:], len(doc)], strict=True):
        for first in range(start, end, LONGEST):
            last = min(first + LONGEST, end)
            bounds += [(first, last)] * (last - first)
    return tuple(bounds)


def _is_stop(token: Token) -> bool:
    return token.text in {".", "!", "?"} or not token.text.strip(MARKS)


def _breaks(doc: Doc, start: int) -> bool:
    """Whether a sentence does end before this token: at a stop that abbreviates nothing, or at the end of a line."""
    last = start - 1
    if "\n" in doc[last].text or "\n" in doc[start].text:
        return True
    if not doc[last].whitespace_ and not doc[start].text[:1].isupper():
        return False  # the mark that closes a sentence belongs to it
    while last > 0 and not doc[last].text.strip(MARKS):
        last -= 1
    if doc[start].text[:1].islower() or _abbreviates(doc[last]):
        return False
    if doc[last].text == "." and _abbreviates(doc[last - 1]):
        return False
    return doc[last].text in STOPS or doc[last].text.endswith((".", "!", "?", "…"))


def _lost_stop(doc: Doc, start: int) -> bool:
    """Whether a stop was lost before this token: a small word with a capital after a noun, in prose.
    *… in the north The mayor warned*; but not in a headline, and not in *The Hague*."""
    token, before = doc[start], doc[start - 1]
    after_comma = before.text == "," and token.text in ("He", "She", "It", "They", "We")
    if (
        token.text not in OPENERS
        or not (before.pos_ in ("NOUN", "PROPN") or before.lower_ in ("it", "them", "this") or after_comma)
        or not before.whitespace_
    ):
        return False
    near = [
        t for t in doc[max(0, start - 8) : start + 9] if t.is_alpha and t.pos_ in ("NOUN", "VERB", "ADJ", "ADV", "ADP")
    ]
    return sum(t.text[0].islower() for t in near) >= LOWER_CASE * len(near) and len(near) >= 5


def _abbreviates(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in ABBREVIATIONS or (len(word) == 1 and word not in ("i", "a") and token.text.endswith("."))

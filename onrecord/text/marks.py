"""Spaces round punctuation: put in where a page lost one, taken out where it grew one. No mark moves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.text.edits import Change, Draft, revise

# A closing mark and the word glued to it; after a single one only behind punctuation, as it may be an apostrophe.
CLOSED = re.compile(r"(?:(?<=[^\W_])”|(?<=[.,!?…])[”’])(?=[^\W\d_]{2}|[AaI] )")
OPENED = re.compile(r"(?<=[^\W\d_])“(?=\w)|(?<=[,;:.!?])“(?=\w)")
STRAIGHT = re.compile(r'"')
BEFORE_MARK = re.compile(r"(?<=[^\W_])([”\"’)%]?) +(?=[,;](?:\s|\Z)|[.!?:](?:\s(?!\s*[.!?])|\Z))")
DOUBLED_MARK = re.compile(r"(?<=[.!?][”\"’])\.|(?<=[”\"’])\.(?=,)|(?<=,),(?!,)")

QUOTED, SPACED, DOUBLED = "space beside a quotation mark", "space before a mark", "doubled mark"


def mend_marks(draft: Draft) -> Draft:
    """The draft of an English text with its spaces where print has them.

    1. quotation marks   integrity.”An official  ->  integrity.” An official
    2. other marks       President , Doran Keel  ->  President, Doran Keel
    3. doubled marks     “grave”., he said       ->  “grave”, he said
    """
    text = draft.text
    places = {mark.end() for mark in CLOSED.finditer(text)} | {mark.start() for mark in OPENED.finditer(text)}
    places |= set(_beside_straight_marks(text))
    draft = revise(draft, (Change(place, place, " ", QUOTED) for place in places))
    spaces = (Change(mark.end(1), mark.end(), "", SPACED) for mark in BEFORE_MARK.finditer(draft.text))
    draft = revise(draft, spaces)
    return revise(draft, (Change(mark.start(), mark.end(), "", DOUBLED) for mark in DOUBLED_MARK.finditer(draft.text)))


def _beside_straight_marks(text: str) -> Iterator[int]:
    """Where a straight mark wants a space: in a line with an even number of them, every other one opens."""
    start = 0
    for line in text.split("\n"):
        marks = [mark.start() for mark in STRAIGHT.finditer(line)]
        for count, place in enumerate(marks if len(marks) % 2 == 0 else ()):
            before, after = line[place - 1 : place], line[place + 1 : place + 2]
            if count % 2 == 0 and (before.isalpha() or before in (",", ";", ":", ".", "!", "?")) and after.isalnum():
                yield start + place
            elif count % 2 and before not in ("", " ") and after.isalpha():
                yield start + place + 1
        start += len(line) + 1

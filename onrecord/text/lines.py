"""A text as lines, and what can be told of one by its looks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.text.edits import Change

PROSE_WORDS = 8  # a line with a full stop and as many words is a paragraph, not a headline or a label
LONG_PROSE_WORDS = 25  # no headline is longer, so a line is a paragraph even without a full stop
CLOSERS = "”’\"')]»"
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> list[str]:
        """Its words, without the marks around them."""
        return WORD.findall(self.text)

    @property
    def has_full_stop(self) -> bool:
        """Whether it ends as a sentence does (a question mark ends many a headline, so it does not count)."""
        bare = self.text.rstrip(CLOSERS)
        return bare.endswith(".") and not bare.endswith("...")

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of the article."""
        count = len(self.words)
        return count >= LONG_PROSE_WORDS or (count >= PROSE_WORDS and self.has_full_stop)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            lines.append(Line(first, first + len(line.strip()), line.strip()))
        start += len(line) + 1
    return lines


def drop(text: str, line: Line, rule: str) -> Change:
    """The change that takes a line out, with its line break and the blank lines after it."""
    rest = text[line.end :]
    blank = len(rest) - len(rest.lstrip())
    return Change(line.start, line.end + blank, "", rule)

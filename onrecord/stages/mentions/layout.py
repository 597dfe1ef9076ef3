"""Where the words of a parse stand in the text, and which lines are headlines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

_SMALL = frozenset(
    "a an the of to in on at for by with from and or but as is are be vs over after into than not".split()
)
_LEAST_WORDS = 4  # a line of three capitals may be a caption or a list of names
_CAPITAL_SHARE = 0.7  # of the long words of a line; an ordinary sentence rich in names reaches about a half
_CAPITAL_SHARE_CLOSED = 0.9  # where it ends like a sentence; a list of organisations reaches three quarters


@dataclass(frozen=True, slots=True)
class Layout:
    """The text (`doc.text` is put together anew at every call), the offsets of its words, and the lines that are
    written in Title Case or capitals."""

    text: str
    starts: tuple[int, ...]
    headlines: tuple[tuple[int, int], ...]
    common: frozenset[str]  # the words that the text also writes small

    def word_at(self, offset: int) -> int:
        """The position of the word that holds this character."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def in_headline(self, offset: int) -> bool:
        """Whether this character stands in a line whose capitals tell nothing."""
        return any(start <= offset < end for start, end in self.headlines)


def lay_out(doc: Doc) -> Layout:
    """The layout of a parsed text."""
    text, headlines, start = doc.text, [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if _is_title_case(line):
            headlines.append((start, end))
        start = end + 1
    common = frozenset(token.text for token in doc if token.is_lower)
    return Layout(text, tuple(token.idx for token in doc), tuple(headlines), common)


def _is_title_case(line: str) -> bool:
    words = [word.strip("\"'“”‘’().,:;!?") for word in line.split()]
    words = [word for word in words if word and word[0].isalpha() and word.lower() not in _SMALL]
    if len(words) < _LEAST_WORDS or line.rstrip().endswith((";", ",")):
        return False
    share = sum(word[0].isupper() for word in words) / len(words)
    return share >= (_CAPITAL_SHARE_CLOSED if line.rstrip().endswith(".") else _CAPITAL_SHARE)

"""What the cascade reads and what its steps hand on: the page, cues and attributions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from onrecord.knowledge.verbs import Frame, ReportingVerbs
from onrecord.stages.quotes.marks import Stretch, find_stretches
from onrecord.stages.quotes.sentences import sentence_bounds

MARKS = frozenset("\"“”„‟«»‘’'") | {"''", "``"}
STOPS = frozenset({".", "!", "?", "…", "..."})


CAPTION = re.compile(r"\([^()\n]{2,60}/[^()\n]{2,60}\)[.\s]*$")  # a photographer and an agency
LABEL = 40  # characters within which a pointer's label ends
NEAR = 40  # characters: more than any run of white space before a mark
Piece = tuple[int, int]  # the first character of a piece of content and the one after its last
Reading = tuple[str, str, tuple[Piece, ...]]  # what a cue may report: the rule, the complement it took, the pieces


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed article with its quotation marks found: `stretch_at` gives, by token, the stretch that it stands in, and
    `sentences` the first token of its sentence and the one after the last."""

    doc: Doc
    text: str = field(repr=False)  # doc.text puts the text together anew at every call
    verbs: ReportingVerbs
    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...] = field(repr=False)
    sentences: tuple[tuple[int, int], ...] = field(repr=False)
    stretch_at: tuple[int, ...] = field(repr=False)

    def token_from(self, position: int) -> int:
        """The index of the token that holds this character."""
        return max(0, bisect_right(self.starts, position) - 1)

    def tokens(self, start: int, end: int) -> Iterator[Token]:
        """The tokens that begin between two characters."""
        for index in range(max(0, bisect_right(self.starts, start - 1)), len(self.starts)):
            if self.starts[index] >= end:
                return
            yield self.doc[index]

    def sentence_of(self, token: Token) -> tuple[int, int]:
        """The first token of a token's sentence and the one after its last."""
        return self.sentences[token.i]

    def before(self, position: int) -> str:
        """The last few characters of the same paragraph before this one, white space apart; empty at its start."""
        start = self.text.rfind("\n", 0, position) + 1
        return self.text[max(start, position - NEAR) : position].rstrip()

    def lead(self, position: int) -> str:
        """The same, or at the start of a paragraph the end of the one before it: *He said:* and a new line."""
        return self.before(position) or self.before(len(self.text[:position].rstrip()))

    def is_furniture(self, position: int) -> bool:
        """Whether the paragraph is a caption or points to another page: *Lenn Aster says it is late. (Iva Dorn/OAN)*,
        *Read more: Aster says it is late*."""
        start, end = self.line_of(position)
        line = self.text[start:end]
        label = line[:LABEL].partition(":")[0].lower() if ":" in line[:LABEL] else ""
        return bool(CAPTION.search(line[-LABEL * 3 :])) or (bool(label) and label.startswith(self.verbs.pointers))

    def line_of(self, position: int) -> tuple[int, int]:
        """The paragraph around a character, without its line break."""
        start = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        return start, len(self.text) if end < 0 else end


def said_tokens(page: Page, attributions: Iterable[Attribution]) -> frozenset[int]:
    """The tokens that stand inside the content of these attributions."""
    return frozenset(t.i for attribution in attributions for piece in attribution.pieces for t in page.tokens(*piece))


def read_page(doc: Doc, verbs: ReportingVerbs) -> Page:
    """The page of a parsed article."""
    text = doc.text
    stretches = find_stretches(text)
    starts = tuple(token.idx for token in doc)
    inside = [-1] * len(starts)
    for number, stretch in enumerate(stretches):
        for index in range(bisect_right(starts, stretch.opens - 1), bisect_right(starts, stretch.closes - 1)):
            inside[index] = number
    return Page(doc, text, verbs, stretches, starts, sentence_bounds(doc), tuple(inside))


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech: the token that governs, the tokens first..last that make it up, and its frame."""

    token: Token
    last: int
    frame: Frame
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content found with its cue, before anyone asks who its source is.

    `pieces` are character ranges. `source` is the head of the source's noun phrase, None where the text gives none;
    `complement` names what the cue took (data/reporting_verbs.yaml).
    """

    pieces: tuple[Piece, ...]
    rule: str
    complement: str
    cue: Cue | None = None
    source: Token | None = None
    phrase: tuple[int, int] | None = None  # characters of a cue that is a phrase: "according to"
    carriers: tuple[Token, ...] = ()  # heads of those who pass the words on: *Keel was quoted by them as saying*

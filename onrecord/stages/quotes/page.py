"""What the cascade reads and what its steps hand on: the page, cues and attributions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from onrecord.knowledge.verbs import Frame, ReportingVerbs
from onrecord.stages.quotes.marks import Stretch, find_stretches
from onrecord.stages.quotes.sentences import sentence_bounds

MARKS = frozenset("\"“”„‟«»‘’'") | {"''", "``"}
STOPS = frozenset({".", "!", "?", "…", "..."})


Piece = tuple[int, int]  # the first character of a piece of content and the one after its last


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

    def line_of(self, position: int) -> tuple[int, int]:
        """The paragraph around a character, without its line break."""
        start = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        return start, len(self.text) if end < 0 else end


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
    `complement` names what the cue took (data/reporting_verbs.yaml); `object` is the cue's object, an addressee perhaps.
    """

    pieces: tuple[Piece, ...]
    rule: str
    complement: str
    cue: Cue | None = None
    source: Token | None = None
    phrase: tuple[int, int] | None = None  # characters of a cue that is a phrase: "according to"
    carriers: tuple[Token, ...] = ()  # heads of those who pass the words on: *Keel was quoted by them as saying*

"""Text and marks -> HTML that can do nothing but be read.

Every character of the text, and every word that is said about it, is escaped; around the pieces stand `<mark>` and
`<span>` with classes from the fixed lists below, and `<details>` where something was dropped. Marks may overlap and
nest in any way: the text is cut at every edge, and each piece is wrapped anew.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal, get_args

from onrecord.records import Span

# What a stretch of text can look like, the outermost first: a piece that bears several is wrapped in this order.
Look = Literal[
    "chosen",
    "evidence",
    "said-direct", "said-mixed", "said-indirect",
    "speaker", "addressee", "relay", "cue",
    "tone-negative", "tone-neutral", "tone-positive", "tone-abstained",
    "person", "state", "organisation", "group", "unnamed",
    "date",
    "repaired",
]  # fmt: skip
# What can stand between two characters.
PointLook = Literal["here", "supports", "opposes", "neutral", "abstained", "was", "dropped"]

_DEPTH = {look: depth for depth, look in enumerate(get_args(Look))}
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_HARMLESS = {"\n", "\r", "\t", "\u200c", "\u200d"}  # line ends, and the joiners of Persian words and of emoji


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to paint: `told` is said of it when it is pointed at, `label` printed small at its edge."""

    span: Span
    look: Look
    told: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """Something printed between two characters: a stance's sign, what stood there before, what was dropped.
    `hidden` is what a dropped piece shows when it is opened."""

    at: int
    look: PointLook
    label: str
    told: str = ""
    hidden: str = ""


def paint(text: str, marks: Iterable[Mark], points: Iterable[Point] = ()) -> str:
    """The text as safe HTML; the marks lie in the text, and what a mark or a point says is taken literally."""
    starting, ending, standing = defaultdict(list), defaultdict(list), defaultdict(list)
    for mark in marks:
        starting[mark.span.start].append(mark)
        ending[mark.span.end].append(mark)
    for point in points:
        standing[point.at].append(point)
    edges = sorted({0, len(text), *starting, *ending, *standing})
    over: list[Mark] = []
    html: list[str] = []
    for edge, following in zip(edges, [*edges[1:], len(text)], strict=True):
        over = [mark for mark in over if mark not in ending[edge]] + starting[edge]
        html += [_point(point) for point in standing[edge]]
        if edge < following:
            html.append(_piece(text[edge:following], Span(edge, following), over))
    return "".join(html)


def visible(text: str) -> str:
    """The text with characters that nobody sees, or that turn the reading direction, spelt out: ⟨U+202E⟩."""
    return "".join(one if one in _HARMLESS or not _unseen(one) else f"⟨U+{ord(one):04X}⟩" for one in text)


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN


def _piece(text: str, at: Span, over: Sequence[Mark]) -> str:
    """One piece inside all its marks, the deepest of which says what all of them mean."""
    html = escape(visible(text))
    wrapped = sorted(over, key=lambda mark: (-_DEPTH[mark.look], mark.span.end - mark.span.start))
    told = " · ".join(dict.fromkeys(mark.told for mark in wrapped if mark.told))
    for depth, mark in enumerate(wrapped):
        html = _wrapped(html, mark, at, told if depth == 0 else "")
    return html


def _wrapped(html: str, mark: Mark, at: Span, told: str) -> str:
    first, last = at.start == mark.span.start, at.end == mark.span.end
    classes = f"or-{mark.look}" + " or-first" * first + " or-last" * last
    title = f' title="{escape(visible(told))}"' if told else ""
    label = f' data-label="{escape(visible(mark.label))}"' if mark.label and (first or last) else ""
    return f'<mark class="{classes}"{title}{label}>{html}</mark>'


def _point(point: Point) -> str:
    label, told = escape(visible(point.label)), escape(visible(point.told))
    if point.look == "dropped":
        return (
            f'<details class="or-dropped"><summary title="{told}">{label}</summary>'
            f'<span class="or-was">{escape(visible(point.hidden))}</span></details>'
        )
    return f'<span class="or-{point.look}" title="{told}" data-label="{label}"></span>'

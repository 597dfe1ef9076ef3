"""The top of a page: its date, the outlet's name, the headline that stands there twice, the byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.limits import TITLE_CHARACTERS
from onrecord.text.dates import page_date
from onrecord.text.debris import drop_lines, find_debris, find_trailing_links
from onrecord.text.edits import Draft, revise
from onrecord.text.lines import Line, lines_of
from onrecord.text.words import DebrisWords

TOP_LINES = 10  # how far down headlines and dates are looked for
HEADLINE_WORDS = range(3, 31)
MASTHEAD_WORDS = 8  # above a headline that stands there twice
NAMED_MASTHEAD_WORDS = 6  # with a word of outlets' names
BARE_MASTHEAD_WORDS = 2  # without one
SURE_HEADLINE_WORDS = 5  # the line under a masthead
SMALL_WORDS = frozenset("a an and at for in of on the to".split())
FOLDED_WORD = re.compile(r"[^\W_]+")
SLASHED = re.compile(r"\w/\w")  # the credit of a photograph: "Lenn Aster/Coast Images"
SUFFIX = re.compile(r"\s[-–—|·:]\s")
NAME = r"[A-Z][\w'’.-]*"
BYLINE = re.compile(rf"\ABy (?P<author>{NAME}(?: {NAME}){{1,3}}(?:(?:,| and|, and) {NAME}(?: {NAME}){{1,3}}){{0,3}})\Z")
CREDIT = re.compile(rf"\A(?P<author>{NAME}(?: {NAME}){{1,3}}), (?P<outlet>{NAME}(?: {NAME}){{0,4}})\Z")


@dataclass(frozen=True, slots=True)
class Page:
    """A draft without the page around it, and what that page said of the article (empty or None where nothing)."""

    draft: Draft
    title: str = ""
    author: str = ""
    published: date | None = None


def clean_page(draft: Draft, words: DebrisWords) -> Page:
    """The article without the page it stood on; text that is no page passes unchanged.

    1. links, notices and buttons   go wherever they stand
    2. date lines and bylines       go from above the first paragraph
    3. a doubled headline           stays once, and what stands above it goes
    4. a masthead                   goes from above a single headline when the page left its date too
    """
    draft = revise(draft, find_trailing_links(draft.text, words))
    lines = lines_of(draft.text)
    dated = [page_date(line.text, words.date_labels) for line in lines[:TOP_LINES]]
    prose = (place for place, line in enumerate(lines) if line.is_prose and not any(dated[place : place + 1]))
    body = next(prose, 0)
    found = find_debris(lines, body, words)
    top = [place for place in range(min(body, TOP_LINES)) if place not in found]
    dates = {place: stated for place in top if (stated := dated[place])}
    bylines = {place: author for place in top if (author := _author(lines[place], words))}
    found |= dict.fromkeys(dates, "page date") | dict.fromkeys(bylines, "byline")
    top = [place for place in top if place not in found]
    masthead = _masthead(lines, top, words) if dates else {}
    while doubled := _above_headline(lines, [place for place in top if place not in found]):
        found |= doubled
        masthead = {}
    found |= masthead
    first = next((lines[place] for place in top if place not in found), None)
    return Page(
        draft=revise(draft, drop_lines(draft.text, lines, found)),
        title=first.text if first and _is_headline(first) else "",
        author=next(iter(bylines.values()), ""),
        published=min(dates.values(), default=None),
    )


def _is_headline(line: Line) -> bool:
    short = len(line.text.split()) in HEADLINE_WORDS and len(line.text) <= TITLE_CHARACTERS
    return short and not SLASHED.search(line.text)


def _author(line: Line, words: DebrisWords) -> str:
    """Whom a byline names: "By Lenn Aster and Oda Brunnik", or "Lenn Aster, Coast Press" with an outlet's word."""
    by, credit = BYLINE.match(line.text), CREDIT.match(line.text)
    if by:
        return by["author"]
    outlet = credit["outlet"].lower().split() if credit else []
    return credit["author"] if credit and words.outlet_words & set(outlet) else ""


def _above_headline(lines: Sequence[Line], top: Sequence[int]) -> dict[int, str]:
    """The spare copy of a headline that stands twice among the `top` lines, and the short lines above the other."""
    for first in top:
        for second in top:
            if first < second and (kept := _copy_to_keep(lines[first], lines[second])):
                spare, headline = (first, second) if kept is lines[second] else (second, first)
                above = (place for place in top if place < max(first, second) and place != headline)
                short = {place: "masthead" for place in above if len(lines[place].words) <= MASTHEAD_WORDS}
                return short | {spare: "doubled headline"}
    return {}


def _copy_to_keep(first: Line, second: Line) -> Line | None:
    """Which of two lines to keep when they are one headline: the lower, or the one without the outlet's name."""
    upper, lower = _folded(first.text), _folded(second.text)
    if len(upper.split()) < HEADLINE_WORDS.start:
        return None
    if upper == lower:
        return second
    for longer, shorter in ((first, second), (second, first)):
        parts = SUFFIX.split(longer.text)
        if len(parts) > 1 and _folded(longer.text.removesuffix(parts[-1])) == _folded(shorter.text):
            return shorter
    return None


def _folded(text: str) -> str:
    return " ".join(FOLDED_WORD.findall(text.casefold()))


def _masthead(lines: Sequence[Line], top: Sequence[int], words: DebrisWords) -> dict[int, str]:
    """The lines above a headline that hold an outlet's name."""
    found: dict[int, str] = {}
    for place, below in pairwise(top):
        if not _is_masthead(lines[place], words):
            break
        found[place] = "masthead"
        if len(lines[below].words) >= SURE_HEADLINE_WORDS and not _is_masthead(lines[below], words):
            return found
    return {}


def _is_masthead(line: Line, words: DebrisWords) -> bool:
    names = line.words
    capitalised = all(word[0].isupper() or word in SMALL_WORDS for word in names)
    named = any(word.lower() in words.outlet_words for word in names)
    most = NAMED_MASTHEAD_WORDS if named else BARE_MASTHEAD_WORDS
    return capitalised and 0 < len(names) <= most and not line.text.endswith((".", "!", "?"))

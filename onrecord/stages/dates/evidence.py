"""What a text's own words say of its time: known events that are past, and those still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from onrecord.knowledge.calendar import Calendar, DatedEvent
from onrecord.stages.dates.expressions import Written, day_of, find_weekdays

_TO_COME = re.compile(
    r"\b(?:will|shall|won't|upcoming|forthcoming|scheduled|planned|slated|due|expected|set to|going to|about to|"
    r"next week|next month|later this|tomorrow|ahead of|in the coming|is to|are to)\b",
    re.IGNORECASE,
)
_WEEKDAY_REACH = 12  # characters before a date
_NOT_REAL = re.compile(
    r"\b(?:if|would|could|might|may|unless|whether|threat|threaten\w*|fear\w*|possible|potential|risk|planned|plan\w*|"
    r"warn\w*|denied|denies|deny|no plans?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A past event that the text tells: its day, whether the sentence dates it, and calls its weekday there or near."""

    day: date
    dated: bool
    weekday_here: bool
    weekday_near: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """The text was written before `before` and not before `after` (`dated`: the text itself dates that event).
    `fresh` is the day of the last event if the text calls it by its weekday, `called` if in the very sentence."""

    before: date | None = None
    after: date | None = None
    dated: bool = False
    fresh: date | None = None
    called: bool = False


def find_bounds(text: str, doc: Doc, dates: list[Written], calendar: Calendar, stated: date | None) -> Bounds:
    """The bounds that the calendar's events give, and the dates that carry their weekday."""
    ahead = {(each.month, each.day) for each in dates if is_ahead(_sentence(doc, each.span.start).text)}
    coming = [day for each in dates if (day := _by_weekday(text, each, stated)) and (each.month, each.day) in ahead]
    past: list[Sign] = []
    calendar = calendar.within(text)
    for sentence, before in _in_context(doc) if calendar.events else ():
        here = sentence.text
        for event in calendar.meant(before + " " + here):
            if not event.is_told_in(here):
                continue
            dated = _dated(event, sentence, dates)
            if dated is not None and ((dated.month, dated.day) in ahead or is_ahead(here)):
                coming.append(dated)
            elif not is_ahead(here) and not _NOT_REAL.search(here) and _is_told(sentence):
                past.append(_sign(event, dated is not None, here, before))
    bound = min(coming, default=None)
    told = [sign for sign in past if bound is None or sign.day < bound]
    after = max((sign.day for sign in told), default=None)
    last = [sign for sign in told if sign.day == after]
    return Bounds(
        before=bound,
        after=after,
        dated=any(sign.dated for sign in last),
        fresh=after if any(sign.weekday_near for sign in last) else None,
        called=any(sign.weekday_here for sign in last),
    )


def _sign(event: DatedEvent, dated: bool, text: str, before: str) -> Sign:
    day = event.first.weekday()
    here = day in {number for _, number in find_weekdays(text)} and not dated
    return Sign(event.first, dated, here, here or day in {number for _, number in find_weekdays(before)})


def _by_weekday(text: str, each: Written, stated: date | None) -> date | None:
    """The full date of "Thursday, May 19": the year in which that is a Thursday, nearest to the page's own."""
    if each.year is not None or stated is None:
        return None
    lead = text[max(each.span.start - _WEEKDAY_REACH, 0) : each.span.start]
    weekdays = [number for span, number in find_weekdays(lead) if not lead[span.end :].strip(" ,")]
    for step in (0, -1, 1, -2, 2, -3, -4):
        day = day_of(stated.year + step, each.month, each.day)
        if weekdays and day is not None and day.weekday() == weekdays[-1]:
            return day
    return None


def _in_context(doc: Doc) -> Iterator[tuple[Words, str]]:
    """Every sentence, and what its paragraph and the one before said so far: an event's actors may be named there."""
    earlier: list[str] = []
    here: list[str] = []
    for sentence in doc.sents:
        text = sentence.text
        yield sentence, " ".join([*earlier, *here])
        here.append(text)
        if "\n" in text:
            earlier, here = here, []


def _sentence(doc: Doc, offset: int) -> Words:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span.sent if span is not None else doc[:]


def is_ahead(text: str) -> bool:
    """Whether a sentence speaks of what is to come."""
    return bool(_TO_COME.search(text))


def _is_told(sentence: Words) -> bool:
    return any(token.tag_ in ("VBD", "VBN", "VBZ", "VBP") for token in sentence)


def _dated(event: DatedEvent, sentence: Words, dates: list[Written]) -> date | None:
    """The day of the event that the sentence itself names."""
    for written in dates:
        if sentence.start_char <= written.span.start < sentence.end_char:
            day = event.on(written.month, written.day)
            if day is not None and written.year in (None, day.year):
                return day
    return None

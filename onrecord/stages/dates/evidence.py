"""What a text's own words say of its time: known events that are past, and those still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from onrecord.knowledge.calendar import Calendar, DatedEvent
from onrecord.stages.dates.expressions import Written, find_weekdays

_TO_COME = re.compile(
    r"\b(?:will|shall|won't|upcoming|forthcoming|scheduled|planned|slated|due|expected|set to|going to|about to|next week|"
    r"next month|later this|tomorrow|ahead of|in the coming|is to|are to)\b",
    re.IGNORECASE,
)
_NOT_REAL = re.compile(
    r"\b(?:if|would|could|might|may|unless|whether|threat|threaten\w*|fear\w*|possible|potential|risk|planned|plan\w*|"
    r"warn\w*|denied|denies|deny|no plans?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The text was written before `before` and not before `after`; `fresh` is the day of an event that it calls by its
    weekday. `sure_after`: the text dates the event itself."""

    before: date | None
    after: date | None
    fresh: date | None
    sure_after: bool


def find_bounds(doc: Doc, dates: list[Written], calendar: Calendar) -> Bounds:
    """The bounds that the calendar's events give."""
    coming: list[date] = []
    past: list[tuple[date, bool, bool]] = []
    ahead = {(each.month, each.day) for each in dates if is_ahead(_sentence(doc, each.span.start).text)}
    calendar = calendar.within(doc.text)
    for window, sentence in _windows(doc):
        for event in calendar.meant(window):
            dated = _dated(event, sentence, dates)
            if dated is not None and (dated.month, dated.day) in ahead:
                coming.append(dated)
            elif is_ahead(sentence.text) and dated is not None:
                coming.append(dated)
            elif not is_ahead(sentence.text) and not _NOT_REAL.search(sentence.text) and _is_told(sentence):
                past.append((event.first, dated is not None, _names_weekday(event, doc, sentence)))
    before = min(coming, default=None)
    past = [each for each in past if before is None or each[0] < before]
    after = max((day for day, _, _ in past), default=None)
    fresh = max((day for day, _, named in past if named and day == after), default=None)
    return Bounds(before, after, fresh, any(sure for day, sure, _ in past if day == after))


def _windows(doc: Doc) -> Iterator[tuple[str, Words]]:
    """Every sentence, alone and with the one before it: an event's actors are often named just before."""
    previous = ""
    for sentence in doc.sents:
        yield previous + " " + sentence.text, sentence
        previous = sentence.text


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


def _names_weekday(event: DatedEvent, doc: Doc, sentence: Words) -> bool:
    start = max(sentence.start_char - 400, 0)
    days = {day for _, day in find_weekdays(doc.text[start : sentence.end_char])}
    return event.first.weekday() in days

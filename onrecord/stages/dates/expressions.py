"""Dates as a text writes them: "10 January 2022", "January 12th", "2022-01-10", "Thursday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.records import Span

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_WEEKDAYS = {
    day: number
    for number, day in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_MONTH = "(?P<month>" + "|".join(sorted((name.title() for name in _MONTHS), key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DATES = tuple(
    re.compile(r"(?<![\w.])" + pattern + r"(?![\d]|[a-z])")
    for pattern in (
        r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)",
        rf"{_MONTH} {_DAY}(?:,? {_YEAR})?",
        rf"{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?",
    )
)
_DAY_NAME = re.compile(r"\b(" + "|".join(day.title() for day in _WEEKDAYS) + r")", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A date in the text; `year` is None where none stands there."""

    span: Span
    year: int | None
    month: int
    day: int

    def date(self) -> date | None:
        """The full date, where there is a year and such a day."""
        return day_of(self.year, self.month, self.day) if self.year else None


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the month has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_dates(text: str) -> list[Written]:
    """Dates with a day and a month, in order of the text."""
    found: dict[int, Written] = {}
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = match["month"]
            number = int(month) if month.isdigit() else _MONTHS[month.lower()]
            year = int(match["year"]) if match["year"] else None
            written = Written(Span(*match.span()), year, number, int(match["day"]))
            if not any(written.span.overlaps(other.span) for other in found.values()) and day_of(
                2024, number, written.day
            ):
                found[match.start()] = written
    return [found[start] for start in sorted(found)]


def find_weekdays(text: str) -> Iterator[tuple[Span, int]]:
    """Names of days with their number (Monday is 0)."""
    for match in _DAY_NAME.finditer(text):
        yield Span(*match.span()), _WEEKDAYS[match.group().lower()]

"""The date at the head of a page, and the dateline of a report."""

from __future__ import annotations

from datetime import date

from onrecord.stages.dates.evidence import Bounds
from onrecord.stages.dates.expressions import Written, day_of

_HEAD = 600  # characters: masthead, headline and dateline; a date further down belongs to the story
_SHARE = 0.45  # of its line: a page date stands almost alone ("Friday, July 21, 2017")
_LONGEST_PLACE = 40  # characters before the date of a dateline ("KYIV, 3 March (Wire) —")


def page_date(text: str, dates: list[Written]) -> date | None:
    """The first full date that has a line of the page's head nearly to itself, or is that of a dateline."""
    for written in dates:
        day = written.date()
        if day is None or written.span.start > _HEAD:
            continue
        end = text.find("\n", written.span.end)
        line = text[_line_start(text, written) : end if end >= 0 else len(text)]
        if _is_dateline(text, written) or len(written.span.of(text)) >= _SHARE * len(line.strip()):
            return day
    return None


def dateline(text: str, dates: list[Written], bounds: Bounds) -> date | None:
    """The day of a dateline without a year, where the bounds of the text tell which year."""
    for written in dates:
        if written.span.start <= _HEAD and written.year is None and _is_dateline(text, written):
            near = bounds.before or bounds.after
            years = (near.year - 1, near.year, near.year + 1) if near is not None else ()
            days = [day for year in years if (day := day_of(year, written.month, written.day))]
            if bounds.before is not None:
                return max((day for day in days if day < bounds.before), default=None)
            return min((day for day in days if bounds.after and day >= bounds.after), default=None)
    return None


def _line_start(text: str, written: Written) -> int:
    return text.rfind("\n", 0, written.span.start) + 1


def _is_dateline(text: str, written: Written) -> bool:
    lead = text[_line_start(text, written) : written.span.start]
    place = lead.split(",")[0]
    return (
        len(lead) < _LONGEST_PLACE and place.isupper() and text[written.span.end :].lstrip()[:1] in ("(", "—", "–", "-")
    )

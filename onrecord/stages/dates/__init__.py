"""When a text was written: by the date it bears, or by what it says is past and what is still to come."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Doc

from onrecord.knowledge.calendar import Calendar
from onrecord.records import Article, Dating, Scheduled
from onrecord.stages.dates.evidence import Bounds, find_bounds
from onrecord.stages.dates.expressions import find_dates
from onrecord.stages.dates.headings import page_date
from onrecord.stages.dates.timetable import find_scheduled

_DAY = timedelta(days=1)
_FRESH = 2  # days: a report that names a weekday without a date is of that day or the two after it
_NEAR = 31  # days: a date without a year is read within a month


def date_text(article: Article, doc: Doc, calendar: Calendar) -> Dating:
    """The days on which the text can have been written, the dates it says are to come, and what contradicts them.

    1. stated     the given date of publication, else the date at the head of the page
    2. bounds     a known event still to come ends the time of writing, a past one begins it
    3. verdict    the stated date where it lies within the bounds, else the bounds and a caution
    """
    dates = find_dates(doc.text)
    stated = article.published or page_date(doc.text, dates)
    bounds = find_bounds(doc, dates, calendar)
    cautions: tuple[str, ...] = ()
    written: tuple[date, date] | None = None
    if stated is not None:
        caution = _contradiction(stated, bounds)
        cautions = (caution,) if caution else ()
        written = _within(bounds) if caution else (stated - _DAY, stated)
    elif bounds.before is not None or bounds.fresh is not None:
        written = _within(bounds)
    scheduled: tuple[Scheduled, ...] = find_scheduled(doc, dates, bounds, written)
    return Dating(written, scheduled, cautions)


def _contradiction(stated: date, bounds: Bounds) -> str:
    if bounds.before is not None and stated >= bounds.before:
        return f"The page is dated {stated.isoformat()}, but the text was written before {bounds.before.isoformat()}."
    if bounds.after is not None and stated < bounds.after and bounds.sure_after:
        return f"The page is dated {stated.isoformat()}, but the text was written after {bounds.after.isoformat()}."
    return ""


def _within(bounds: Bounds) -> tuple[date, date] | None:
    if bounds.fresh is not None and (bounds.before is None or bounds.fresh < bounds.before):
        last = bounds.fresh + _FRESH * _DAY
        return bounds.fresh, min(last, bounds.before - _DAY) if bounds.before else last
    if bounds.before is None:
        return None
    last = bounds.before - _DAY
    first = bounds.after if bounds.after is not None and bounds.after <= last else last - _NEAR * _DAY
    return first, last

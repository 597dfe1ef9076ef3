"""When a text was written: by the date it bears, or by what it says is past and what is still to come."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Doc

from onrecord.knowledge.calendar import Calendar
from onrecord.records import Article, Dating
from onrecord.stages.dates.evidence import Bounds, find_bounds
from onrecord.stages.dates.expressions import find_dates
from onrecord.stages.dates.headings import dateline, page_date
from onrecord.stages.dates.timetable import find_scheduled

_DAY = timedelta(days=1)
_FRESH = 2  # days: a report that names a weekday without a date is of that day or the two after it
_WEEK = 7  # days: after that the same weekday is another day
_LAG = 3  # days: what someone said of tomorrow may be printed the day after it
_NEAR = 31  # days: a date without a year is read within a month


def date_text(article: Article, doc: Doc, calendar: Calendar) -> Dating:
    """The days on which the text can have been written, the dates it says are to come, and what contradicts them.

    1. stated     the given date of publication, else the date at the head of the page
    2. bounds     a known event still to come ends the time of writing, a past one begins it
    3. verdict    the stated date where it lies within the bounds, else the bounds and a caution
    """
    dates = find_dates(article.text)
    stated = article.published or page_date(article.text, dates)
    bounds = find_bounds(article.text, doc, dates, calendar, stated)
    stated = stated or dateline(article.text, dates, bounds)
    caution = _contradiction(stated, bounds) if stated is not None else ""
    written = _within(bounds) if stated is None or caution else (stated - _DAY, stated)
    return Dating(written, find_scheduled(article.text, doc, dates, written, stated), (caution,) if caution else ())


def _contradiction(stated: date, bounds: Bounds) -> str:
    limits = [bounds.before] if bounds.before is not None else []
    if bounds.fresh is not None and bounds.called:
        limits.append(bounds.fresh + _WEEK * _DAY)
    if limits and stated >= min(limits) + _LAG * _DAY:
        return f"The page is dated {stated.isoformat()}, but the text was written before {min(limits).isoformat()}."
    if bounds.after is not None and bounds.dated and stated < bounds.after:
        return f"The page is dated {stated.isoformat()}, but the text was written after {bounds.after.isoformat()}."
    return ""


def _within(bounds: Bounds) -> tuple[date, date] | None:
    last = bounds.before - _DAY if bounds.before is not None else None
    if bounds.fresh is not None:
        fresh = bounds.fresh + _FRESH * _DAY
        return bounds.fresh, min(fresh, last) if last is not None else fresh
    if last is None:
        return None
    return bounds.after or last - _NEAR * _DAY, last

"""The date at the head of a page."""

from __future__ import annotations

from datetime import date

from onrecord.stages.dates.expressions import Written

_HEAD = 600  # characters: masthead, headline and dateline; a date further down belongs to the story
_SHARE = 0.45  # of its line: a page date stands almost alone ("Friday, July 21, 2017", "KYIV, 3 March 2022 (Wire) —")


def page_date(text: str, dates: list[Written]) -> date | None:
    """The first full date that has a line of the page's head nearly to itself, or opens one before a dash."""
    for written in dates:
        day = written.date()
        if day is None or written.span.start > _HEAD:
            continue
        start = text.rfind("\n", 0, written.span.start) + 1
        end = text.find("\n", written.span.end)
        line = text[start : end if end >= 0 else len(text)]
        lead = text[start : written.span.start]
        opens = (
            len(lead) < 40 and lead.isupper() and text[written.span.end : written.span.end + 25].lstrip()[:1] in "(—–-"
        )
        if opens or len(written.span.of(text)) >= _SHARE * len(line.strip()):
            return day
    return None

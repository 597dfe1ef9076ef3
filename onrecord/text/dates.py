"""The date line of a page."""

from __future__ import annotations

import re
from collections.abc import Set
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
TIME = (
    r"(?:,? ?(?:at|[-–—|•·/]|t)? ?[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2})?"
    r" ?(?:[ap]\.?m\.?)? ?(?:z|\(?[a-z]{2,5}\)?(?:[+-][0-9]{1,2})?|[+-][0-9]{2}:?[0-9]{2})?)?"
)
FORMS = tuple(
    re.compile(WEEKDAY + form + TIME + r"\Z")
    for form in (
        rf"{MONTH} {DAY},? {YEAR}",
        rf"{DAY} {MONTH},? {YEAR}",
        rf"{YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})",
        rf"(?P<day>[0-9]{{1,2}})\.(?P<month>[0-9]{{1,2}})\.{YEAR}",
    )
)
LONGEST = 80  # characters of a date line, its label and time included


def page_date(line: str, labels: Set[str]) -> date | None:
    """The date that a line states when it states nothing else but a label ("Published on") and a time of day."""
    if len(line) > LONGEST:
        return None
    stated = line.strip(" \t|•·*[]()").lower()
    for form in FORMS:
        found = form.search(stated)
        if found:
            label = stated[: found.start()].rstrip(" :,-–—|")
            return _date(found) if not label or label in labels else None
    return None


def _date(found: re.Match[str]) -> date | None:
    month = found["month"]
    number = int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:  # the 31st of February is no page date
        return None

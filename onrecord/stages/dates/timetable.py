"""What a text says is to happen on a date that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from onrecord.records import Scheduled, Span
from onrecord.stages.dates.evidence import is_ahead
from onrecord.stages.dates.expressions import Written, day_of

_NEXT_DAY = re.compile(r"\b[Tt]he (?:next|following) day\b|\b[Tt]he day after\b")
_REACH = 200  # characters: "the next day" follows the day it counts from within a sentence
_SOON = timedelta(days=60)  # a date without a year further off than this is rather a past one
_MOST_WORDS = 12  # a line of a timeline


def find_scheduled(
    text: str, doc: Doc, dates: list[Written], written: tuple[date, date] | None, stated: date | None
) -> tuple[Scheduled, ...]:
    """A row for every date after the time of writing; without one, for every date spoken of as to come."""
    rows: dict[date, Scheduled] = {}
    for each in dates:
        day = each.date() or _nearest(each, written)
        words = doc.char_span(each.span.start, each.span.end, alignment_mode="expand")
        if day is None or words is None or day == stated:
            continue
        ahead = is_ahead(words.sent.text)
        if written:
            ahead = day > written[1] and (ahead or each.year is not None or day - written[1] < _SOON)
        if ahead:
            rows.setdefault(day, Scheduled(each.span, day, _what(words.root)))
            for following in _following(text, doc, rows[day], dates):
                rows.setdefault(following.date, following)
    return tuple(sorted(rows.values(), key=lambda row: row.span))


def _nearest(each: Written, written: tuple[date, date] | None) -> date | None:
    if written is None:
        return None
    middle = written[1]
    days = [day_of(middle.year + step, each.month, each.day) for step in (-1, 0, 1)]
    return min((day for day in days if day is not None), key=lambda day: abs(day - middle), default=None)


def _following(text: str, doc: Doc, row: Scheduled, dates: list[Written]) -> Iterator[Scheduled]:
    next_date = min((each.span.start for each in dates if each.span.start > row.span.end), default=len(text))
    match = _NEXT_DAY.search(text, row.span.end, min(row.span.end + _REACH, next_date))
    words = doc.char_span(*match.span(), alignment_mode="expand") if match else None
    if match is not None and words is not None:
        what = _phrase([token for token in words.sent if token.i >= words.end and not _is_date(token)])
        yield replace(row, span=Span(*match.span()), date=row.date + timedelta(days=1), what=what)


def _what(date_word: Token) -> str:
    """The noun or the clause that the date belongs to."""
    head = date_word
    while head.head != head and (_is_date(head) or head.pos_ in ("ADP", "NUM", "SYM", "PUNCT") or _hangs_on_noun(head)):
        head = head.head
    if head.pos_ in ("NOUN", "PROPN"):
        words = [token for token in head.subtree if token.i <= head.i or token.i < date_word.left_edge.i]
    else:
        words = [token for token in head.subtree if head.head != head or token.sent == head.sent]
    return _phrase([token for token in words if not _is_date(token)])


def _is_date(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _hangs_on_noun(token: Token) -> bool:
    return token.dep_ in ("acl", "amod") and token.head.pos_ in ("NOUN", "PROPN")


def _phrase(words: list[Token]) -> str:
    text = "".join(token.text_with_ws for token in words[:_MOST_WORDS] if not token.is_space)
    text = re.sub(r"\s+([,.;])", r"\1", " ".join(text.split())).lstrip(" ,.;")
    text = re.sub(r"^(?:On|In|At|By),\s*", "", text)
    return re.sub(r"(?:[\s,.;–—-]|\b(?:on|in|at|for|by|of|and|the|to|with|scheduled|planned))+$", "", text)

"""What a text says is to happen on a date that it names."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc, Token

from onrecord.records import Scheduled
from onrecord.records import Span as Stretch
from onrecord.stages.dates.evidence import Bounds, is_ahead
from onrecord.stages.dates.expressions import Written, day_of

_MOST_WORDS = 12  # a line of a timeline


def find_scheduled(
    doc: Doc, dates: list[Written], bounds: Bounds, written: tuple[date, date] | None
) -> tuple[Scheduled, ...]:
    """A row for every date after the time of writing, and for every date of which the text speaks as to come."""
    rows: dict[date, Scheduled] = {}
    for each in dates:
        day = each.date() or _nearest(each, written)
        if day is None or day in rows:
            continue
        words = doc.char_span(each.span.start, each.span.end, alignment_mode="expand")
        if words is None:
            continue
        ahead = day > written[1] if written else is_ahead(words.sent.text)
        if ahead:
            rows[day] = Scheduled(Stretch(each.span.start, each.span.end), day, _what(words.root))
    return tuple(sorted(rows.values(), key=lambda row: row.span))


def _nearest(each: Written, written: tuple[date, date] | None) -> date | None:
    if written is None:
        return None
    middle = written[1]
    days = [day_of(middle.year + step, each.month, each.day) for step in (-1, 0, 1)]
    return min((day for day in days if day is not None), key=lambda day: abs(day - middle), default=None)


def _what(date_word: Token) -> str:
    """The noun or verb that the date hangs on, with its own words."""
    head = date_word
    while head.pos_ not in ("NOUN", "VERB", "PROPN") or head.ent_type_ == "DATE":
        if head.head.i == head.i:
            break
        head = head.head
    words = [token for token in head.subtree if not token.is_space]
    words = [token for token in words if token.ent_type_ != "DATE"] or words
    text = "".join(token.text_with_ws for token in words[:_MOST_WORDS]).strip(" ,.;")
    return " ".join(text.split())

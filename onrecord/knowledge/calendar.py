"""The dated events of the story, by which a text can be placed in time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.errors import DataError
from onrecord.knowledge.data import read_yaml
from onrecord.knowledge.naming import fold


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """One event, from its first to its last day; a text means it where it holds a word of every list."""

    id: str
    first: date
    last: date
    what: str
    words: tuple[tuple[str, ...], ...]  # folded, lower case
    patterns: tuple[re.Pattern[str], ...]  # the same as whole words

    def may_be_in(self, lower: str) -> bool:
        """Whether every list has a word somewhere in a folded, lower-case text: quick, and wrong only by saying yes."""
        return all(any(word in lower for word in words) for words in self.words)

    def is_meant(self, text: str) -> bool:
        """Whether a folded stretch of text speaks of this event."""
        return all(pattern.search(text) for pattern in self.patterns)

    def is_told_in(self, sentence: str) -> bool:
        """Whether a sentence holds the most telling words of the event, those of its last list."""
        return bool(self.patterns[-1].search(fold(sentence)))

    def on(self, month: int, day: int) -> date | None:
        """The day of the event that has this month and day, if one has."""
        return next((each for each in (self.last, self.first) if (each.month, each.day) == (month, day)), None)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The events in order of time."""

    events: tuple[DatedEvent, ...]

    def within(self, text: str) -> Calendar:
        """The events whose words all stand somewhere in a text: those worth looking for sentence by sentence."""
        lower = fold(text).lower()
        return Calendar(tuple(event for event in self.events if event.may_be_in(lower)))

    def meant(self, text: str) -> list[DatedEvent]:
        """The events that a stretch of text speaks of."""
        folded = fold(text)
        return [event for event in self.events if event.is_meant(folded)]


def load_calendar() -> Calendar:
    """The calendar of data/events.yaml. Raises DataError naming the event that is wrong."""
    events = [_event(row) for row in read_yaml("events.yaml")]
    return Calendar(tuple(sorted(events, key=lambda event: event.first)))


def _event(row: dict[str, Any]) -> DatedEvent:
    try:
        days = row["date"] if isinstance(row["date"], list) else [row["date"]]
        first, last = (day if isinstance(day, date) else date.fromisoformat(day) for day in (days[0], days[-1]))
        words = tuple(tuple(fold(str(word)).lower() for word in words) for words in row["terms"])
        return DatedEvent(row["id"], first, last, row["what"], words, tuple(map(_any_of, words)))
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"data/events.yaml, event {row.get('id', row)}: {error!r}.") from error


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)

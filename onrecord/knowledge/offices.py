"""Who held which office when, and the words an office goes by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from onrecord.errors import DataError
from onrecord.knowledge.data import read_csv, read_yaml

Days: TypeAlias = tuple[date, date]  # first and last

_SMALL = frozenset(["of", "the", "for", "to", "in", "at", "and", "a", "'s", "-"])


@dataclass(frozen=True, slots=True)
class Office:
    """One term: a person in an office of a state or organisation from `start` until the day before `end`."""

    title: str
    role: str
    body: str
    person: str
    start: date
    end: date | None

    def covers(self, days: Days) -> bool:
        """Whether the person held it on all of these days."""
        return self.start <= days[0] and (self.end is None or days[1] < self.end)


@dataclass(frozen=True, slots=True)
class Offices:
    """Every term known, and the forms of every role (lower-case words, longest first)."""

    forms: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    by_seat: Mapping[tuple[str, str], tuple[Office, ...]]
    by_person: Mapping[str, tuple[Office, ...]]
    vocabulary: frozenset[str]  # every content word of every form

    def holder(self, role: str, body: str, days: Days) -> Office | None:
        """The one term that covers all of these days, or None where there is none or more than one holder."""
        found = [office for office in self.by_seat.get((role, body), ()) if office.covers(days)]
        return found[0] if len({office.person for office in found}) == 1 else None

    def held(self, person: str, days: Days) -> Office | None:
        """The highest office that the person held on these days (offices.csv lists the highest first)."""
        return next((office for office in self.by_person.get(person, ()) if office.covers(days)), None)

    def match(self, words: list[str], at: int) -> Iterator[tuple[int, str]]:
        """(number of words, role) for every role spoken of at this place, the longest forms first."""
        for form, role in self.forms.get(words[at], ()):
            if tuple(words[at : at + len(form)]) == form:
                yield len(form), role


def load_offices(actors: set[str]) -> Offices:
    """The terms of data/offices.csv and the forms of data/roles.yaml. Raises DataError on a row that hangs."""
    forms: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for row in read_yaml("roles.yaml"):
        for form in row["forms"]:
            words = tuple(form.lower().replace("-", " - ").split())
            forms[words[0]].append((words, row["role"]))
    by_seat: defaultdict[tuple[str, str], list[Office]] = defaultdict(list)
    by_person: defaultdict[str, list[Office]] = defaultdict(list)
    for number, row in enumerate(read_csv("offices.csv"), start=2):
        office = _office(row, number)
        if not {office.person, office.body} <= actors:
            raise DataError(f"data/offices.csv, line {number}: {office.person} or {office.body} is not in actors.yaml.")
        by_seat[office.role, office.body].append(office)
        by_person[office.person].append(office)
    return Offices(
        forms={word: tuple(sorted(each, key=lambda form: -len(form[0]))) for word, each in forms.items()},
        by_seat={seat: tuple(terms) for seat, terms in by_seat.items()},
        by_person={person: tuple(terms) for person, terms in by_person.items()},
        vocabulary=frozenset(word for each in forms.values() for form, _ in each for word in form) - _SMALL,
    )


def _office(row: dict[str, str], number: int) -> Office:
    try:
        start = date.fromisoformat(row["start"])
        end = date.fromisoformat(row["end"]) if row["end"] else None
        office = Office(row["office"], row["role"], row["body"], row["person"], start, end)
    except (KeyError, ValueError, TypeError) as error:
        raise DataError(f"data/offices.csv, line {number}: {error}.") from error
    if end and end <= start:
        raise DataError(f"data/offices.csv, line {number}: the term ends before it begins.")
    return office


def days_of(written: Days | None, published: date | None) -> Days | None:
    """The days on which offices are to be held: those of the text, else that of publication."""
    return written or ((published, published) if published else None)

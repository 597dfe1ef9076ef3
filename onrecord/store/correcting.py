"""Correcting an archive: add a correction, undo one, list them all. Every reader sees what came of it at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import BadCorrection
from onrecord.limits import CORRECTIONS
from onrecord.records import Actor
from onrecord.store.connection import reading, writing
from onrecord.store.corrections import Correction, check, resting_on
from onrecord.store.log import append, number_of, read_log, take_out
from onrecord.store.overlay import articles_touched, correct_articles, corrected_articles
from onrecord.store.writing import stored


@dataclass(frozen=True, slots=True)
class Kept:
    """A correction in the list of an archive: its number, and how many articles it changes now."""

    number: int
    correction: Correction
    articles: int


def corrections(path: Path) -> list[Kept]:
    """All corrections of an archive in the order in which they were made."""
    with reading(path) as connection:
        connection.execute("BEGIN")
        changed = dict(connection.execute("SELECT correction, count(*) FROM corrected GROUP BY correction").fetchall())
        return [Kept(number, one, changed.get(number, 0)) for number, one in read_log(connection).items()]


def correct(path: Path, correction: Correction) -> int:
    """Keep a correction and apply it; give the number of articles that it changes.

    The same one again changes nothing, but for a rename, which becomes the last. Raises BadCorrection, ReadOnlyArchive.
    """
    with writing(path) as connection:
        there = number_of(connection, correction)
        if there is not None and correction.kind != "rename":
            return 0
        if there is not None:
            take_out(connection, there)
        number = _add(connection, correction, list(read_log(connection).values()))
        correct_articles(connection, articles_touched(connection, correction))
        found = connection.execute("SELECT count(*) FROM corrected WHERE correction = ?", (number,))
        return int(found.fetchone()[0])


def correct_all(path: Path, several: Iterable[Correction | BadCorrection]) -> list[bool | BadCorrection]:
    """Keep and apply several in one transaction; for each, in their order, whether it was not there yet, or what is
    wrong with it. The same list can be brought in twice."""
    outcomes: list[bool | BadCorrection] = []
    touched: set[int] = set()
    with writing(path) as connection:
        before = list(read_log(connection).values())
        for one in several:
            if isinstance(one, BadCorrection):
                outcomes.append(one)
                continue
            outcomes.append(number_of(connection, one) is None)
            if not outcomes[-1]:
                continue
            try:
                _add(connection, one, before)
            except BadCorrection as error:
                outcomes[-1] = error
            else:
                before.append(one)
                touched.update(articles_touched(connection, one))
        # Once is enough: an article in which one correction changes who another is about is among those of the first.
        correct_articles(connection, sorted(touched))
    return outcomes


def undo(path: Path, *numbers: int) -> list[Correction]:
    """Take corrections back, the newest first, and after each those that rest on it; give all that were taken back.

    Empty when none of them is there any more.
    """
    with writing(path) as connection:
        log = read_log(connection)
        # A correction may change no article only because of another: a name given back hides the one before it.
        touched, gone = set(corrected_articles(connection)), []
        for number in sorted(numbers, reverse=True):
            for each in [number, *resting_on(number, log)] if number in log else []:
                take_out(connection, each)
                gone.append(log.pop(each))
                touched.update(articles_touched(connection, gone[-1]))
        if gone:
            correct_articles(connection, sorted(touched))
        return gone


def machines_actor(path: Path, id_: str) -> Actor | None:
    """An actor as the machine last named it, or as it was made by hand: what a correction says of it."""
    with reading(path) as connection:
        row = connection.execute(
            "SELECT id, name, kind, wikidata, state FROM main.actors WHERE id = CAST(? AS TEXT)"
            " ORDER BY article DESC LIMIT 1",
            (stored(id_),),
        ).fetchone()
        if row:
            return Actor(row[0], row[1], row[2], row[3], None, row[4])
        made = [one.actor if one.kind == "new" else one.into for one in read_log(connection).values()]
        return next((actor for actor in made if actor and actor.id == id_), None)


def _add(connection: sqlite3.Connection, correction: Correction, before: Sequence[Correction]) -> int:
    """Put a correction at the end of the list, if it makes sense after those before; give its number."""
    if len(before) >= CORRECTIONS:
        raise BadCorrection(f"{CORRECTIONS:,} corrections are as many as one collection keeps: undo some first")
    check(correction, before)
    return append(connection, correction)

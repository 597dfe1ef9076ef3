"""Corrected articles beside the machine's: made anew whenever an article or a correction changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from onrecord.store.corrected import corrected, folded_name
from onrecord.store.corrections import Correction, settled
from onrecord.store.log import read_log
from onrecord.store.reading import read_report
from onrecord.store.shown import TWINNED
from onrecord.store.writing import find_quotes_by_names_of, stored, write_corrected

# Articles that have to do with an actor, in the machine's rows or in corrected ones.
_INVOLVED = """
    SELECT article FROM actors WHERE CAST(:id AS TEXT) IN (id, state)
    UNION SELECT article FROM corrected_actors WHERE CAST(:id AS TEXT) IN (id, state)
    UNION SELECT article FROM stances WHERE target = CAST(:id AS TEXT)
    UNION SELECT article FROM corrected_stances WHERE target = CAST(:id AS TEXT)"""


def correct_articles(connection: sqlite3.Connection, articles: Iterable[int]) -> list[int]:
    """Make these articles anew from the machine's rows and all corrections; give the numbers of those that any of them
    changes. The caller holds the transaction, and its connection shows the machine's own rows."""
    log = read_log(connection)
    numbers, corrections = list(log), settled(list(log.values()))
    changed = []
    for n in articles:
        machine = read_report(connection, n)
        before = {each for (each,) in connection.execute("SELECT correction FROM corrected WHERE article = ?", (n,))}
        report, changing = corrected(machine, corrections)
        if not before and not changing:
            continue
        _forget(connection, n)
        connection.executemany("INSERT INTO corrected VALUES (?, ?)", [(n, numbers[each]) for each in changing])
        if changing:
            write_corrected(connection, n, report)
            changed.append(n)
        find_quotes_by_names_of(connection, n, report)
    return changed


def corrected_articles(connection: sqlite3.Connection) -> list[int]:
    """The numbers of the articles that corrections change."""
    return [n for (n,) in connection.execute("SELECT DISTINCT article FROM corrected")]


def articles_touched(connection: sqlite3.Connection, correction: Correction) -> list[int]:
    """The numbers of all articles that a new correction can change; some may turn out to stay as they are."""
    if correction.kind == "apart":
        return []
    if correction.kind == "new":
        return _naming(connection, correction.aliases)
    given = {"id": stored(correction.actor.id)}
    return [n for (n,) in connection.execute(_INVOLVED, given)]


def _naming(connection: sqlite3.Connection, aliases: Sequence[str]) -> list[int]:
    """The articles in which a name may stand: as a mention, or with its first word anywhere in the text."""
    wanted = set(map(folded_name, aliases))
    surfaces = connection.execute("SELECT surface FROM mentions UNION SELECT surface FROM corrected_mentions")
    named = [surface for (surface,) in surfaces if folded_name(surface) in wanted]
    words = [alias.split()[0] for alias in aliases]
    found: set[int] = set()
    for query, values in (
        ("SELECT article FROM mentions WHERE surface = CAST(? AS TEXT)", named),
        ("SELECT article FROM corrected_mentions WHERE surface = CAST(? AS TEXT)", named),
        ("SELECT n FROM articles WHERE instr(text, CAST(? AS TEXT))", words),
    ):
        for value in values:
            found.update(n for (n,) in connection.execute(query, (stored(value),)))
    return sorted(found)


def _forget(connection: sqlite3.Connection, n: int) -> None:
    for table in TWINNED:
        connection.execute(f"DELETE FROM corrected_{table} WHERE article = ?", (n,))  # noqa: S608  # names of ours
    connection.execute("DELETE FROM corrected WHERE article = ?", (n,))

"""The list of corrections as the archive keeps it: in order, each once."""

from __future__ import annotations

import json
import sqlite3

from onrecord.store.corrections import Correction, as_record, from_record


def read_log(connection: sqlite3.Connection) -> dict[int, Correction]:
    """All corrections by number, in the order in which they were made."""
    found = connection.execute("SELECT n, content FROM corrections ORDER BY n")
    return {n: from_record(json.loads(content)) for n, content in found}


def number_of(connection: sqlite3.Connection, correction: Correction) -> int | None:
    """The number under which the same correction is kept, whenever it was made."""
    found = connection.execute("SELECT n FROM corrections WHERE same = ?", (_same(correction),)).fetchone()
    return int(found[0]) if found else None


def append(connection: sqlite3.Connection, correction: Correction) -> int:
    """Put a correction at the end; give its number."""
    given = (correction.made.isoformat(), _same(correction), json.dumps(as_record(correction)))
    statement = "INSERT INTO corrections (made, same, content) VALUES (?, ?, ?)"
    return int(connection.execute(statement, given).lastrowid or 0)


def take_out(connection: sqlite3.Connection, number: int) -> None:
    """Take a correction off the list."""
    connection.execute("DELETE FROM corrections WHERE n = ?", (number,))


def _same(correction: Correction) -> str:
    """Equal for two corrections that do the same: what one collection knows of an actor beyond its id may differ."""
    into = correction.into
    name = into.name if into and correction.kind == "rename" else None
    told = [correction.kind, correction.actor.id, into.id if into else None, name, correction.article]
    return json.dumps([*told, sorted(correction.aliases)])

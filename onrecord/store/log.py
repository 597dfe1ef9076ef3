"""The list of corrections as the archive keeps it: in order, each once."""

from __future__ import annotations

import json
import sqlite3

from onrecord.store.corrections import Correction, as_record, from_record


def read_log(connection: sqlite3.Connection) -> dict[int, Correction]:
    """All corrections by number, in the order in which they were made."""
    found = connection.execute("SELECT n, made, content FROM corrections ORDER BY n")
    return {n: from_record(json.loads(content) | {"made": made}) for n, made, content in found}


def number_of(connection: sqlite3.Connection, correction: Correction) -> int | None:
    """The number under which the same correction is kept, whenever it was made."""
    found = connection.execute("SELECT n FROM corrections WHERE content = ?", (_content(correction),)).fetchone()
    return int(found[0]) if found else None


def append(connection: sqlite3.Connection, correction: Correction) -> int:
    """Put a correction at the end; give its number."""
    given = (correction.made.isoformat(), _content(correction))
    return int(connection.execute("INSERT INTO corrections (made, content) VALUES (?, ?)", given).lastrowid or 0)


def take_out(connection: sqlite3.Connection, number: int) -> None:
    """Take a correction off the list."""
    connection.execute("DELETE FROM corrections WHERE n = ?", (number,))


def _content(correction: Correction) -> str:
    record = as_record(correction)
    del record["made"]
    return json.dumps(record, sort_keys=True)

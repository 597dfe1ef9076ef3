"""Brings an archive's file to the newest schema: numbered .sql files, each run once, in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import UnusableArchive

MIGRATIONS = Path(__file__).parent / "migrations"


def newest(folder: Path = MIGRATIONS) -> int:
    """The number of the newest schema."""
    return max(_numbered(folder))


def version(connection: sqlite3.Connection) -> int:
    """The number of the schema that the file has; 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, folder: Path = MIGRATIONS) -> None:
    """Run what the file has not seen yet, all of it or nothing. Raises UnusableArchive for a newer file."""
    files = _numbered(folder)
    if version(connection) == max(files):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again inside the transaction: another process may have migrated while this one waited.
        before = version(connection)
        check(before, max(files))
        for number in sorted(number for number in files if number > before):
            for statement in _statements(files[number].read_text(encoding="utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def check(found: int, known: int) -> None:
    """Raises UnusableArchive when the file was written by a newer version than this one."""
    if found > known:
        raise UnusableArchive(
            f"this archive was written by a newer On Record (schema {found}; this one knows {known}): "
            "update On Record, or move the file away"
        )


def _numbered(folder: Path) -> dict[int, Path]:
    return {int(path.name.split("_")[0]): path for path in folder.glob("[0-9]*_*.sql")}


def _statements(script: str) -> Iterator[str]:
    """One statement at a time: executescript would commit the transaction that holds them together."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

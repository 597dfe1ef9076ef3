"""One short-lived connection an operation, one transaction a change."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from onrecord.errors import ReadOnlyArchive, UnusableArchive
from onrecord.store.migrate import check, migrate, newest, version
from onrecord.store.places import read_only
from onrecord.store.shown import show_corrected

BUSY_MILLISECONDS = 5_000
WAITS, WAIT_SECONDS = 100, 0.05  # the same five seconds, where SQLite itself does not wait


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The archive as it is to be shown, corrections applied; one that is not there yet reads as an empty one."""
    with _named(path), closing(_for_reading(path)) as connection:
        show_corrected(connection)
        yield connection


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The machine's own rows inside one transaction: whole when the block ends, untouched when it raises.

    BEGIN IMMEDIATE takes the write lock before anything is read: with a plain BEGIN seven of eight threads
    that read and then write are turned away. Raises ReadOnlyArchive, UnusableArchive.
    """
    with _named(path), closing(for_writing(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def for_writing(path: Path) -> sqlite3.Connection:
    """An open archive of the newest schema, made if it is not there. The caller closes it."""
    if read_only(path):
        raise ReadOnlyArchive("the demo can be read but not changed here: load articles of your own instead")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableArchive(f"{path} cannot be made ({error.strerror}): choose another folder") from error
    connection = _connect(str(path))
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        if version(connection) != newest():
            _write_ahead(connection)
            migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on. SQLite does not wait here for others that open the file, as it does elsewhere."""
    for _ in range(WAITS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(WAIT_SECONDS)
    connection.execute("PRAGMA journal_mode = WAL")


def _for_reading(path: Path) -> sqlite3.Connection:
    if not path.exists():
        return _in_memory(None)
    connection = _connect(_read_only_address(path), uri=True)
    try:
        found = version(connection)
        check(found, newest())
        if found == newest():
            return connection
        if read_only(path):
            return _in_memory(connection)
        connection.close()
        for_writing(path).close()
        return _connect(_read_only_address(path), uri=True)
    except BaseException:
        connection.close()
        raise


def _in_memory(source: sqlite3.Connection | None) -> sqlite3.Connection:
    """An empty archive, or a migrated copy of one that may not be changed itself."""
    connection = _connect(":memory:")
    if source is not None:
        with closing(source):
            source.backup(connection)
    migrate(connection)
    return connection


def _read_only_address(path: Path) -> str:
    address = f"{path.resolve().as_uri()}?mode=ro"
    # In a folder that cannot be written SQLite cannot make the shared memory that a WAL file asks for.
    return address if os.access(path.parent, os.W_OK) else f"{address}&immutable=1"


def _connect(address: str, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(address, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None, uri=uri)
    connection.text_factory = _text
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    # With a write-ahead log NORMAL survives a killed process; a power cut may lose the last article, never half of one.
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _text(stored: bytes) -> str:
    """Lone surrogates, which a source may hold and a repair has to give back, come back as they went in."""
    return stored.decode("utf-8", "surrogatepass")


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """A file that is no database, or cannot be one, is told by its name, not by SQLite's words alone."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise UnusableArchive(f"{path} is no archive that can be written here: choose another file") from error
        if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise UnusableArchive(
                f"{path.name} is no archive, or is damaged ({error}): move it away to start a new one"
            ) from error
        raise

"""The newest schema is what is written; an older file is brought up to it, a newer one is told apart."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import UnusableArchive
from onrecord.store import archive
from onrecord.store.connection import reading
from onrecord.store.migrate import MIGRATIONS, migrate, newest, version
from onrecord.store.places import home
from tests.store.invented import full_report


@pytest.fixture
def older_and_newer(tmp_path: Path) -> Path:
    """A folder of two migrations, the second of which needs what the first made."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_first.sql").write_text(
        "-- one;\nCREATE TABLE words (\n    word TEXT\n);\nINSERT INTO words VALUES ('a;b');\n"
    )
    (folder / "0002_second.sql").write_text("ALTER TABLE words ADD COLUMN seen INTEGER DEFAULT 7;\n")
    return folder


def memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def test_migrations_are_numbered_from_one_without_a_gap() -> None:
    numbers = sorted(int(file.name.split("_")[0]) for file in MIGRATIONS.glob("*.sql"))
    assert numbers == list(range(1, newest() + 1))


def test_an_older_file_keeps_its_rows_and_gets_the_new_column(older_and_newer: Path) -> None:
    with closing(memory()) as connection:
        second = (older_and_newer / "0002_second.sql").rename(older_and_newer / "later")
        migrate(connection, older_and_newer)
        assert version(connection) == 1
        second.rename(older_and_newer / "0002_second.sql")
        migrate(connection, older_and_newer)
        assert version(connection) == 2
        assert connection.execute("SELECT * FROM words").fetchall() == [("a;b", 7)]


def test_a_migration_that_fails_changes_nothing(older_and_newer: Path) -> None:
    with closing(memory()) as connection:
        (older_and_newer / "0002_second.sql").write_text("CREATE TABLE more (x);\nNOT SQL AT ALL;\n")
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, older_and_newer)
        assert version(connection) == 0
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_a_new_file_gets_the_newest_schema_and_a_write_ahead_log(path: Path) -> None:
    archive.save(path, full_report())
    with closing(sqlite3.connect(path)) as connection:
        assert version(connection) == newest()
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_from_before_the_first_schema_is_migrated_when_it_is_read(path: Path) -> None:
    path.touch()
    assert archive.count(path) == 0
    with closing(sqlite3.connect(path)) as connection:
        assert version(connection) == newest()


def test_a_file_from_a_newer_version_is_refused_with_a_word_and_left_alone(path: Path) -> None:
    archive.save(path, full_report())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {newest() + 6}")
    before = path.read_bytes()
    for ask in (archive.count, archive.clear, lambda path: archive.save(path, full_report())):
        with pytest.raises(UnusableArchive, match=f"newer On Record .schema {newest() + 6}"):
            ask(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to look at " * 50, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_a_file_that_is_no_archive_is_refused_by_its_name(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for ask in (archive.count, lambda path: archive.save(path, full_report())):
        with pytest.raises(UnusableArchive, match=r"mine\.sqlite"):
            ask(path)
    assert path.read_bytes() == content


def test_threads_that_meet_an_old_file_at_once_migrate_it_once(path: Path) -> None:
    path.touch()
    start, counts = threading.Barrier(6), []

    def count() -> None:
        start.wait()
        counts.append(archive.count(path))

    threads = [threading.Thread(target=count) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [0] * 6


def test_an_older_demo_that_may_not_be_changed_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    demo = home() / "demo.sqlite"
    demo.touch()
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    assert archive.articles(demo) == []
    assert demo.stat().st_size == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into any folder")
def test_an_archive_in_a_folder_that_cannot_be_written_is_read(path: Path) -> None:
    archive.save(path, full_report())
    mode = path.parent.stat().st_mode
    path.parent.chmod(mode & ~stat.S_IWUSR)
    try:
        assert archive.report(path, "full") == full_report()
    finally:
        path.parent.chmod(mode)


def test_a_reader_cannot_change_the_archive(path: Path) -> None:
    archive.save(path, full_report())
    with reading(path) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM articles")

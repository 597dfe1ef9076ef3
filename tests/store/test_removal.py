"""What is removed is gone from the file, not only from the lists."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from onrecord.store import archive
from onrecord.store.frames import Filter, rows
from onrecord.store.search import search
from tests.store.invented import full_report, plain_report

# Words of the full report alone, of a long row and of a short index entry: each as it stands and folded.
TRACES = [word.encode() for word in ("Veltin", "veltin", "ministers", "Karsovia", "karsovia", "READ MORE", "A. Writer")]


def traces_in(path: Path) -> list[bytes]:
    files = [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm", "-journal")]
    bytes_of_all = b"".join(file.read_bytes() for file in files if file.exists())
    return [trace for trace in TRACES if trace in bytes_of_all]


def test_the_words_of_a_removed_article_are_gone_from_the_file_and_its_log(path: Path) -> None:
    for n in range(5):
        archive.save(path, plain_report(n))
    archive.save(path, full_report())
    archive.save(path, plain_report(5))
    assert traces_in(path) == TRACES
    archive.remove(path, "full")
    assert traces_in(path) == []
    assert archive.count(path) == 6
    assert archive.report(path, "plain-5") == plain_report(5)
    assert len(search(path, "capital").articles) == 6


def test_removal_is_complete_while_another_window_holds_the_archive_open(path: Path) -> None:
    archive.save(path, full_report())
    with closing(sqlite3.connect(path)) as other:
        other.execute("SELECT count(*) FROM articles").fetchone()
        archive.remove(path, "full")
        assert traces_in(path) == []


def test_a_cleared_collection_leaves_no_word_and_can_be_filled_again(path: Path) -> None:
    for report in (full_report(), plain_report(1)):
        archive.save(path, report)
    archive.clear(path)
    assert traces_in(path) == []
    assert b"Person 0" not in path.read_bytes()
    assert archive.articles(path) == []
    assert rows(path, Filter()).mentions.empty
    archive.save(path, full_report())
    assert archive.report(path, "full") == full_report()

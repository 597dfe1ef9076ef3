"""What the archive holds: reports, saved whole, given back equal, and removed for good."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.errors import ArchiveFull, UnknownArticle
from onrecord.limits import ARCHIVE_ARTICLES_HOSTED
from onrecord.records import Provenance, Report
from onrecord.store.connection import for_writing, reading, writing
from onrecord.store.overlay import correct_articles
from onrecord.store.places import Places, limited
from onrecord.store.reading import read_report
from onrecord.store.writing import delete_article, stored, write_report

LOG = logging.getLogger(__name__)
OPENING = 100  # characters: a line of a list
WIPE_ATTEMPTS = 3  # each waits BUSY_MILLISECONDS for those who read; a reader takes a second at most


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of an archive, as a list shows it."""

    id: str
    title: str
    outlet: str
    published: date | None
    language: str
    made_by: Provenance


def save(path: Path, report: Report) -> None:
    """Keep a report in one transaction, in the place of an earlier one of the same article.

    Raises ReadOnlyArchive for the demo of a hosted instance, ArchiveFull for a visitor with too many articles.
    """
    with writing(path) as connection:
        if limited(path) and _number(connection, report.article.id) is None:
            _check_room(connection)
        correct_articles(connection, [write_report(connection, report)])


def known(path: Path, article_id: str, made_by: Provenance) -> bool:
    """Whether the article is there as this engine, model and data would make it: then there is nothing to do."""
    with reading(path) as connection:
        found = connection.execute(
            "SELECT engine, model, data FROM articles WHERE id = CAST(? AS TEXT)", (stored(article_id),)
        ).fetchone()
    return found is not None and Provenance(*found) == made_by


def report(path: Path, article_id: str) -> Report:
    """The report with every record of it, as corrections by hand have it; as it was saved, where there are none.
    Raises UnknownArticle."""
    with reading(path) as connection:
        # One transaction, so that an article replaced meanwhile is read whole, old or new.
        connection.execute("BEGIN")
        n = _number(connection, article_id)
        if n is None:
            raise UnknownArticle(f"no article {article_id!r} is in {path.name}")
        return read_report(connection, n)


def articles(path: Path) -> list[Entry]:
    """All articles of the archive, in the order in which they came."""
    with reading(path) as connection:
        found = connection.execute(
            "SELECT id, title, outlet, published, language, engine, model, data FROM articles ORDER BY n"
        ).fetchall()
    return [
        Entry(id_, title, outlet, date.fromisoformat(published) if published else None, language, Provenance(*made_by))
        for id_, title, outlet, published, language, *made_by in found
    ]


def openings(path: Path) -> dict[str, str]:
    """The first words of each article that has no title, so that a list can tell them apart."""
    with reading(path) as connection:
        found = connection.execute("SELECT id, substr(text, 1, ?) FROM articles WHERE title = ''", (OPENING,))
        return dict(found.fetchall())


def count(path: Path) -> int:
    """How many articles the archive holds."""
    with reading(path) as connection:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])


def remove(path: Path, article_id: str) -> None:
    """Take one article out of the archive and its words out of the file. Raises UnknownArticle."""
    with writing(path) as connection:
        if not delete_article(connection, article_id):
            raise UnknownArticle(f"no article {article_id!r} is in {path.name}")
    _wipe(path)


def clear(path: Path) -> None:
    """Take every article out of the archive and its words out of the file."""
    with writing(path) as connection:
        connection.execute("DELETE FROM found_quotes")
        connection.execute("DELETE FROM found_articles")
        connection.execute("DELETE FROM articles")
    _wipe(path)


def publish_demo(places: Places) -> None:
    """Let visitors see a hosted demo that has been analysed into `places.workshop`; at home there is nothing to do.

    A workshop with fewer articles than the demo is left alone: it is another process's, half done.
    """
    if not places.hosted or not places.workshop.exists() or count(places.workshop) < count(places.demo):
        return
    with closing(for_writing(places.workshop)) as connection:
        # Without WAL the file can be read from a folder that cannot be written.
        connection.execute("PRAGMA journal_mode = DELETE")
    os.replace(places.workshop, places.demo)


def _number(connection: sqlite3.Connection, article_id: str) -> int | None:
    found = connection.execute("SELECT n FROM articles WHERE id = CAST(? AS TEXT)", (stored(article_id),)).fetchone()
    return int(found[0]) if found else None


def _check_room(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT count(*) FROM articles").fetchone()[0] >= ARCHIVE_ARTICLES_HOSTED:
        raise ArchiveFull(
            f"you keep {ARCHIVE_ARTICLES_HOSTED} articles, as many as a visitor may here: "
            "remove some, or run On Record on your own machine"
        )


def _wipe(path: Path) -> None:
    """Rewrite the file without what was deleted, the full-text index and the write-ahead log included."""
    with closing(for_writing(path)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")  # VACUUM copies the archive: not onto the disk once more
        # A word deleted from FTS5 stays in its segments until they are merged.
        connection.execute("INSERT INTO found_quotes (found_quotes) VALUES ('optimize')")
        connection.execute("INSERT INTO found_articles (found_articles) VALUES ('optimize')")
        connection.execute("VACUUM")
        for _ in range(WIPE_ATTEMPTS):
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
    LOG.warning("%s is being read without a pause: what was removed leaves its log at the next change", path.name)

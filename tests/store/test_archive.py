"""What is saved comes back; what was made by other means is not taken for known."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import records as r
from onrecord.errors import UnknownArticle
from onrecord.store import archive
from onrecord.store.search import search
from tests.store.invented import ACTORS, MADE_BY, full_report, plain_report

HANGING = ("edits", "sentences", "dates", "cautions", "actors", "reasons", "mentions", "quotes", "parties", "tones")


def rows_in(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_report_that_uses_every_field_comes_back_equal(path: Path) -> None:
    archive.save(path, plain_report(1))
    archive.save(path, full_report())
    archive.save(path, plain_report(2))
    assert archive.report(path, "full") == full_report()
    assert archive.report(path, "plain-2") == plain_report(2)


def test_a_report_with_nothing_in_it_comes_back_equal(path: Path) -> None:
    bare = r.Report(r.Article("bare", "", ""), (), (), (), (), (), (), (), (), MADE_BY)
    archive.save(path, bare)
    assert archive.report(path, "bare") == bare


@pytest.mark.parametrize(
    "odd", ["\ud800", "a\0b", "\udfff\ud800 turned round", "👩‍👩‍👧 \u202e \ufeff", "'; DROP TABLE articles; --"]
)
def test_odd_characters_neither_lose_an_article_nor_change(path: Path, odd: str) -> None:
    whole = full_report(f"id {odd}")
    article = replace(
        whole.article, title=odd, outlet=odd, author=odd, url=odd, text=whole.article.text + odd, origin=odd,
        edits=(r.Edit(0, 0, odd, "rule"),),
    )  # fmt: skip
    actors = (*ACTORS, r.Actor("or-odd", odd, "person", reasons=(r.Reason(odd, odd),)))
    saved = replace(whole, article=article, actors=actors, cautions=(odd,))
    archive.save(path, saved)
    assert archive.report(path, saved.article.id) == saved
    assert archive.known(path, saved.article.id, MADE_BY)
    assert [entry.title for entry in archive.articles(path)] == [odd]
    assert len(search(path, "harbour").articles) == 1
    archive.remove(path, saved.article.id)
    assert archive.count(path) == 0


def test_an_article_is_known_only_as_the_same_engine_model_and_data_made_it(path: Path) -> None:
    assert not archive.known(path, "full", MADE_BY)
    archive.save(path, full_report())
    assert archive.known(path, "full", MADE_BY)
    for other in (replace(MADE_BY, engine="0.2.0"), replace(MADE_BY, model="x"), replace(MADE_BY, data="edited")):
        assert not archive.known(path, "full", other)


def test_saving_again_replaces_every_row_of_the_article(path: Path) -> None:
    archive.save(path, full_report())
    whole = full_report()
    again = replace(
        whole, quotes=whole.quotes[:1], tones=(), stances=(), cautions=(), made_by=replace(MADE_BY, data="new")
    )
    archive.save(path, again)
    assert archive.report(path, "full") == again
    assert archive.count(path) == 1
    assert [rows_in(path, table) for table in ("quotes", "found_quotes", "found_articles")] == [1, 1, 1]
    assert [rows_in(path, table) for table in ("tones", "stances", "cautions")] == [0, 0, 0]


def test_a_save_that_fails_halfway_leaves_the_earlier_report_whole(path: Path) -> None:
    archive.save(path, full_report())
    broken = replace(full_report(), cautions=("fine", None))  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        archive.save(path, broken)
    assert archive.report(path, "full") == full_report()


def test_the_list_of_articles_keeps_the_order_in_which_they_came(path: Path) -> None:
    assert archive.articles(path) == []
    for report in (plain_report(3), full_report(), plain_report(1)):
        archive.save(path, report)
    listed = archive.articles(path)
    assert [entry.id for entry in listed] == ["plain-3", "full", "plain-1"]
    assert listed[1] == archive.Entry(
        "full", "Harbour — the row", "Demo Wire North", full_report().article.published, "en", MADE_BY
    )


def test_an_unknown_article_is_told_by_its_id(path: Path) -> None:
    for ask in (archive.report, archive.remove):
        with pytest.raises(UnknownArticle, match="'nowhere'"):
            ask(path, "nowhere")


def test_removing_an_article_takes_all_that_hangs_on_it(path: Path) -> None:
    archive.save(path, full_report())
    archive.remove(path, "full")
    tables = ("articles", *HANGING, "stances", "found_articles", "found_quotes")
    assert {table: rows_in(path, table) for table in tables} == dict.fromkeys(tables, 0)


def test_eight_threads_that_save_at_once_into_a_new_archive_lose_nothing(path: Path) -> None:
    start, failed = threading.Barrier(8), []

    def save_five(thread: int) -> None:
        start.wait()
        try:
            for n in range(5):
                archive.save(path, plain_report(thread * 5 + n, sentences=3))
                archive.count(path)
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=save_five, args=(thread,)) for thread in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert {entry.id for entry in archive.articles(path)} == {f"plain-{n}" for n in range(40)}
    assert all(archive.report(path, f"plain-{n}") == plain_report(n, sentences=3) for n in range(40))


def test_what_was_given_for_a_date_and_is_no_day_outlives_the_archive(path: Path) -> None:
    given = full_report()
    kept = replace(given, article=replace(given.article, stated="2022-02-30"))
    archive.save(path, kept)
    assert archive.report(path, kept.article.id) == kept

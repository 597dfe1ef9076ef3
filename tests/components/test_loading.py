"""Loading, a step at a time: what was taken stays taken, whatever comes after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from components import words_load
from components.loading import (
    Found,
    Loading,
    Reader,
    begin,
    drop_rest,
    finish,
    forget,
    go_on,
    open_next,
    read_next,
    stop,
)
from onrecord.records import Article, Refusal, Report
from onrecord.store import archive
from tests.components import harbour
from tests.components.invented import MADE_BY, report


def _articles(n: int) -> Iterator[Found]:
    return (report(nth).article for nth in range(n))


def _reader(path: Path, **changed: object) -> Reader:
    reports = {made.article.id: made for made in (report(nth) for nth in range(8))}
    there = {entry.id: entry.made_by for entry in archive.articles(path)}
    return replace(Reader(path, there, MADE_BY, lambda article: reports[article.id]), **changed)  # type: ignore[arg-type]


def _open_all(loading: Loading, most: int | None = None) -> None:
    while loading.sources:
        open_next(loading, most)


def _read_all(loading: Loading, reader: Reader) -> list[str]:
    while loading.waiting:
        read_next(loading, reader)
    return [outcome.came for outcome in loading.outcomes]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.sqlite"


def test_articles_of_several_sources_are_read_in_order_and_kept(path: Path) -> None:
    loading = Loading()
    begin(loading, [("one", _articles(2)), ("two", iter([report(5).article]))])
    _open_all(loading)
    assert _read_all(loading, _reader(path)) == ["loaded"] * 3
    assert [entry.id for entry in archive.articles(path)] == [report(nth).article.id for nth in (0, 1, 5)]
    assert not loading.busy


def test_a_refused_source_stops_nothing_and_says_why(path: Path) -> None:
    loading = Loading()
    bad = Refusal("photo.png", "not text", "It looks like an image.")
    begin(loading, [("bad", iter([bad])), ("good", _articles(1))])
    _open_all(loading)
    assert _read_all(loading, _reader(path)) == ["refused", "loaded"]
    assert loading.outcomes[0].told == "not text. It looks like an image."


def test_an_article_that_cannot_be_read_leaves_the_others_untouched(path: Path) -> None:
    def read(article: Article) -> Report | Refusal:
        return (
            Refusal("b", "could not be analysed") if article.id == report(1).article.id else report(int(article.id[8:]))
        )

    loading = Loading()
    begin(loading, [("three", _articles(3))])
    _open_all(loading)
    assert _read_all(loading, _reader(path, read=read)) == ["loaded", "refused", "loaded"]
    assert archive.count(path) == 2


def test_the_same_article_twice_is_there_already(path: Path) -> None:
    loading = Loading()
    begin(loading, [("twice", iter([report(0).article, report(0).article]))])
    _open_all(loading)
    assert _read_all(loading, _reader(path)) == ["loaded", "known"]
    assert loading.outcomes[1].article_id == report(0).article.id


def test_an_article_of_an_older_version_is_read_again(path: Path) -> None:
    archive.save(path, replace(report(0), made_by=replace(MADE_BY, engine="0.0.1")))
    loading = Loading()
    begin(loading, [("one", _articles(1))])
    _open_all(loading)
    assert _read_all(loading, _reader(path)) == ["again"]
    assert archive.report(path, report(0).article.id).made_by == MADE_BY


def test_a_text_in_another_language_is_stored_and_told_as_not_analysed(path: Path) -> None:
    caution = "Not analysed: Russian. On Record reads English only; the text is stored as it is."
    russian = replace(harbour.report().article, language="ru", edits=())
    unread = Report(russian, (), (), (), (), (), (), (caution,), (), MADE_BY)
    loading = Loading()
    begin(loading, [("one", iter([russian]))])
    _open_all(loading)
    assert _read_all(loading, _reader(path, read=lambda article: unread)) == ["stored"]
    assert loading.outcomes[0].told == caution


def test_past_the_most_at_once_the_rest_is_refused_and_the_first_are_kept(path: Path) -> None:
    loading = Loading()
    begin(loading, [("many", _articles(5)), ("more", _articles(2))])
    _open_all(loading, most=3)
    assert _read_all(loading, _reader(path)) == ["refused", "loaded", "loaded", "loaded"]
    assert words_load.TOO_MANY in loading.outcomes[0].told


def test_a_full_collection_refuses_what_is_new_and_keeps_what_is_there(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    monkeypatch.setattr(archive, "ARCHIVE_ARTICLES_HOSTED", 2)
    loading = Loading()
    begin(loading, [("three", _articles(3))])
    _open_all(loading)
    assert _read_all(loading, _reader(path)) == ["loaded", "loaded", "refused"]
    assert words_load.NOT_KEPT in loading.outcomes[2].told
    assert archive.count(path) == 2


def test_a_stop_between_two_steps_keeps_what_was_read_and_what_waits(path: Path) -> None:
    loading = Loading()
    begin(loading, [("three", _articles(3))])
    _open_all(loading)
    reader = _reader(path)
    read_next(loading, reader)
    stop(loading)
    assert (archive.count(path), len(loading.waiting), loading.busy) == (1, 2, True)
    go_on(loading)
    assert not loading.stopped
    _read_all(loading, reader)
    assert archive.count(path) == 3


def test_an_article_that_fails_in_an_unforeseen_way_does_not_block_the_rest(path: Path) -> None:
    def read(article: Article) -> Report:
        raise MemoryError

    loading = Loading()
    begin(loading, [("two", _articles(2))])
    _open_all(loading)
    with pytest.raises(MemoryError):
        read_next(loading, _reader(path, read=read))
    assert _read_all(loading, _reader(path)) == ["loaded"]


def test_trouble_is_told_until_the_reader_goes_on() -> None:
    loading = Loading()
    stop(loading, "no model is installed")
    assert (loading.stopped, loading.trouble) == (True, "no model is installed")
    go_on(loading)
    assert (loading.stopped, loading.trouble) == (False, "")


def test_leaving_the_rest_out_keeps_what_was_read(path: Path) -> None:
    loading = Loading()
    begin(loading, [("three", _articles(3)), ("more", _articles(1))])
    open_next(loading, None)
    read_next(loading, _reader(path))
    drop_rest(loading)
    assert not loading.busy
    assert archive.count(path) == 1


def test_fields_are_emptied_only_when_something_was_kept(path: Path) -> None:
    loading = Loading()
    begin(loading, [("bad", iter([Refusal("text", "empty")]))])
    _open_all(loading)
    finish(loading)
    assert loading.rounds == 0
    begin(loading, [("good", _articles(1))])
    _open_all(loading)
    _read_all(loading, _reader(path))
    finish(loading)
    assert loading.rounds == 1


def test_clearing_the_list_forgets_what_came_of_it(path: Path) -> None:
    loading = Loading()
    begin(loading, [("bad", iter([Refusal("text", "empty")]))])
    _open_all(loading)
    forget(loading)
    assert (loading.outcomes, loading.begun) == ([], False)

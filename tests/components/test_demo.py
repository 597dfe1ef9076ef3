"""The demo corpus: read on first start, taken up where it stopped, with its state shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from components import demo, words
from components.session import KEY
from onrecord.store import archive
from tests.components.reader import Open, run, shown, turn

TEXTS = (
    "Mara Veltin, the president of Ostravia, said on Monday that the harbour would stay open.",
    "“We will not give way,” Doran Keel told reporters in the republic of Karsovia.",
    "Lenn Aster warned that the dam would drown three villages.",
)


def put(folder: Path, n: int, text: str) -> None:
    head = f"---\ntitle: Harbour {n}\npublished: 2022-01-0{n + 1}\noutlet: Demo Wire North\nlanguage: en\n---\n"
    (folder / f"harbour-{n}.md").write_text(head + text, "utf8")


@pytest.fixture
def folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A demo corpus of invented articles, of which none has been read."""
    (home / "demo.read.txt").unlink()
    folder = home / "articles"
    folder.mkdir()
    for n, text in enumerate(TEXTS):
        put(folder, n, text)
    monkeypatch.setattr(demo, "FOLDER", folder)
    return folder


def test_demo_is_read_on_first_start(folder: Path, home: Path, open_page: Open) -> None:
    app = open_page("overview")
    assert archive.count(home / "demo.sqlite") == len(TEXTS)
    assert app.metric[0].value == str(len(TEXTS))
    assert words.DEMO_NOTICE in shown(app)


def test_demo_that_was_read_is_not_read_again(folder: Path, home: Path, open_page: Open) -> None:
    open_page("overview")
    before = (home / "demo.sqlite").read_bytes()
    assert open_page("matrix").title[0].value == words.PAGES["matrix"]
    assert (home / "demo.sqlite").read_bytes() == before


def test_new_and_removed_demo_articles_are_taken_up(folder: Path, home: Path, open_page: Open) -> None:
    open_page("overview")
    (folder / "harbour-0.md").unlink()
    put(folder, 5, "Doran Keel promised to talk before spring.")
    open_page("overview")
    assert {entry.title for entry in archive.articles(home / "demo.sqlite")} == {"Harbour 1", "Harbour 2", "Harbour 5"}


def test_article_that_cannot_be_read_is_named_and_the_rest_is_read(folder: Path, home: Path, open_page: Open) -> None:
    (folder / "broken.md").write_bytes(b"\x00\x01\x02\x03" * 200)
    app = open_page("overview")
    assert archive.count(home / "demo.sqlite") == len(TEXTS)
    assert words.DEMO_REFUSED.format(n=1) in shown(app)
    assert "broken" in shown(app)


def test_stopped_reading_shows_what_is_there_and_goes_on_when_asked(folder: Path, home: Path, open_page: Open) -> None:
    app = open_page("method")  # a page that needs no demo
    app.session_state[KEY].demo_stopped = True
    turn(app, "overview")
    app = run(app)
    assert words.DEMO_PART.format(done=0, total=len(TEXTS)) in shown(app)
    (go_on,) = [button for button in app.button if button.label == words.DEMO_GO_ON]
    go_on.click()
    app = run(app)
    assert app.metric[0].value == str(len(TEXTS))


@pytest.mark.parametrize("page", ["load", "method"])
def test_pages_that_need_no_demo_open_before_it_is_read(page: str, folder: Path, home: Path, open_page: Open) -> None:
    open_page(page)
    assert archive.count(home / "demo.sqlite") == 0


def test_own_articles_open_before_the_demo_is_read(folder: Path, home: Path, open_page: Open) -> None:
    assert words.MINE_EMPTY in shown(open_page("overview", collection="Mine"))
    assert archive.count(home / "demo.sqlite") == 0


def test_hosted_demo_is_published_when_it_has_been_read(
    folder: Path, home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    app = open_page("overview")
    assert app.metric[0].value == str(len(TEXTS))
    assert not (home / "demo.workshop.sqlite").exists()


def test_missing_word_list_is_told_in_words(
    folder: Path, home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.knowledge.data.DATA", home)
    from onrecord.knowledge.tools import load_tools

    load_tools.cache_clear()
    app = open_page("overview")
    assert words.DEMO_TROUBLE in shown(app)
    assert "Traceback" not in shown(app)
    monkeypatch.undo()
    load_tools.cache_clear()

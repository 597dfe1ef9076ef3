"""Every page over the demo corpus as the engine reads it, from the first start on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from components import demo, words
from onrecord.store import archive
from onrecord.store.frames import Filter, rows
from tests.components.reader import Open, shown, tick

PAGES = ["overview", "actors", "matrix", "quotes", "stance", "article"]


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home in which the first start has read the demo."""
    yield tmp_path_factory.mktemp("demo")
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def home(read_once: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That home, in the place of an empty one."""
    monkeypatch.setenv("ONRECORD_HOME", str(read_once))
    monkeypatch.delenv("ONRECORD_HOSTED", raising=False)
    return read_once


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_over_the_demo(page: str, home: Path, open_page: Open) -> None:
    assert words.DEMO_NOTICE in shown(open_page(page))


def test_all_of_the_demo_has_been_read(home: Path, open_page: Open) -> None:
    open_page("overview")
    assert archive.count(home / "demo.sqlite") == len(list(demo.FOLDER.glob("*.md")))


def test_overview_counts_what_the_archive_holds(home: Path, open_page: Open) -> None:
    app = open_page("overview")
    found = rows(home / "demo.sqlite", Filter())
    shown_numbers = {metric.label: metric.value for metric in app.metric}
    assert shown_numbers[words.ARTICLES] == str(len(found.articles))
    assert shown_numbers[words.QUOTES] == str(len(found.quotes))
    assert shown_numbers[words.STANCES] == str(int((found.stances["position"] != "abstained").sum()))


def test_every_issue_opens(home: Path, open_page: Open) -> None:
    for issue in open_page("stance").selectbox(key="issue").options:
        assert open_page("stance", issue=issue).header


def test_actors_most_spoken_of_open(home: Path, open_page: Open) -> None:
    for name in open_page("actors").selectbox(key="who").options[:8]:
        assert open_page("actors", who=name).header


def test_first_row_of_the_matrix_opens_its_sentences(home: Path, open_page: Open) -> None:
    app = tick(open_page("matrix"), "matrix table", 0)
    texts = [
        archive.report(home / "demo.sqlite", entry.id).article.text for entry in archive.articles(home / "demo.sqlite")
    ]
    assert app.text
    assert all(any(sentence.value in text for text in texts) for sentence in app.text)

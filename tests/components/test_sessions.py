"""Whose articles are whose: at home and in a hosted demo."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import streamlit as st

from components import words
from onrecord.records import Report
from onrecord.store.archive import save
from onrecord.store.places import SESSION_FOLDER
from tests.components.invented import report
from tests.components.reader import Open, run, shown


@pytest.fixture
def hosted(home: Path, corpus: list[Report], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    return home


def test_own_articles_lie_in_ones_home(home: Path, open_page: Open) -> None:
    save(home / "mine.sqlite", report(0))
    assert open_page("overview", collection="Mine").metric[0].value == "1"


def test_article_that_is_loaded_meanwhile_shows_at_the_next_run(home: Path, open_page: Open) -> None:
    save(home / "mine.sqlite", report(0))
    app = open_page("overview", collection="Mine")
    save(home / "mine.sqlite", report(1))
    assert run(app).metric[0].value == "2"


def test_hosted_visitors_do_not_see_each_others_articles(
    hosted: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(hosted))
    save(hosted / "mine.sqlite", report(0))  # the owner's, from before the instance was hosted
    one = open_page("overview", collection="Mine")
    assert words.MINE_EMPTY in shown(one)
    (folder,) = hosted.glob(f"{SESSION_FOLDER}*")
    save(folder / "mine.sqlite", report(1))
    assert run(one).metric[0].value == "1"
    assert words.MINE_EMPTY in shown(open_page("overview", collection="Mine"))


def test_hosted_demo_is_shown_to_everybody(hosted: Path, open_page: Open) -> None:
    assert open_page("overview").metric[0].value == "14"


def test_hosted_visitors_folder_goes_with_the_session(
    hosted: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(hosted))
    open_page("overview", collection="Mine")
    assert list(hosted.glob(f"{SESSION_FOLDER}*"))
    st.cache_resource.clear()  # releases what the session holds, as its end does
    assert not list(hosted.glob(f"{SESSION_FOLDER}*"))

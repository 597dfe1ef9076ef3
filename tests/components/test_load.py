"""The Load page: a pasted text and files become articles of one's own, with what came of each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import words_load as told
from onrecord.store import archive
from tests.components import harbour
from tests.components.reader import Open, run, shown

RUSSIAN = (
    "Сегодня утром в городе открылась новая школа. На открытие пришли родители, учителя и дети. "
    "Директор школы сказал, что занятия начнутся в понедельник, и поблагодарил строителей."
)


def _press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return run(app)


def _paste(app: AppTest, text: str) -> AppTest:
    app.text_area[0].set_value(text)
    return _press(app, told.READ_PASTED)


def _outcomes(app: AppTest) -> list[tuple[str, str]]:
    frame = app.dataframe[0].value
    return list(zip(frame["outcome"], frame["name"], strict=True))


@pytest.fixture
def mine(home: Path) -> Path:
    return home / "mine.sqlite"


def test_a_pasted_text_becomes_an_article_of_ones_own(mine: Path, open_page: Open) -> None:
    app = open_page("load")
    app.text_input(key="outlet said").set_value("Demo Wire North")
    app = _paste(app, harbour.TEXT)
    assert _outcomes(app) == [("loaded", "Harbour deal is near, envoy says")]
    (entry,) = archive.articles(mine)
    assert entry.outlet == "Demo Wire North"
    assert app.segmented_control(key="collection").value == "mine"
    assert app.text_area[0].value == "", "the field is ready for the next text"


def test_a_stated_title_wins_over_the_headline_of_the_text(mine: Path, open_page: Open) -> None:
    app = open_page("load")
    app.text_input(key="headline 0").set_value("My own title")
    _paste(app, harbour.TEXT)
    (entry,) = archive.articles(mine)
    assert entry.title == "My own title"


def test_a_text_taken_as_it_is_has_no_repairs(mine: Path, open_page: Open) -> None:
    app = open_page("load")
    app.toggle(key="verbatim").set_value(True)
    text = "MENU\n" + harbour.TEXT.replace("on Tuesday. According", "on Tuesday.According")
    _paste(app, text)
    (entry,) = archive.articles(mine)
    article = archive.report(mine, entry.id).article
    assert (article.text, article.edits) == (text, ())


def test_the_same_text_twice_is_there_already(mine: Path, open_page: Open) -> None:
    app = _paste(open_page("load"), harbour.TEXT)
    app = _paste(app, harbour.TEXT)
    assert _outcomes(app) == [("already there", "Harbour deal is near, envoy says")]
    assert archive.count(mine) == 1


def test_nothing_pasted_starts_nothing(mine: Path, open_page: Open) -> None:
    app = _press(open_page("load"), told.READ_PASTED)
    assert not app.dataframe
    assert archive.count(mine) == 0


def test_a_refused_text_stays_in_its_field_with_the_reason(mine: Path, open_page: Open) -> None:
    app = _paste(open_page("load"), "— — — !!! ***")
    ((outcome, _),) = _outcomes(app)
    assert outcome == "refused"
    assert app.text_area[0].value == "— — — !!! ***"


def test_a_text_in_russian_is_stored_and_told_as_not_analysed(mine: Path, open_page: Open) -> None:
    app = _paste(open_page("load"), RUSSIAN)
    assert [outcome for outcome, _ in _outcomes(app)] == ["stored, not analysed"]
    assert "Not analysed: Russian" in app.dataframe[0].value["told"][0]
    (entry,) = archive.articles(mine)
    report = archive.report(mine, entry.id)
    assert (report.article.text, report.actors, report.quotes, report.stances) == (RUSSIAN, (), (), ())


def test_several_files_are_read_and_the_bad_ones_are_named(mine: Path, open_page: Open) -> None:
    app = open_page("load")
    app.segmented_control(key="way").set_value("files")
    run(app)
    lines = [json.dumps({"title": f"Line {n}", "text": harbour.TEXT + f" Part {n}."}) for n in range(7)]
    lines[2:2] = ["{broken", "[1, 2]", json.dumps({"title": "no text"})]
    front = "---\ntitle: From markdown\noutlet: Demo Courier East\n---\n" + harbour.TEXT
    app.file_uploader[0].set_value(
        [
            ("articles.jsonl", "\n".join(lines).encode(), "application/jsonl"),
            ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(400), "image/png"),
            ("empty.txt", b"", "text/plain"),
            ("../../article.md", front.encode(), "text/markdown"),
        ]
    )
    app = _press(run(app), told.READ_FILES)
    outcomes = [outcome for outcome, _ in _outcomes(app)]
    assert (outcomes.count("refused"), outcomes.count("loaded")) == (5, 8)
    assert {entry.title for entry in archive.articles(mine)} == {f"Line {n}" for n in range(7)} | {"From markdown"}
    assert "8 loaded, 5 refused." in shown(app)


def test_with_many_articles_a_ticked_row_gives_the_link(mine: Path, open_page: Open) -> None:
    app = open_page("load")
    app.segmented_control(key="way").set_value("files")
    run(app)
    lines = [json.dumps({"title": f"Line {n}", "text": f"Mara Veltin spoke {n} times."}) for n in range(9)]
    app.file_uploader[0].set_value([("nine.jsonl", "\n".join(lines).encode(), "application/jsonl")])
    app = _press(run(app), told.READ_FILES)
    before = len(app.get("page_link"))
    app.session_state["outcomes 1"] = {"selection": {"rows": [3], "columns": [], "cells": []}}
    assert len(run(app).get("page_link")) == before + 1


def test_the_list_of_what_came_of_it_can_be_cleared(mine: Path, open_page: Open) -> None:
    app = _paste(open_page("load"), harbour.TEXT)
    assert not _press(app, told.FORGET).dataframe


def test_the_whole_collection_can_be_removed_after_a_question(mine: Path, corpus: object, open_page: Open) -> None:
    archive.save(mine, harbour.report())
    app = _press(open_page("load"), told.REMOVE_ALL)
    assert archive.count(mine) == 1
    _press(app, told.REMOVE_ALL_YES)
    assert archive.count(mine) == 0
    assert archive.count(mine.with_name("demo.sqlite")) == 14


def test_what_a_visitor_of_a_public_demo_loads_is_not_in_the_home_of_the_server(
    home: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    app = _paste(open_page("load"), harbour.TEXT)
    assert [outcome for outcome, _ in _outcomes(app)] == ["loaded"]
    assert not (home / "mine.sqlite").exists()


def test_limits_are_told_and_those_of_a_public_demo_on_a_public_demo(
    home: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    page = shown(open_page("load"))
    assert told.PROMISE_HOSTED in page
    assert told.LIMITS_HOSTED in page


def test_at_home_the_limits_of_a_public_demo_are_not_told(home: Path, open_page: Open) -> None:
    page = shown(open_page("load"))
    assert told.PROMISE in page
    assert told.LIMITS in page
    assert told.LIMITS_HOSTED not in page

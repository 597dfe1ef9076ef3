"""The Article page: the text that a link leads to, its layers, its tables, its repairs, and its removal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import words
from components import words_article as told
from components.demo import signature
from onrecord.store import archive
from tests.components import harbour
from tests.components.invented import report
from tests.components.reader import Open, run, shown, tick
from tests.components.vectors import VECTORS


@pytest.fixture
def mine(home: Path) -> Path:
    """The harbour article, as the visitor's own."""
    path = home / "mine.sqlite"
    archive.save(path, harbour.report())
    return path


def _text(app: AppTest) -> str:
    """The HTML of the article's text."""
    return next(element.proto.body for element in app.get("html") if "or-scroll" in element.proto.body)


def _open(open_page: Open, **query: str | list[str]) -> AppTest:
    return open_page("article", **{"collection": "Mine", "article": "harbour0"} | query)


def test_newest_article_is_shown_first(corpus: object, open_page: Open) -> None:
    app = open_page("article")
    assert app.selectbox[0].value == "invented00000012"  # the thirteenth of fourteen; the last has no date
    assert words.DEMO_NOTICE in shown(app)


def test_without_articles_it_says_what_to_do(open_page: Open) -> None:
    assert words.MINE_EMPTY in shown(open_page("article", collection="Mine"))


def test_head_gives_outlet_dates_author_and_cautions(mine: Path, open_page: Open) -> None:
    told_ = shown(_open(open_page)).replace("\\", "")
    assert "dated 3 May 2022" in told_
    assert "Demo Wire North" in told_
    assert "by Ivo Brand" in told_
    assert harbour.report().cautions[0] in told_


@pytest.mark.parametrize(
    ("published", "says"),
    [
        (date(2022, 5, 3), "dated 3 May 2022"),
        (date(2022, 8, 7), "dated 7 August 2022; written between 3 May 2022 and 4 May 2022, as its text tells"),
        (None, "no date stated; written between 3 May 2022 and 4 May 2022, as its text tells"),
    ],
)
def test_text_is_said_to_tell_its_date_only_where_the_page_does_not(published: date | None, says: str) -> None:
    assert told.dated(harbour.report(published=published).article) == says


def test_articles_without_a_title_are_told_apart_by_how_they_begin(home: Path, open_page: Open) -> None:
    for identity, text in (("first", harbour.TEXT), ("second", f"Rain. {harbour.TEXT}")):
        made = report(0)
        untitled = replace(made.article, id=identity, title="", text=text)
        archive.save(home / "mine.sqlite", replace(made, article=untitled))
    options = open_page("article", collection="Mine").selectbox[0].options
    assert any("Untitled: Harbour deal is near" in option for option in options)
    assert any("Untitled: Rain. Harbour deal" in option for option in options)


def test_a_ticked_repair_shows_what_was_dropped(mine: Path, open_page: Open) -> None:
    app = _open(open_page)
    app.session_state["table"] = "repairs"
    app = tick(run(app), "found repairs harbour0", 0)
    assert any("Demo Wire North | Menu | Log in" in text.value for text in app.text)


def test_a_link_to_a_passage_marks_it_and_shows_it_first(mine: Path, open_page: Open) -> None:
    span = harbour.at("Karsovia sent barges")
    app = _open(open_page, at=f"{span.start}-{span.end}")
    assert told.PASSAGE in shown(app)
    assert "Karsovia sent barges" in [text.value for text in app.text]
    assert "or-chosen" in _text(app)


@pytest.mark.parametrize("at", ["", "x", "9-3", "5-5", "-1-4", "999999-9999999", "1-2-3", "²-³", "12345678901-2"])
def test_a_passage_that_is_none_is_passed_over(at: str, mine: Path, open_page: Open) -> None:
    app = _open(open_page, at=at)
    assert told.PASSAGE not in shown(app)
    assert "or-chosen" not in _text(app)


def test_an_unknown_article_is_said_to_be_gone(mine: Path, open_page: Open) -> None:
    app = _open(open_page, article="nowhere")
    assert told.GONE in shown(app)
    assert not app.header, "another article in its place would be taken for it"
    app.selectbox[0].set_value("harbour0")
    assert run(app).header[0].value == "Harbour deal is near, envoy says"


def test_an_article_of_the_other_collection_is_offered_there(mine: Path, corpus: object, open_page: Open) -> None:
    app = _open(open_page, collection="Demo")
    assert told.ELSEWHERE.format(here="Demo", there="Mine") in shown(app)
    next(button for button in app.button if button.label == told.GO_ELSEWHERE).click()
    assert run(app).header[0].value == "Harbour deal is near, envoy says"


def test_a_linked_article_outside_the_filters_is_shown_and_says_so(mine: Path, open_page: Open) -> None:
    archive.save(mine, harbour.report("other", outlet="Demo Gazette West"))
    app = _open(open_page, outlet=["Demo Gazette West"])
    assert told.OUTSIDE in shown(app)
    assert app.header[0].value == "Harbour deal is near, envoy says"


def test_layers_come_from_the_link(mine: Path, open_page: Open) -> None:
    bare = _text(_open(open_page, layers=["Dates"]))
    assert "or-date" in bare
    assert "or-person" not in bare
    assert "or-said" not in bare


def test_every_table_can_be_shown_and_each_row_marked(mine: Path, open_page: Open) -> None:
    for section, row in (("quotes", 1), ("actors", 0), ("stances", 0), ("tone", 0), ("dates", 0), ("repairs", 0)):
        app = _open(open_page)
        app.segmented_control(key="table").set_value(section)
        run(app)
        assert "or-chosen" not in _text(app), section
        tick(app, f"found {section} harbour0", row)
        assert "or-chosen" in _text(app), section


def test_a_ticked_quote_is_told_with_its_relay_and_its_grounds(mine: Path, open_page: Open) -> None:
    app = tick(_open(open_page), "found quotes harbour0", 1)
    page = shown(app).replace("\\", "")
    assert "Mara Veltin threatened, relayed by Lenn Aster (mixed quote)" in page
    assert "ccomp" in page
    assert "80%" in page


def test_a_ticked_actor_shows_why_its_names_are_one(mine: Path, open_page: Open) -> None:
    app = _open(open_page)
    app.segmented_control(key="table").set_value("actors")
    page = shown(tick(run(app), "found actors harbour0", 0)).replace("\\", "")
    assert "the president of Ostravia: beside the name" in page


def test_places_are_not_listed_as_actors(mine: Path, open_page: Open) -> None:
    app = _open(open_page)
    app.segmented_control(key="table").set_value("actors")
    table = run(app).dataframe[0].value
    assert len(table) == 8
    assert "harbour mouth" not in list(table["actor_name"])


def test_choosing_another_article_leaves_the_passage_behind(mine: Path, open_page: Open) -> None:
    archive.save(mine, harbour.report("other", title="Another one"))
    app = _open(open_page, at="0-7")
    app.selectbox[0].set_value("other")
    run(app)
    assert app.header[0].value == "Another one"
    assert told.PASSAGE not in shown(app)


def test_an_article_can_be_removed_for_good_after_a_question(mine: Path, open_page: Open) -> None:
    app = _open(open_page)
    next(button for button in app.button if button.label == told.REMOVE).click()
    run(app)
    assert archive.count(mine) == 1
    next(button for button in app.button if button.label == told.REMOVE_YES).click()
    run(app)
    assert archive.count(mine) == 0


def test_the_demo_of_a_hosted_instance_can_be_neither_changed_nor_removed(
    home: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    archive.save(home / "demo.sqlite", harbour.report())
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    (home / "demo.read.txt").write_text(signature(), "utf8")
    app = open_page("article", article="harbour0")
    app.segmented_control(key="table").set_value("repairs")
    run(app)
    assert told.UNDO_READ_ONLY in shown(app)
    assert not {told.REMOVE, told.UNDO_ALL} & {button.label for button in app.button}


def test_undoing_all_reads_the_text_as_it_was_given(mine: Path, open_page: Open) -> None:
    app = _open(open_page)
    app.segmented_control(key="table").set_value("repairs")
    run(app)
    next(button for button in app.button if button.label == told.UNDO_ALL).click()
    run(app)
    stored = archive.report(mine, "harbour0")
    assert stored.article.text.startswith("Demo Wire North | Menu | Log in\n")
    assert "called onKarsovia" in stored.article.text
    assert stored.article.edits == ()
    assert stored.made_by != harbour.MADE_BY


def test_undoing_one_repair_keeps_the_others(mine: Path, open_page: Open) -> None:
    app = _open(open_page)
    app.segmented_control(key="table").set_value("repairs")
    tick(run(app), "found repairs harbour0", 2)
    next(button for button in app.button if button.label == told.undo_some(1)).click()
    run(app)
    article = archive.report(mine, "harbour0").article
    assert [edit.rule for edit in article.edits] == ["masthead", "glued words"]
    assert "bargÃ©s" in article.text


@pytest.mark.parametrize("vector", VECTORS)
def test_hostile_fields_reach_the_page_as_plain_characters(vector: str, home: Path, open_page: Open) -> None:
    fields = {"title": vector, "outlet": vector, "author": vector, "url": vector}
    archive.save(home / "mine.sqlite", harbour.report(**fields))  # type: ignore[arg-type]
    app = _open(open_page)
    assert not any(vector in str(element.value) for element in (*app.header, *app.caption, *app.markdown))

"""Correcting actors on the Actors page: in the dialogs, from the proposals, from a file; and taking it back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import words
from components import words_corrections as told
from components import words_pages as pages
from components.plain import plain
from onrecord.records import Actor, Report
from onrecord.store import archive
from onrecord.store import corrections as c
from onrecord.store.correcting import correct, corrections
from onrecord.store.frames import Filter, rows
from tests.components.invented import ACTORS, report
from tests.components.reader import Open, run, shown, tick

KEEL, VELTIN, LEAGUE = "name:person:doran keel", "name:person:mara veltin", "name:organisation:lake league"


def press(app: AppTest, label: str, nth: int = 0) -> AppTest:
    """Press the nth button of this label; one that is not there is a failure."""
    buttons = [button for button in app.button if button.label == label]
    buttons[nth].click()
    return run(app)


def actor(id_: str) -> Actor:
    name, kind, state = ACTORS[id_]
    return Actor(id_, name, kind, state=state or (id_ if kind == "state" else None))  # type: ignore[arg-type]


def kinds(home: Path) -> list[str]:
    return [kept.correction.kind for kept in corrections(home / "demo.sqlite")]


def listed(app: AppTest) -> list[str]:
    """The names in the table of actors."""
    return list(next(table.value for table in app.dataframe if "actor_name" in table.value)["actor_name"])


def open_dialog(open_page: Open, way: str, who: str = "Doran Keel") -> AppTest:
    app = press(open_page("actors", who=who), told.CORRECT)
    app.segmented_control(key="way").set_value(way)
    return run(app)


def test_name_is_searched_in_every_name_that_an_actor_goes_by(corpus: list[Report], open_page: Open) -> None:
    assert listed(open_page("actors", name="velt")) == ["Mara Veltin"]
    assert listed(open_page("actors", name="VELTIN mara")) == ["Mara Veltin"]
    assert told.NOBODY in shown(open_page("actors", name="velt keel"))


def test_side_keeps_those_of_the_state(corpus: list[Report], open_page: Open) -> None:
    app = open_page("actors")
    app.multiselect(key="side").set_value(["name:state:karsovia"])
    assert set(listed(run(app))) == {"Karsovia", "Doran Keel"}


def test_merge_shows_at_once_in_the_numbers_and_its_undoing_too(
    home: Path, corpus: list[Report], open_page: Open
) -> None:
    before = rows(home / "demo.sqlite", Filter()).mentions["actor"].value_counts()
    app = open_dialog(open_page, "merge")
    app.selectbox(key="merge into").set_value(VELTIN)
    app = press(run(app), told.DO["merge"])
    assert "Doran Keel is counted as Mara Veltin" in shown(app)
    assert app.header[0].value == "Mara Veltin"
    mentions = next(metric for metric in app.metric if metric.label == words.HEADINGS["mentions"])
    assert mentions.value == str(before[KEEL] + before[VELTIN])
    app = press(app, told.UNDO)
    assert "Undone: Doran Keel is counted as Mara Veltin" in shown(app).replace("\\", "")
    mentions = next(metric for metric in app.metric if metric.label == words.HEADINGS["mentions"])
    assert mentions.value == str(before[VELTIN])
    assert kinds(home) == []


def test_filter_for_a_merged_actor_follows_it(home: Path, corpus: list[Report], open_page: Open) -> None:
    app = open_page("actors", actor="Doran Keel", who="Doran Keel")
    app = press(app, told.CORRECT)
    app.selectbox(key="merge into").set_value(VELTIN)
    app = press(run(app), told.DO["merge"])
    assert app.multiselect(key="actor").value == [VELTIN]


def test_merge_without_a_choice_says_so_and_changes_nothing(home: Path, corpus: list[Report], open_page: Open) -> None:
    app = press(open_dialog(open_page, "merge"), told.DO["merge"])
    assert told.CHOICE_MISSING in shown(app)
    assert kinds(home) == []


def test_split_makes_a_new_actor_of_a_name_in_one_article(home: Path, corpus: list[Report], open_page: Open) -> None:
    app = open_dialog(open_page, "split")
    article = corpus[0].article.id
    app.selectbox(key="split where").set_value(article)
    app = run(app)
    next(field for field in app.text_input if field.label == told.SHOWN_NAME).set_value("Another Keel")
    app = press(run(app), told.DO["split"])
    assert app.header[0].value == "Another Keel"
    (kept,) = corrections(home / "demo.sqlite")
    assert (kept.correction.article, kept.articles) == (article, 1)


def test_rename_shows_the_new_name(home: Path, corpus: list[Report], open_page: Open) -> None:
    app = open_dialog(open_page, "rename")
    app.text_input(key=f"name {KEEL}").set_value("D. Keel")
    app = press(run(app), told.DO["rename"])
    assert app.header[0].value == "D\\. Keel"


def test_dropped_actor_leaves_the_list(home: Path, corpus: list[Report], open_page: Open) -> None:
    app = press(open_dialog(open_page, "drop"), told.DO["drop"])
    assert "Doran Keel" not in listed(app)
    assert kinds(home) == ["drop"]


def test_only_actor_of_a_kind_is_back_in_the_list_once_its_dropping_is_undone(
    home: Path, corpus: list[Report], open_page: Open
) -> None:
    every = listed(open_page("actors"))
    assert "Lake League" in every
    app = press(open_dialog(open_page, "drop", "Lake League"), told.DO["drop"])
    assert "Lake League" not in listed(app)
    app = press(app, told.UNDO)
    assert kinds(home) == []
    assert listed(app) == every


def test_actor_by_hand_is_opened_with_what_bears_its_name(home: Path, corpus: list[Report], open_page: Open) -> None:
    app = press(open_page("actors"), told.NEW)
    next(field for field in app.text_input if field.label == told.SHOWN_NAME).set_value("The Harbour")
    app.text_area(key="other names").set_value("harbour\nharbour mouth")
    app = press(run(app), told.ADD)
    assert app.header[0].value == "The Harbour"
    assert int(app.metric[0].value) > 0


def test_actor_by_hand_needs_a_name(home: Path, corpus: list[Report], open_page: Open) -> None:
    app = press(press(open_page("actors"), told.NEW), told.ADD)
    assert told.NAME_MISSING in shown(app)
    assert kinds(home) == []


def test_ticked_corrections_are_undone_and_the_others_stay(home: Path, corpus: list[Report], open_page: Open) -> None:
    for one in (c.rename(actor(KEEL), "D. Keel"), c.drop(actor(LEAGUE)), c.rename(actor(VELTIN), "M. Veltin")):
        correct(home / "demo.sqlite", one)
    app = tick(open_page("actors"), "corrections", 1)  # newest first
    app = press(app, told.undo_ticked(1))
    assert kinds(home) == ["rename", "rename"]
    press(app, told.UNDO_LAST)
    assert [kept.correction.into.name for kept in corrections(home / "demo.sqlite") if kept.correction.into] == [
        "D. Keel"
    ]


def test_file_is_brought_in_and_its_bad_lines_are_told(home: Path, corpus: list[Report], open_page: Open) -> None:
    app = open_page("actors")
    lines = [json.dumps(c.as_record(c.drop(actor(LEAGUE)))), '{"kind": "![x](http://a.b)"}']
    app.file_uploader[0].set_value(("mine.jsonl", "\n".join(lines).encode(), "application/jsonl"))
    app = press(run(app), told.TAKE_IN)
    text = shown(app).replace("\\", "")
    assert "1 correction brought in." in text
    assert "line 2: kind is one of merge" in text
    assert "Lake League" not in listed(app)


def test_a_file_of_which_nothing_can_be_taken_is_no_success(home: Path, corpus: list[Report], open_page: Open) -> None:
    app = open_page("actors")
    app.file_uploader[0].set_value(("mine.jsonl", b"no JSON at all", "application/jsonl"))
    text = shown(press(run(app), told.TAKE_IN)).replace("\\", "")
    assert "No correction brought in." in text
    assert "line 1:" in text
    assert ":material/check:" not in text


def test_corrections_can_be_brought_in_before_any_article_is_there(home: Path, open_page: Open) -> None:
    app = open_page("actors", collection="Mine")
    assert told.corrections_made(0) in [expander.label for expander in app.expander]


def test_near_names_are_offered_and_joined_only_when_accepted(
    home: Path, corpus: list[Report], open_page: Open
) -> None:
    _let_in(home)
    before = rows(home / "demo.sqlite", Filter()).mentions["actor"].value_counts()
    app = open_page("actors")
    assert told.proposed(1) in [expander.label for expander in app.expander]
    assert before["name:person:mara velten"] > 0
    app = press(app, told.ACCEPT)
    assert "Mara Velten" not in listed(app)
    assert kinds(home) == ["merge"]
    assert told.proposed(1) not in [expander.label for expander in app.expander]


def test_two_of_one_name_are_told_apart_by_their_kinds() -> None:
    body = replace(actor(KEEL), id="name:organisation:doran keel", kind="organisation")
    assert told.correction_told(c.merge(body, actor(KEEL))) == (
        "Doran Keel (organisation) is counted as Doran Keel (person)"
    )


def test_refused_pair_is_kept_apart_and_not_offered_again(home: Path, corpus: list[Report], open_page: Open) -> None:
    _let_in(home)
    app = press(open_page("actors"), told.REFUSE)
    assert {"Mara Velten", "Mara Veltin"} <= set(listed(app))
    assert kinds(home) == ["apart"]
    assert told.proposed(1) not in [expander.label for expander in app.expander]


def _let_in(home: Path) -> None:
    """An article that writes Mara Veltin as Velten, and counts her as somebody else."""
    made, other = (
        report(0, identity="otherwise"),
        replace(actor(VELTIN), id="name:person:mara velten", name="Mara Velten"),
    )
    named = tuple(replace(one, actor=other.id) if one.actor == VELTIN else one for one in made.mentions)
    actors = tuple(other if one.id == VELTIN else one for one in made.actors)
    article = replace(made.article, text=made.article.text.replace("Veltin", "Velten"))
    archive.save(
        home / "demo.sqlite",
        replace(made, article=article, actors=actors, mentions=named, quotes=(), tones=(), stances=()),
    )


@pytest.mark.parametrize(
    "name", ["![x](http://tracker.invalid/x.png)", ":red[x] $y$", "</mark><script>alert(1)</script>"]
)
def test_name_by_hand_is_shown_as_its_characters_and_runs_nothing(
    name: str, home: Path, corpus: list[Report], open_page: Open
) -> None:
    app = open_dialog(open_page, "rename")
    app.text_input(key=f"name {KEEL}").set_value(name)
    app = press(run(app), told.DO["rename"])
    for element in (*app.markdown, *app.header, *app.caption):
        assert name not in element.value
    assert app.header[0].value == plain(name)


@pytest.fixture
def hosted(home: Path, corpus: list[Report], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    return home


def test_hosted_demo_offers_no_correction_and_says_why(hosted: Path, open_page: Open) -> None:
    for app in (open_page("actors"), open_page("actors", who="Doran Keel")):
        assert {told.NEW, told.CORRECT, told.TAKE_IN} & {button.label for button in app.button} == set()
    assert told.DEMO_FIXED in shown(open_page("actors"))


def test_correction_of_a_hosted_visitor_is_seen_by_nobody_else(
    hosted: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(hosted))
    one = open_page("actors", collection="Mine")
    (folder,) = hosted.glob("onrecord-visitor-*")
    archive.save(folder / "mine.sqlite", report(0))
    correct(folder / "mine.sqlite", c.drop(actor(KEEL)))
    assert "Doran Keel" not in listed(run(one))
    assert "Doran Keel" in listed(open_page("actors"))
    other = open_page("actors", collection="Mine")
    assert words.MINE_EMPTY in shown(other)
    assert told.corrections_made(0) in [expander.label for expander in other.expander]


def test_names_of_a_merged_actor_are_listed_with_the_reason(home: Path, corpus: list[Report], open_page: Open) -> None:
    correct(home / "demo.sqlite", c.merge(actor(KEEL), actor(VELTIN)))
    app = open_page("actors", who="Mara Veltin")
    table = next(each.value for each in app.dataframe if "surface" in each.value)
    why = dict(zip(table["surface"], table["why"], strict=True))
    assert why["Doran Keel"] == "the full name, as it stands; Doran Keel is counted as Mara Veltin by hand"
    assert pages.NAMES_TITLE in [one.value for one in app.subheader]

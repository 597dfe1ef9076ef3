"""The Outlets page: verbs of distance, who is quoted where, and the tone of each outlet, each opening its rows."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from components import words, words_evidence, words_outlets, words_quotes
from onrecord.records import Report
from onrecord.store import figures
from onrecord.store.archive import save
from onrecord.store.frames import Filter, Rows, rows
from tests.components import harbour
from tests.components.invented import IDS
from tests.components.reader import Open, drawn, pick, run, shown


@pytest.fixture
def found(home: Path, corpus: list[Report]) -> Rows:
    return rows(home / "demo.sqlite", Filter())


def test_bars_of_verbs_add_up_to_all_quotes_of_each_outlet(found: Rows, open_page: Open) -> None:
    parts = pd.DataFrame(drawn(open_page("outlets"), 0))
    assert parts.groupby("outlet")["n"].sum().to_dict() == found.quotes["outlet"].value_counts().to_dict()


def test_part_of_a_bar_opens_the_quotes_reported_so(home: Path, corpus: list[Report], open_page: Open) -> None:
    save(home / "demo.sqlite", harbour.report())  # whose verbs are told in their basic form
    part = next(one for one in drawn(open_page("outlets"), 0) if one["distance"] == "emphatic")
    app = pick(open_page("outlets"), "distance", part["key"])
    assert (part["n"], part["outlet"]) == (1, "Demo Wire North")
    assert harbour.TEXT[harbour.quotes()[1].evidence.spans[0].start :].startswith(app.text[0].value)


def test_box_of_a_speaker_opens_their_quotes_in_that_outlet(found: Rows, open_page: Open) -> None:
    box = drawn(open_page("outlets"), 1)[0]
    theirs = found.quotes[(found.quotes["speaker"] == box["speaker"]) & (found.quotes["outlet"] == box["outlet"])]
    app = pick(open_page("outlets"), "quoted", box["key"])
    assert box["n"] == len(theirs)
    assert words_evidence.evidence_count("quote", len(theirs), theirs["article_id"].nunique()) in shown(app)


def test_tone_is_that_of_the_outlets_own_words_towards_the_chosen_actor(found: Rows, open_page: Open) -> None:
    app = open_page("outlets", of="Mara Veltin")
    own = figures.tone_by_outlet(found, IDS["Mara Veltin"]).set_index("outlet")
    points = drawn(app, 2)
    assert {one["actor"] for one in points} == {IDS["Mara Veltin"]}
    assert {one["outlet"]: (one["n"], one["abstained"]) for one in points} == {
        outlet: (row["n"], row["abstained"]) for outlet, row in own.iterrows()
    }


def test_box_of_an_outlet_and_period_opens_its_passages_and_those_that_are_not_sure(
    found: Rows, open_page: Open
) -> None:
    app = open_page("outlets", of="Doran Keel")
    box = next(one for one in drawn(app, 3) if one["abstained"] and one["n"])
    app = pick(app, "tone by outlet over time", box["key"])
    assert words_evidence.not_sure_among(box["abstained"], box["n"] + box["abstained"]) in shown(app)


def test_every_outlet_and_period_prints_mean_interval_and_n(found: Rows, open_page: Open) -> None:
    boxes = drawn(open_page("outlets", of="Doran Keel"), 3)
    assert all(box["counted"].startswith("n ") for box in boxes)
    with_interval = [box for box in boxes if box["low"] is not None]
    assert with_interval
    assert all("…" in box["between"] for box in with_interval)


def test_measured_accuracy_stands_on_the_page(corpus: list[Report], open_page: Open) -> None:
    captions = [caption.value for caption in open_page("outlets").caption]
    assert sum(caption.startswith(words.MEASURED_HERE) for caption in captions) == 2


def test_only_the_largest_outlets_stand_beside_each_other(
    corpus: list[Report], open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components.outlets.MOST_OUTLETS", 2)
    app = open_page("outlets")
    assert words_outlets.FEWER.format(n=2, every=3) in shown(app)
    assert len({part["outlet"] for part in drawn(app, 0)}) == 2


def test_fewer_periods_than_there_are_is_said(
    corpus: list[Report], open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components.outlets.MOST_PERIODS", 1)
    app = open_page("outlets")
    assert len({box["when"] for box in drawn(app, 3)}) == 1
    assert "The last 1 of " in shown(app)


def test_narrowed_quotes_narrow_the_verbs(found: Rows, open_page: Open) -> None:
    app = open_page("quotes", claim="denied")
    distance = next(
        n for n, one in enumerate(app.get("vega_lite_chart")) if words_quotes.DISTANCE_AXIS in one.proto.spec
    )
    assert sum(part["n"] for part in drawn(app, distance)) == int((found.quotes["claim"] == "denied").sum())
    app.multiselect(key="claim").set_value([])
    assert sum(part["n"] for part in drawn(run(app), distance)) == len(found.quotes)

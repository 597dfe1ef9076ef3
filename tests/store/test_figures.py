"""What each figure counts, worked out by hand on two small articles, and that its rows can be found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from onrecord.store import archive, figures
from onrecord.store.figures import evidence_of
from onrecord.store.frames import Filter, Rows, rows
from tests.store.invented import KARSOVIA, KEEL, OSTRAVIA, VELTIN, full_report


@pytest.fixture
def found(path: Path) -> Rows:
    """The full report twice, a month apart, in two outlets; the second with its first stance turned round."""
    first, second = full_report(), full_report("second")
    archive.save(path, first)
    turned = replace(
        second.stances[0],
        position="supports",
        probabilities=second.stances[0].probabilities._replace(supports=0.8, opposes=0.1, neutral=0.1),
    )
    archive.save(
        path,
        replace(
            second,
            article=replace(second.article, outlet="Demo Courier East", published=date(2022, 3, 3), written=None),
            stances=(turned, replace(second.stances[1], position="abstained")),
        ),
    )
    return rows(path, Filter())


@pytest.fixture
def nothing(path: Path) -> Rows:
    return rows(path, Filter())


def test_the_size_of_a_corpus(found: Rows) -> None:
    assert figures.corpus_size(found) == figures.Size(
        articles=2, outlets=2, actors=3, quotes=6, stances=4, undated=0,
        first=pd.Timestamp(2022, 2, 1), last=pd.Timestamp(2022, 3, 3),
    )  # fmt: skip


def test_articles_are_counted_by_day_week_and_month_and_outlet(found: Rows) -> None:
    for every, periods in (
        ("day", ["2022-02-01", "2022-03-03"]),
        ("week", ["2022-01-31", "2022-02-28"]),
        ("month", ["2022-02-01", "2022-03-01"]),
    ):
        table = figures.articles_by_day(found, every)  # type: ignore[arg-type]
        assert table["period"].dt.date.astype(str).tolist() == periods
        assert table["outlet"].tolist() == ["Demo Wire North", "Demo Courier East"]
        assert table["n"].tolist() == [1, 1]


def test_the_table_of_actors_counts_every_part_that_each_has(found: Rows) -> None:
    table = figures.actor_table(found).set_index("actor")
    assert list(table.index) == [KEEL, KARSOVIA, VELTIN]  # by mentions, then by name
    assert table.loc[KEEL, ["mentions", "articles", "said", "about", "holds", "faces"]].tolist() == [4, 2, 0, 0, 0, 0]
    assert table.loc[KARSOVIA, ["mentions", "articles", "said", "about", "holds", "faces"]].tolist() == [
        2,
        2,
        0,
        2,
        0,
        2,
    ]
    # The quotes that are about herself are her own, so they are not quotes of others about her.
    assert table.loc[VELTIN, ["mentions", "articles", "said", "about", "holds", "faces"]].tolist() == [2, 2, 4, 0, 4, 0]
    assert table.loc[KARSOVIA, ["n", "n_articles", "abstained"]].tolist() == [2, 2, 2]
    assert table.loc[KARSOVIA, "mean"] == pytest.approx(-0.61)
    assert table.loc[KEEL, ["n", "abstained"]].tolist() == [0, 0]
    assert pd.isna(table.loc[KEEL, "mean"])


def test_counts_in_the_table_of_actors_are_the_lengths_of_the_lists(found: Rows) -> None:
    for row in figures.actor_table(found).to_dict("records"):
        actor = row["actor"]
        assert row["mentions"] == len(evidence_of(found, "mentions", {"actor": actor}))
        assert row["said"] == len(figures.said_by(found, actor))
        assert row["about"] == len(figures.said_about(found, actor))
        assert row["holds"] == len(evidence_of(found, "stances", {"holder": actor}))
        assert row["faces"] == len(evidence_of(found, "stances", {"target": actor}))
        assert row["n"] + row["abstained"] == len(evidence_of(found, "tones", row))


def test_the_matrix_has_mean_n_interval_and_abstained_in_each_cell(found: Rows) -> None:
    cells = figures.stance_matrix(found).set_index("target")
    towards, issue = cells.loc[KARSOVIA], cells.loc["harbour-talks"]
    assert (towards["holder"], towards["holder_name"], towards["target_name"]) == (VELTIN, "Mara Veltin", "Karsovia")
    assert towards["mean"] == pytest.approx((-0.87 + 0.7) / 2)
    assert (towards["n"], towards["n_articles"], towards["abstained"]) == (2, 2, 0)
    assert towards["low"] == pytest.approx(-0.87)
    assert towards["high"] == pytest.approx(0.7)
    assert (issue["n"], issue["abstained"]) == (1, 1)
    assert figures.stance_matrix(found, "actor")["target"].tolist() == [KARSOVIA]
    assert figures.stance_matrix(found, "issue")["target"].tolist() == ["harbour-talks"]


def test_stance_by_issue_leaves_actors_out_and_can_part_what_was_said_from_what_was_done(found: Rows) -> None:
    assert figures.stance_by_issue(found)[["target", "holder", "n"]].to_numpy().tolist() == [
        ["harbour-talks", VELTIN, 1]
    ]
    assert figures.stance_by_issue(found, by_basis=True)["basis"].tolist() == ["said"]
    assert figures.stance_by_issue(found, "another").empty


def test_stances_over_time_fall_in_their_months(found: Rows) -> None:
    table = figures.stance_over_time(found, KARSOVIA)
    assert table["period"].dt.month.tolist() == [2, 3]
    assert table["mean"].tolist() == pytest.approx([-0.87, 0.7])
    assert figures.stance_over_time(found, KARSOVIA, holders=[KEEL]).empty


def test_the_strongest_stances_are_those_furthest_from_neutral_with_enough_rows(found: Rows) -> None:
    assert figures.strongest_stances(found, minimum_n=1)["target"].tolist() == ["harbour-talks", KARSOVIA]
    assert figures.strongest_stances(found, minimum_n=2)["target"].tolist() == [KARSOVIA]
    assert figures.strongest_stances(found, minimum_n=1, limit=1)["n"].tolist() == [1]


def test_tone_by_outlet_is_the_outlets_own_voice_alone(found: Rows) -> None:
    table = figures.tone_by_outlet(found, KARSOVIA)
    assert table["outlet"].tolist() == ["Demo Courier East", "Demo Wire North"]
    assert table["n"].tolist() == [0, 0]
    assert table["abstained"].tolist() == [1, 1]  # the two that were counted stand in quotes
    for row in table.to_dict("records"):
        evidence = evidence_of(found, "tones", row)
        assert evidence["label"].tolist() == ["abstained"]
        assert evidence["outlet"].tolist() == [row["outlet"]]
    assert figures.tone_by_outlet(found, KEEL).empty


def test_tone_by_outlet_over_time_parts_the_periods(found: Rows) -> None:
    own = replace(found, tones=found.tones.assign(voice=None))  # every passage as the outlet's own
    table = figures.tone_by_outlet(own, KARSOVIA, "month")
    assert table[["outlet", "n", "abstained"]].to_numpy().tolist() == [
        ["Demo Wire North", 1, 1],
        ["Demo Courier East", 1, 1],
    ]
    assert table["period"].dt.month.tolist() == [2, 3]
    for row in table.to_dict("records"):
        assert len(evidence_of(own, "tones", row, "month")) == row["n"] + row["abstained"] == 2


def test_of_whom_the_outlets_speak_counts_what_is_unclear_too(found: Rows) -> None:
    assert figures.spoken_of(found)[["actor", "n"]].to_numpy().tolist() == [[KARSOVIA, 2]]


def test_tone_and_mentions_over_time(found: Rows) -> None:
    tone = figures.tone_over_time(found, "month", [KARSOVIA])
    assert tone[["n", "abstained"]].to_numpy().tolist() == [[1, 1], [1, 1]]
    assert figures.tone_over_time(found, "month", [KEEL]).empty
    assert len(figures.tone_over_time(found, "month")) == 2
    mentions = figures.mentions_over_time(found, KEEL, "month")
    assert mentions["n"].tolist() == [2, 2]
    for row in mentions.to_dict("records"):
        assert len(evidence_of(found, "mentions", row, "month")) == row["n"]


def test_who_is_named_in_the_same_sentence(found: Rows) -> None:
    table = figures.who_with(found, VELTIN)
    assert table[["actor", "sentences", "articles"]].to_numpy().tolist() == [[KARSOVIA, 2, 2]]
    assert figures.who_with(found, KEEL).empty
    assert figures.who_with(found, OSTRAVIA).empty


def test_verbs_are_shared_out_within_each_outlet_among_quotes_that_have_one(found: Rows) -> None:
    table = figures.verbs_by_outlet(found)
    assert (
        table[["verb", "distance", "n", "share"]].to_numpy().tolist()
        == [
            ["say", "neutral", 1, 0.5],
            ["tell", "neutral", 1, 0.5],
        ]
        * 2
    )
    for row in table.to_dict("records"):
        assert len(evidence_of(found, "quotes", row)) == row["n"]
    quoted = figures.quoted_by_outlet(found)
    assert quoted[["speaker", "n", "share"]].to_numpy().tolist() == [[VELTIN, 2, 1.0], [VELTIN, 2, 1.0]]


def test_verbs_are_held_at_the_distance_that_the_list_of_verbs_gives_them(found: Rows) -> None:
    verbs = ["claim", "admit", "insist", "say", "", "levitate"]
    held = replace(found, quotes=figures.with_distance(found.quotes.assign(verb=verbs, outlet="Demo Wire North")))
    assert held.quotes["distance"].tolist() == ["distancing", "factive", "emphatic", "neutral", "none", "none"]
    table = figures.distance_by_outlet(held)
    assert dict(zip(table["distance"], table["n"], strict=True)) == {
        "distancing": 1, "emphatic": 1, "factive": 1, "neutral": 1, "none": 2,
    }  # fmt: skip
    assert table["share"].sum() == pytest.approx(1)
    for row in table.to_dict("records"):
        assert len(evidence_of(held, "quotes", row)) == row["n"]


def test_words_and_acts_of_one_towards_another_are_parted_by_day_basis_and_side(found: Rows) -> None:
    first, second = found.stances.index[found.stances["target"] == KARSOVIA]
    done = replace(
        found, stances=found.stances.assign(basis=found.stances["basis"].where(found.stances.index != second, "did"))
    )
    assert first != second
    table = figures.said_and_done(done, VELTIN, KARSOVIA)
    assert table[["basis", "position", "n"]].to_numpy().tolist() == [["said", "opposes", 1], ["did", "supports", 1]]
    for row in table.to_dict("records"):
        assert len(evidence_of(done, "stances", row)) == 1
    assert figures.said_and_done(done, KEEL, KARSOVIA).empty
    pairs = figures.pairs_by_basis(done)
    assert pairs[["target", "said", "did", "narrated", "n"]].to_numpy().tolist()[0] == [KARSOVIA, 1, 1, 0, 2]
    assert figures.pairs_by_basis(found)["did"].sum() == 0


def test_the_newest_quotes_come_first_and_undated_ones_last(found: Rows) -> None:
    assert figures.newest_quotes(found, 4)["article_id"].tolist() == ["second"] * 3 + ["full"]


def test_evidence_shows_what_was_counted_before_what_abstained(found: Rows) -> None:
    evidence = evidence_of(found, "tones", {"actor": KARSOVIA})
    assert evidence["label"].tolist() == ["negative", "negative", "abstained", "abstained"]
    assert evidence["day"].dt.month.tolist() == [2, 3, 2, 3]


def test_without_rows_every_figure_is_empty_and_none_fails(nothing: Rows) -> None:
    assert figures.corpus_size(nothing).first is None
    for table in (
        figures.articles_by_day(nothing), figures.actor_table(nothing), figures.stance_matrix(nothing),
        figures.stance_by_issue(nothing, by_basis=True), figures.stance_over_time(nothing, "x"),
        figures.strongest_stances(nothing, 3), figures.tone_by_outlet(nothing, "x"), figures.tone_over_time(nothing),
        figures.mentions_over_time(nothing, "x"), figures.verbs_by_outlet(nothing), figures.quoted_by_outlet(nothing),
        figures.tone_by_outlet(nothing, "x", "month"), figures.spoken_of(nothing), figures.distance_by_outlet(nothing),
        figures.pairs_by_basis(nothing), figures.said_and_done(nothing, "x", "y"),
        figures.who_with(nothing, "x"), figures.said_about(nothing, "x"), figures.newest_quotes(nothing),
    ):  # fmt: skip
        assert table.empty
        assert len(table.columns) > 2

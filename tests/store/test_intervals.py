"""Every mean comes with what it rests on, and the same rows always give the same interval."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest

from onrecord.store.intervals import mean_with_interval


def stances(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    """holder, article and score of each; None for an abstained one."""
    return pd.DataFrame(
        {
            "holder": [holder for holder, _, _ in rows],
            "article_id": [article for _, article, _ in rows],
            "score": [0.9 if score is None else score for _, _, score in rows],
            "position": ["abstained" if score is None else "supports" for _, _, score in rows],
        }
    )


def only_row(frame: pd.DataFrame) -> pd.Series:
    assert len(frame) == 1
    return frame.iloc[0]


def test_abstained_rows_are_counted_beside_the_mean_and_not_in_it() -> None:
    row = only_row(
        mean_with_interval(stances(("a", "1", 0.5), ("a", "1", None), ("a", "2", -0.1), ("a", "3", None)), ["holder"])
    )
    assert row["mean"] == pytest.approx(0.2)
    assert (row["n"], row["n_articles"], row["abstained"]) == (2, 2, 2)
    assert row["low"] == pytest.approx(-0.1)
    assert row["high"] == pytest.approx(0.5)


def test_below_two_articles_there_is_no_interval_however_many_rows() -> None:
    row = only_row(mean_with_interval(stances(*[("a", "1", n / 10) for n in range(9)]), ["holder"]))
    assert (row["n"], row["n_articles"]) == (9, 1)
    assert row["mean"] == pytest.approx(0.4)
    assert np.isnan(row["low"])
    assert np.isnan(row["high"])


def test_a_group_of_nothing_but_abstained_rows_has_no_mean() -> None:
    table = mean_with_interval(stances(("a", "1", None), ("a", "2", None), ("b", "1", 0.3)), ["holder"]).set_index(
        "holder"
    )
    assert np.isnan(table.loc["a", "mean"])
    assert table.loc["a", ["n", "n_articles", "abstained"]].tolist() == [0, 0, 2]
    assert table.loc["b", ["n", "n_articles", "abstained"]].tolist() == [1, 1, 0]


def test_nothing_gives_an_empty_table_with_all_columns() -> None:
    table = mean_with_interval(stances(), ["holder"])
    assert table.empty
    assert list(table.columns) == ["holder", "mean", "low", "high", "n", "n_articles", "abstained"]


def test_the_interval_of_a_group_does_not_depend_on_its_neighbours_or_the_order_of_rows() -> None:
    chance = np.random.default_rng(7)
    frame = stances(*[(h, str(n % 11), float(chance.uniform(-1, 1))) for h in "abc" for n in range(40)])
    all_three = mean_with_interval(frame, ["holder"]).set_index("holder").loc["b"]
    alone = mean_with_interval(frame[frame["holder"] == "b"], ["holder"]).set_index("holder").loc["b"]
    shuffled = mean_with_interval(frame.sample(frac=1, random_state=3), ["holder"]).set_index("holder").loc["b"]
    assert all_three.to_dict() == pytest.approx(alone.to_dict())
    assert all_three.to_dict() == pytest.approx(shuffled.to_dict())


def test_articles_are_drawn_whole_so_that_many_rows_of_one_do_not_narrow_the_interval() -> None:
    spread = stances(*[("a", str(n), score) for n, score in enumerate([-0.8, -0.4, 0.0, 0.4, 0.8] * 4)])
    bunched = stances(*[("a", str(n // 4), score) for n, score in enumerate(np.repeat([-0.8, -0.4, 0.0, 0.4, 0.8], 4))])
    wide, narrow = only_row(mean_with_interval(bunched, ["holder"])), only_row(mean_with_interval(spread, ["holder"]))
    assert wide["high"] - wide["low"] > 1.5 * (narrow["high"] - narrow["low"])


def test_the_interval_holds_the_true_mean_about_as_often_as_it_says() -> None:
    chance = np.random.default_rng(11)
    held = 0
    for _ in range(200):
        frame = stances(*[("a", str(n), float(score)) for n, score in enumerate(chance.normal(0.1, 0.4, 30))])
        row = only_row(mean_with_interval(frame, ["holder"]))
        held += row["low"] <= 0.1 <= row["high"]
    assert 0.88 <= held / 200 <= 0.99


def test_it_is_the_bootstrap_that_a_plain_loop_gives() -> None:
    scores = {"1": [0.9, 0.2], "2": [-0.5], "3": [0.1, 0.1, -0.9], "4": [0.7]}
    frame = stances(*[("a", article, score) for article, all_of in scores.items() for score in all_of])
    row = only_row(mean_with_interval(frame, ["holder"]))
    chance = np.random.default_rng(1)
    means = []
    for _ in range(20_000):
        drawn = [scores[str(n)] for n in chance.integers(1, 5, 4)]
        means.append(np.mean([score for all_of in drawn for score in all_of]))
    low, high = np.percentile(means, (2.5, 97.5))
    assert row["low"] == pytest.approx(low, abs=0.06)
    assert row["high"] == pytest.approx(high, abs=0.06)


def test_six_hundred_groups_take_a_moment() -> None:
    chance = np.random.default_rng(5)
    frame = stances(*[(str(h), str(chance.integers(50)), 0.1) for h in range(600) for _ in range(5)])
    spent = []
    for _ in range(5):
        began = time.perf_counter()
        table = mean_with_interval(frame, ["holder"])
        spent.append(time.perf_counter() - began)
    assert len(table) == 600
    assert min(spent) < 0.2

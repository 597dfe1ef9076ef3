"""What stands beside and in the marks of a chart."""

from __future__ import annotations

import pandas as pd
import pytest

from components import words
from components.printed import beside, ranked, with_figures
from components.tables import without_minus_zero


def test_two_actors_of_one_name_stay_two() -> None:
    assert beside(["a", "b", "a", "c"], ["Keel", "Keel", "Keel", "Keel"]) == ["Keel", "Keel (2)", "Keel", "Keel (3)"]


def figure(**columns: list[object]) -> pd.DataFrame:
    usual = {"who": ["a"], "mean": [0.5], "low": [0.1], "high": [0.8], "n": [5], "n_articles": [3], "abstained": [0]}
    return with_figures(pd.DataFrame({**usual, **columns}), ["who"], 3)


@pytest.mark.parametrize(
    ("mean", "n", "abstained", "printed"),
    [(0.5, 5, 0, "+0.50  n 5"), (-0.714, 5, 2, "−0.71  n 5 +2?"), (0.001, 3, 0, "0.00  n 3"),
     (-0.5, 2, 0, "(−0.50  n 2)"),
     (None, 0, 4, "◌ 4 not sure")],
)  # fmt: skip
def test_sign_and_n_are_printed_and_too_few_is_in_brackets(
    mean: float | None, n: int, abstained: int, printed: str
) -> None:
    assert figure(mean=[mean], n=[n], abstained=[abstained])["printed"].iloc[0] == printed


@pytest.mark.parametrize(("mean", "side"), [(-0.4, "left"), (-0.05, "middle"), (0.05, "middle"), (0.4, "right")])
def test_shape_points_to_the_side(mean: float, side: str) -> None:
    assert figure(mean=[mean])["side"].iloc[0] == side


@pytest.mark.parametrize(
    ("low", "high", "between"),
    [(-0.953, -0.31, "−.95…−.31"), (-1, 0.001, "−1…0"), (0.104, 0.999, "+.10…+1"), (None, None, "")],
)
def test_interval_is_short_where_room_is_small(low: float | None, high: float | None, between: str) -> None:
    assert figure(low=[low], high=[high])["between"].iloc[0] == between


def test_mean_from_one_article_has_no_interval_and_says_so() -> None:
    assert "none, from one article" in figure(low=[None], high=[None])["told"].iloc[0]


def test_too_few_are_not_ranked() -> None:
    rows = figure(
        who=["few", "for", "unsure", "against"], mean=[-1.0, 0.9, None, -0.2], n=[1, 4, 0, 9], abstained=[0, 0, 3, 0],
        low=[None] * 4, high=[None] * 4, n_articles=[1] * 4,
    )  # fmt: skip
    assert list(ranked(rows)["who"]) == ["against", "for", "few", "unsure"]


def test_numbers_carry_a_true_minus() -> None:
    assert [words.signed(value) for value in (-1, -0.004, 0.004, 1)] == ["−1.00", "0.00", "0.00", "+1.00"]


def test_table_writes_no_minus_zero() -> None:
    frame = pd.DataFrame({"mean": [-0.004, -0.357, None], "n": [1, 2, 3]})
    shown = without_minus_zero(frame, ["mean", "n"])
    assert [f"{value:+.2f}" for value in shown["mean"][:2]] == ["+0.00", "-0.36"]
    assert pd.isna(shown["mean"][2])


def test_how_many_articles_fit_is_said_in_whole_words() -> None:
    assert [words.under(*pair) for pair in ((0, 0), (1, 1), (33, 33), (1, 33), (3, 33))] == [
        "No articles yet.",
        "1 article.",
        "33 articles.",
        "1 of 33 articles fits these filters.",
        "3 of 33 articles fit these filters.",
    ]

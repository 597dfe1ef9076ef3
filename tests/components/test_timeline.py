"""Bars over time when there are more outlets than colours."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from components import words, words_evidence
from components import words_pages as told
from components.charts import by_period, over_time
from components.timeline import MOST_OUTLETS
from onrecord.store.archive import save
from tests.components.invented import report
from tests.components.reader import Open, pick, shown


@pytest.fixture
def many_outlets(home: Path) -> int:
    """Twelve articles of one day, each of another outlet, and a second one of the first."""
    for n in range(12):
        save(home / "demo.sqlite", report(0, outlet=f"Demo Outlet {n:02}", identity=f"article{n}"))
    save(home / "demo.sqlite", report(0, outlet="Demo Outlet 00", identity="second"))
    return 12


def test_smaller_outlets_are_drawn_as_one(many_outlets: int, open_page: Open) -> None:
    app = open_page("overview")
    (bars,) = [table.value for table in app.dataframe if "outlet_name" in table.value]
    assert len(bars) == MOST_OUTLETS + 1
    assert bars.set_index("outlet_name")["n"][told.OTHER_OUTLETS] == many_outlets - MOST_OUTLETS


def test_what_is_drawn_as_one_opens_under_its_own_names(many_outlets: int, open_page: Open) -> None:
    app = open_page("overview")
    (bars,) = [table.value for table in app.dataframe if "outlet_name" in table.value]
    others = bars[bars["outlet_name"] == told.OTHER_OUTLETS].iloc[0]
    text = shown(pick(app, "articles over time", others["key"]))
    assert words_evidence.evidence_count("article", many_outlets - MOST_OUTLETS, many_outlets - MOST_OUTLETS) in text
    assert "Demo Outlet 11" in text


@pytest.mark.parametrize(("last", "ticks"), [("2022-05-03", "day"), ("2022-05-09", "day"), ("2022-05-30", 6)])
def test_no_day_stands_twice_on_the_axis(last: str, ticks: object) -> None:
    days = pd.to_datetime(["2022-05-03", last])
    counts = pd.DataFrame({"period": days, "period_end": days, "n": 1, "outlet_name": "Demo Wire North"})
    drawn = by_period(counts.assign(key="a", tip="a"), "Articles", told.DATE_FORMATS["day"]).to_dict()
    assert drawn["encoding"]["x"]["axis"]["tickCount"] == ticks


def test_one_day_is_told_once() -> None:
    day = pd.Timestamp("2022-05-03")
    assert told.span_of_days(day, day, 0) == "Written on 3 May 2022."


def test_a_side_of_the_matrix_that_is_whole_is_called_all() -> None:
    assert told.matrix_shown(10, 11, 5, 5) == "Those with the most stances: 10 of 11 holders and all 5 targets."


def test_n_and_what_is_not_sure_are_printed_on_two_lines_where_months_stand_close() -> None:
    months = pd.DataFrame(
        {
            "period": pd.to_datetime(["2022-01-01", "2022-02-01"]),
            "mean": [0.1, 0.2],
            "low": [None, 0.1],
            "high": [None, 0.3],
            "counted": [words.n_short(11, 28), words.n_short(3, 0)],
        }
    )
    drawn = over_time(months, "negative · positive", told.DATE_FORMATS["month"]).to_dict()
    (printed,) = [layer for layer in drawn["layer"] if layer["mark"]["type"] == "text"]
    assert printed["mark"]["lineBreak"] == "\n"
    (lines,) = [
        one["calculate"] for one in printed["transform"] if one.get("as") == printed["encoding"]["text"]["field"]
    ]
    assert lines == r"replace(datum.counted, ' +', '\n+')"

"""Said beside done: what one actor said of one target and did to it, on one line of time."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import charts_by_outlet as charts
from components import words
from components import words_pages as told
from components.accuracy import show_accuracy
from components.evidence import chart, twin
from components.plain import line, plain
from components.printed import behind, with_figures
from components.tables import columns
from onrecord.store import figures
from onrecord.store.frames import Rows

MOST_MARKS = 200  # on a line a screen wide; more are drawn by month
MOST_PAIRS = 150  # to choose from, those with most of both words and acts first


def show_line_of_time(rows: Rows, minimum: int) -> None:
    """The choice of a pair, its line of time, and the same as a table."""
    st.subheader(told.LINE_TITLE, help=told.LINE_HELP)
    pairs = figures.pairs_by_basis(rows).head(MOST_PAIRS)
    if pairs.empty:
        st.caption(told.NO_LINE)
        return
    by_key = {f"{row['holder']}|{row['target']}": row for row in pairs.to_dict("records")}
    picked = st.selectbox(
        told.PAIR, list(by_key), format_func=lambda key: line(told.pair(by_key[key]), 90) if key in by_key else key,
        key="pair", bind="query-params",
    )  # fmt: skip
    pair = by_key[picked]
    st.caption(plain(told.pair_counted(pair)))
    by_day = figures.said_and_done(rows, pair["holder"], pair["target"])
    every: figures.Every = "day" if len(by_day) <= MOST_MARKS else "month"
    by_period = by_day if every == "day" else figures.said_and_done(rows, pair["holder"], pair["target"], every)
    figure = _figure(by_period, every, minimum)
    find = behind(rows, "stances", figure, told.LINE_BEHIND, every)
    lanes = [words.BASES[basis] for basis in ("said", "did", "narrated") if basis in set(figure["basis"])]
    chart(charts.line_of_time(figure, lanes, told.LINE_DATES), "line of time", told.line_alt(figure), find)
    st.caption(told.LINE_KEY)
    show_accuracy("stance")
    twin(figure, "line of time table", columns("when", "basis_name", "position_name", "mean", "counted"), find)


def _figure(found: pd.DataFrame, every: figures.Every, minimum: int) -> pd.DataFrame:
    figure = with_figures(found, ["period", "basis", "position"], minimum)
    figure["when"] = [told.period(start, every) for start in figure["period"]]
    figure["basis_name"] = figure["lane"] = figure["basis"].map(words.BASES)
    figure["rows"] = figure["n"] + figure["abstained"]
    figure["position_name"] = figure["position"].replace("abstained", words.NOT_SURE)
    figure["tip"] = [told.line_tip(row) for row in figure.to_dict("records")]
    return figure

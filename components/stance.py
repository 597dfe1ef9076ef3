"""Stance, by issue: each actor on a scale from opposes to supports; over time; what was said beside what was done."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import charts, words
from components import words_pages as told
from components.accuracy import show_accuracy
from components.beside_done import show_line_of_time
from components.empty import nothing_to_show
from components.evidence import chart, twin
from components.issues import statements
from components.matrix import USUAL_SIZE, choose_basis, draw_matrix, with_basis
from components.periods import long_period_for
from components.plain import line, plain
from components.printed import behind, beside, ranked, with_figures
from components.rows import named, rows_under
from components.session import choose
from components.session import chosen as picked_value
from components.tables import columns
from onrecord.store import figures
from onrecord.store.frames import Filter, Rows

MOST_HOLDERS = 25
PICKED_ISSUE = "issue picked"


def show(chosen: Filter) -> None:
    """Draw the page."""
    rows = rows_under(chosen)
    st.title(words.PAGES["stance"])
    st.caption(told.STANCE_HELP)
    if nothing_to_show(rows, chosen):
        return
    if chosen.issue is None:
        _issues(rows)
        st.subheader(told.EVERYBODY_TITLE)
        draw_matrix(with_basis(rows, choose_basis()), "issue", USUAL_SIZE, chosen.minimum_n)
        show_line_of_time(rows, chosen.minimum_n)
        return
    st.button(told.BACK_TO_ISSUES, icon=":material/arrow_back:", type="tertiary", on_click=choose, args=("issue", None))
    stances = rows.stances
    if stances.empty:
        st.info(told.NO_ON_ISSUE)
        return
    st.header(plain(stances["target_name"].iloc[0]))
    if chosen.issue in statements():
        st.markdown(told.TO_SUPPORT.format(statement=plain(statements()[chosen.issue])))
    _everyone(with_basis(rows, choose_basis()), chosen)
    _over_time(rows, chosen)
    _said_beside_done(rows, chosen)
    show_line_of_time(rows, chosen.minimum_n)


def _issues(rows: Rows) -> None:
    """The issues to choose from, each with how many stances there are on it."""
    found = rows.stances[rows.stances["target_kind"] == "issue"]
    names = named(found, "target", "target_name")
    counts = found["target"].value_counts()
    st.markdown(told.ALL_ISSUES)
    st.pills(
        told.ISSUES, list(names), format_func=lambda one: f"{plain(names[one], 60)} · {counts[one]}", key=PICKED_ISSUE,
        on_change=_choose_issue, label_visibility="collapsed",
    )  # fmt: skip


def _choose_issue() -> None:
    choose("issue", picked_value(PICKED_ISSUE))


def _everyone(rows: Rows, chosen: Filter) -> None:
    st.subheader(told.EVERYONE_TITLE)
    figure = _largest(figures.stance_by_issue(rows, chosen.issue))
    if figure.empty:
        st.info(told.NO_BASIS)
        return
    figure = ranked(with_figures(figure, ["holder", "target"], chosen.minimum_n))
    figure["beside"] = beside(figure["holder"], figure["holder_name"])
    figure["tip"] = [told.stance_tip(row) for row in figure.to_dict("records")]
    find = behind(rows, "stances", figure, told.STANCE_BEHIND)
    chart(charts.sides(figure, words.STANCE_ENDS), "everyone", told.stances_alt(figure), find)
    st.caption(words.KEY)
    show_accuracy("stance", "issue")
    twin(figure, "everyone table", columns("holder_name", "mean", "spread", "counted"), find)


def _over_time(rows: Rows, chosen: Filter) -> None:
    st.subheader(told.STANCE_TIME_TITLE)
    every = long_period_for(rows.articles["day"])
    holders = _largest(figures.stance_by_issue(rows, chosen.issue))
    names = dict(zip(holders["holder"], holders["holder_name"], strict=True))
    holder = st.selectbox(
        told.WHOSE, list(names), format_func=lambda one: line(names.get(one, one), 80), key="whose", bind="query-params"
    )
    periods = figures.stance_over_time(rows, chosen.issue or "", every, [holder] if holder else [])
    if periods.empty:
        st.caption(told.NO_STANCE_TIME)
        return
    figure = with_figures(periods, ["period", "holder", "target"], chosen.minimum_n)
    figure["when"] = [told.period(start, every) for start in figure["period"]]
    figure["tip"] = [told.over_time_tip(row) for row in figure.to_dict("records")]
    find = behind(rows, "stances", figure, told.STANCE_WHEN_BEHIND, every)
    drawing = charts.over_time(figure, told.STANCE_AXIS, told.DATE_FORMATS[every])
    chart(drawing, "stance over time", told.over_time_alt(figure), find)
    st.caption(told.OVER_TIME_KEY)
    show_accuracy("stance", "issue")
    twin(figure, "stance over time table", columns("when", "mean", "spread", "counted"), find)


def _said_beside_done(rows: Rows, chosen: Filter) -> None:
    st.subheader(told.SAID_DONE_TITLE, help=told.BASIS_HELP)
    figure = figures.stance_by_issue(rows, chosen.issue, by_basis=True)
    several = figure.groupby("holder")["basis"].transform("nunique") > 1
    figure = _largest(figure[several])
    if figure.empty:
        st.caption(told.NO_SAID_DONE)
        return
    figure = with_figures(figure, ["holder", "target", "basis"], chosen.minimum_n)
    figure["beside"] = beside(figure["holder"], figure["holder_name"])
    figure["basis_name"] = figure["basis"].map(words.BASES)
    figure["tip"] = [f"{words.BASES[row['basis']]}: {told.stance_tip(row)}" for row in figure.to_dict("records")]
    find = behind(rows, "stances", figure, told.BASIS_BEHIND)
    chart(charts.sides(figure, words.STANCE_ENDS, by_basis=True), "said done", told.stances_alt(figure), find)
    st.caption(words.KEY)
    show_accuracy("stance", "issue")
    twin(figure, "said done table", columns("holder_name", "basis_name", "mean", "spread", "counted"), find)


def _largest(figure: pd.DataFrame) -> pd.DataFrame:
    """The holders with the most stances, as many as a screen holds."""
    totals = (figure["n"] + figure["abstained"]).groupby(figure["holder"]).sum()
    kept = list(totals.sort_values(ascending=False, kind="stable").index[:MOST_HOLDERS])
    order = figure["holder"].map({holder: place for place, holder in enumerate(kept)})
    return figure.assign(order=order)[order.notna()].sort_values("order", kind="stable").drop(columns="order")

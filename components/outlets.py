"""Outlets beside each other: verbs of distance, whom each quotes, and how each speaks of an actor, over time too."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from components import charts, charts_by_outlet, words, words_pages
from components import words_outlets as told
from components.accuracy import show_accuracy
from components.empty import nothing_to_show
from components.evidence import chart, twin
from components.periods import long_period_for
from components.plain import line
from components.printed import behind, beside, keys_of, ranked, with_figures
from components.rows import rows_under
from components.tables import columns
from components.verbs import show_distance
from onrecord.store import figures
from onrecord.store.frames import Filter, Rows

MOST_OUTLETS = 8  # beside each other on one screen
TOP_SPEAKERS = 15
MOST_PERIODS = 14  # of a table of boxes that is still read without losing the outlet's name


def show(chosen: Filter) -> None:
    """Draw the page."""
    rows = rows_under(chosen)
    st.title(words.PAGES["outlets"])
    st.caption(told.INTRO)
    if nothing_to_show(rows, chosen):
        return
    rows = _largest(rows)
    show_distance(rows)
    show_accuracy("quotes")
    _quoted(rows)
    _tone(rows, chosen.minimum_n)


def _largest(rows: Rows) -> Rows:
    """The rows of the outlets with the most articles, and a word where some are left out."""
    counts = rows.articles["outlet"].value_counts()
    if len(counts) <= MOST_OUTLETS:
        return rows
    st.caption(told.FEWER.format(n=MOST_OUTLETS, every=len(counts)))
    kept = counts.index[:MOST_OUTLETS]
    quotes, tones = (frame[frame["outlet"].isin(kept)] for frame in (rows.quotes, rows.tones))
    return replace(rows, quotes=quotes, tones=tones)


def _names(figure: pd.DataFrame) -> list[str]:
    return beside(figure["outlet"], [outlet or words.NO_OUTLET for outlet in figure["outlet"]])


def _quoted(rows: Rows) -> None:
    st.subheader(told.QUOTED_TITLE)
    figure = figures.quoted_by_outlet(rows)
    if figure.empty:
        st.caption(told.NO_QUOTED)
        return
    top = figure.groupby("speaker")["n"].sum().sort_values(ascending=False, kind="stable").index[:TOP_SPEAKERS]
    figure["outlet_name"] = _names(figure)
    outlets = sorted(set(figure["outlet_name"]))
    figure = figure[figure["speaker"].isin(top)].sort_values(["speaker", "outlet_name"], ignore_index=True)
    figure["key"] = keys_of(figure, ["outlet", "speaker"])
    figure["row"], figure["column"] = beside(figure["speaker"], figure["speaker_name"]), figure["outlet_name"]
    figure["share_told"] = [f"{share:.0%}" for share in figure["share"]]
    figure["tip"] = [told.quoted_tip(row) for row in figure.to_dict("records")]
    names = dict(zip(figure["speaker"], figure["row"], strict=True))
    find = behind(rows, "quotes", figure, told.QUOTED_BEHIND)
    drawing = charts_by_outlet.tally(figure, [names[one] for one in top], outlets, told.QUOTED_LEGEND)
    chart(drawing, "quoted", told.quoted_alt(figure), find)
    st.caption(told.QUOTED_KEY)
    twin(figure, "quoted table", columns("speaker_name", "outlet_name", "n", "share_told"), find)


def _tone(rows: Rows, minimum: int) -> None:
    st.subheader(told.TONE_TITLE, help=told.TONE_HELP)
    actors = figures.spoken_of(rows)
    if actors.empty:
        st.caption(told.NO_TONE)
        return
    names = dict(zip(actors["actor"], actors["actor_name"], strict=True))
    actor = st.selectbox(
        told.OF_WHOM, list(names), format_func=lambda one: line(names.get(one, one), 80), key="of", bind="query-params"
    )
    _tone_now(rows, actor, minimum)
    _tone_over_time(rows, actor, minimum)


def _tone_now(rows: Rows, actor: str, minimum: int) -> None:
    figure = ranked(with_figures(figures.tone_by_outlet(rows, actor), ["outlet", "actor"], minimum))
    figure["outlet_name"] = figure["beside"] = _names(figure)
    figure["tip"] = [told.tone_tip(row) for row in figure.to_dict("records")]
    find = behind(rows, "tones", figure, told.TONE_BEHIND)
    chart(charts.sides(figure, told.TONE_ENDS), "tone by outlet", told.tone_alt(figure), find)
    st.caption(words.KEY)
    show_accuracy("tone")
    twin(figure, "tone by outlet table", columns("outlet_name", "mean", "spread", "counted"), find)


def _tone_over_time(rows: Rows, actor: str, minimum: int) -> None:
    st.subheader(told.TONE_TIME_TITLE, help=told.TONE_HELP)
    every = long_period_for(rows.articles["day"])
    figure = figures.tone_by_outlet(rows, actor, every)
    if figure.empty:
        st.caption(told.NO_TONE_TIME)
        return
    periods = sorted(figure["period"].unique())
    if len(periods) > MOST_PERIODS:
        st.caption(told.TONE_TIME_LAST.format(n=MOST_PERIODS, every=len(periods)))
        periods = periods[-MOST_PERIODS:]
        figure = figure[figure["period"].isin(periods)]
    figure = with_figures(figure, ["period", "outlet", "actor"], minimum)
    figure["outlet_name"] = figure["row"] = _names(figure)
    figure["when"] = figure["column"] = [words_pages.period(start, every) for start in figure["period"]]
    figure["tip"] = [told.tone_tip(row) for row in figure.to_dict("records")]
    find = behind(rows, "tones", figure, told.TONE_WHEN_BEHIND, every)
    across = [words_pages.period(start, every) for start in periods]
    drawing = charts.matrix(figure, sorted(set(figure["row"])), across, told.TONE_SCALE)
    chart(drawing, "tone by outlet over time", told.tone_time_alt(figure), find, fit=False)
    st.caption(words_pages.MATRIX_KEY)
    twin(figure, "tone by outlet over time table", columns("when", "outlet_name", "mean", "spread", "counted"), find)

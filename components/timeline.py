"""Bars over time by outlet: how many articles, or how many mentions of one actor, in each day, week or month."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pandas as pd
import streamlit as st

from components import charts
from components import words_pages as told
from components.evidence import Behind, chart, twin
from components.periods import period_for, with_periods
from components.printed import behind, keys_of
from components.tables import columns
from onrecord.limits import CHART_MARKS
from onrecord.store import figures
from onrecord.store.figures import Every
from onrecord.store.frames import Rows

Frame = Literal["articles", "mentions"]
MOST_OUTLETS = 7  # that colours tell apart; the rest is one more colour
OTHERS = "\x00others"  # no outlet bears this name: controls are not let in


def show_articles(rows: Rows) -> None:
    """Articles over time."""
    every = period_for(rows.articles["day"])
    grouped = replace(rows, articles=_few_outlets(rows.articles, rows))
    _draw(rows, grouped, "articles", with_periods(figures.articles_by_day(grouped, every), every), every)


def show_mentions(rows: Rows, actor: str, name: str) -> None:
    """Mentions of the actor over time."""
    every = period_for(rows.articles["day"])
    grouped = replace(rows, mentions=_few_outlets(rows.mentions, rows))
    figure = with_periods(figures.mentions_over_time(grouped, actor, every), every)
    _draw(rows, grouped, "mentions", figure.assign(actor_name=name), every)


def _draw(rows: Rows, grouped: Rows, frame: Frame, figure: pd.DataFrame, every: Every) -> None:
    if figure.empty:
        st.info(told.NO_DAYS)
        return
    figure.loc[figure["outlet"] == OTHERS, "outlet_name"] = told.OTHER_OUTLETS
    figure["key"] = keys_of(figure, ["period", "outlet"])
    counted, one, title = told.TIMELINES[frame]
    figure["tip"] = [told.timeline_tip(row, one) for row in figure.to_dict("records")]
    find_grouped = behind(grouped, frame, figure, title, every)

    def find(key: str) -> Behind:
        found, all_rows = find_grouped(key), getattr(rows, frame)
        return Behind(found.title, all_rows.loc[found.rows.index])  # each under the name of its own outlet

    drawing = charts.by_period(figure, counted, told.DATE_FORMATS[every])
    chart(drawing, f"{frame} over time", told.by_period_alt(figure, counted), find)
    twin(figure, f"{frame} over time table", columns("when", "outlet_name", "n"), find)


def _few_outlets(frame: pd.DataFrame, rows: Rows) -> pd.DataFrame:
    """The frame with its largest outlets by name, as many as there is room for, and the others as one."""
    days = rows.articles["day"]
    periods = days.dt.to_period("M" if period_for(days) == "month" else "D").nunique()
    room = max(1, min(MOST_OUTLETS, CHART_MARKS // max(periods, 1) - 1))
    if frame["outlet"].nunique() <= room:
        return frame
    kept = frame["outlet"].value_counts().index[:room]
    return frame.assign(outlet=frame["outlet"].where(frame["outlet"].isin(kept), OTHERS))

"""With which verbs the outlets report what is said: neutral, not vouching, taking it as true, with force."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from components import charts_by_outlet as charts
from components import words
from components import words_quotes as told
from components.evidence import Behind, chart, table, twin
from components.plain import line
from components.printed import behind, beside, keys_of
from components.tables import columns
from components.words_pages import NO_QUOTES
from onrecord.store import figures
from onrecord.store.frames import Rows

TABLE_HEIGHT, ROWS_AT_ONCE = 320, 8


def show_distance(rows: Rows) -> None:
    """The chart of the outlets, its table, and the verbs one by one, each opening its quotes."""
    st.subheader(told.DISTANCE_TITLE, help=told.DISTANCE_HELP)
    held = replace(rows, quotes=figures.with_distance(rows.quotes))
    figure = _figure(held)
    if figure.empty:
        st.caption(NO_QUOTES)
        return
    find = behind(held, "quotes", figure, told.DISTANCE_BEHIND)
    names = list(told.DISTANCES.values())
    chart(charts.shares(figure, told.DISTANCE_AXIS, names), "distance", told.distance_alt(figure), find)
    st.caption(told.DISTANCE_KEY)
    twin(figure, "distance table", columns("outlet_name", "distance_name", "n", "share_told"), find)
    _verbs(held)


def _figure(rows: Rows) -> pd.DataFrame:
    figure = figures.distance_by_outlet(rows)
    figure["key"] = keys_of(figure, ["outlet", "distance"])
    figure["total"] = figure.groupby("outlet")["n"].transform("sum")
    figure["distance_name"] = figure["distance"].map(told.DISTANCES)
    order = {distance: place for place, distance in enumerate(told.DISTANCES)}
    figure["order"] = figure["distance"].map(order)
    figure = figure.sort_values(["total", "outlet", "order"], ascending=[False, True, True], ignore_index=True)
    figure["outlet_name"] = beside(figure["outlet"], [outlet or words.NO_OUTLET for outlet in figure["outlet"]])
    named = zip(figure["outlet_name"], figure["total"], strict=True)
    figure["beside"] = [told.name_with_n(name, total) for name, total in named]
    figure["share_told"] = [f"{share:.0%}" for share in figure["share"]]
    figure["tip"] = [told.distance_tip(row) for row in figure.to_dict("records")]
    return figure


def _verbs(rows: Rows) -> None:
    figure = figures.verbs_by_outlet(rows).sort_values(["n", "verb", "outlet"], ascending=[False, True, True])
    with st.expander(told.VERBS_TITLE, icon=":material/table_rows:"):
        figure = figure.reset_index(drop=True)
        figure["key"] = keys_of(figure, ["outlet", "verb"])
        figure["outlet_name"] = [line(outlet, 80) or words.NO_OUTLET for outlet in figure["outlet"]]
        figure["distance_name"] = figure["distance"].map(told.DISTANCES)
        figure["share_told"] = [f"{share:.0%}" for share in figure["share"]]
        st.caption(told.verbs_listed(len(figure)))

        def find(key: str) -> Behind:
            return behind(rows, "quotes", figure, told.VERB_BEHIND)(key)

        shown = columns("verb", "distance_name", "outlet_name", "n", "share_told")
        table(figure, "verbs", shown, find, TABLE_HEIGHT if len(figure) > ROWS_AT_ONCE else None)

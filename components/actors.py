"""The Actors page: everyone who speaks or is spoken of, and all that was found about one of them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import words
from components import words_pages as told
from components.actor import show_actor
from components.empty import nothing_to_show
from components.filters import SHOWN_KINDS
from components.plain import line
from components.printed import with_figures
from components.rows import named, rows_under
from components.session import close_drawer, current, settle, want
from components.tables import columns
from onrecord.store import figures
from onrecord.store.frames import Filter, Rows

COLUMNS = ("actor_name", "kind", "mentions", "articles", "said", "about", "holds", "faces", "tone", "spread", "counted")
TABLE_HEIGHT, ROWS_AT_ONCE = 620, 17  # fills a laptop's screen below the heading


def show(chosen: Filter) -> None:
    """Draw the page."""
    rows = rows_under(chosen)
    if nothing_to_show(rows, chosen):
        return
    figure = with_figures(figures.actor_table(rows), ["actor"], chosen.minimum_n)
    one = _chosen_one(rows)
    found = figure[figure["actor"] == one]
    if len(found):
        show_actor(rows, chosen, found.iloc[0].to_dict())
    else:
        _all(figure)


def _chosen_one(rows: Rows) -> str | None:
    names = named(rows.mentions, "actor", "actor_name")
    settle("who")
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    left.title(words.PAGES["actors"])
    return right.selectbox(
        told.ONE_ACTOR,
        list(names),
        index=None,
        format_func=lambda identity: line(names.get(identity, identity), 80),
        key="who",
        bind="query-params",
        placeholder=told.ONE_ACTOR_HINT,
        label_visibility="collapsed",
    )


def _all(figure: pd.DataFrame) -> None:
    kinds = [kind for kind in words.KINDS if kind in set(figure["kind"])]
    wanted = st.pills(
        told.KIND, kinds, selection_mode="multi", default=[kind for kind in kinds if kind in SHOWN_KINDS],
        format_func=words.KINDS.__getitem__, key="kinds", label_visibility="collapsed",
    )  # fmt: skip
    listed = figure[figure["kind"].isin(wanted or kinds)].reset_index(drop=True)
    st.caption(told.actors_listed(len(listed)))
    listed["kind"] = listed["kind"].map(words.KINDS)
    listed["tone"] = listed["mean"].where(listed["enough"])
    event = st.dataframe(
        listed,
        key=f"actors {current().drawers}",
        on_select="rerun",
        selection_mode="single-row",
        column_order=list(COLUMNS),
        column_config=columns(*COLUMNS),
        hide_index=True,
        lazy=False,
        height=TABLE_HEIGHT if len(listed) > ROWS_AT_ONCE else "auto",
    )
    picked = event["selection"]["rows"]
    if picked and picked[0] < len(listed):
        want("who", listed["actor"].iloc[picked[0]])
        close_drawer()
        st.rerun()

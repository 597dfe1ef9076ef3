"""The Actors page: everyone who speaks or is spoken of, and all that was found about one of them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import words
from components import words_corrections as correcting
from components import words_pages as told
from components.actor import show_actor
from components.correct import offer_new
from components.corrections import show_corrections, show_last
from components.empty import nothing_to_show
from components.filters import SHOWN_KINDS
from components.plain import line
from components.printed import with_figures
from components.proposed import show_proposals
from components.rows import named, rows_under
from components.session import close_drawer, current, settle, want
from components.tables import columns, without_minus_zero
from onrecord.limits import TITLE_CHARACTERS
from onrecord.store import figures
from onrecord.store.corrected import folded_name
from onrecord.store.frames import Filter, Rows
from onrecord.store.sides import members, state_names

COLUMNS = ("actor_name", "kind", "mentions", "articles", "said", "about", "holds", "faces", "tone", "spread", "counted")
TABLE_HEIGHT, ROWS_AT_ONCE = 620, 17  # fills a laptop's screen below the heading


def show(chosen: Filter) -> None:
    """Draw the page."""
    rows = rows_under(chosen)
    if nothing_to_show(rows, chosen):
        show_last(chosen.collection)
        show_corrections(chosen.collection)
        return
    figure = with_figures(figures.actor_table(rows), ["actor"], chosen.minimum_n)
    one = _chosen_one(rows)
    show_last(chosen.collection)
    found = figure[figure["actor"] == one]
    if len(found):
        show_actor(rows, chosen, found.iloc[0].to_dict())
    else:
        _all(figure, rows, chosen.collection)
        show_corrections(chosen.collection)


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


def _all(figure: pd.DataFrame, rows: Rows, collection: str) -> None:
    show_proposals(collection)
    named_so = _named_and_sided(figure, rows)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        listed = _of_kinds(named_so, figure)
        offer_new(collection)
    st.caption(told.actors_listed(len(listed)) if len(listed) else correcting.NOBODY)
    if len(listed):
        _table(listed)


def _named_and_sided(figure: pd.DataFrame, rows: Rows) -> pd.DataFrame:
    """The actors that bear the name and are on one of the sides that are wanted."""
    left, right = st.columns(2)
    name = left.text_input(
        correcting.NAME, key="name", bind="query-params", max_chars=TITLE_CHARACTERS, type="search",
        placeholder=correcting.NAME_HINT, help=correcting.NAME_HELP,
    )  # fmt: skip
    sides = _sides(figure)
    wanted = right.multiselect(
        correcting.SIDE, list(sides), format_func=lambda one: sides.get(one, one), key="side", bind="query-params",
        placeholder=correcting.ANY_SIDE, help=correcting.SIDE_HELP,
    )  # fmt: skip
    kept = pd.Series(True, index=figure.index)
    if wanted:
        states = {state for one in wanted for state in members().get(one, [one])}
        kept &= figure["state"].isin(states)
    if name and name.strip():
        kept &= figure["actor"].isin(_bearing(name, figure, rows.mentions))
    return figure[kept]


def _of_kinds(found: pd.DataFrame, figure: pd.DataFrame) -> pd.DataFrame:
    """Those of the kinds that are wanted. The usual kinds can always be chosen: one that a filter or a correction took
    away and that comes back would else come back unchosen, and its actors would stay out of the list."""
    kinds = [kind for kind in words.KINDS if kind in SHOWN_KINDS or kind in set(figure["kind"])]
    wanted = st.pills(
        told.KIND, kinds, selection_mode="multi", default=list(SHOWN_KINDS),
        format_func=words.KINDS.__getitem__, key="kinds", label_visibility="collapsed",
    )  # fmt: skip
    return found[found["kind"].isin(wanted or kinds)].reset_index(drop=True)


def _sides(figure: pd.DataFrame) -> dict[str, str]:
    """The states that somebody here belongs to, most actors first, and the blocs of these states."""
    names = state_names() | dict(zip(figure["actor"], figure["actor_name"], strict=True))
    states = figure["state"].dropna().value_counts()
    blocs = [bloc for bloc, its in members().items() if not its.isdisjoint(states.index)]
    return {bloc: correcting.bloc(bloc) for bloc in blocs} | {
        one: line(names.get(one, one), 60) for one in states.index
    }


def _bearing(name: str, figure: pd.DataFrame, mentions: pd.DataFrame) -> set[str]:
    """The ids of those who have every word of the name in what they are called, here or in the text."""
    wanted = folded_name(name).split()
    called = mentions[["actor", "surface"]].drop_duplicates()
    names = [*zip(figure["actor"], figure["actor_name"], strict=True), *called.itertuples(index=False, name=None)]
    return {id_ for id_, each in names if all(word in folded_name(each) for word in wanted)}


def _table(listed: pd.DataFrame) -> None:
    listed["kind"] = listed["kind"].map(words.KINDS)
    listed["tone"] = listed["mean"].where(listed["enough"])
    event = st.dataframe(
        without_minus_zero(listed, COLUMNS),
        key=f"actors {current().drawers}",
        on_select="rerun",
        selection_mode="single-row",
        column_order=list(COLUMNS),
        column_config=columns(*COLUMNS),
        hide_index=True,
        lazy=False,
        height=TABLE_HEIGHT if len(listed) > ROWS_AT_ONCE else "auto",
        placeholder=words.TOO_FEW,  # only a tone can be missing
    )
    picked = event["selection"]["rows"]
    if picked and picked[0] < len(listed):
        want("who", listed["actor"].iloc[picked[0]])
        close_drawer()
        st.rerun()

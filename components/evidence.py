"""The drawer: the exact sentences behind any number, and the charts and tables that open it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components import findings, words, words_evidence
from components.charts import GREY, PICK
from components.pages import link_to_text
from components.plain import line, plain
from components.session import current, forget_pick, keyed
from components.tables import without_minus_zero
from onrecord.export import to_csv

INKS = {"light": "#3c4448", "dark": "#c3c9cc"}  # what a chart prints, where the theme in use is known
SLACK = 8  # pixels round a chart that its own height does not count
SENTENCES_A_PAGE = 12  # about two screens of a drawer


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a number: rows of one of the frames, and what they are evidence of."""

    title: str
    rows: pd.DataFrame


Find = Callable[[str], Behind]


def chart(drawing: alt.Chart | alt.LayerChart, key: str, alt_text: str, find: Find, *, fit: bool = True) -> None:
    """A chart whose marks open the rows that `find` names for their key; `fit` makes it as wide as its place."""
    inked = drawing.configure_text(color=INKS.get(st.context.theme.type or "", GREY))
    current().turns.setdefault(key, 0)
    with st.container(height=drawing.height + SLACK, border=False):  # keeps its height while a chart is drawn anew
        shown = st.altair_chart(
            inked,
            width="stretch" if fit else "content",
            key=keyed(key),
            on_select="rerun",
            selection_mode=PICK,
            alt=line(alt_text, 2_000),
        )
    picked = shown["selection"].get(PICK)
    if picked:
        open_drawer(find(str(picked[0]["key"])), key)


def table(frame: pd.DataFrame, key: str, columns: Mapping[str, Any], find: Find, height: int | None = None) -> None:
    """A table of `columns` of the frame; ticking a row opens what `find` names for its key."""
    shown = st.dataframe(
        without_minus_zero(frame, columns),
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        column_order=list(columns),
        column_config=dict(columns),
        hide_index=True,
        lazy=False,
        height=height or "auto",
        placeholder="",  # an article without a date, a mean of nothing clear
    )
    rows = shown["selection"]["rows"]
    if rows and rows[0] < len(frame):
        open_drawer(find(str(frame["key"].iloc[rows[0]])), key)


def twin(frame: pd.DataFrame, key: str, columns: Mapping[str, Any], find: Find) -> None:
    """The table that says what the chart above it shows, for keyboards and screen readers."""
    with st.expander(words.AS_TABLE, icon=":material/table_rows:"):
        st.caption(words.AS_TABLE_HELP)
        table(frame, key, columns, find)


def open_drawer(behind: Behind, picked: str = "") -> None:
    """Open the drawer, once a run: a second one would be an error, and the first is what was clicked.

    `picked` is the chart or table that was clicked, which forgets it when the drawer closes.
    """
    session = current()
    if session.drawer_open:
        return
    session.drawer_open, session.picked = True, picked
    _drawer(behind)


@st.dialog(words.EVIDENCE, width="medium", position="right", icon=":material/format_quote:", on_dismiss=forget_pick)
def _drawer(behind: Behind) -> None:
    rows = behind.rows
    st.markdown(f"**{plain(behind.title)}**")
    if rows.empty:
        st.info(words.NO_EVIDENCE)
        return
    articles = rows["article_id"].nunique()
    count, unsure = words_evidence.evidence_count(findings.kind_of(rows), len(rows), articles), findings.unsure(rows)
    st.caption(f"{count}. {words_evidence.not_sure_among(unsure, len(rows))}" if unsure else f"{count}.")
    st.download_button(
        words.DOWNLOAD, lambda: to_csv(rows), file_name=words.DOWNLOAD_NAME, mime="text/csv", on_click="ignore",
        icon=":material/download:", type="tertiary",
    )  # fmt: skip
    pages = -(-len(rows) // SENTENCES_A_PAGE)
    page = st.pagination(pages, key=f"evidence page {current().drawers}") if pages > 1 else 1
    for row in findings.records(rows.iloc[(page - 1) * SENTENCES_A_PAGE : page * SENTENCES_A_PAGE]):
        _sentence(row)


def _sentence(row: dict[str, Any]) -> None:
    with st.container(border=True, gap="small"):
        st.markdown(f"**{plain(findings.told(row))}**")
        if row.get("sentence") is not None:
            st.text(row["sentence"] or words.NO_SENTENCE)
        st.caption(plain(findings.source(row)) + "  \n" + plain(findings.grounds(row)))
        link_to_text(row["article_id"], row.get("start"), row.get("end"))

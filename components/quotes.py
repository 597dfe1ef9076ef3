"""The Quotes page: every quote, searched and narrowed, opening its article there; who is quoted, with which verbs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components import charts, words
from components import words_quotes as told
from components.accuracy import show_accuracy
from components.empty import nothing_to_show
from components.evidence import Behind, chart, twin
from components.narrowing import KEYS, narrowed
from components.pages import open_text
from components.printed import beside, keys_of
from components.rows import rows_under
from components.session import close_drawer, current
from components.tables import columns
from components.verbs import show_distance
from components.words_pages import NO_QUOTES
from onrecord.store.frames import Filter

TOP_SPEAKERS = 10
TABLE_HEIGHT, ROWS_AT_ONCE = 520, 14
TEXT_WIDTH = 290  # pixels: the verb and the outlet are in sight on a laptop
COLUMNS = ("day", "speaker_name", "addressee_name", "claim", "text", "verb", "outlet", "about_whom", "relay",
           "kind_of_quote", "confidence")  # fmt: skip
KINDS = ("direct", "mixed", "indirect")


def show(chosen: Filter) -> None:
    """Draw the page."""
    rows = rows_under(chosen)
    st.title(words.PAGES["quotes"])
    if nothing_to_show(rows, chosen):
        return
    quotes = narrowed(rows.quotes, chosen)
    if quotes.empty:
        st.info(told.NO_SUCH_QUOTE if len(rows.quotes) else NO_QUOTES, icon=":material/search_off:")
        return
    _list(quotes)
    show_accuracy("quotes")
    _speakers(quotes)
    show_distance(replace(rows, quotes=quotes))


def _list(quotes: pd.DataFrame) -> None:
    listed = quotes.sort_values("day", ascending=False, kind="stable").reset_index(drop=True)
    listed["speaker_name"] = listed["speaker_name"].fillna(words.UNKNOWN_SPEAKER)
    listed["addressee_name"] = listed["addressee_name"].fillna("")
    for column, names in (("relay", "via_names"), ("about_whom", "about_names")):
        listed[column] = [", ".join(each) for each in listed[names]]
    listed["kind_of_quote"] = listed["kind"].map(told.QUOTE_KINDS)
    st.caption(told.quotes_listed(len(listed), listed["article_id"].nunique()))
    shown = st.dataframe(
        listed,
        key=f"quotes {current().drawers}",
        on_select="rerun",
        selection_mode="single-row",
        column_order=list(COLUMNS),
        column_config=columns(*COLUMNS) | {"text": st.column_config.Column(words.HEADINGS["text"], width=TEXT_WIDTH)},
        hide_index=True,
        lazy=False,
        height=TABLE_HEIGHT if len(listed) > ROWS_AT_ONCE else "auto",
        placeholder="",  # an article without a date
    )
    picked = shown["selection"]["rows"]
    if picked and picked[0] < len(listed):
        _open(listed.iloc[picked[0]])


def _open(quote: pd.Series[Any]) -> None:
    """Turn to the article at the quote, and keep how the list was narrowed for the way back."""
    close_drawer()  # which lets go of the ticked row
    session, at = current(), f"{quote['start']}-{quote['end']}"
    session.list_left = {key: st.query_params.get_all(key) for key in KEYS if key in st.query_params}
    session.passage_opened = f"{quote['article_id']} {at}"
    open_text(quote["article_id"], at)


def _speakers(quotes: pd.DataFrame) -> None:
    st.subheader(told.SPEAKERS_TITLE)
    known = quotes[quotes["speaker"].notna()]
    top = known["speaker"].value_counts(sort=True).head(TOP_SPEAKERS)
    if top.empty:
        st.caption(told.NO_SPEAKERS)
        return
    kept = known[known["speaker"].isin(top.index)]
    figure = kept.groupby(["speaker", "speaker_name", "kind"]).size().rename("n").reset_index()
    figure = figure.assign(order=[list(top.index).index(one) for one in figure["speaker"]])
    figure["kind_order"] = [KINDS.index(kind) for kind in figure["kind"]]
    figure = figure.sort_values(["order", "kind_order"], ignore_index=True)
    figure["key"] = keys_of(figure, ["speaker", "kind"])
    named = zip(beside(figure["speaker"], figure["speaker_name"]), figure["speaker"], strict=True)
    figure["beside"] = [told.name_with_n(name, int(top[speaker])) for name, speaker in named]
    figure["kind"] = figure["kind"].map(told.QUOTE_KINDS)
    figure["tip"] = [told.speakers_tip(row) for row in figure.to_dict("records")]

    def find(key: str) -> Behind:
        rows = known[[f"{row.speaker}|{row.kind}" == key for row in known.itertuples()]]
        return Behind(told.SPEAKER_BEHIND.format(name=rows["speaker_name"].iloc[0] if len(rows) else ""), rows)

    drawing = charts.counts(figure, words.QUOTES, [told.QUOTE_KINDS[kind] for kind in KINDS])
    chart(drawing, "speakers", told.speakers_alt(figure), find)
    twin(figure, "speakers table", columns("speaker_name", "kind", "n"), find)

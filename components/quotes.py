"""The Quotes page: who is quoted, and every quote, searched and narrowed, opening its sentences."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import charts, words
from components import words_pages as told
from components.empty import nothing_to_show
from components.evidence import Behind, chart, table, twin
from components.printed import beside, keys_of
from components.rows import rows_under
from components.session import archive
from components.tables import columns
from onrecord.limits import FIELD_CHARACTERS
from onrecord.store.frames import Filter
from onrecord.store.search import search

TOP_SPEAKERS = 10
FOUND_AT_MOST = 2_000  # quotes that one search gives back
TABLE_HEIGHT, ROWS_AT_ONCE = 520, 14
COLUMNS = (
    "day",
    "speaker_name",
    "claim",
    "text",
    "addressee_name",
    "about_whom",
    "relay",
    "verb",
    "kind_of_quote",
    "outlet",
)
KINDS = ("direct", "mixed", "indirect")


def show(chosen: Filter) -> None:
    """Draw the page."""
    rows = rows_under(chosen)
    st.title(words.PAGES["quotes"])
    if nothing_to_show(rows, chosen):
        return
    quotes = _narrowed(rows.quotes, chosen)
    if quotes.empty:
        st.info(told.NO_SUCH_QUOTE if len(rows.quotes) else told.NO_QUOTES, icon=":material/search_off:")
        return
    _list(quotes)
    _speakers(quotes)


def _narrowed(quotes: pd.DataFrame, chosen: Filter) -> pd.DataFrame:
    left, middle, right = st.columns([1.5, 1.2, 1.3], vertical_alignment="bottom")
    query = left.text_input(
        told.SEARCH, key="q", bind="query-params", max_chars=FIELD_CHARACTERS, type="search", help=told.SEARCH_HELP,
        placeholder=told.SEARCH_HINT,
    )  # fmt: skip
    claims = middle.multiselect(
        told.CLAIM, words.CLAIMS, key="claim", bind="query-params", placeholder=told.ANY_CLAIM, help=told.CLAIM_HELP
    )
    only = right.segmented_control(
        told.ONLY, list(told.ONLY_WHICH), format_func=told.ONLY_WHICH.__getitem__, key="only", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    if claims:
        quotes = quotes[quotes["claim"].isin(claims)]
    if only == "relayed":
        quotes = quotes[[bool(names) for names in quotes["via_names"]]]
    elif only == "unknown":
        quotes = quotes[quotes["speaker"].isna()]
    return _matching(quotes, chosen, query) if query and query.strip() else quotes


def _matching(quotes: pd.DataFrame, chosen: Filter, query: str) -> pd.DataFrame:
    matches = search(archive(chosen.collection), query, FOUND_AT_MOST)
    if matches.stopped:
        st.warning(told.SEARCH_STOPPED)
    place = ["article_id", "quote_id"]
    wanted = pd.MultiIndex.from_frame(matches.quotes[place])
    return quotes[pd.MultiIndex.from_frame(quotes[place]).isin(wanted)]


def _list(quotes: pd.DataFrame) -> None:
    listed = quotes.sort_values("day", ascending=False, kind="stable").reset_index(drop=True)
    listed["key"] = keys_of(listed, ["article_id", "quote_id"])
    listed["speaker_name"] = listed["speaker_name"].fillna(words.UNKNOWN_SPEAKER)
    listed["addressee_name"] = listed["addressee_name"].fillna("")
    for column, names in (("relay", "via_names"), ("about_whom", "about_names")):
        listed[column] = [", ".join(each) for each in listed[names]]
    st.caption(told.quotes_listed(len(listed), listed["article_id"].nunique()))
    listed["kind_of_quote"] = listed["kind"].map(told.QUOTE_KINDS)

    def find(key: str) -> Behind:
        return Behind(told.QUOTE_BEHIND, listed[listed["key"] == key])

    table(listed, "quotes", columns(*COLUMNS), find, TABLE_HEIGHT if len(listed) > ROWS_AT_ONCE else None)


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
    figure["beside"] = beside(figure["speaker"], figure["speaker_name"])
    figure["kind"] = figure["kind"].map(told.QUOTE_KINDS)
    figure["tip"] = [told.speakers_tip(row) for row in figure.to_dict("records")]

    def find(key: str) -> Behind:
        rows = known[[f"{row.speaker}|{row.kind}" == key for row in known.itertuples()]]
        return Behind(told.SPEAKER_BEHIND.format(name=rows["speaker_name"].iloc[0] if len(rows) else ""), rows)

    drawing = charts.counts(figure, words.QUOTES, [told.QUOTE_KINDS[kind] for kind in KINDS])
    chart(drawing, "speakers", told.speakers_alt(figure), find)
    twin(figure, "speakers table", columns("speaker_name", "kind", "n"), find)

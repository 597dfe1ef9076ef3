"""The Overview: what is in here, who is talked about, who said what lately, who stands where, where to be careful."""

from __future__ import annotations

import streamlit as st

from components import charts, words
from components import words_pages as told
from components.accuracy import show_accuracy
from components.cautions import show_cautions
from components.empty import nothing_to_show
from components.evidence import Behind, chart, table, twin
from components.halves import halves
from components.pages import link
from components.printed import MIDDLE, behind, beside, keys_of, ranked, with_figures
from components.rows import rows_under
from components.tables import columns
from components.timeline import show_articles
from onrecord.store import figures
from onrecord.store.frames import Filter, Rows

TOP_ACTORS = 10
TOP_STANCES = 8
NEWEST = 8


def show(chosen: Filter) -> None:
    """Draw the page."""
    rows = rows_under(chosen)
    st.title(words.NAME)
    st.caption(words.TAGLINE)
    if nothing_to_show(rows, chosen):
        return
    _size(rows)
    left, right = halves("size and talk")
    with left:
        _when(rows)
    with right:
        _who(rows, chosen.minimum_n)
    left, right = halves("stands and cautions")
    with left:
        _where_they_stand(rows, chosen.minimum_n)
    with right:
        show_cautions(rows)
    _newest(rows)


def _size(rows: Rows) -> None:
    size = figures.corpus_size(rows)
    unsure = int((rows.stances["position"] == "abstained").sum())
    outlets = size.outlets - int((rows.articles["outlet"] == "").any())
    shown = [
        ("article", words.ARTICLES, size.articles, told.SIZE_HELP["articles"]),
        ("outlets", words.OUTLETS, outlets, None),
        ("actors", words.ACTORS, size.actors, told.SIZE_HELP["actors"]),
        ("quotes", words.QUOTES, size.quotes, told.SIZE_HELP["quotes"]),
        ("stance", words.STANCES, size.stances - unsure, told.SIZE_HELP["stances"].format(unsure=unsure)),
    ]
    with st.container(horizontal=True):
        for page, label, number, help_text in shown:
            with st.container(width="content"):
                st.metric(label, number, help=help_text)
                link(page, told.SIZE_LINKS[page])
    st.caption(told.span_of_days(size.first, size.last, size.undated))


def _when(rows: Rows) -> None:
    st.subheader(told.WHEN_TITLE)
    show_articles(rows)


def _who(rows: Rows, minimum: int) -> None:
    st.subheader(told.WHO_TITLE)
    named = figures.actor_table(rows)
    named = named.assign(passages=named["n"] + named["abstained"])[named["kind"] != "unnamed"]
    top = named.sort_values("passages", ascending=False, kind="stable").head(TOP_ACTORS)
    figure = with_figures(top, ["actor"], minimum)
    figure["beside"], figure["tone"] = beside(figure["actor"], figure["actor_name"]), figure["mean"]
    figure["tip"] = [told.tone_tip(row) for row in figure.to_dict("records")]
    find = behind(rows, "tones", figure, told.TONE_BEHIND)
    chart(charts.counts_with_tone(figure), "who", told.who_alt(figure), find)
    st.caption(words.KEY)
    show_accuracy("tone")
    twin(figure, "who table", columns("actor_name", "mentions", "articles", "said", "tone", "spread", "counted"), find)


def _where_they_stand(rows: Rows, minimum: int) -> None:
    st.subheader(told.STAND_TITLE, help=told.STANCE_HELP)
    pairs = figures.strongest_stances(rows, minimum, TOP_STANCES)
    figure = with_figures(pairs[pairs["mean"].abs() >= MIDDLE], ["holder", "target"], minimum)
    if figure.empty:
        st.info(told.NO_STRONG.format(minimum=minimum))
        return
    figure = ranked(figure)
    holders, targets = (beside(figure[side], figure[f"{side}_name"]) for side in ("holder", "target"))
    figure["beside"] = [told.towards(*pair) for pair in zip(holders, targets, strict=True)]
    figure["tip"] = [told.stance_tip(row) for row in figure.to_dict("records")]
    find = behind(rows, "stances", figure, told.STANCE_BEHIND)
    chart(charts.sides(figure, words.STANCE_ENDS, narrow=True), "stand", told.stances_alt(figure), find)
    st.caption(words.KEY)
    show_accuracy("stance")
    twin(figure, "stand table", columns("holder_name", "target_name", "mean", "spread", "counted"), find)


def _newest(rows: Rows) -> None:
    st.subheader(told.NEWEST_TITLE)
    quotes = figures.newest_quotes(rows, NEWEST)
    if quotes.empty:
        st.info(told.NO_QUOTES)
        return
    quotes = quotes.assign(key=keys_of(quotes, ["article_id", "quote_id"]))
    quotes["speaker_name"] = quotes["speaker_name"].fillna(words.UNKNOWN_SPEAKER)

    def find(key: str) -> Behind:
        return Behind(told.QUOTE_BEHIND, quotes[quotes["key"] == key])

    table(quotes, "newest", columns("day", "speaker_name", "claim", "text", "outlet"), find)

"""One actor: names and why they are one, tone and mentions over time, quotes by and about them, stances."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import streamlit as st

from components import charts, words, words_evidence
from components import words_pages as told
from components.accuracy import show_accuracy
from components.correct import offer_correction
from components.evidence import Behind, chart, table, twin
from components.halves import halves
from components.periods import long_period_for
from components.plain import line, plain
from components.printed import behind, beside, keys_of, ranked, with_figures
from components.profile import profile_of
from components.session import want
from components.tables import columns
from components.timeline import show_mentions
from onrecord.store import figures
from onrecord.store.frames import Filter, Rows
from onrecord.store.sides import state_names

WIKIDATA = re.compile(r"Q[1-9]\d*")
SAID = ("day", "claim", "addressee_name", "text", "outlet")
SAID_OF_THEM = ("day", "speaker_name", "claim", "text", "outlet")
MOST_TARGETS = 12
MOST_COMPANY = 12


def show_actor(rows: Rows, chosen: Filter, who: dict[str, Any]) -> None:
    """Draw everything about the actor of this row of the actor table."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.button(told.ALL_ACTORS, icon=":material/arrow_back:", type="tertiary", on_click=want, args=("who", None))
        offer_correction(chosen.collection, who["actor"], who["actor_name"])
    profile = profile_of(chosen, who["actor"], rows.mentions)
    st.header(plain(who["actor_name"]))
    _facts(who, profile.offices, profile.wikidata)
    left, right = halves("tone and mentions")
    with left:
        _tone(rows, who, chosen.minimum_n)
    with right:
        _mentions(rows, who)
    left, right = halves("stances")
    with left:
        _stances(rows, who, chosen.minimum_n, holding=True)
    with right:
        _stances(rows, who, chosen.minimum_n, holding=False)
    _quotes(told.SAID_BY, figures.said_by(rows, who["actor"]), "said by", SAID)
    _quotes(told.SAID_ABOUT, figures.said_about(rows, who["actor"]), "said about", SAID_OF_THEM)
    left, right = halves("names and company")
    with left:
        _names(rows, who, profile.names)
    with right:
        _company(rows, who)


def _facts(who: dict[str, Any], offices: list[str], wikidata: str | None) -> None:
    side = state_names().get(str(who["state"])) if who["kind"] != "state" else None
    told_plainly = [words.KINDS[who["kind"]], *([side] if side else []), *offices]
    facts = list(map(plain, told_plainly))
    if wikidata and WIKIDATA.fullmatch(wikidata):
        facts.append(f"[Wikidata {wikidata}](https://www.wikidata.org/wiki/{wikidata})")
    st.markdown(" · ".join(facts))
    with st.container(horizontal=True):
        for name in ("mentions", "articles", "said", "about", "holds", "faces"):
            st.metric(words.HEADINGS[name], who[name], help=told.ACTOR_HELP[name])
        tone = who["short"] if who["enough"] else words.TOO_FEW
        st.metric(told.TONE, tone, help=f"{told.TONE_HELP} {who['told']}")


def _tone(rows: Rows, who: dict[str, Any], minimum: int) -> None:
    st.subheader(told.TONE_TITLE, help=told.TONE_HELP)
    every = long_period_for(rows.articles["day"])
    figure = with_figures(figures.tone_over_time(rows, every, [who["actor"]]), ["period", "actor"], minimum)
    if figure.empty:
        st.caption(told.NO_TONE)
        return
    figure["when"] = [told.period(start, every) for start in figure["period"]]
    figure["tip"] = [told.over_time_tip(row) for row in figure.to_dict("records")]
    find = behind(rows, "tones", figure, told.TONE_WHEN_BEHIND, every)
    chart(charts.over_time(figure, told.TONE_AXIS, told.DATE_FORMATS[every]), "tone", told.over_time_alt(figure), find)
    st.caption(told.OVER_TIME_KEY)
    show_accuracy("tone")
    twin(figure, "tone table", columns("when", "mean", "spread", "counted"), find)


def _mentions(rows: Rows, who: dict[str, Any]) -> None:
    st.subheader(told.MENTIONS_TITLE)
    show_mentions(rows, who["actor"], who["actor_name"])


def _stances(rows: Rows, who: dict[str, Any], minimum: int, *, holding: bool) -> None:
    """The stances the actor holds, or those that others hold towards the actor."""
    side, other = ("holder", "target") if holding else ("target", "holder")
    st.subheader(told.HOLDS_TITLE if holding else told.FACES_TITLE, help=told.STANCE_HELP)
    pairs = figures.stance_matrix(rows)
    figure = with_figures(pairs[pairs[side] == who["actor"]].head(MOST_TARGETS), ["holder", "target"], minimum)
    if figure.empty:
        st.caption(told.NO_HOLDS if holding else told.NO_FACES)
        return
    figure = ranked(figure)
    figure["beside"] = beside(figure[other], figure[f"{other}_name"])
    figure["tip"] = [told.stance_tip(row) for row in figure.to_dict("records")]
    find = behind(rows, "stances", figure, told.STANCE_BEHIND)
    chart(charts.sides(figure, words.STANCE_ENDS, narrow=True), side, told.stances_alt(figure), find)
    st.caption(words.KEY)
    show_accuracy("stance")
    twin(figure, f"{side} table", columns(f"{other}_name", "mean", "spread", "counted"), find)


def _quotes(title: str, quotes: pd.DataFrame, key: str, shown: tuple[str, ...]) -> None:
    st.subheader(f"{title} ({len(quotes):,})")
    if quotes.empty:
        st.caption(told.NO_QUOTES)
        return
    listed = quotes.sort_values("day", ascending=False, kind="stable").assign(
        key=lambda frame: keys_of(frame, ["article_id", "quote_id"]),
        speaker_name=lambda frame: frame["speaker_name"].fillna(words.UNKNOWN_SPEAKER),
        addressee_name=lambda frame: frame["addressee_name"].fillna(""),
    )
    table(listed, key, columns(*shown), lambda picked: Behind(told.QUOTE_BEHIND, listed[listed["key"] == picked]))


def _names(rows: Rows, who: dict[str, Any], why: dict[str, str]) -> None:
    st.subheader(told.NAMES_TITLE, help=told.NAMES_HELP)
    mentions = rows.mentions[rows.mentions["actor"] == who["actor"]]
    figure = mentions.groupby(["surface", "form"]).size().rename("mentions").reset_index()
    figure = figure.sort_values("mentions", ascending=False, ignore_index=True)
    figure["key"] = keys_of(figure, ["surface", "form"])
    names = zip(figure["surface"], figure["form"], strict=True)
    figure["why"] = [line(why.get(name, words_evidence.FORMS[form])) for name, form in names]

    def find(key: str) -> Behind:
        kept = [f"{row.surface}|{row.form}" == key for row in mentions.itertuples()]
        return Behind(told.NAME_BEHIND.format(**who), mentions[kept])

    table(figure, "names", columns("surface", "mentions", "why"), find)


def _company(rows: Rows, who: dict[str, Any]) -> None:
    st.subheader(told.COMPANY_TITLE)
    figure = figures.who_with(rows, who["actor"]).head(MOST_COMPANY)
    if figure.empty:
        st.caption(told.NO_COMPANY)
        return
    figure["key"] = figure["actor"]

    def find(key: str) -> Behind:
        place = ["article_id", "sentence_start"]
        theirs = rows.mentions.loc[rows.mentions["actor"] == key, place].drop_duplicates()
        own = rows.mentions[rows.mentions["actor"] == who["actor"]].drop_duplicates(place)
        return Behind(told.COMPANY_BEHIND.format(**who), own.merge(theirs, on=place))

    table(figure, "company", columns("actor_name", "sentences", "articles"), find)

"""The sidebar: the filters that every page shares, kept in the URL, as one `Filter`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

import pandas as pd
import streamlit as st

from components import words
from components.plain import line
from components.rows import everything, named, rows_under
from components.session import DEMO, choose, chosen, settle
from onrecord.limits import MINIMUM_N
from onrecord.store.frames import Filter, Rows

SHOWN_KINDS = ("person", "state", "organisation", "group")  # an unnamed source belongs to one article alone
MOST_N = 50
_DEFAULTS = {"from": None, "to": None, "outlet": [], "actor": [], "issue": None, "n": MINIMUM_N, "by_state": False}


def sidebar() -> Filter:
    """Draw the filters and give what they say. Values in the URL that mean nothing here are dropped."""
    collection = _collection()
    corpus = everything(collection)
    start, end = _dates(corpus)
    outlets = _several("outlet", words.OUTLETS, _outlets(corpus), words.ANY_OUTLET, None)
    actors = _several("actor", words.ACTORS, _actors(corpus), words.ANY_ACTOR, words.ACTORS_HELP)
    issue = _issue(corpus)
    by_state = st.toggle(words.BY_STATE, key="by_state", bind="query-params", help=words.BY_STATE_HELP)
    minimum = st.number_input(
        words.MINIMUM, 1, MOST_N, MINIMUM_N, key="n", bind="query-params", help=words.MINIMUM_HELP
    )
    if any(chosen(key) != default for key, default in _DEFAULTS.items()):
        st.button(words.CLEAR, on_click=_clear, type="tertiary", icon=":material/filter_alt_off:")
    found = Filter(
        collection=collection, start=start, end=end, outlets=outlets, actors=actors, issue=issue,
        minimum_n=int(minimum), by_state=by_state,
    )  # fmt: skip
    st.caption(words.under(len(rows_under(found).articles), len(corpus.articles)))
    return found


def _collection() -> str:
    settle("collection")
    picked = st.segmented_control(
        words.COLLECTION,
        list(words.COLLECTIONS),
        default=DEMO,
        required=True,
        format_func=words.COLLECTIONS.__getitem__,
        key="collection",
        bind="query-params",
        help=words.COLLECTION_HELP,
        width="stretch",
    )
    return picked or DEMO


def _dates(corpus: Rows) -> tuple[date | None, date | None]:
    days = corpus.articles["day"].dropna()
    today = pd.Timestamp.now()
    first, last = (days.min(), days.max()) if len(days) else (today, today)
    earliest, latest = first.date(), (last + timedelta(days=1)).date()
    picked = [
        st.date_input(  # one under the other: side by side the sidebar shows no more of a day than its year
            label, value=None, min_value=earliest, max_value=latest, key=key, bind="query-params",
            format="YYYY-MM-DD", help=words.DATE_HELP,
        )
        for label, key in ((words.FROM, "from"), (words.TO, "to"))
    ]  # fmt: skip
    start, end = cast(list["date | None"], picked)
    if start and end and start > end:
        st.warning(words.DATES_SWAPPED)
    return start, end


def _several(key: str, label: str, names: dict[str, str], placeholder: str, tip: str | None) -> tuple[str, ...]:
    settle(key)
    picked = st.multiselect(
        label, list(names), format_func=lambda one: names.get(one, one), key=key, bind="query-params",
        placeholder=placeholder, help=tip,
    )  # fmt: skip
    return tuple(picked)


def _issue(corpus: Rows) -> str | None:
    stances = corpus.stances
    names = named(stances[stances["target_kind"] == "issue"], "target", "target_name")
    ordered = sorted(names, key=names.__getitem__)
    return st.selectbox(
        words.ISSUE, ordered, index=None, format_func=lambda one: names.get(one, one), key="issue",
        bind="query-params", placeholder=words.ANY_ISSUE, help=words.ISSUE_HELP,
    )  # fmt: skip


def _outlets(corpus: Rows) -> dict[str, str]:
    return {outlet: line(outlet, 80) or words.NO_OUTLET for outlet in sorted(corpus.articles["outlet"].unique())}


def _actors(corpus: Rows) -> dict[str, str]:
    mentions = corpus.mentions
    names = named(mentions[mentions["kind"].isin(SHOWN_KINDS)], "actor", "actor_name")
    return {identity: line(name, 80) for identity, name in names.items()}


def _clear() -> None:
    for key, default in _DEFAULTS.items():
        choose(key, default)

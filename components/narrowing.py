"""What narrows the list of quotes beyond the sidebar, kept in the URL: words, who, to whom, how, verb, how sure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from components import words
from components import words_quotes as told
from components.plain import line
from components.rows import named, rows_under
from components.session import archive, choose
from onrecord.limits import FIELD_CHARACTERS
from onrecord.store.frames import Filter
from onrecord.store.search import Matches, search

FOUND_AT_MOST = 2_000  # quotes that one search gives back
KEYS = ("q", "speaker", "addressee", "claim", "verb", "kind", "sure", "only")
_NOTHING = {"q": "", "sure": 0, "only": None}  # the others are lists
PLACE = ["article_id", "quote_id"]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What was chosen; what is empty narrows nothing. `sure` is the least confidence, in per cent."""

    speakers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sure: int = 0
    only: str = ""


def narrow(quotes: pd.DataFrame, chosen: Narrowing) -> pd.DataFrame:
    """The quotes that fit every choice; where several of one kind are chosen, any of them will do."""
    choices = (
        (quotes["speaker"], chosen.speakers), (to_whom(quotes), chosen.addressees), (quotes["claim"], chosen.claims),
        (quotes["verb"], chosen.verbs), (quotes["kind"], chosen.kinds),
    )  # fmt: skip
    fits = quotes["confidence"] * 100 >= chosen.sure
    for given, wanted in choices:
        fits &= given.isin(wanted) if wanted else True
    if chosen.only == "relayed":
        fits &= quotes["via_names"].map(len) > 0
    elif chosen.only == "unknown":
        fits &= quotes["speaker"].isna()
    return quotes[fits]


def to_whom(quotes: pd.DataFrame) -> pd.Series[str]:
    """The addressee of each quote: an actor's id, or the words of the text for one that is no actor (*reporters*)."""
    return quotes["addressee"].fillna(quotes["addressee_name"])


def holding(quotes: pd.DataFrame, matches: Matches) -> pd.DataFrame:
    """The quotes that a search has found."""
    wanted = pd.MultiIndex.from_frame(matches.quotes[PLACE])
    return quotes[pd.MultiIndex.from_frame(quotes[PLACE]).isin(wanted)]


def narrowed(quotes: pd.DataFrame, chosen: Filter) -> pd.DataFrame:
    """Draw the choices, and give those of the quotes that fit them."""
    every = rows_under(Filter(collection=chosen.collection, by_state=chosen.by_state)).quotes
    left, middle, right = st.columns([1.4, 1, 1], vertical_alignment="bottom")
    with left:
        query = st.text_input(
            told.SEARCH, key="q", bind="query-params", max_chars=FIELD_CHARACTERS, type="search",
            help=told.SEARCH_HELP, placeholder=told.SEARCH_HINT,
        )  # fmt: skip
    with middle:
        speakers = _several("speaker", told.SPEAKER, named(every, "speaker", "speaker_name"), told.ANYBODY)
    with right:
        to = every.assign(to=to_whom(every))
        addressees = _several("addressee", told.ADDRESSEE, named(to, "to", "addressee_name"), told.ANYBODY)
    wanted = replace(_manner(every), speakers=speakers, addressees=addressees)
    if wanted != Narrowing() or query:
        st.button(told.CLEAR, on_click=_clear, type="tertiary", icon=":material/filter_alt_off:")
    found = narrow(quotes, wanted)
    return _searched(found, chosen, query) if query and query.strip() else found


def _manner(every: pd.DataFrame) -> Narrowing:
    """The choices that tell how it was said, and how it was found."""
    one, two, three, four = st.columns(4, vertical_alignment="bottom")
    with one:
        every_claim = {claim: claim for claim in words.CLAIMS}
        claims = _several("claim", told.CLAIM, every_claim, told.ANY_CLAIM, told.CLAIM_HELP)
    with two:
        verbs = _several("verb", told.VERB, _verbs(every["verb"]), told.ANY_VERB, told.VERB_HELP)
    with three:
        kinds = _several("kind", told.KIND, told.QUOTE_KINDS, told.ANY_KIND, told.KIND_HELP)
    with four:
        sure = st.slider(told.SURE, 0, 100, 0, 5, format="%d %%", key="sure", bind="query-params", help=told.SURE_HELP)
    only = st.segmented_control(
        told.ONLY, list(told.ONLY_WHICH), format_func=told.ONLY_WHICH.__getitem__, key="only", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    return Narrowing(claims=claims, verbs=verbs, kinds=kinds, sure=sure, only=only or "")


def _several(key: str, label: str, names: dict[str, str], any_of_them: str, tip: str | None = None) -> tuple[str, ...]:
    picked = st.multiselect(
        label, list(names), format_func=lambda one: line(names.get(one, one), 60), key=key, bind="query-params",
        placeholder=any_of_them, help=tip,
    )  # fmt: skip
    return tuple(picked)


def _verbs(verbs: Iterable[str]) -> dict[str, str]:
    """The verbs by how often they stand, each with itself as its name."""
    counts = pd.Series([verb for verb in verbs if verb], dtype="str").value_counts()
    return {str(verb): str(verb) for verb in counts.index}


def _searched(quotes: pd.DataFrame, chosen: Filter, query: str) -> pd.DataFrame:
    matches = search(archive(chosen.collection), query, FOUND_AT_MOST)
    if matches.stopped:
        st.warning(told.SEARCH_STOPPED)
    elif len(matches.quotes) == FOUND_AT_MOST:
        st.warning(told.SEARCH_FULL.format(most=f"{FOUND_AT_MOST:,}"))
    return holding(quotes, matches)


def _clear() -> None:
    for key in KEYS:
        choose(key, _NOTHING.get(key, []))

"""What to be careful about: how much was not found, not sure, or does not add up, each opening its rows."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from components import words_pages as told
from components.evidence import Behind, open_drawer
from components.plain import plain
from onrecord.store.frames import Rows

MOST = 8  # cautions on the page; those that touch most articles


def show_cautions(rows: Rows) -> None:
    """A line a caution, each with a button that opens its rows; or a word that there are none."""
    st.subheader(told.CAREFUL_TITLE)
    found = [(caution, behind, of) for caution, behind, of in _cautions(rows) if len(behind)]
    if not found:
        st.caption(told.NO_CAUTIONS)
        return
    for number, (caution, behind, of) in enumerate(found[:MOST]):
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.markdown(f"**{told.part_of(len(behind), of)}** {plain(caution)}")
        if right.button(told.READ_THEM, key=f"caution {number}", type="tertiary"):
            open_drawer(Behind(caution[:1].upper() + caution[1:], behind))
    st.caption(told.MACHINE_MADE)


def _cautions(rows: Rows) -> Iterator[tuple[str, pd.DataFrame, int]]:
    articles, quotes, tones, stances = rows.articles, rows.quotes, rows.tones, rows.stances
    yield told.CAUTION_STANCE, stances[stances["position"] == "abstained"], len(stances)
    yield told.CAUTION_TONE, tones[tones["label"] == "abstained"], len(tones)
    yield told.CAUTION_SPEAKER, quotes[quotes["speaker"].isna()], len(quotes)
    yield told.CAUTION_RELAYED, quotes[[bool(names) for names in quotes["via_names"]]], len(quotes)
    by_article = articles["cautions"].explode().dropna().value_counts()
    for caution in by_article.index:
        yield str(caution), articles[[caution in each for each in articles["cautions"]]], len(articles)

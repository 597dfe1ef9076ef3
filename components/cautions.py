"""What to be careful about: how much was not found, not sure, or does not add up, each opening its rows."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from components import words
from components.evidence import Behind, table
from components.tables import columns
from onrecord.store.frames import Rows


def show_cautions(rows: Rows) -> None:
    """A table of cautions, or a word that there are none."""
    st.subheader(words.CAREFUL_TITLE)
    found = {caution: (behind, of) for caution, behind, of in _cautions(rows) if len(behind)}
    if not found:
        st.caption(words.NO_CAUTIONS)
        return
    listed = pd.DataFrame(
        [{"key": caution, "caution": caution, "share": f"{len(behind):,} of {of:,}"} for caution, (behind, of) in found.items()]
    )
    table(listed, "cautions", columns("share", "caution"), lambda key: Behind(key, found[key][0]))
    st.caption(words.MACHINE_MADE)


def _cautions(rows: Rows) -> Iterator[tuple[str, pd.DataFrame, int]]:
    articles, quotes, tones, stances = rows.articles, rows.quotes, rows.tones, rows.stances
    for caution in sorted({caution for each in articles["cautions"] for caution in each}):
        yield caution, articles[[caution in each for each in articles["cautions"]]], len(articles)
    yield words.CAUTION_SPEAKER, quotes[quotes["speaker"].isna()], len(quotes)
    yield words.CAUTION_RELAYED, quotes[[bool(names) for names in quotes["via_names"]]], len(quotes)
    yield words.CAUTION_STANCE, stances[stances["position"] == "abstained"], len(stances)
    yield words.CAUTION_TONE, tones[tones["label"] == "abstained"], len(tones)

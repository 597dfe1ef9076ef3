"""What a page says when there is nothing to show: why, and what to do next."""

from __future__ import annotations

import streamlit as st

from components import words
from components.pages import link
from components.session import DEMO, archive
from onrecord.store import archive as store
from onrecord.store.frames import Filter, Rows


def nothing_to_show(rows: Rows, chosen: Filter) -> bool:
    """Whether there is no article under the filters; if so, says why and what to do."""
    if len(rows.articles):
        return False
    if store.count(archive(chosen.collection)):
        st.info(words.FILTERED_OUT, icon=":material/filter_alt:")
    elif chosen.collection == DEMO:
        st.info(words.DEMO_EMPTY, icon=":material/inbox:")
    else:
        st.info(words.MINE_EMPTY, icon=":material/inbox:")
        link("load", words.GO_LOAD)
    return True

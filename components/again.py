"""Own articles that an older version read: said on every page, and read again on demand."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import words
from components.session import MINE, archive, current
from onrecord.errors import OnRecordError
from onrecord.knowledge.data import fingerprint
from onrecord.records import Refusal
from onrecord.store import archive as store
from onrecord.version import VERSION


def offer_reading_again(collection: str) -> None:
    """Say how many own articles another engine or other word lists have read; read them again where that is asked."""
    if collection != MINE:
        return
    path = archive(MINE)
    old = [entry.id for entry in store.articles(path) if (entry.made_by.engine, entry.made_by.data) != _present()]
    if not old:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(words.STALE.format(n=words.counted(len(old), "article was", "articles were")))
        st.button(words.STALE_AGAIN, on_click=_ask, args=(True,), icon=":material/refresh:")
    if current().read_again:
        _read(path, old)
        st.rerun()


def _read(path: Path, old: list[str]) -> None:
    # Imported here: the parser takes two seconds and 250 MB, and pages that only show need neither.
    from onrecord.knowledge.tools import load_tools
    from onrecord.pipeline import analyse_many

    bar = st.progress(0.0, words.READING_MINE.format(done=0, total=len(old)))
    st.button(words.STOP, on_click=_ask, args=(False,), icon=":material/stop_circle:")
    try:
        articles = (store.report(path, identity).article for identity in old)
        for done, found in enumerate(analyse_many(articles, load_tools()), 1):
            if not isinstance(found, Refusal):
                store.save(path, found)
            bar.progress(done / len(old), words.READING_MINE.format(done=done, total=len(old)))
    except OnRecordError as error:
        st.error(str(error))
        st.stop()
    finally:
        _ask(False)


def _ask(wanted: bool) -> None:
    current().read_again = wanted


def _present() -> tuple[str, str]:
    return VERSION, fingerprint()

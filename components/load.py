"""Loading articles of one's own: pasted, from files or a folder; what came of each; and removing all of them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components import words_load as told
from components.loading import (
    Found,
    Loading,
    Reader,
    begin,
    drop_rest,
    finish,
    forget,
    go_on,
    open_next,
    read_next,
    stop,
)
from components.pages import link
from components.plain import line, plain
from components.session import MINE, archive, chosen, close_drawer, current, places, turn_to
from onrecord.errors import OnRecordError
from onrecord.limits import (
    ANALYSIS_SECONDS,
    ARTICLE_CHARACTERS,
    BATCH_ARTICLES_HOSTED,
    FIELD_CHARACTERS,
    MEGABYTE,
    TITLE_CHARACTERS,
    UPLOAD_BYTES,
)
from onrecord.records import Article
from onrecord.store import archive as store
from onrecord.store.frames import Filter

SECONDS_BETWEEN_LOOKS = 0.1
LINKS = 6  # articles just loaded that get a link of their own; the table has the rest
TALLEST = 400  # pixels


def show(filter_: Filter) -> None:
    """Draw the page."""
    hosted = places().hosted
    st.title(told.TITLE)
    st.caption(told.PROMISE_HOSTED if hosted else told.PROMISE)
    loading = current().loading
    # So that the fields are gone at once when the reading starts. There are three places, because the notice above the
    # page goes as well when it turns from the demo to one's own articles, and then the fields stand one place lower.
    progress, fields, lower = st.empty(), st.empty(), st.empty()
    if loading.busy and not loading.stopped:
        fields.caption(told.MEANWHILE)
        lower.empty()
        with progress.container():
            _go_through(loading, BATCH_ARTICLES_HOSTED if hosted else None)
    with fields.container():
        if loading.busy:
            _stopped(loading)
        _what_came_of_it(loading)
        if not loading.busy:
            _what_to_load(loading)
        st.caption(told.LIMITS + (told.LIMITS_HOSTED if hosted else ""))
        _foot()


# ------------------------------------------------------------------ what to load


def _what_to_load(loading: Loading) -> None:
    nth = loading.rounds
    way = st.segmented_control(
        told.WAY, list(told.WAYS), default="paste", required=True, format_func=told.WAYS.__getitem__, key="way",
        label_visibility="collapsed",
    )  # fmt: skip
    if way == "paste":
        st.text_area(
            told.PASTE, key=f"text {nth}", height=240, placeholder=told.PASTE_PLACEHOLDER, max_chars=ARTICLE_CHARACTERS
        )
    else:
        st.file_uploader(
            told.FILES if way == "files" else told.FOLDER,
            accept_multiple_files=True if way == "files" else "directory",
            key=f"{way} {nth}",
            max_upload_size=UPLOAD_BYTES // MEGABYTE,
        )
    _about_the_text(nth, one=way == "paste")
    st.toggle(told.VERBATIM, key="verbatim", help=told.VERBATIM_HELP)
    if way == "paste":
        st.button(told.READ_PASTED, type="primary", icon=":material/play_arrow:", on_click=_take_pasted, args=(nth,))
    else:
        key = f"{way} {nth}"
        st.button(
            told.READ_FILES, type="primary", icon=":material/play_arrow:", on_click=_take_files, args=(key,),
            disabled=not chosen(key),
        )  # fmt: skip


def _about_the_text(nth: int, *, one: bool) -> None:
    """What the text may not say of itself: outlet and date, and for one text its title."""
    *title, outlet, day = st.columns(3 if one else 2)
    for column in title:
        column.text_input(
            told.HEADLINE, key=f"headline {nth}", placeholder=told.HEADLINE_PLACEHOLDER, max_chars=TITLE_CHARACTERS
        )
    outlet.text_input(
        told.OUTLET, key="outlet said", placeholder=told.OUTLET_PLACEHOLDER, max_chars=FIELD_CHARACTERS,
        help=told.STATED_HELP,
    )  # fmt: skip
    day.date_input(
        told.DATE, value=None, min_value=date(1900, 1, 1), key="date said", format="YYYY-MM-DD", help=told.STATED_HELP
    )


def _take_pasted(nth: int) -> None:
    text, title = str(chosen(f"text {nth}") or ""), str(chosen(f"headline {nth}") or "").strip()
    if not text.strip():
        st.toast(told.NOTHING_GIVEN, icon=":material/info:")
        return
    _begin([(title or told.WAYS["paste"], _pasted(text, title, _said()))])


def _take_files(key: str) -> None:
    files: Any = chosen(key) or []
    said = _said()
    _begin([(file.name, _file(file.name, file.getvalue(), said)) for file in files])


def _begin(sources: list[tuple[str, Iterator[Found]]]) -> None:
    begin(current().loading, sources)
    turn_to(MINE)


def _said() -> dict[str, Any]:
    """Date and outlet as the reader gives them for texts that state none, and whether to repair."""
    return {
        "published": chosen("date said") or None,
        "outlet": str(chosen("outlet said") or "").strip(),
        "verbatim": bool(chosen("verbatim")),
    }


# The three below import when they run: the word lists and the parser take seconds, and the page should be there first.


def _pasted(text: str, title: str, said: dict[str, Any]) -> Iterator[Found]:
    from onrecord.intake import read_text
    from onrecord.knowledge.textwords import load_text_words

    found = read_text(text, **said, words=load_text_words())
    yield replace(found, title=title) if title and isinstance(found, Article) else found


def _file(name: str, content: bytes, said: dict[str, Any]) -> Iterator[Found]:
    from onrecord.intake import read
    from onrecord.knowledge.textwords import load_text_words

    yield from read(name, content, **said, words=load_text_words())


def _go_through(loading: Loading, most: int | None) -> None:
    """Open and read everything that waits, a step at a time; then draw the page anew."""
    bar = st.progress(0.0, told.STARTING)
    st.button(told.STOP, icon=":material/stop_circle:", on_click=stop, args=(loading,))
    from onrecord.knowledge.tools import load_tools
    from onrecord.pipeline import analyse_many

    while loading.sources:
        bar.progress(0.0, told.OPENING.format(name=plain(loading.sources[0][0], 80), n=len(loading.waiting)))
        open_next(loading, most)
    try:
        tools = load_tools()
    except OnRecordError as error:  # a model or a word list is missing: it says which
        stop(loading, str(error))
        st.rerun()
    path = archive(MINE)
    there = {entry.id: entry.made_by for entry in store.articles(path)}
    reader = Reader(path, there, tools.made_by, lambda article: next(analyse_many([article], tools)))
    total = loading.taken
    while loading.waiting:
        done = total - len(loading.waiting)
        name = plain(told.name_of(loading.waiting[0]), 80)
        bar.progress(done / total, told.READING.format(done=done + 1, total=total, name=name))
        read_next(loading, reader)
    finish(loading)
    close_drawer()
    st.rerun()


# ------------------------------------------------------------------ while it runs, and after


def _stopped(loading: Loading) -> None:
    """What is left, and the choice to go on; the article that was in hand when it was stopped is finished first."""
    until = time.monotonic() + ANALYSIS_SECONDS
    while loading.in_hand and time.monotonic() < until:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    if loading.trouble:
        st.error(plain(told.TROUBLE.format(why=loading.trouble), 600), icon=":material/error:")
    with st.container(horizontal=True, vertical_alignment="center"):
        left = f" {told.read_all(len(loading.waiting))}" if loading.waiting else ""
        st.warning(told.STOPPED + left, icon=":material/pause_circle:")
        st.button(told.GO_ON, on_click=go_on, args=(loading,), icon=":material/play_arrow:")
        st.button(told.DROP_REST, on_click=drop_rest, args=(loading,))


def _what_came_of_it(loading: Loading) -> None:
    outcomes = loading.outcomes
    if not outcomes:
        if loading.begun and not loading.busy:
            st.info(told.NOTHING_FOUND)
        return
    counts = Counter(outcome.came for outcome in outcomes)
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{told.RESULT}:** {told.summary(counts)}")
            st.button(told.FORGET, type="tertiary", icon=":material/close:", on_click=forget, args=(loading,))
        kept = [outcome for outcome in outcomes if outcome.article_id]
        for outcome in kept if len(kept) <= LINKS else ():
            _open(outcome.name, outcome.article_id)
            st.caption(plain(outcome.told, 600))  # the table below has room for its first words only
        _table(loading, linked=len(kept) <= LINKS)
        if kept:
            link("overview", told.OPEN_MINE)


def _table(loading: Loading, *, linked: bool) -> None:
    """What came of each, what was refused first; where there are too many for links, a tick gives one."""
    order = list(told.OUTCOMES)
    ordered = sorted(loading.outcomes, key=lambda outcome: order.index(outcome.came))
    rows = [(told.OUTCOMES[one.came], line(one.name, 120), line(one.told, 500)) for one in ordered]
    shown = st.dataframe(
        pd.DataFrame(rows, columns=list(told.HEADINGS)),
        key=f"outcomes {loading.rounds}",
        hide_index=True,
        lazy=False,
        on_select="ignore" if linked else "rerun",
        selection_mode="single-row",
        column_config={name: st.column_config.Column(heading, width="large" if name == "told" else None)
                       for name, heading in told.HEADINGS.items()},
        height=TALLEST if len(rows) > 10 else "auto",
    )  # fmt: skip
    if linked:
        return
    st.caption(told.TICK)
    for row in shown["selection"]["rows"]:
        if row < len(ordered) and ordered[row].article_id:
            _open(ordered[row].name, ordered[row].article_id)


def _open(title: str, article_id: str | None) -> None:
    if article_id:
        link("article", told.OPEN.format(title=plain(title, 90)), article=article_id)


# ------------------------------------------------------------------ removal


def _foot() -> None:
    n = store.count(archive(MINE))
    if n and st.button(told.REMOVE_ALL, type="tertiary", icon=":material/delete:"):
        _remove_all(n)


@st.dialog(told.REMOVE_ALL_TITLE, icon=":material/delete:")
def _remove_all(n: int) -> None:
    st.text(told.remove_all_sure(n))
    with st.container(horizontal=True):
        if st.button(told.REMOVE_ALL_YES, type="primary", icon=":material/delete:", on_click=_remove_all_for_good):
            st.toast(told.REMOVED_ALL, icon=":material/delete:")
            st.rerun()
        if st.button(told.KEEP):
            st.rerun()


def _remove_all_for_good() -> None:
    store.clear(archive(MINE))
    forget(current().loading)
    close_drawer()

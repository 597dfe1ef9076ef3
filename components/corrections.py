"""Corrections of a collection: carried out, told with a way back, listed, undone, saved and brought in."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import words_corrections as told
from components.plain import line, plain
from components.session import DEMO, archive, chosen, close_drawer, current, places, want
from onrecord.correction_lines import export_lines, import_lines
from onrecord.errors import OnRecordError
from onrecord.limits import MEGABYTE, UPLOAD_BYTES
from onrecord.store.correcting import Kept, correct, corrections, undo
from onrecord.store.corrections import Correction

TALLEST, ROWS_AT_ONCE = 360, 9


def may_correct(collection: str) -> bool:
    """Whether a visitor may correct it: everything but a demo that is the same for all."""
    return not (collection == DEMO and places().hosted)


def carry_out(collection: str, correction: Correction, open_actor: str | None = None) -> None:
    """Correct the collection and draw the page anew, open at an actor; or say here why it cannot be done."""
    path = archive(collection)
    try:
        with st.spinner(told.WORKING):
            articles = correct(path, correction)
    except OnRecordError as error:
        st.error(plain(error, 600))
        return
    current().correcting = ""
    *_, last = corrections(path)
    current().corrected = told.done(correction, articles)
    current().undoable = last.number if last.correction == correction else 0  # else it was there already
    want("who", open_actor)
    _follow(correction)
    close_drawer()
    st.rerun()


def _follow(correction: Correction) -> None:
    """Have a filter for an actor that is another now, or none, follow it."""
    wanted = chosen("actor")
    if not isinstance(wanted, list) or correction.kind not in ("merge", "drop") or correction.actor.id not in wanted:
        return
    others = [one for one in wanted if one != correction.actor.id]
    into = [correction.into.id] if correction.into and correction.into.id not in others else []
    want("actor", others + into)


def show_last(collection: str) -> None:
    """What the last correction did, and the way back."""
    session = current()
    if not session.corrected:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/info: {session.corrected}")
        if session.undoable:
            st.button(told.UNDO, icon=":material/undo:", on_click=_undo, args=(collection, [session.undoable]))
        st.button(told.CLOSE, icon=":material/close:", type="tertiary", on_click=_forget, key="close correction")


def show_corrections(collection: str) -> None:
    """The list of all corrections, to undo, save and bring in."""
    kept = corrections(archive(collection))
    with st.expander(told.corrections_made(len(kept)), icon=":material/edit_note:", key="corrections"):
        if not may_correct(collection):
            st.caption(told.DEMO_FIXED)
            return
        st.caption(told.LIST_TOLD if kept else told.NONE_YET)
        if kept:
            _list(collection, kept)
        _bring_in(collection)


def _list(collection: str, kept: list[Kept]) -> None:
    newest = kept[::-1]
    shown = st.dataframe(
        pd.DataFrame([told.listed(each) for each in newest], columns=list(told.LIST_HEADINGS)),
        key=f"corrections {current().drawers}",
        on_select="rerun",
        selection_mode="multi-row",
        column_config={
            name: st.column_config.Column(heading, width="large" if name == "what" else "small")
            for name, heading in told.LIST_HEADINGS.items()
        },
        hide_index=True,
        lazy=False,
        height=TALLEST if len(newest) > ROWS_AT_ONCE else "auto",
    )
    ticked = [newest[row].number for row in shown["selection"]["rows"] if row < len(newest)]
    with st.container(horizontal=True, vertical_alignment="center"):
        last = {"on_click": _undo, "args": (collection, [newest[0].number])}
        st.button(told.UNDO_LAST, icon=":material/undo:", **last)
        label = told.undo_ticked(len(ticked))
        st.button(label, icon=":material/undo:", disabled=not ticked, help=told.TICK, on_click=_undo,
                  args=(collection, ticked))  # fmt: skip
        path = archive(collection)  # found here: the file is made in a thread that knows no visitor
        st.download_button(
            told.SAVE, lambda: export_lines(path), file_name=told.FILE_NAME.format(collection=collection),
            mime="application/jsonl", on_click="ignore", icon=":material/download:", help=told.SAVE_HELP,
        )  # fmt: skip


def _undo(collection: str, numbers: list[int]) -> None:
    """Take corrections back, and tell which."""
    gone = undo(archive(collection), *numbers)
    if gone:
        text = told.undone(gone) if len(numbers) == 1 else told.several_undone(gone)
        current().corrected = plain(text, 2_000)
        current().undoable = 0
        st.toast(current().corrected, icon=":material/undo:")  # the list stands far below what is told above it
    close_drawer()


def _forget() -> None:
    current().corrected, current().undoable = "", 0


def _bring_in(collection: str) -> None:
    turn = f"corrections file {current().drawers}"
    file = st.file_uploader(told.BRING_IN, type=["jsonl", "json", "txt"], key=turn,
                            max_upload_size=UPLOAD_BYTES // MEGABYTE)  # fmt: skip
    if file is None or not st.button(told.TAKE_IN, type="primary", icon=":material/upload:"):
        return
    try:
        with st.spinner(told.WORKING):
            came = import_lines(archive(collection), file.getvalue())
    except OnRecordError as error:
        st.error(plain(error, 600))
        return
    current().corrected, current().undoable = plain(told.brought_in(came)), 0
    if came.bad:
        current().corrected += f"\n\n{plain(line(file.name, 80))}: {told.not_brought_in(came.bad)}"
    close_drawer()
    st.rerun()

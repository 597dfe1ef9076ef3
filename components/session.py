"""What one visitor's session remembers. Nothing else reads or writes `st.session_state`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import streamlit as st

from components.loading import Loading
from onrecord.store.frames import Filter
from onrecord.store.places import Places, end_session, hosted, local_places, session_places

DEMO, MINE = "demo", "mine"
KEY = "on record"


@dataclass(slots=True)
class Session:
    """One visitor's places and filter, how many drawers they have closed (which keys the charts, see evidence.py), and
    how the list of quotes was narrowed when a passage was opened from it."""

    places: Places | None = None
    filter: Filter = field(default_factory=lambda: Filter(collection=DEMO))
    drawers: int = 0
    turns: dict[str, int] = field(default_factory=dict)
    picked: str = ""
    drawer_open: bool = False
    wanted: dict[str, object] = field(default_factory=dict)
    demo_stopped: bool = False
    demo_trouble: str = ""
    read_again: bool = False
    loading: Loading = field(default_factory=Loading)
    list_left: dict[str, list[str]] = field(default_factory=dict)
    passage_opened: str = ""
    corrected: str = ""  # what the last correction did, as markdown
    undoable: int = 0  # its number
    correcting: str = ""  # the dialog of corrections that is open: an actor's id, or "new"


def current() -> Session:
    """The session of whoever is looking."""
    return cast(Session, st.session_state.setdefault(KEY, Session()))


def places() -> Places:
    """Where this visitor's collections lie; a hosted visitor's own folder goes when the session does."""
    session = current()
    if session.places is None:
        session.places = local_places()
        if hosted():
            session.places = session_places()
            _folder_of_the_session(str(session.places.mine), session.places)
    return session.places


@st.cache_resource(scope="session", on_release=end_session, show_spinner=False, max_entries=8)
def _folder_of_the_session(mine: str, _places: Places) -> Places:
    """Kept only to be released, and so removed, when the session ends."""
    return _places


def archive(collection: str) -> Path:
    """The file of a collection."""
    return places().mine if collection == MINE else places().demo


def close_drawer() -> None:
    """Forget every selection: the charts and tables get new keys, so the same mark can be picked again."""
    current().drawers += 1


def keyed(chart: str) -> str:
    """The key that a chart has now: another one after each drawer that it opened."""
    return f"{chart} {current().turns.get(chart, 0)}"


def forget_pick() -> None:
    """Let go of what was picked, so that it can be picked again: a table is told so; a chart, which cannot be told, is
    drawn anew. Everything else stays as it is, and so does the place the reader has scrolled to."""
    session = current()
    session.drawers += 1
    if session.picked in session.turns:
        session.turns[session.picked] += 1
    elif session.picked:
        st.session_state[session.picked] = {"selection": {"rows": [], "columns": [], "cells": []}}
    session.picked = ""


def want(key: str, value: object) -> None:
    """Give a widget that this run has drawn already another value from the next run on (call `st.rerun()` after it)."""
    current().wanted[key] = value


def turn_to(collection: str) -> None:
    """Show another collection from the next run on (call `st.rerun()` after it)."""
    want("collection", collection)


def settle(key: str) -> None:
    """Carry out `want`: has to come before the widget of that key is drawn."""
    if key in current().wanted:
        st.session_state[key] = current().wanted.pop(key)


def chosen(key: str) -> object:
    """The value of a widget that another part of the page draws, or None before it is drawn."""
    return st.session_state.get(key)


def choose(key: str, value: object) -> None:
    """Set a widget from a callback."""
    st.session_state[key] = value

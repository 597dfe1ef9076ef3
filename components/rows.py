"""The rows behind a page, read once for each filter and kept for as long as the archive stays as it is.

The demo is the same for everybody and is kept for everybody; what a visitor brought is kept in their session alone.
"""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components.session import DEMO, archive
from onrecord.store.frames import Filter, Rows, rows

KEPT_FOR_ALL = 48  # filters of the demo; its rows are about 1 MB each
KEPT_FOR_ONE = 8

Stamp = tuple[int, ...]


def rows_under(chosen: Filter) -> Rows:
    """The five frames under a filter: the same rows for every chart, drawer and export."""
    path = archive(chosen.collection)
    read = _demo_rows if chosen.collection == DEMO else _own_rows
    return read(str(path), stamp(path), astuple(chosen), chosen)


def everything(collection: str) -> Rows:
    """The five frames without any filter."""
    return rows_under(Filter(collection=collection))


def stamp(path: Path) -> Stamp:
    """Numbers that change whenever the archive does: sizes and times of its file and its write-ahead log."""
    found: list[int] = []
    for part in (path, path.with_name(f"{path.name}-wal")):
        if part.exists():
            state = part.stat()
            found += [state.st_size, state.st_mtime_ns]
    return tuple(found)


@st.cache_data(max_entries=KEPT_FOR_ALL, show_spinner=False)
def _demo_rows(path: str, stamp: Stamp, key: tuple[Any, ...], _chosen: Filter) -> Rows:
    return rows(Path(path), _chosen)


@st.cache_data(max_entries=KEPT_FOR_ONE, scope="session", show_spinner=False)
def _own_rows(path: str, stamp: Stamp, key: tuple[Any, ...], _chosen: Filter) -> Rows:
    return rows(Path(path), _chosen)


def named(frame: pd.DataFrame, id_column: str, name_column: str) -> dict[str, str]:
    """The name of each id, with the id added where two bear the same name, most frequent first."""
    found = frame.groupby([id_column, name_column], sort=False).size().sort_values(ascending=False, kind="stable")
    names: dict[str, str] = {}
    for identity, name in found.index:
        names.setdefault(str(identity), str(name))
    taken = pd.Series(names).value_counts() if names else pd.Series(dtype=int)
    return {identity: name if taken[name] == 1 else f"{name} ({identity})" for identity, name in names.items()}

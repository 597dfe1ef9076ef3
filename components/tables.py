"""How each column of a table is headed and written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from components import words

_SCORES = {"mean", "tone", "score"}
_WIDE = {"text", "caution", "sentence"}


def columns(*names: str) -> dict[str, Any]:
    """The columns of a table in their order, with headings, dates as dates and scores with their sign."""
    return {name: _column(name) for name in names}


def without_minus_zero(frame: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """The frame with its scores as they are printed: a table would write -0.00 for what the charts call 0.00."""
    return frame.assign(**{name: frame[name].astype(float).round(2) + 0.0 for name in names if name in _SCORES})


def _column(name: str) -> Any:
    heading = words.HEADINGS[name]
    if name == "day":
        return st.column_config.DateColumn(heading, format="YYYY-MM-DD", width="small")
    if name in _SCORES:
        return st.column_config.NumberColumn(heading, format="%+.2f", width="small")
    if name == "confidence":
        return st.column_config.NumberColumn(heading, format="percent", width="small")
    return st.column_config.Column(heading, width="large" if name in _WIDE else None)

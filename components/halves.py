"""Two halves of a page beside each other, or one below the other where the window is too narrow for two."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.highlight import add_style


def halves(key: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """The left and the right half; `key` is the page's own name for the pair."""
    add_style("halves.css")
    with st.container(key=f"halves {key}"):
        left, right = st.columns(2, gap="large")
    return left, right

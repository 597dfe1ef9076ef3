"""How often what a chart shows is right, printed beside it, as data/measured.json has it."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from components import words
from components.measured import Figure, load_figures
from components.plain import plain


def show_accuracy(stage: str, on: str = "") -> None:
    """A line under a chart: the measurements of the stage that it rests on, or that there is none.

    `on` keeps those whose measure holds the word, where there are any: sides on an *issue* are measured apart.
    """
    figures = [figure for figure in load_figures() if figure.stage == stage]
    st.caption(accuracy_told([figure for figure in figures if on in figure.measure] or figures))


def accuracy_told(figures: list[Figure]) -> str:
    """The measurements as one line of markdown, those on the same texts together."""
    if not figures:
        return words.NOT_MEASURED_HERE
    of_each = [
        f"{plain(texts)}: " + ", ".join(f"{plain(one.measure)} **{one.value:g}**" for one in found)
        for texts, found in groupby(figures, key=lambda one: one.set)
    ]
    return f"{words.MEASURED_HERE} {'; '.join(of_each)}."

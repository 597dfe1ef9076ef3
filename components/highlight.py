"""An article's text with what was found in it painted on. The only place that puts HTML on a page.

What comes from outside is escaped in paint.py; the rest is the fixed markup here and the style sheets beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from components import words_article as told
from components.layers import Layer, layer
from components.paint import Mark, Point, paint
from onrecord.records import Report, Span

STYLE = "highlight.css"


def add_style(sheet: str) -> None:
    """Have a style sheet of this folder hold on the page."""
    st.html(Path(__file__).with_name(sheet))


def show_text(report: Report, shown: Sequence[str], also: Sequence[Layer] = ()) -> None:
    """The whole text in a box that scrolls, with the named layers and those given beside them."""
    add_style(STYLE)
    st.html(f'<div class="or-text or-scroll" tabindex="0" role="document">{_painted(report, shown, also)}</div>')


def show_legend(shown: Sequence[str]) -> None:
    """What each mark of the layers means, painted as it is in the text."""
    samples = [sample for name in shown for sample in _samples(name)]
    if samples:
        st.html(f'<div class="or-text or-legend">{"".join(f"<span>{sample}</span>" for sample in samples)}</div>')


def _painted(report: Report, shown: Sequence[str], also: Sequence[Layer]) -> str:
    layers = [*(layer(name, report) for name in shown), *also]
    marks = [mark for one in layers for mark in one.marks]
    return paint(report.article.text, marks, [point for one in layers for point in one.points])


def _samples(name: str) -> list[str]:
    samples = []
    for look, word, label in told.LEGEND[name]:
        samples.append(paint(word, [Mark(Span(0, len(word)), look, "", label)]))
    signs = {"stances": told.STANCE_LEGEND, "repairs": told.REPAIR_LEGEND}.get(name, ())
    for look, label, word in signs:
        if look == "was":
            samples.append(paint("", [], [Point(0, look, label)]))
        else:
            samples.append(paint(word, [], [Point(0, look, label, hidden="…")]))
    return samples

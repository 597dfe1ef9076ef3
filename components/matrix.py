"""Who on whom: every holder by every target, with the stance, its n and its interval in each cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pandas as pd
import streamlit as st

from components import charts, words
from components import words_pages as told
from components.accuracy import show_accuracy
from components.empty import nothing_to_show
from components.evidence import chart, twin
from components.printed import behind, beside, with_figures
from components.rows import rows_under
from components.tables import columns
from onrecord.store import figures
from onrecord.store.frames import Filter, Rows

SIZES = (6, 10, 14, 18)  # at most 18 x 18 cells of four marks each: far below CHART_MARKS, and still legible
USUAL_SIZE = 10
AXIS_NAME = 36  # characters of a name beside or above the matrix
TARGETS: dict[str, Literal["actor", "issue", ""]] = {"actors": "actor", "issues": "issue", "both": ""}


def show(chosen: Filter) -> None:
    """Draw the page."""
    rows = rows_under(chosen)
    st.title(words.PAGES["matrix"])
    st.caption(told.MATRIX_INTRO)
    if nothing_to_show(rows, chosen):
        return
    kind, basis, size = _choices()
    draw_matrix(with_basis(rows, basis), TARGETS[kind], size, chosen.minimum_n)


def _choices() -> tuple[str, str, int]:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
        kind = st.segmented_control(
            told.TOWARDS, list(TARGETS), default="actors", required=True, format_func=told.TARGETS.__getitem__,
            key="towards", bind="query-params",
        )  # fmt: skip
        basis = choose_basis()
        size = st.segmented_control(
            told.SIZE, SIZES, default=USUAL_SIZE, required=True, key="size", bind="query-params", help=told.SIZE_HINT
        )
    return kind or "actors", basis, size or USUAL_SIZE


def choose_basis() -> str:
    """The switch between what was said, done and narrated, and all of it."""
    picked = st.segmented_control(
        words.BASIS, list(words.BASES), default="all", required=True, format_func=words.BASES.__getitem__,
        key="basis", bind="query-params", help=told.BASIS_HELP,
    )  # fmt: skip
    return picked or "all"


def with_basis(rows: Rows, basis: str) -> Rows:
    """The rows with the stances of one basis only, or with all of them."""
    return rows if basis == "all" else replace(rows, stances=rows.stances[rows.stances["basis"] == basis])


def draw_matrix(rows: Rows, kind: Literal["actor", "issue", ""], size: int, minimum: int) -> None:
    """The matrix of the holders and targets with the most stances, its table, and a word on what was left out."""
    pairs = figures.stance_matrix(rows, kind)
    pairs = pairs[pairs["holder"] != pairs["target"]]
    if pairs.empty:
        st.info(told.NO_PAIRS)
        return
    holders, targets = (_most(pairs, side)[:size] for side in ("holder", "target"))
    kept = pairs[pairs["holder"].isin(holders) & pairs["target"].isin(targets)]
    figure = with_figures(kept, ["holder", "target"], minimum)
    names = {side: _names(pairs, side) for side in ("holder", "target")}
    figure["row"], figure["column"] = figure["holder"].map(names["holder"]), figure["target"].map(names["target"])
    figure["tip"] = [told.stance_tip(row) for row in figure.to_dict("records")]
    st.caption(told.matrix_shown(len(holders), pairs["holder"].nunique(), len(targets), pairs["target"].nunique()))
    find = behind(rows, "stances", figure, told.STANCE_BEHIND)
    axes = [[names[side][one] for one in ids] for side, ids in (("holder", holders), ("target", targets))]
    drawing = charts.matrix(figure, *axes, words.STANCE_SCALE)
    chart(drawing, "matrix", told.matrix_alt(figure), find, fit=False)
    st.caption(told.MATRIX_KEY)
    show_accuracy("stance", "issue" if kind == "issue" else "")
    twin(figure, "matrix table", columns("holder_name", "target_name", "mean", "spread", "counted"), find)


def _most(pairs: pd.DataFrame, side: str) -> list[str]:
    """Ids by how many stances they have, the unclear ones last: an axis in a stable order."""
    totals = pairs.groupby(side)[["n", "abstained"]].sum()
    return [str(one) for one in totals.sort_values(["n", "abstained"], ascending=False, kind="stable").index]


def _names(pairs: pd.DataFrame, side: str) -> dict[str, str]:
    once = pairs.drop_duplicates(side)
    return dict(zip(once[side], beside(once[side], once[f"{side}_name"], AXIS_NAME), strict=True))

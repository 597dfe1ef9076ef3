"""What was found in an article as tables, one at a time, whose ticked rows are marked in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from components import words
from components import words_article as told
from components.findings import grounds
from components.found import Finding, actors_of, dates_of, quotes_of, repairs_of, stances_of, tones_of
from components.plain import line, plain
from components.session import current
from onrecord.records import Report

FINDERS: dict[str, Callable[[Report], list[Finding]]] = {
    "quotes": quotes_of,
    "actors": actors_of,
    "stances": stances_of,
    "tone": tones_of,
    "dates": dates_of,
    "repairs": repairs_of,
}
_COLUMNS = {
    "quotes": ("number", "speaker_name", "verb", "addressee_name", "via_names", "claim", "text", "kind", "confidence",
               "about_names", "rule"),
    "actors": ("actor_name", "kind", "office", "mentions", "said", "aliases", "reasons"),
    "stances": ("holder_name", "position", "target_name", "score", "basis", "modality", "event", "confidence", "rule"),
    "tone": ("actor_name", "surface", "label", "score", "voice_name", "confidence", "rule"),
    "dates": ("date", "text", "what"),
    "repairs": ("change", "rule", "source", "now", "around"),
}  # fmt: skip
_WIDE = {"text", "reasons", "around"}
_NARROW = {
    "number",
    "mentions",
    "said",
    "confidence",
    "score",
    "kind",
    "claim",
    "verb",
    "position",
    "basis",
    "modality",
    "label",
    "change",
}
_CELL = 300  # characters of a cell; the whole of it stands in the text above
TALLEST = 340  # pixels: a table that still leaves the text in sight


def section(report: Report) -> str:
    """Which table the reader has chosen, each with how many rows it has."""
    counts = {name: len(find(report)) for name, find in FINDERS.items()}
    picked = st.segmented_control(
        told.FOUND,
        list(FINDERS),
        default="quotes",
        required=True,
        format_func=lambda name: f"{told.SECTIONS[name]} {counts[name]}",
        key="table",
        label_visibility="collapsed",
    )
    return picked or "quotes"


def listed(report: Report, name: str) -> list[int]:
    """Draw one table, and give the positions of the rows that are ticked in it."""
    findings = FINDERS[name](report)
    if not findings:
        st.caption(told.NOTHING[name])
        return []
    st.caption(f"{told.SECTION_HELP[name]} {told.FOUND_HELP}" if name != "repairs" else told.SECTION_HELP[name])
    shown = st.dataframe(
        _frame(findings, _COLUMNS[name]),
        key=f"found {name} {report.article.id} {current().drawers}",
        on_select="rerun",
        selection_mode="multi-row" if name == "repairs" else "single-row",
        column_config={column: _column(column) for column in _COLUMNS[name]},
        hide_index=True,
        lazy=False,
        height=TALLEST if len(findings) > 8 else "auto",
    )
    return [row for row in shown["selection"]["rows"] if row < len(findings)]


def details(finding: Finding, text: str) -> None:
    """One finding in full: what it says, the words it stands on, and on what grounds."""
    with st.container(border=True, gap="small"):
        st.markdown(f"**{plain(finding.told, 2_000)}**")
        reasons = finding.row.get("reasons", [])
        if reasons:
            st.markdown("\n".join(f"- {plain(reason)}" for reason in reasons))
        elif "source" in finding.row:
            st.text(told.repaired(finding.row))
        elif finding.spans:
            st.text(" … ".join(line(span.of(text), 2_000) for span in finding.spans))
        if "confidence" in finding.row:
            st.caption(plain(grounds(finding.row)))


def _frame(findings: list[Finding], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        [[_cell(finding.row, column) for column in columns] for finding in findings], columns=list(columns)
    )


def _cell(row: dict[str, Any], column: str) -> Any:
    value = row[column]
    if column == "speaker_name":
        return line(value) or words.UNKNOWN_SPEAKER
    if column == "voice_name":
        return line(value) or words.OUTLET_VOICE
    if value == "abstained":
        return words.NOT_SURE
    if column in ("confidence", "score"):
        return round(value, 2) + 0.0  # a table would write -0.00
    if isinstance(value, list):
        return line(" · ".join(value), _CELL)
    return line(value, _CELL) if isinstance(value, str) else value


def _column(name: str) -> Any:
    heading, tip = told.HEADINGS[name], told.HEADING_HELP.get(name)
    width = "large" if name in _WIDE else "small" if name in _NARROW else None
    if name == "confidence":
        return st.column_config.NumberColumn(heading, help=tip, format="percent", width=width)
    if name == "score":
        return st.column_config.NumberColumn(heading, help=tip, format="%+.2f", width=width)
    if name == "date":
        return st.column_config.DateColumn(heading, help=tip, format="YYYY-MM-DD", width="small")
    return st.column_config.Column(heading, help=tip, width=width)

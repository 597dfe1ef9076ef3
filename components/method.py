"""The Method page: how it reads, how often it is right, what the words mean, exports, privacy and versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import streamlit as st

from components import words_method as told
from components.measured import Figure, load_figures
from components.plain import plain
from components.rows import rows_under
from components.session import archive, places
from onrecord import export
from onrecord.knowledge.data import fingerprint
from onrecord.knowledge.stance_words import load_issues
from onrecord.store import archive as store
from onrecord.store.frames import Filter, Rows
from onrecord.version import VERSION

WIDTH = 860  # pixels: lines that can be read
TABLES = ("articles", "quotes", "stances", "tones", "mentions")
MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def show(chosen: Filter) -> None:
    """Draw the page."""
    st.title(told.TITLE)
    st.caption(told.LEAD)
    parts: tuple[Callable[[], None], ...] = (
        _reading,
        _codebook,
        _issues,
        _wrong,
        lambda: _export(chosen),
        lambda: _privacy_and_versions(chosen),
    )
    tabs = st.tabs(list(told.TABS), key="part", bind="query-params")
    for tab, part in zip(tabs, parts, strict=True):
        with tab, st.container(width=WIDTH):
            part()


def _reading() -> None:
    st.markdown(f"{told.READING}\n\n{told.MEASURED}")
    figures = load_figures()
    for stage, (heading, how) in told.STAGES.items():
        st.subheader(heading, anchor=False)
        st.markdown(how)
        _figures([figure for figure in figures if figure.stage == stage])
    others = [figure for figure in figures if figure.stage not in told.STAGES]
    if others:
        st.subheader(told.OTHER_STAGES, anchor=False)
        _figures(others)


def _figures(figures: list[Figure]) -> None:
    if not figures:
        st.caption(told.NOT_MEASURED)
        return
    rows = [[getattr(figure, column) for column in told.MEASURED_HEADINGS] for figure in figures]
    _listed(rows, told.MEASURED_HEADINGS)


def _codebook() -> None:
    for heading, meaning, labels in told.CODEBOOK:
        st.subheader(heading, anchor=False)
        st.markdown(meaning)
        _listed(labels, told.LABEL_HEADINGS)
    st.subheader(told.COUNTING, anchor=False)
    st.markdown(told.COUNTING_TOLD)


def _issues() -> None:
    st.markdown(told.ISSUES_TOLD)
    _listed([(issue.name, issue.statement, issue.id) for issue in load_issues()], told.ISSUE_HEADINGS)


def _wrong() -> None:
    st.markdown(told.WRONG_LEAD)
    st.markdown("\n".join(f"- {one}" for one in told.WRONG))


def _export(chosen: Filter) -> None:
    st.markdown(told.EXPORT_TOLD)
    rows = rows_under(chosen)
    what, form = _one_of(told.EXPORT_WHAT, told.EXPORT_TABLES), "jsonl"
    if what == "reports":
        st.caption(told.EXPORT_REPORTS)
        n = len(rows.articles)
    else:
        form = _one_of(told.EXPORT_FORM, told.EXPORT_FORMS)
        n = sum(len(getattr(rows, name)) for name in (TABLES if form == "xlsx" else [what]))
    st.caption(told.export_size(what, n))
    path = archive(chosen.collection)  # found here: the file is made in a thread that knows no visitor
    st.download_button(
        told.EXPORT_BUTTON,
        data=lambda: exported(rows, path, what, form),
        file_name=f"onrecord-{chosen.collection}-{'tables' if form == 'xlsx' else what}.{form}",
        mime=MEDIA[form],
        on_click="ignore",
        disabled=n == 0,
        icon=":material/download:",
    )


def _one_of(label: str, names: dict[str, str]) -> str:
    return st.radio(label, list(names), format_func=names.__getitem__, horizontal=True)


def exported(rows: Rows, path: Path, what: str, form: str) -> bytes:
    """The file: the rows that the pages count, or the whole articles that they stand in, from the archive."""
    if what == "reports":
        return export.to_jsonl(store.report(path, identity) for identity in rows.articles["article_id"])
    if form == "xlsx":
        return export.to_workbook({name: getattr(rows, name) for name in TABLES})
    table: pd.DataFrame = getattr(rows, what)
    return export.to_csv(table) if form == "csv" else export.rows_to_jsonl(table)


def _privacy_and_versions(chosen: Filter) -> None:
    hosted = places().hosted
    st.subheader(told.PRIVACY, anchor=False)
    st.markdown(told.PRIVACY_HOSTED if hosted else f"{told.PRIVACY_TOLD}\n\n{told.PRIVACY_LOCAL}")
    st.subheader(told.VERSIONS, anchor=False)
    st.markdown(told.VERSIONS_TOLD)
    st.caption(plain(told.ENGINE_NOW.format(engine=VERSION, data=fingerprint())))
    made_by = Counter(entry.made_by for entry in store.articles(archive(chosen.collection)))
    if not made_by:
        st.caption(told.NONE_READ)
        return
    _listed([(one.engine, one.model, one.data, n) for one, n in made_by.most_common()], told.VERSION_HEADINGS)


def _listed(rows: object, headings: dict[str, str]) -> None:
    """A small table that is shown whole."""
    st.dataframe(
        pd.DataFrame(rows, columns=list(headings)),
        hide_index=True,
        lazy=False,
        height="content",
        column_config={name: st.column_config.Column(heading) for name, heading in headings.items()},
    )

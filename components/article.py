"""One article: its text with what was found painted on it, the findings as tables, and its repairs to show or undo."""

from __future__ import annotations

import re

import pandas as pd
import streamlit as st

from components import words
from components import words_article as told
from components.empty import nothing_to_show
from components.findings import grounds
from components.found import Finding, found_in
from components.highlight import show_legend, show_text
from components.layers import LAYERS
from components.layers import chosen as marked
from components.listing import FINDERS, details, listed, section
from components.pages import link
from components.plain import line, plain
from components.repairs import without
from components.rows import rows_under
from components.session import DEMO, MINE, archive, close_drawer, current, places, turn_to
from components.session import chosen as value_of
from components.words_quotes import BACK
from onrecord.errors import UnknownArticle
from onrecord.records import Article, Refusal, Report, Span
from onrecord.store import archive as store
from onrecord.store.frames import Filter

AT = re.compile(r"(\d{1,7})-(\d{1,7})")
SHOWN_FIRST = ["actors", "quotes"]


def show(chosen: Filter) -> None:
    """Draw the page."""
    rows = rows_under(chosen)
    asked = st.query_params.get("article")
    if asked is None and nothing_to_show(rows, chosen):
        return
    report = _report(chosen.collection, asked) if asked else None
    if asked and report is None:
        _not_here(asked, chosen.collection)
    article_id = _choice(rows.articles, report, chosen.collection, newest=asked is None)
    if report is None and article_id:
        report = _report(chosen.collection, article_id)
    if report is None:
        return
    _way_back(report.article.id)
    _heading(report)
    shown = _layers()
    text, beside = st.columns([0.68, 0.32], gap="medium")
    name, picked = _found(report, chosen.collection)
    if picked and name == "repairs":
        shown = [*shown, *({name} - set(shown))]  # what was dropped can be seen in its own layer only
    with beside:
        show_legend(shown)
        passage = None if picked else _asked_passage(len(report.article.text))
        if picked:
            details(picked[0], report.article.text)
        elif passage:
            _passage(report, passage)
    with text:
        spans = [span for finding in picked for span in finding.spans]
        why = told.PICKED_HERE if picked else told.PASSAGE_HERE
        show_text(report, shown, [marked(spans or [passage] * bool(passage), why)])
    _foot(report, chosen.collection)


def _choice(articles: pd.DataFrame, report: Report | None, collection: str, *, newest: bool) -> str | None:
    """The list of the articles under the filters, newest first, open at the one that is shown, the newest, or none."""
    ordered = articles.sort_values("day", ascending=False, na_position="last", kind="stable")
    opening = store.openings(archive(collection))
    labels = {
        row.article_id: _label(row.day, row.outlet, row.title or told.untitled(opening.get(row.article_id, "")))
        for row in ordered.itertuples()
    }
    if report and report.article.id not in labels:
        st.caption(told.OUTSIDE)
        article = report.article
        title = article.title or told.untitled(article.text)
        labels = {article.id: _label(pd.Timestamp(article.published), article.outlet, title), **labels}
    if not labels:
        return None
    shown = report.article.id if report else next(iter(labels)) if newest else None
    key = f"article choice {shown}"
    return st.selectbox(
        told.CHOOSE,
        list(labels),
        index=list(labels).index(shown) if shown else None,
        format_func=labels.__getitem__,
        key=key,
        on_change=_turn_to_article,
        args=(key,),
        placeholder=told.CHOOSE_PLACEHOLDER,
    )


def _turn_to_article(key: str) -> None:
    st.query_params["article"] = str(value_of(key))
    st.query_params.pop("at", None)


def _label(day: pd.Timestamp, outlet: str, title: str) -> str:
    return told.article_label(words.NO_DATE if pd.isna(day) else f"{day:%Y-%m-%d}", outlet, title)


def _report(collection: str, article_id: str) -> Report | None:
    try:
        return store.report(archive(collection), article_id)
    except UnknownArticle:
        return None


def _not_here(article_id: str, collection: str) -> None:
    """Say where a linked article is, or that it is gone."""
    other = MINE if collection == DEMO else DEMO
    if _report(other, article_id) is None:
        st.warning(told.GONE, icon=":material/link_off:")
        return
    here, there = words.COLLECTIONS[collection], words.COLLECTIONS[other]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(told.ELSEWHERE.format(here=here, there=there), icon=":material/folder_open:")
        st.button(told.GO_ELSEWHERE, on_click=turn_to, args=(other,))


def _heading(report: Report) -> None:
    """Title, where it comes from and when it was written, and what to be careful about."""
    article = report.article
    st.header(plain(article.title or words.NO_TITLE), anchor=False)
    parts = [article.outlet or words.NO_OUTLET, told.dated(article)]
    parts += [told.AUTHOR.format(author=article.author)] if article.author else []
    parts += [article.url] if article.url else []
    st.caption(plain(" · ".join(parts), 600))
    for caution in report.cautions:
        st.warning(plain(caution, 600), icon=":material/warning:")


def _layers() -> list[str]:
    """The layers to paint."""
    return st.pills(
        told.LAYERS,
        list(LAYERS),
        selection_mode="multi",
        default=SHOWN_FIRST,
        format_func=told.LAYER_NAMES.__getitem__,
        key="layers",
        bind="query-params",
        help=told.LAYERS_HELP,
    )


def _asked_passage(length: int) -> Span | None:
    """The stretch that the link named, where it lies in the text."""
    given = AT.fullmatch(st.query_params.get("at", ""))
    if given is None:
        return None
    start, end = int(given[1]), min(int(given[2]), length)
    return Span(start, end) if start < end else None


def _way_back(article_id: str) -> None:
    """To the list of quotes as it was, where the passage was opened from it."""
    session = current()
    if session.passage_opened == f"{article_id} {st.query_params.get('at', '')}":
        link("quotes", BACK, **session.list_left)


def _passage(report: Report, passage: Span) -> None:
    """The words that a link led to, first of all, and what was found in them; they are marked in the text as well."""
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.caption(told.PASSAGE)
            st.button(told.CLOSE_PASSAGE, type="tertiary", icon=":material/close:", on_click=_close_passage)
        st.text(line(passage.of(report.article.text), 1_500))
        found = found_in(report, passage)
        if found:
            with st.expander(told.FOUND_THERE.format(n=len(found)), icon=":material/rule:", expanded=len(found) == 1):
                for one in found:
                    st.markdown(f"{plain(one.told, 600)}  \n:small[{plain(grounds(one.row))}]")


def _close_passage() -> None:
    st.query_params.pop("at", None)


def _found(report: Report, collection: str) -> tuple[str, list[Finding]]:
    """The tables: the name of the one that is shown, and the findings that are ticked in it."""
    st.subheader(told.FOUND, anchor=False)
    name = section(report)
    ticked = listed(report, name)
    findings = FINDERS[name](report)
    picked = [findings[row] for row in ticked]
    if name == "repairs":
        _undoing(report, collection, ticked)
    return name, picked


def _undoing(report: Report, collection: str, ticked: list[int]) -> None:
    """The buttons that take repairs back."""
    edits = report.article.edits
    if not edits:
        return
    if _read_only(collection):
        st.caption(told.UNDO_READ_ONLY)
        return
    with st.container(horizontal=True):
        label = told.undo_some(len(ticked))
        st.button(label, disabled=not ticked, icon=":material/undo:", on_click=_undo, args=(report, collection, ticked))
        everything = list(range(len(edits)))
        st.button(told.UNDO_ALL, icon=":material/undo:", on_click=_undo, args=(report, collection, everything))


def _undo(report: Report, collection: str, undone: list[int]) -> None:
    """Read the article again without these repairs, in the place of the report that is stored."""
    with st.spinner(told.UNDOING):
        outcome = _read_again(without(report.article, undone))
    if isinstance(outcome, Refusal):
        st.error(plain(told.UNDO_FAILED.format(detail=outcome.detail or outcome.reason), 600))
        return
    store.save(archive(collection), outcome)
    close_drawer()
    _close_passage()
    st.toast(told.undone(len(undone)), icon=":material/undo:")


def _read_again(article: Article) -> Report | Refusal:
    # Imported here: the parser takes two seconds and 250 MB, and reading an article needs neither.
    from onrecord.knowledge.tools import load_tools
    from onrecord.pipeline import analyse_many

    (outcome,) = analyse_many([article], load_tools())
    return outcome


def _foot(report: Report, collection: str) -> None:
    made_by = report.made_by
    st.caption(plain(told.MADE_BY.format(engine=made_by.engine, model=made_by.model, data=made_by.data)))
    if not _read_only(collection) and st.button(told.REMOVE, type="tertiary", icon=":material/delete:"):
        _remove(report.article, collection)


@st.dialog(told.REMOVE_TITLE, icon=":material/delete:")
def _remove(article: Article, collection: str) -> None:
    st.markdown(f"**{plain(article.title or words.NO_TITLE)}**")
    st.text(told.REMOVE_SURE)
    with st.container(horizontal=True):
        removal = {"on_click": _remove_for_good, "args": (article.id, collection)}
        if st.button(told.REMOVE_YES, type="primary", icon=":material/delete:", **removal):
            st.toast(told.REMOVED, icon=":material/delete:")
            st.rerun()
        if st.button(told.KEEP):
            st.rerun()


def _remove_for_good(article_id: str, collection: str) -> None:
    store.remove(archive(collection), article_id)
    st.query_params.pop("article", None)
    _close_passage()
    close_drawer()


def _read_only(collection: str) -> bool:
    return collection == DEMO and places().hosted

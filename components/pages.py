"""The pages in their order, and links between them that keep the filters."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import words
from components.session import current

ICONS = {
    "overview": ":material/dashboard:",
    "actors": ":material/groups:",
    "matrix": ":material/grid_on:",
    "quotes": ":material/format_quote:",
    "stance": ":material/balance:",
    "outlets": ":material/newspaper:",
    "article": ":material/article:",
    "load": ":material/upload_file:",
    "method": ":material/fact_check:",
}


def all_pages() -> list[StreamlitPage]:
    """Every page whose file is there; the first is where a visit begins."""
    return [_page(name) for name in ICONS if built(name)]


def built(name: str) -> bool:
    """Whether the page has been written."""
    return find_spec(f"components.{name}") is not None


def link(name: str, label: str, **query: str | list[str]) -> None:
    """A link to a page, with its own parameters; the shared filters come along. Nothing where the page is missing."""
    if built(name):
        st.page_link(_page(name), label=label, icon=ICONS[name], query_params=query)


def link_to_text(article_id: str, start: int | None, end: int | None) -> None:
    """A link that opens an article, at a stretch of its text where one is given."""
    at = {} if start is None else {"at": f"{start}-{end}"}
    link("article", words.READ_THERE, article=article_id, **at)


def open_text(article_id: str, at: str) -> NoReturn:
    """Turn to an article, at a stretch of its text."""
    st.switch_page(_page("article"), query_params={"article": article_id, "at": at})


def _page(name: str) -> StreamlitPage:
    return st.Page(_opener(name), title=words.PAGES[name], icon=ICONS[name], url_path=name, default=name == "overview")


def _opener(name: str) -> Callable[[], None]:
    def open_page() -> None:
        # Imported when opened, so that one page's imports never slow another's first sight.
        import_module(f"components.{name}").show(current().filter)

    return open_page

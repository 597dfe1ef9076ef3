"""The app: its pages, the filters that all of them share, and the page that is open."""

from pathlib import Path

import streamlit as st

from components import again, demo, filters, words
from components.pages import all_pages
from components.plain import plain
from components.session import current
from onrecord.errors import OnRecordError

ICON = str(Path(__file__).parent / "components" / "icon.svg")  # a named icon would be fetched from another server
OPEN_AT_ONCE = ("load", "method")  # pages that need no demo


def main() -> None:
    """Draw the page that is open, under the filters."""
    page = st.navigation(all_pages(), position="top")
    session = current()
    session.drawer_open = False
    with st.sidebar:
        session.filter = filters.sidebar()
    if page.url_path not in OPEN_AT_ONCE:
        demo.prepare(session.filter.collection)
    with st.container():  # one place, which demo.prepare clears
        demo.notice(session.filter.collection)
        again.offer_reading_again(session.filter.collection)
        page.run()


st.set_page_config(page_title=words.NAME, page_icon=ICON, layout="wide")
try:
    main()
except OnRecordError as error:  # made for people: it says what to do
    st.error(plain(error, limit=2_000), icon=":material/error:")

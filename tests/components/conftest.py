"""The app under AppTest, over archives of invented articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import demo
from onrecord.records import Report
from onrecord.store.archive import save
from tests.components.invented import reports
from tests.components.reader import Open, run, turn

APP = Path(__file__).parents[2] / "app.py"
SECONDS = 60  # for a run of the app on a busy machine


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own, in which the demo counts as read."""
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    monkeypatch.delenv("ONRECORD_HOSTED", raising=False)
    (tmp_path / "demo.read.txt").write_text(demo.signature(), "utf8")
    yield tmp_path
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def corpus(home: Path) -> list[Report]:
    """Fourteen invented articles as the demo."""
    made = reports(14)
    for report in made:
        save(home / "demo.sqlite", report)
    return made


@pytest.fixture
def open_page(home: Path) -> Open:
    """Open a page by name, with query parameters; the app's first run is done and did not fail."""

    def open_it(name: str = "overview", /, **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=SECONDS)
        turn(app, name)
        for key, value in query.items():
            app.query_params[key.rstrip("_")] = value  # from_ stands for the parameter `from`
        return run(app)

    return open_it

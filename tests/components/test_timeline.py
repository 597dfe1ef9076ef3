"""Bars over time when there are more outlets than colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from components import words
from components import words_pages as told
from components.timeline import MOST_OUTLETS
from onrecord.store.archive import save
from tests.components.invented import report
from tests.components.reader import Open, pick, shown


@pytest.fixture
def many_outlets(home: Path) -> int:
    """Twelve articles of one day, each of another outlet, and a second one of the first."""
    for n in range(12):
        save(home / "demo.sqlite", report(0, outlet=f"Demo Outlet {n:02}", identity=f"article{n}"))
    save(home / "demo.sqlite", report(0, outlet="Demo Outlet 00", identity="second"))
    return 12


def test_smaller_outlets_are_drawn_as_one(many_outlets: int, open_page: Open) -> None:
    app = open_page("overview")
    (bars,) = [table.value for table in app.dataframe if "outlet_name" in table.value]
    assert len(bars) == MOST_OUTLETS + 1
    assert bars.set_index("outlet_name")["n"][told.OTHER_OUTLETS] == many_outlets - MOST_OUTLETS


def test_what_is_drawn_as_one_opens_under_its_own_names(many_outlets: int, open_page: Open) -> None:
    app = open_page("overview")
    (bars,) = [table.value for table in app.dataframe if "outlet_name" in table.value]
    others = bars[bars["outlet_name"] == told.OTHER_OUTLETS].iloc[0]
    text = shown(pick(app, "articles over time", others["key"]))
    assert words.evidence_count("article", many_outlets - MOST_OUTLETS, many_outlets - MOST_OUTLETS) in text
    assert "Demo Outlet 11" in text

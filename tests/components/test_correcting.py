"""Two actors made one by hand in a real browser: the number in a chart changes, and changes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from components import words
from components import words_corrections as told
from components.demo import signature
from onrecord.store.archive import save
from onrecord.store.correcting import corrections
from onrecord.store.figures import actor_table
from onrecord.store.frames import Filter, rows
from tests.components.invented import reports
from tests.components.served import Visit, needs_chromium, server, visit

pytestmark = [pytest.mark.browser, needs_chromium]

BARS = "[data-testid=stVegaLiteChart] svg path[aria-roledescription]"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for report in reports(14):
        save(tmp_path / "demo.sqlite", report)
    (tmp_path / "demo.read.txt").write_text(signature(), "utf8")
    return tmp_path


@pytest.fixture
def visiting(home: Path) -> Iterator[Visit]:
    with server(home) as address, visit(address) as window:
        yield window


def passages(home: Path, name: str) -> int:
    """How many passages speak of the actor, as the chart of the Overview counts them."""
    table = actor_table(rows(home / "demo.sqlite", Filter())).set_index("actor_name")
    return int(table.loc[name, "n"] + table.loc[name, "abstained"])


def in_chart(visiting: Visit, name: str, n: int) -> None:
    """Wait until the chart of the Overview has a bar of this actor with this number."""
    visiting.open("")
    visiting.page.locator(f'{BARS}[aria-label*="{name}: {words.counted(n, "passage")}"]').first.wait_for(
        state="attached"
    )


def test_merged_actors_are_one_bar_in_the_chart_and_two_again_after_undo(visiting: Visit, home: Path) -> None:
    page = visiting.page
    keel, veltin = passages(home, "Doran Keel"), passages(home, "Mara Veltin")
    in_chart(visiting, "Mara Veltin", veltin)
    in_chart(visiting, "Doran Keel", keel)

    visiting.open("actors", who="Doran Keel")
    page.get_by_role("button", name=told.CORRECT, exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Mara Veltin").click()
    dialog.get_by_role("button", name=told.DO["merge"]).click()
    page.get_by_role("heading", name="Mara Veltin").wait_for()
    page.get_by_text("Doran Keel is counted as Mara Veltin").wait_for()
    visiting.settled()

    in_chart(visiting, "Mara Veltin", keel + veltin)
    assert page.locator(f'{BARS}[aria-label*="Doran Keel"]').count() == 0

    visiting.open("actors")
    page.get_by_text(told.corrections_made(1)).click()
    page.get_by_role("button", name=told.UNDO_LAST).click()
    page.get_by_text(told.corrections_made(0)).wait_for()
    assert corrections(home / "demo.sqlite") == []
    in_chart(visiting, "Mara Veltin", veltin)
    in_chart(visiting, "Doran Keel", keel)
    assert visiting.strangers() == set()

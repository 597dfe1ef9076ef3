"""A reader's hand on the screens, in a real browser: marks and rows open their sentences, and nothing jumps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import TimeoutError as Waited

from components import words, words_evidence
from components import words_quotes as told
from components.demo import signature
from components.words_article import FOUND_THERE
from onrecord.store.archive import save
from onrecord.store.figures import stance_matrix
from onrecord.store.frames import Filter, rows
from tests.components.invented import reports
from tests.components.served import Visit, needs_chromium, server, visit

pytestmark = [pytest.mark.browser, needs_chromium]

CELLS = "[data-testid=stVegaLiteChart] svg path[aria-roledescription='rect mark']"
DRAWER = "[role=dialog]"
IN_SIGHT = """part => {
    const box = part.getBoundingClientRect();
    return part.contains(document.elementFromPoint(box.x + box.width - 1, box.y + box.height / 2));
}"""
IN_THE_BOX = """pointer => {
    const box = pointer.closest(".or-scroll").getBoundingClientRect(), at = pointer.getBoundingClientRect();
    return box.top <= at.top && at.bottom <= box.bottom;
}"""
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.fixture(scope="module")
def visiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A window on an app that holds the invented articles as its demo."""
    home = tmp_path_factory.mktemp("clicking")
    for report in reports(14):
        save(home / "demo.sqlite", report)
    (home / "demo.read.txt").write_text(signature(), "utf8")
    with server(home) as address, visit(address) as window:
        window.cell = stance_matrix(rows(home / "demo.sqlite", Filter()), "actor").iloc[0]  # type: ignore[attr-defined]
        yield window


def click_cell(visiting: Visit, label: str) -> None:
    """Click the cell of the matrix whose accessible name holds the label, once the chart has been drawn anew."""
    cell = visiting.page.locator(f'{CELLS}[aria-label*="{label}"]')
    for _ in range(5):
        cell.click(force=True)  # its printed figures lie on top of it and count as it
        try:
            visiting.page.wait_for_selector(DRAWER, timeout=5_000)
        except Waited:  # a chart that is being drawn anew takes no clicks yet
            continue
        return
    raise AssertionError(f"no drawer opened for {label}")


def tick_first(visiting: Visit, table: Any) -> None:
    """Tick the first row of a table, which is a canvas: once nothing above it moves it any more."""
    table.scroll_into_view_if_needed()
    box, seen = table.bounding_box(), None
    while box != seen:
        visiting.page.wait_for_timeout(250)
        box, seen = table.bounding_box(), box
    visiting.page.mouse.move(box["x"] + 16, box["y"] + 52)
    visiting.page.wait_for_timeout(250)
    visiting.page.mouse.down()
    visiting.page.mouse.up()


def close(visiting: Visit) -> None:
    """Close the drawer from the keyboard."""
    visiting.page.keyboard.press("Escape")
    visiting.page.wait_for_selector(DRAWER, state="detached")
    visiting.settled()


def test_clicked_cell_opens_as_many_sentences_as_it_counts(visiting: Visit) -> None:
    cell = visiting.cell  # type: ignore[attr-defined]
    visiting.open("matrix")
    click_cell(visiting, f"{cell['holder_name']} towards {cell['target_name']}")
    drawer = visiting.page.locator(DRAWER)
    drawer.get_by_text(words_evidence.evidence_count("stance", int(cell["n"]), int(cell["n_articles"]))).wait_for()
    sentences = drawer.locator("[data-testid=stText]")
    sentences.nth(int(cell["n"]) - 1).wait_for()
    assert sentences.count() == cell["n"]
    close(visiting)


def test_same_cell_opens_again_after_its_drawer_was_closed(visiting: Visit) -> None:
    cell = visiting.cell  # type: ignore[attr-defined]
    visiting.open("matrix")
    for _ in range(2):
        click_cell(visiting, f"{cell['holder_name']} towards {cell['target_name']}")
        close(visiting)


def test_page_stays_where_it_was_when_the_drawer_closes(visiting: Visit) -> None:
    page = visiting.page
    visiting.open("")  # the first page has no name in its address
    page.wait_for_selector("[data-testid=stVegaLiteChart] svg")
    table = page.locator("[data-testid=stDataFrame]").last
    tick_first(visiting, table)
    before = page.evaluate(SCROLLED)
    assert before > 0
    page.wait_for_selector(DRAWER)
    close(visiting)
    assert page.evaluate(SCROLLED) == before


def test_address_restores_the_filters_and_the_next_page_keeps_them(visiting: Visit) -> None:
    page = visiting.page
    visiting.open("quotes", outlet="Demo Wire North", **{"from": "2022-02-01"})
    page.get_by_text(words.under(3, 14)).wait_for()
    page.get_by_role("link", name=words.PAGES["matrix"]).click()
    page.get_by_role("heading", name=words.PAGES["matrix"]).wait_for()
    visiting.settled()
    assert "outlet=Demo+Wire+North" in page.evaluate("location.search")
    page.get_by_text(words.under(3, 14)).wait_for()


def test_evidence_leads_to_its_place_in_the_article(visiting: Visit) -> None:
    cell = visiting.cell  # type: ignore[attr-defined]
    visiting.open("matrix")
    click_cell(visiting, f"{cell['holder_name']} towards {cell['target_name']}")
    visiting.page.locator(f"{DRAWER} [data-testid=stPageLink] a").first.click()
    visiting.page.wait_for_url("**/article?**article=invented*")
    visiting.page.wait_for_selector(DRAWER, state="detached")


def test_row_of_the_list_opens_its_article_at_the_quote_and_the_way_back_keeps_the_list(visiting: Visit) -> None:
    page = visiting.page
    visiting.open("quotes", outlet="Demo Wire North", claim="denied")
    tick_first(visiting, page.locator("[data-testid=stDataFrame]").first)
    page.wait_for_url("**/article?**at=**")
    pointer = page.locator(".or-scroll .or-here")
    pointer.wait_for()
    assert pointer.evaluate(IN_THE_BOX)
    rule = page.get_by_text("rule: quotation marks")
    assert not rule.is_visible()
    page.get_by_text(FOUND_THERE.format(n=2)).click()
    rule.wait_for()
    page.get_by_role("link", name=told.BACK).click()
    page.wait_for_url("**/quotes?**claim=denied**")
    visiting.settled()
    assert "outlet=Demo+Wire+North" in page.evaluate("location.search")


def test_no_page_asks_another_host(visiting: Visit) -> None:
    for name in ("", "actors", "matrix", "quotes", "stance"):
        visiting.open(name)
        visiting.page.wait_for_selector("[data-testid=stVegaLiteChart] svg, [data-testid=stDataFrame]")
    assert visiting.strangers() == set()


def test_day_chosen_in_the_sidebar_can_be_read_whole(visiting: Visit) -> None:
    visiting.open("quotes", **{"from": "2022-02-01"})
    field = visiting.page.get_by_test_id("stDateInput").first
    parts = field.get_by_role("spinbutton")
    parts.first.wait_for()
    assert parts.count() == 3  # year, month and day
    assert all(part.evaluate(IN_SIGHT) for part in parts.all())

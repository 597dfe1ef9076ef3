"""The pages in a narrow window, in a real browser: halves go one below the other, and no word of a chart is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest

from components.demo import signature
from onrecord.store.archive import save
from tests.components.invented import reports
from tests.components.served import Visit, needs_chromium, server, visit

pytestmark = [pytest.mark.browser, needs_chromium]

LAPTOP, NARROW = 1280, 770  # pixels a window is wide; in less the sidebar lies over the page
PAGES = {"": 3, "quotes": 2, "actors": 3}  # pages, by the charts they have in the corpus, as wide as their place
CUT_OFF = """chart => {
    const right = chart.getBoundingClientRect().right + 1;
    return [...chart.querySelectorAll("text")].filter(text => text.getBoundingClientRect().right > right)
        .map(text => text.textContent);
}"""


@pytest.fixture(scope="module")
def visiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A window on an app that holds the invented articles as its demo, with quotes of every kind."""
    home = tmp_path_factory.mktemp("narrow")
    for report in reports(14):
        kinds = zip(report.quotes, cycle(("direct", "mixed", "indirect")), strict=False)
        save(home / "demo.sqlite", replace(report, quotes=[replace(quote, kind=kind) for quote, kind in kinds]))
    (home / "demo.read.txt").write_text(signature(), "utf8")
    with server(home) as address, visit(address) as window:
        yield window


def look(visiting: Visit, name: str, width: int) -> Any:
    """The charts of a page in a window so wide, once all of them are drawn."""
    visiting.page.set_viewport_size({"width": width, "height": 900})
    visiting.open(name, **({"who": "Mara Veltin"} if name == "actors" else {}))
    charts = visiting.page.locator("[data-testid=stVegaLiteChart] svg")
    charts.nth(PAGES[name] - 1).wait_for()
    visiting.page.wait_for_timeout(500)  # a chart is drawn once more when its place has got its width
    return charts


def test_halves_of_the_overview_are_beside_each_other_on_a_laptop_and_stacked_in_a_narrow_window(
    visiting: Visit,
) -> None:
    beside = [chart.bounding_box() for chart in look(visiting, "", LAPTOP).all()[:2]]
    assert beside[0]["x"] + beside[0]["width"] <= beside[1]["x"]
    stacked = [chart.bounding_box() for chart in look(visiting, "", NARROW).all()[:2]]
    assert stacked[0]["y"] + stacked[0]["height"] <= stacked[1]["y"]
    assert stacked[1]["width"] > beside[1]["width"]


@pytest.mark.parametrize("width", [LAPTOP, NARROW])
@pytest.mark.parametrize("name", PAGES)
def test_no_word_of_a_chart_is_cut_off_at_the_right(name: str, width: int, visiting: Visit) -> None:
    for chart in look(visiting, name, width).all():
        assert chart.evaluate(CUT_OFF) == []

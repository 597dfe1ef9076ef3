"""From a pasted text to its quotes on the page, in a real browser, and nothing leaves the machine on the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from components import words_article, words_load
from components.demo import signature
from onrecord.store import archive
from tests.components import harbour
from tests.components.served import Visit, needs_chromium, server, visit

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture(scope="module")
def visiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A window on an app that has nothing but one article of the demo."""
    home = tmp_path_factory.mktemp("pasting")
    archive.save(home / "demo.sqlite", harbour.report("demo"))
    (home / "demo.read.txt").write_text(signature(), "utf8")
    with server(home) as address, visit(address) as window:
        yield window


def test_a_pasted_article_shows_its_quotes_and_a_ticked_one_is_marked(visiting: Visit) -> None:
    page = visiting.page
    visiting.open("load")
    page.locator("textarea").fill(harbour.TEXT)
    page.get_by_role("button", name=words_load.READ_PASTED).click()
    page.get_by_role("link", name="Harbour deal is near").click()
    page.wait_for_selector(".or-scroll .or-said-direct")
    visiting.settled()
    assert "We are ready to talk" in page.locator(".or-said-direct").all_text_contents()[0]
    table = page.locator("[data-testid=stDataFrame]").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.move(box["x"] + 16, box["y"] + 52)  # the box of the first row, on a canvas
    page.wait_for_timeout(250)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_selector(".or-scroll .or-chosen")
    assert visiting.strangers() == set()


def test_a_dropped_piece_opens_in_its_place(visiting: Visit) -> None:
    page = visiting.page
    visiting.open("article", article="demo", layers=[words_article.LAYER_NAMES["repairs"]])
    hidden = page.locator(".or-scroll .or-dropped .or-was")
    assert not hidden.is_visible()
    page.locator(".or-scroll .or-dropped summary").click()
    assert hidden.inner_text() == "Demo Wire North | Menu | Log in"
    assert hidden.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_can_be_told_from_the_ground_in_light_and_dark(visiting: Visit, scheme: str) -> None:
    """The ink is dark on light and light on dark, and so are the grounds of quotes and of what is chosen."""
    page = visiting.page
    page.emulate_media(color_scheme=scheme)
    visiting.open("article", article="demo", at="36-57", layers=["Actors", "Quotes", "Tone"])
    page.wait_for_selector(".or-scroll .or-chosen")
    ink = _brightness(page.locator(".or-scroll").evaluate("e => getComputedStyle(e).color"))
    looks = (".or-said-direct", ".or-tone-negative", ".or-tone-positive", ".or-chosen")
    for look in looks:
        ground = page.locator(f".or-scroll {look}").first.evaluate("e => getComputedStyle(e).backgroundColor")
        assert _contrast(ink, _brightness(ground)) >= 4.5, (scheme, look)


def _brightness(colour: str) -> float:
    """Relative luminance of rgb(r, g, b), as WCAG defines it."""
    channels = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: float, other: float) -> float:
    bright, dark = max(one, other), min(one, other)
    return (bright + 0.05) / (dark + 0.05)

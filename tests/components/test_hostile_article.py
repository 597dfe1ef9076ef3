"""A hostile article in a real browser: no script runs, nothing of it becomes markup, no other host is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from components import words_article as told
from components.demo import signature
from components.layers import LAYERS
from components.listing import FINDERS
from onrecord import records as r
from onrecord.store import archive
from tests.components import harbour
from tests.components.served import Visit, needs_chromium, server, visit
from tests.components.vectors import VECTORS

pytestmark = [pytest.mark.browser, needs_chromium]

TEXT = "\n".join(f"Mara Veltin {vector} said {vector}." for vector in VECTORS)
ALL_LAYERS = [told.LAYER_NAMES[name] for name in LAYERS]


def _hostile(nth: int) -> r.Report:
    """Everything that a reader sees of it holds the vector, and marks begin and end inside it."""
    vector = VECTORS[nth]
    start = TEXT.index(vector)
    whole, half = r.Span(start, start + len(vector)), r.Span(max(0, start - 6), start + len(vector) // 2 + 1)
    evidence = r.Evidence((whole, half), vector, 0.5)
    actor = r.Actor(f"name:person:{vector}", vector, "person", office=vector, reasons=(r.Reason(vector, vector),))
    party = r.Party(half, actor.id)
    article = r.Article(
        id=f"hostile{nth:02d}", title=vector, text=TEXT, outlet=vector, author=vector, url=vector,
        edits=(r.Edit(0, 0, vector, vector), r.Edit(half.start, half.end, vector, vector)),
    )  # fmt: skip
    return replace(
        harbour.report(),
        article=article,
        actors=(actor,),
        mentions=(r.Mention(half, actor.id, "name"), r.Mention(whole, actor.id, "description")),
        quotes=(r.Quote("q1", (whole,), "mixed", "asserted", party, half, party, (party,), (actor.id,), evidence,
                        vector),),
        tones=(r.Tone(actor.id, whole, actor.id, "neutral", 0.0, r.ToneProbabilities(0.1, 0.8, 0.1), evidence),),
        stances=(r.Stance(actor.id, vector, vector, "opposes", "said", "actual", None,
                          r.StanceProbabilities(0.1, 0.8, 0.1), evidence, "q1"),),
        dates=(r.Scheduled(whole, harbour.report().dates[0].date, vector),),
        cautions=(vector,),
        sentences=(r.Span(0, len(TEXT)),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def visiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A window on an app whose own collection holds one hostile article for each vector."""
    home = tmp_path_factory.mktemp("hostile")
    for nth in range(len(VECTORS)):
        archive.save(home / "mine.sqlite", _hostile(nth))
    (home / "demo.read.txt").write_text(signature(), "utf8")
    with server(home) as address, visit(address) as window:
        yield window


def _assert_harmless(visiting: Visit) -> None:
    page = visiting.page
    assert page.evaluate("window.hit") is None, "a script of the article ran"
    assert not visiting.dialogs
    assert visiting.strangers() == set()
    planted = "script, iframe, form, img, svg, input, style, a, [onerror], [onload], [onmouseover], [onfocus]"
    assert page.locator(f".or-text :is({planted})").count() == 0
    assert page.locator("a[href^='javascript' i], a[href*='tracker'], img[src*='tracker']").count() == 0
    assert page.locator("[data-testid=stApp]").is_visible()


@pytest.mark.parametrize("nth", range(len(VECTORS)), ids=lambda nth: VECTORS[nth][:24])
def test_a_hostile_article_is_shown_and_does_nothing(nth: int, visiting: Visit) -> None:
    visiting.open("article", collection="Mine", article=f"hostile{nth:02d}", at="5-60", layers=ALL_LAYERS)
    page = visiting.page
    page.wait_for_selector(".or-scroll .or-person")
    _assert_harmless(visiting)


def test_every_table_of_a_hostile_article_does_nothing(visiting: Visit) -> None:
    visiting.open("article", collection="Mine", article="hostile00", layers=ALL_LAYERS)
    page = visiting.page
    for name, find in FINDERS.items():
        page.get_by_text(f"{told.SECTIONS[name]} {len(find(_hostile(0)))}", exact=True).click()
        page.get_by_text(told.SECTION_HELP[name].split(".")[0]).wait_for()
        visiting.settled()
    page.locator(".or-dropped summary").first.click()
    _assert_harmless(visiting)


@pytest.mark.parametrize("name", ["overview", "actors", "matrix", "quotes", "stance", "outlets", "load", "method"])
def test_the_other_pages_are_not_harmed_by_hostile_articles(name: str, visiting: Visit) -> None:
    visiting.open(name, collection="Mine")
    visiting.page.wait_for_selector("h1, h2")
    _assert_harmless(visiting)


def test_the_text_shows_the_very_characters_of_the_article(visiting: Visit) -> None:
    visiting.open("article", collection="Mine", article="hostile00", layers=["Dates"])
    shown = visiting.page.locator(".or-scroll").evaluate("e => e.textContent")
    assert shown.replace("⟨U+202E⟩", "\u202e").replace("⟨U+202C⟩", "\u202c") == TEXT


def test_a_link_to_a_passage_brings_it_into_sight(visiting: Visit) -> None:
    start = TEXT.rindex("Mara Veltin")
    visiting.open("article", collection="Mine", article="hostile00", at=f"{start}-{start + 11}")
    page = visiting.page
    box = page.locator(".or-scroll").bounding_box()
    passage = page.locator(".or-chosen").first.bounding_box()
    assert box["y"] <= passage["y"] <= box["y"] + box["height"]

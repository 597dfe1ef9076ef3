"""Repairs taken back: the text is the source's again where they stood, and the others still point at their places."""

from __future__ import annotations

from itertools import chain, combinations

import pytest

from components.repairs import without
from onrecord.records import Article, Edit
from onrecord.text.edits import undo
from tests.components import harbour

# A dropped line, a space put in, a word replaced by a longer one, two drops at one place, and one at the end.
SOURCE = "MENU\nVeltinsaid it. Keeel left.AdOne more.\nThe end. [share]"
TEXT = "Veltin said it. Keel went away. One more.\nThe end."
EDITS = (
    Edit(0, 0, "MENU\n", "masthead"),
    Edit(6, 7, "", "glued words"),
    Edit(16, 31, "Keeel left.", "invented"),
    Edit(31, 31, "Ad", "page button"),
    Edit(31, 32, "", "glued words"),
    Edit(len(TEXT), len(TEXT), " [share]", "page button"),
)
ALL = range(len(EDITS))


def _article() -> Article:
    return Article(id="a", title="t", text=TEXT, edits=EDITS)


def test_the_example_is_sound() -> None:
    assert undo(TEXT, EDITS) == SOURCE


def test_undoing_all_gives_the_source_back() -> None:
    article = without(_article(), ALL)
    assert (article.text, article.edits) == (SOURCE, ())


def test_undoing_none_changes_nothing() -> None:
    assert without(_article(), []) == _article()


@pytest.mark.parametrize("undone", list(chain.from_iterable(combinations(ALL, n) for n in range(1, len(EDITS)))))
def test_the_edits_that_remain_still_lead_back_to_the_source(undone: tuple[int, ...]) -> None:
    article = without(_article(), undone)
    assert len(article.edits) == len(EDITS) - len(undone)
    assert undo(article.text, article.edits) == SOURCE


def test_undoing_one_puts_back_what_stood_there_and_nothing_else() -> None:
    assert without(_article(), [1]).text == TEXT.replace("Veltin said", "Veltinsaid")


def test_the_article_keeps_its_id_and_its_dating_is_found_anew() -> None:
    article = without(harbour.report().article, [0])
    assert article.id == "harbour0"
    assert article.published == harbour.report().article.published
    assert article.written is None

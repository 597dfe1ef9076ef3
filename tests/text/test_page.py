"""The page round an article is dropped, and what it says of the article is kept."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.text import TextWords
from onrecord.text.edits import Draft, undo
from onrecord.text.page import Page, clean_page

HEADLINE = "Veltin warns Keel of ‘hard answer’ over the dam"
BODY = "The president of Ostravia, Mara Veltin, warned her neighbour on Thursday that the dam would be closed.\n"


def _cleaned(source: str, words: TextWords) -> Page:
    page = clean_page(Draft(source), words.debris)
    assert undo(page.draft.text, page.draft.edits) == source
    return page


def test_date_masthead_and_doubled_headline_go_and_are_kept_as_facts(words: TextWords) -> None:
    straight = HEADLINE.replace("‘", "'").replace("’", "'")
    page = _cleaned(
        f"August 7, 2022\n\nRiver Collective\n\nThe Whole Coast At One Glance\n\n{straight}\n\n{HEADLINE}\n\n{BODY}",
        words,
    )
    assert page.draft.text == f"{HEADLINE}\n\n{BODY}"
    assert page.title == HEADLINE
    assert page.published == date(2022, 8, 7)
    assert [edit.rule for edit in page.draft.edits] == ["page date", "masthead", "masthead", "doubled headline"]


def test_the_copy_of_a_headline_with_the_outlet_behind_it_goes(words: TextWords) -> None:
    page = _cleaned(f"{HEADLINE} | Coast Wire\n\n{HEADLINE}\n\n{BODY}", words)
    assert page.draft.text == f"{HEADLINE}\n\n{BODY}"
    page = _cleaned(f"{HEADLINE}\n{HEADLINE} - Coast Wire\n\n{BODY}", words)
    assert page.draft.text == f"{HEADLINE}\n{BODY}"


def test_a_masthead_over_a_single_headline_goes_when_a_date_went(words: TextWords) -> None:
    page = _cleaned(f"Coast Daily News\n\n7 August 2022\n\n{HEADLINE}\n\n{BODY}", words)
    assert page.draft.text == f"{HEADLINE}\n\n{BODY}"
    text = f"Coast Daily News\n\n{HEADLINE}\n\n{BODY}"
    assert _cleaned(text, words).draft.text == text


def test_a_single_headline_stays_and_is_the_title(words: TextWords) -> None:
    page = _cleaned(f"{HEADLINE}\n\n{BODY}", words)
    assert (page.title, page.draft.edits) == (HEADLINE, ())


def test_a_text_without_headline_has_no_title(words: TextWords) -> None:
    assert _cleaned(BODY, words).title == ""


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("August 7, 2022", date(2022, 8, 7)),
        ("7 Aug. 2022", date(2022, 8, 7)),
        ("Sunday, August 7th, 2022", date(2022, 8, 7)),
        ("2022-08-07", date(2022, 8, 7)),
        ("07.08.2022", date(2022, 8, 7)),
        ("Published: 7 August 2022 at 14:05 GMT", date(2022, 8, 7)),
        ("Last updated on August 7, 2022", None),
        ("Posted on Aug 7, 2022 3:15 p.m.", date(2022, 8, 7)),
        ("2022-08-07T14:05:00Z", date(2022, 8, 7)),
        ("February 31, 2022", None),
        ("08/07/2022", None),
        ("August 2022", None),
        ("Talks set for August 7, 2022", None),
    ],
)
def test_a_date_line_states_a_day_and_nothing_else(line: str, stated: date | None, words: TextWords) -> None:
    page = _cleaned(f"{line}\n\n{HEADLINE}\n\n{BODY}", words)
    assert page.published == stated
    assert (line in page.draft.text) == (stated is None)


def test_of_three_copies_of_a_headline_one_stays(words: TextWords) -> None:
    page = _cleaned(f"{HEADLINE} - Coast Wire\n\n{HEADLINE}\n\n{HEADLINE}\n\n{BODY}", words)
    assert page.draft.text == f"{HEADLINE}\n\n{BODY}"


def test_the_credit_of_a_photograph_is_no_title(words: TextWords) -> None:
    assert _cleaned(f"Lenn Aster/Coast Images Ltd\n\n{BODY}", words).title == ""


def test_a_date_further_down_stays(words: TextWords) -> None:
    text = f"{HEADLINE}\n\n{BODY}\nAugust 7, 2022\n\n{BODY}"
    assert _cleaned(text, words).draft.text == text


def test_a_byline_goes_and_names_the_author(words: TextWords) -> None:
    page = _cleaned(f"{HEADLINE}\n\nBy Lenn Aster and Oda Brunnik\n\n{BODY}", words)
    assert page.draft.text == f"{HEADLINE}\n\n{BODY}"
    assert page.author == "Lenn Aster and Oda Brunnik"
    page = _cleaned(f"{HEADLINE}\n\nLenn Aster, Coast Press\n\n{BODY}", words)
    assert (page.draft.text, page.author) == (f"{HEADLINE}\n\n{BODY}", "Lenn Aster")
    standfirst = f"{HEADLINE}\n\nBy the river nothing has changed\n\n{BODY}"
    assert _cleaned(standfirst, words).draft.text == standfirst

"""Links, notices and buttons of the page go; sentences stay, whatever words they begin with."""

from __future__ import annotations

import pytest

from onrecord.text import TextWords
from onrecord.text.edits import Draft, undo
from onrecord.text.page import clean_page

FIRST = "The president of Ostravia, Mara Veltin, warned her neighbour on Thursday that the dam would be closed."
LAST = "Her neighbour, Doran Keel, said on Friday that he had heard worse, and that the dam would stay open."


def _between(lines: str, words: TextWords) -> str:
    source = f"{FIRST}\n\n{lines}\n\n{LAST}"
    draft = clean_page(Draft(source), words.debris).draft
    assert undo(draft.text, draft.edits) == source
    return draft.text


@pytest.mark.parametrize(
    "lines",
    [
        'See also  Lenn Aster: "The river has no owner"',
        "See also Ten recipes for cold days",
        "READ MORE: Is the dam safe?",
        "Read more: Keel's party splits over the dam",
        "READ MORE Keel’s party splits",
        "Read also\nKeel's party splits over the dam",
        "• Related: Who owns the river?",
        "Related Articles",
        "[Read more: Keel speaks]",
        "WATCH: Snow falls on the dam",
        "Advertisement",
        "ADVERTISEMENT\n\nStory continues below advertisement",
        "Share this article",
        "Share\nTweet\nEmail\nWhatsApp",
        "Sign up for our newsletter",
        "Sign up for our daily newsletter to get the river in your inbox every morning.",
        "© 2022 Coast Wire. All rights reserved.",
        "Copyright 2022 Coast Wire",
        "All rights reserved",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Follow us on Facebook and Telegram",
    ],
)
def test_debris_between_paragraphs_goes(lines: str, words: TextWords) -> None:
    assert _between(lines, words) == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "lines",
    [
        "See also the treaty of 1998, which Veltin quoted at length.",
        "Read more books, his mother used to say.",
        "“Read more: it helps,” his mother used to say.",
        "Related to the old king, she has a claim of her own.",
        "Related questions were put off",
        "Share this burden with us, Keel asked the neighbours.",
        "Advertisement budgets rose by a tenth, the ministry said.",
        "Sign up, Veltin told the young, for the guard.",
        "More: that is what both sides want.",
        "Twitter",
        "no easy way back",
        "All rights reserved to the king in 1881 went to parliament in 1920, Keel said in a long speech.",
        "Watch what they do, not what they say, Aster told the envoys.",
    ],
)
def test_lines_of_the_article_stay(lines: str, words: TextWords) -> None:
    assert _between(lines, words) == f"{FIRST}\n\n{lines}\n\n{LAST}"


@pytest.mark.parametrize("link", [" READ MORE: Snow on the dam", "See also  Ten lakes", " Read more: Is it safe?"])
def test_a_link_at_the_end_of_a_paragraph_is_cut_off(link: str, words: TextWords) -> None:
    assert _between(f"“It rained.”{link}", words) == f"{FIRST}\n\n“It rained.”\n\n{LAST}"


@pytest.mark.parametrize("end", [" See also the treaty", " Read more books", " See also Chapter 3 of the treaty."])
def test_a_sentence_that_begins_like_a_link_is_not(end: str, words: TextWords) -> None:
    assert _between(f"It rained.{end}", words) == f"{FIRST}\n\nIt rained.{end}\n\n{LAST}"


def test_debris_at_the_end_goes_with_its_blank_lines(words: TextWords) -> None:
    draft = clean_page(Draft(f"{FIRST}\n\nRelated stories\n\nShare this\n\n"), words.debris).draft
    assert draft.text == f"{FIRST}\n\n"


def test_a_headline_that_begins_like_a_label_stays(words: TextWords) -> None:
    page = clean_page(Draft(f"Analysis: who owns the river\n\n{FIRST}"), words.debris)
    assert page.title == "Analysis: who owns the river"
    assert page.draft.edits == ()

"""What is not a quote: scare quotes, titles, slogans, labels, wishes, hypotheses, deeds."""

from __future__ import annotations

import pytest

from tests.stages.conftest import Tell


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “peace bridge” was shut on Monday.",
        "His book, “The Long Road Home,” was read by many.",
        "They marched under the slogan “Bread and peace” for hours.",
        "Doran Keel would say that the bridge was safe.",
        "Doran Keel did not say that the bridge was safe.",
        "If Doran Keel says that the bridge is safe, people will cross it.",
        "Doran Keel wants to say that the bridge is safe.",
        "Many people think that the bridge is safe.",
        "You might say that the bridge is safe.",
        "The alleged plot was never proved.",
        "Doran Keel won’t say what he saw.",
        "Karsovia attacked the bridge on Monday.",
        "READ MORE: The bridge is shut for good",
        "A senior official asked not to be named.",
        "Note that the bridge is shown from above.",
        "When asked which bridge was safer, being old as it was, Doran Keel didn’t hesitate.",
        "Common belief says the bridge is haunted.",
        "Doran Keel found the old bridge particularly useful.",
        "Some users have been denied the service because they could not pay.",
        "The league kept its image intact, denying the best seats to the general public.",
        "Karsovia responded a couple minutes later when Aster recorded his first goal.",
        "The 17-second spot says much about the bridge as it continues on its course.",
    ],
)
def test_this_is_no_quote(tell: Tell, text: str) -> None:
    assert tell(text) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", '"', "“”", "'" * 40, "Tarvos", "....", "“\n“\n“", "\u201d said"])
def test_a_text_without_words_gives_no_quotes_and_no_error(tell: Tell, text: str) -> None:
    assert tell(text) == []

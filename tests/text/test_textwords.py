"""The word lists load quickly and know what they are asked for."""

from __future__ import annotations

import pytest

from onrecord.knowledge.textwords import load_text_words


@pytest.mark.parametrize("word", ["conversation", "Position", "said", "the", "annexed", "talks"])
def test_english_words_are_known(word: str) -> None:
    assert load_text_words().knows(word)


@pytest.mark.parametrize("word", ["mc", "ry", "tion", "nt", "ly", "com", "mac", "i"])
def test_stumps_of_words_are_not(word: str) -> None:
    assert not load_text_words().knows(word)


def test_names_are_known_by_the_end_that_tells_them() -> None:
    words = load_text_words()
    assert words.ends_name("Ukraine")
    assert words.ends_name("States")
    assert not words.ends_name("United")
    assert "United States" in words.name_pairs
    assert "Russian" in words.lands


def test_no_list_of_words_holds_a_truth_value() -> None:
    words = load_text_words()
    listed = [words.starters, words.followers, words.short_words, words.debris.lines, words.debris.buttons]
    assert all(isinstance(word, str) for group in listed for word in group)
    assert {"on", "no", "off"} <= words.short_words


def test_debris_is_listed_in_lower_case() -> None:
    debris = load_text_words().debris
    groups = [debris.links, debris.links_with_colon, debris.lines, debris.beginnings, debris.endings, debris.buttons]
    assert [word for group in groups for word in group if word != word.lower()] == []

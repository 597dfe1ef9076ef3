"""The word lists in data/ say everything once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.knowledge.data import read_yaml


def lists_in(value: Any, where: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a file, with its place."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists_in(inner, f"{where} > {key}")
    elif isinstance(value, list):
        yield where, [word for word in value if isinstance(word, str)]


FILES = ("acts.yaml", "attitudes.yaml", "debris.yaml", "reporting_verbs.yaml", "role_nouns.yaml")


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_in_one_list(name: str) -> None:
    lists = list(lists_in(read_yaml(name), name))
    assert len(lists) > 3
    twice = {where: [word for word, count in Counter(words).items() if count > 1] for where, words in lists}
    assert {where: words for where, words in twice.items() if words} == {}

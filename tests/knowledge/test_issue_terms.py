"""What an analyst writes into data/issues.yaml is taken, or refused with what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.errors import DataError
from onrecord.knowledge import stance_words


def row(**more: Any) -> list[dict[str, Any]]:
    """An issue of one term."""
    return [
        {"id": "dam", "name": "The dam", "statement": "the dam should stand", "terms": [{"anchor": ["dam"], **more}]}
    ]


def test_a_term_does_nothing_that_it_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stance_words, "read_yaml", lambda name: row(does=True))
    ((term,),) = (issue.terms for issue in stance_words.load_issues())
    assert (term.does, term.noun, term.sense) == (True, False, 1)


@pytest.mark.parametrize("name", ["does", "noun"])
def test_what_is_neither_true_nor_false_is_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(stance_words, "read_yaml", lambda _: row(**{name: "maybe"}))
    with pytest.raises(DataError, match=f"{name}: 'maybe', which is neither true nor false"):
        stance_words.load_issues()

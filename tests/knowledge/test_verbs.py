"""The reporting words: enough of them, each with a frame that makes sense."""

from __future__ import annotations

import pytest

from onrecord.errors import DataError
from onrecord.knowledge import verbs
from onrecord.knowledge.verbs import load_verbs


def test_there_are_350_verbs_and_60_nouns() -> None:
    words = load_verbs()
    assert len(words.verbs) + sum(map(len, words.phrasal.values())) >= 350
    assert len(words.nouns) >= 60


def test_a_frame_tells_claim_addressee_and_distance() -> None:
    warn = load_verbs().verbs["warn"]
    assert (warn.claim, warn.claim_of("object-infinitive"), warn.to, warn.distance) == (
        "asserted", "demanded", "object", "emphatic",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "distance"),
    [
        ("say", "neutral"),
        ("claim", "distancing"),
        ("admit", "factive"),
        ("vow", "emphatic"),
        ("point out", "factive"),
        ("zzz", None),
    ],
)
def test_distance_is_looked_up_by_lemma(verb: str, distance: str | None) -> None:
    assert load_verbs().distance_of(verb) == distance


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"takes": ["gesture"]}, "gesture"),
        ({"takes": ["that"], "claim": "shouted"}, "shouted"),
        ({"takes": ["that"], "to": "beside"}, "beside"),
        ({"takes": ["that"], "colour": "red"}, "takes"),
        ({}, "takes"),
        ("that", "takes"),
    ],
)
def test_a_wrong_frame_is_refused_with_its_word_named(row: object, word: str) -> None:
    with pytest.raises(DataError, match=rf"mumble.*{word}"):
        verbs._frame("mumble", row)

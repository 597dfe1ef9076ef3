"""Corrections that make no sense are refused with a sentence; actors by hand get ids of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import BadCorrection
from onrecord.limits import ALIASES_OF_A_CORRECTION, TITLE_CHARACTERS
from onrecord.store import corrections as c
from onrecord.store.correcting import correct, corrections, undo
from onrecord.store.frames import Filter, rows
from tests.store.corrected_corpus import BOARD, fill, person, same


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (lambda: c.merge(person(0), replace(person(1), kind="place")), "which does not act"),
        (lambda: c.rename(person(0), "  "), "a name is empty"),
        (lambda: c.rename(person(0), "x" * 501), "longer than 500"),
        (lambda: c.drop(replace(person(0), id="x" * 501)), "longer than 500"),
        (lambda: c.new(person(0), ["Finch"]), "begins with hand:"),
        (lambda: c.new(BOARD, []), "which names it means"),
        (lambda: c.new(BOARD, [f"Name {n}" for n in range(ALIASES_OF_A_CORRECTION + 1)]), "names at most"),
        (lambda: c.Correction("merge", person(0)), "which other actor"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused_with_a_sentence(wrong, why: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadCorrection, match=why):
        wrong()


def test_a_circle_of_merges_is_refused_with_a_sentence(filled: Path) -> None:
    correct(filled, c.merge(person(0), person(1)))
    correct(filled, c.merge(person(1), person(2)))
    with pytest.raises(c.BadCorrection, match="Person 02 and Person 00 are one actor already"):
        correct(filled, c.merge(person(2), person(0)))
    with pytest.raises(c.BadCorrection, match="Person 00 is counted as Person 02 already: undo that first"):
        correct(filled, c.merge(person(0), person(3)))


def test_a_merge_into_a_dropped_actor_is_refused_with_a_sentence(filled: Path) -> None:
    correct(filled, c.drop(person(1)))
    before = rows(filled, Filter())
    with pytest.raises(c.BadCorrection, match="Person 01 has been set aside as not an actor, and cannot be joined"):
        correct(filled, c.merge(person(0), person(1)))
    assert same(rows(filled, Filter()), before)


def test_new_actors_get_ids_that_nobody_has() -> None:
    first = c.by_hand("Nets Board", "organisation", None, [])
    assert first.id == "hand:organisation:nets-board"
    assert c.by_hand("nets board", "organisation", None, [first.id]).id == "hand:organisation:nets-board-2"


def test_archive_with_an_actor_by_hand_of_the_longest_name_can_be_read_and_undone(path: Path) -> None:
    fill(path)
    longest = c.by_hand("Harbour " + "x" * (TITLE_CHARACTERS - len("Harbour ")), "person", None, [])
    correct(path, c.new(longest, ["harbour"]))
    (kept,) = corrections(path)
    assert kept.correction.actor == longest
    assert kept.articles > 0
    assert undo(path, kept.number) == [kept.correction]


def test_longest_names_that_begin_alike_get_ids_of_their_own() -> None:
    first = c.by_hand("x" * TITLE_CHARACTERS, "person", None, [])
    assert c.by_hand("x" * (TITLE_CHARACTERS - 1), "person", None, [first.id]).id == f"{first.id}-2"

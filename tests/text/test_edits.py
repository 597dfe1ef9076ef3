"""Changes compose, and undoing them all gives the source back."""

from __future__ import annotations

import random

from onrecord.records import Edit
from onrecord.text.edits import Change, Draft, revise, undo


def _random_changes(text: str, chance: random.Random) -> list[Change]:
    changes, position = [], 0
    while position < len(text) and chance.random() < 0.9:
        start = position + chance.randint(0, 4)
        end = start + chance.randint(0, 3)
        if end > len(text):
            break
        new = "".join(chance.choices("xyz ", k=chance.randint(0, 3)))
        changes.append(Change(start, end, new, chance.choice(["one rule", "another"])))
        position = end + 1
    return changes


def test_undoing_any_number_of_steps_gives_the_source_back() -> None:
    chance = random.Random(7)
    for _ in range(3_000):
        source = "".join(chance.choices("abc \n", k=chance.randint(0, 40)))
        draft = Draft(source)
        for _ in range(chance.randint(1, 5)):
            draft = revise(draft, _random_changes(draft.text, chance))
        assert undo(draft.text, draft.edits) == source


def test_edits_stay_in_order_and_inside_the_text() -> None:
    chance = random.Random(8)
    for _ in range(1_000):
        draft = Draft("".join(chance.choices("abc \n", k=40)))
        for _ in range(4):
            draft = revise(draft, _random_changes(draft.text, chance))
        places = [place for edit in draft.edits for place in (edit.start, edit.end)]
        assert places == sorted(places)
        assert all(0 <= place <= len(draft.text) for place in places)


def test_a_change_over_an_earlier_edit_keeps_the_first_source() -> None:
    draft = revise(Draft("one two three"), [Change(4, 7, "2", "figure")])
    draft = revise(draft, [Change(3, 6, "", "dropped")])
    assert draft == Draft("onethree", (Edit(3, 3, " two ", "dropped"),))


def test_a_change_back_to_the_source_leaves_no_edit() -> None:
    draft = revise(Draft("colour"), [Change(4, 5, "", "american")])
    assert revise(draft, [Change(3, 5, "our", "british")]) == Draft("colour")


def test_neighbours_that_only_touch_stay_two_edits() -> None:
    draft = revise(Draft("ab cd"), [Change(0, 2, "", "first"), Change(2, 3, "-", "second")])
    assert [(edit.source, edit.rule) for edit in draft.edits] == [("ab", "first"), (" ", "second")]


def test_no_change_gives_the_same_draft() -> None:
    draft = Draft("as it was")
    assert revise(draft, []) is draft

"""The list of corrections: in what order, what rests on what, and that the archive is always what the list says."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.errors import BadCorrection, ReadOnlyArchive
from onrecord.limits import CORRECTIONS
from onrecord.records import Actor
from onrecord.store import archive
from onrecord.store import corrections as c
from onrecord.store.correcting import correct, correct_all, corrections, undo
from onrecord.store.frames import Filter, rows
from onrecord.store.places import session_places
from tests.store.corrected_corpus import BOARD, fill, person, same
from tests.store.invented import plain_report


def kinds(path: Path) -> list[str]:
    return [kept.correction.kind for kept in corrections(path)]


def test_corrections_are_listed_in_their_order_with_their_time_and_what_they_change(path: Path) -> None:
    fill(path)
    made = replace(c.drop(person(1)), made=datetime(2022, 2, 3, tzinfo=UTC))
    correct(path, made)
    correct(path, c.apart(person(2), person(3)))
    first, second = corrections(path)
    assert first.correction == made
    assert first.articles > 0
    assert second.articles == 0


def test_same_correction_is_kept_once(path: Path) -> None:
    fill(path)
    assert correct(path, c.drop(person(1))) > 0
    assert correct(path, c.drop(person(1))) == 0
    assert kinds(path) == ["drop"]


def test_any_correction_can_be_undone_and_the_others_stay(path: Path) -> None:
    fill(path)
    for one in (c.rename(person(0), "Orla Finch"), c.drop(person(1)), c.merge(person(2), person(3))):
        correct(path, one)
    (gone,) = undo(path, corrections(path)[1].number)
    assert gone.kind == "drop"
    assert kinds(path) == ["rename", "merge"]
    actors = set(rows(path, Filter()).mentions["actor"])
    assert person(1).id in actors
    assert person(2).id not in actors


def test_undoing_what_is_not_there_changes_nothing(path: Path) -> None:
    fill(path)
    assert undo(path, 7) == []


def test_undone_name_of_the_articles_uncovers_the_one_that_was_given_before(path: Path) -> None:
    fill(path)
    correct(path, c.rename(person(0), "Orla Finch"))
    correct(path, c.rename(person(0), person(0).name))
    assert [kept.articles for kept in corrections(path)] == [0, 0]
    undo(path, corrections(path)[1].number)
    found = rows(path, Filter()).mentions
    assert set(found.loc[found["actor"] == person(0).id, "actor_name"]) == {"Orla Finch"}


def test_several_undone_at_once_are_undone_as_one_by_one_from_the_newest(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    for place in (path, other):
        fill(place)
        correct(place, c.split(person(0), "Person 00", BOARD))
        correct(place, c.split(person(1), "Person 01", BOARD))
        correct(place, c.rename(BOARD, "The Board"))
        correct(place, c.drop(person(2)))
    first, second, *_ = (kept.number for kept in corrections(path))
    gone = undo(path, first, second, 99)
    assert [(one.kind, one.actor.id) for one in gone] == [
        ("split", person(1).id), ("split", person(0).id), ("rename", BOARD.id),
    ]  # fmt: skip
    assert undo(other, second) + undo(other, first) == gone
    assert kinds(path) == kinds(other) == ["drop"]
    assert same(rows(path, Filter()), rows(other, Filter()))


def test_undone_actor_by_hand_takes_with_it_what_was_said_of_it_and_nothing_else(path: Path) -> None:
    fill(path)
    for one in (
        c.new(BOARD, ["harbour"]), c.rename(BOARD, "The Board"), c.merge(person(0), BOARD), c.drop(person(1)),
    ):  # fmt: skip
        correct(path, one)
    gone = undo(path, corrections(path)[0].number)
    assert [one.kind for one in gone] == ["new", "rename", "merge"]
    assert kinds(path) == ["drop"]
    assert person(0).id in set(rows(path, Filter()).mentions["actor"])


def test_undone_split_keeps_what_rests_on_another_split_that_made_the_same_actor(path: Path) -> None:
    fill(path)
    correct(path, c.split(person(0), "Person 00", BOARD))
    correct(path, c.split(person(1), "Person 01", BOARD))
    correct(path, c.rename(BOARD, "The Board"))
    assert [one.kind for one in undo(path, corrections(path)[1].number)] == ["split"]
    assert kinds(path) == ["split", "rename"]


def test_undone_merge_in_the_middle_of_a_chain_parts_the_chain_there(path: Path) -> None:
    fill(path)
    correct(path, c.merge(person(0), person(1)))
    correct(path, c.merge(person(1), person(2)))
    undo(path, corrections(path)[1].number)
    actors = set(rows(path, Filter()).mentions["actor"])
    assert person(0).id not in actors
    assert {person(1).id, person(2).id} <= actors


def test_hosted_demo_takes_no_correction_and_a_visitors_own_collection_does(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = session_places()
    archive.save(here.demo, plain_report(0))
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    one, other = session_places(), session_places()
    archive.save(one.mine, plain_report(0))
    archive.save(other.mine, plain_report(0))
    wrong = next(iter(rows(one.mine, Filter()).mentions.itertuples()))
    dropped = c.drop(Actor(wrong.actor, wrong.actor_name, "person"))
    with pytest.raises(ReadOnlyArchive):
        correct(one.demo, dropped)
    correct(one.mine, dropped)
    assert wrong.actor not in set(rows(one.mine, Filter()).mentions["actor"])
    for place in (other.mine, one.demo):
        assert wrong.actor in set(rows(place, Filter()).mentions["actor"])
        assert corrections(place) == []


@pytest.mark.parametrize("seed", range(6))
def test_archive_is_what_its_list_says_however_it_came_about(path: Path, tmp_path: Path, seed: int) -> None:
    """Corrections, undoings and articles in any order, against an archive that is given the final list at once."""
    chance, other = random.Random(seed), tmp_path / "other.sqlite"
    articles = iter(range(40))
    for _ in range(3):
        archive.save(path, plain_report(next(articles), sentences=5))
    for _ in range(30):
        match chance.choice(["correct", "correct", "correct", "undo", "article"]):
            case "correct":
                try:
                    correct(path, anything(chance))
                except BadCorrection:
                    continue
            case "undo" if kept := corrections(path):
                undo(path, chance.choice(kept).number)
            case _:
                archive.save(path, plain_report(next(articles), sentences=5))
    assert correct_all(other, [kept.correction for kept in corrections(path)]) == [True] * len(corrections(path))
    for entry in archive.articles(path):
        archive.save(other, plain_report(int(entry.id.removeprefix("plain-")), sentences=5))
    assert len(corrections(path)) > 3
    assert same(rows(path, Filter()), rows(other, Filter()))
    assert same(rows(path, Filter(by_state=True)), rows(other, Filter(by_state=True)))
    assert [kept.articles for kept in corrections(path)] == [kept.articles for kept in corrections(other)]


def anything(chance: random.Random) -> c.Correction:
    one, other = (person(nth) for nth in chance.sample(range(12), 2))
    hand = replace(BOARD, id=f"hand:organisation:board-{chance.randrange(3)}")
    return chance.choice([
        c.merge(one, other), c.merge(one, hand), c.rename(one, f"Name {chance.randrange(3)}"), c.drop(one),
        c.rename(one, one.name), c.split(one, one.name, other),
        c.split(one, one.name, hand, f"plain-{chance.randrange(5)}"),
        c.new(hand, chance.sample(["harbour", "villages", other.name], 2)), c.merge(hand, one),
        c.rename(hand, "The Board"),
    ])  # fmt: skip


def test_list_is_as_long_as_one_collection_keeps_and_no_longer(path: Path) -> None:
    several = [c.rename(person(0), f"Name {n}") for n in range(CORRECTIONS + 1)]
    *taken, last = correct_all(path, several)
    assert taken == [True] * CORRECTIONS
    assert str(last) == "5,000 corrections are as many as one collection keeps: undo some first"
    assert len(corrections(path)) == CORRECTIONS


def test_list_brought_in_at_once_is_the_list_brought_in_one_by_one(path: Path, tmp_path: Path) -> None:
    at_once, several = tmp_path / "at once.sqlite", [
        c.merge(person(0), person(1)), c.merge(person(1), person(2)), c.rename(person(2), "Orla Finch"),
        c.drop(person(0)), c.new(BOARD, ["harbour"]), c.drop(person(3)),
    ]  # fmt: skip
    for place in (path, at_once):
        fill(place)
    outcomes = correct_all(at_once, several)
    refused = "Person 00 is counted as Person 02 already: undo that first"
    assert [each if isinstance(each, bool) else str(each) for each in outcomes] == [True] * 3 + [refused] + [True] * 2
    for one in several[:3] + several[4:]:
        correct(path, one)
    assert same(rows(path, Filter()), rows(at_once, Filter()))

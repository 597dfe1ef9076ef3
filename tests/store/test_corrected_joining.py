"""What a merge and another name change, in every table."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.records import Actor
from onrecord.store import archive
from onrecord.store import corrections as c
from onrecord.store.correcting import correct, corrections
from onrecord.store.frames import Filter, rows
from tests.store.corrected_corpus import (
    ASTER,
    OSTRAVIA,
    WELTIN,
    actor,
    ids,
    person,
)

# ------------------------------------------------------------------ merge


def test_merged_actor_is_in_no_row_any_more_and_its_rows_are_the_others(filled: Path) -> None:
    before, one, other = rows(filled, Filter()), person(0), person(1)
    articles = correct(filled, c.merge(one, other))
    found = rows(filled, Filter())
    assert one.id in ids(before)
    assert one.id not in ids(found)
    both = before.mentions["actor"].isin([one.id, other.id]).sum()
    assert (found.mentions["actor"] == other.id).sum() == both
    assert set(found.mentions.loc[found.mentions["actor"] == other.id, "actor_name"]) == {other.name}
    assert articles == before.mentions.loc[before.mentions["actor"] == one.id, "article_id"].nunique()


def test_merge_leaves_no_stance_of_an_actor_towards_itself(filled: Path) -> None:
    before, one, other = rows(filled, Filter()), person(0), person(1)
    between = before.stances["holder"].isin([one.id, other.id]) & before.stances["target"].isin([one.id, other.id])
    correct(filled, c.merge(one, other))
    found = rows(filled, Filter()).stances
    assert (found["holder"] == found["target"]).sum() == 0
    assert len(found) == len(before.stances) - between.sum()


def test_merge_into_somebody_the_article_does_not_know_brings_what_is_known_of_them(filled: Path) -> None:
    veltin = Actor("Q999999902", "Mara Veltin", "person", "Q999999902", None, OSTRAVIA)
    correct(filled, c.merge(actor(filled, WELTIN), veltin))
    (found,) = [each for each in archive.report(filled, "asters").actors if each.id == veltin.id]
    assert (found.name, found.wikidata, found.kind) == ("Mara Veltin", "Q999999902", "person")
    assert [(reason.alias, reason.why) for reason in found.reasons] == [
        ("Mara Weltin", "counted as Mara Veltin by hand")
    ]
    assert archive.report(filled, "asters").stances[0].target_name == "Mara Veltin"


def test_merged_actor_keeps_the_office_that_the_article_gives_to_either(filled: Path) -> None:
    correct(filled, c.merge(actor(filled, ASTER), actor(filled, WELTIN)))
    (found,) = [each for each in archive.report(filled, "asters").actors if each.id == WELTIN]
    assert found.office == "Envoy"
    assert found.reasons[0].why == "last name; Lenn Aster is counted as Mara Weltin by hand"


def test_whoever_belonged_to_a_merged_state_belongs_to_the_other(filled: Path) -> None:
    karsovia = Actor("or-karsovia", "Karsovia", "state", state="or-karsovia")
    correct(filled, c.merge(actor(filled, OSTRAVIA), karsovia))
    found = rows(filled, Filter(by_state=True))
    assert OSTRAVIA not in ids(found)
    assert "or-karsovia" in set(found.stances["holder"])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_chain_of_merges_ends_at_its_last_in_whatever_order_it_was_made(filled: Path, order: tuple[int, int]) -> None:
    chain = [c.merge(person(0), person(1)), c.merge(person(1), person(2))]
    for each in order:
        correct(filled, chain[each])
    assert {person(0).id, person(1).id} & ids(rows(filled, Filter())) == set()


# ------------------------------------------------------------------ rename


def test_renamed_actor_has_the_name_everywhere_and_keeps_its_rows(filled: Path) -> None:
    before = rows(filled, Filter())
    correct(filled, c.rename(actor(filled, WELTIN), "  Mara   Veltin "))
    found = rows(filled, Filter())
    assert ids(found) == ids(before)
    assert set(found.stances.loc[found.stances["target"] == WELTIN, "target_name"]) == {"Mara Veltin"}
    assert found.quotes.loc[found.quotes["quote_id"] == "q2", "about_names"].iloc[0] == ["Mara Veltin"]
    assert archive.report(filled, "asters").stances[0].target_name == "Mara Veltin"


def test_whoever_joins_a_renamed_actor_later_or_earlier_bears_the_name(filled: Path) -> None:
    correct(filled, c.rename(person(1), "Orla Finch"))
    correct(filled, c.merge(person(0), person(1)))
    correct(filled, c.merge(actor(filled, WELTIN), person(1)))  # in an article that does not have them
    assert {each.name for each in archive.report(filled, "asters").actors if each.id == person(1).id} == {"Orla Finch"}


def test_the_last_of_several_names_counts_and_an_earlier_one_can_be_given_again(filled: Path) -> None:
    for name in ("First", "Second", "First"):
        correct(filled, c.rename(actor(filled, WELTIN), name))
    assert "First" in {each.name for each in archive.report(filled, "asters").actors}
    assert [(kept.correction.into.name, kept.articles) for kept in corrections(filled) if kept.correction.into] == [
        ("Second", 0),
        ("First", 1),
    ]

"""The gazetteer: known names in a text, offices by date, spellings of one name."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from onrecord.knowledge.gazetteer import Gazetteer, load_gazetteer
from onrecord.knowledge.naming import fold, name_key, sound_key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[hit.start : hit.end], hit.ids) for hit in gazetteer.find(text)]


def test_the_longest_name_wins(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "The UN Security Council met.") == [("UN Security Council", ("Q37470",))]


@pytest.mark.parametrize("text", ["Zelenskyy’s", "Recep Tayyip Erdoğan", "the Élysée", "U.S. troops", "US-led"])
def test_marks_accents_and_hyphens_do_not_hide_a_name(gazetteer: Gazetteer, text: str) -> None:
    assert len(found(gazetteer, text)) == 1


def test_a_name_is_not_found_inside_a_word_or_over_a_line_break(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "Natonomy and Moscowian, the United\nStates") == []


def test_capitals_find_names_but_small_letters_do_not(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "UKRAINE ukraine") == [("UKRAINE", ("Q212",))]


def test_every_id_that_an_entry_points_to_exists(gazetteer: Gazetteer) -> None:
    entries = gazetteer.entries
    for entry in entries.values():
        assert {entry.state, entry.governs} - {None} <= set(entries)


def test_an_office_has_one_holder_on_any_day(gazetteer: Gazetteer) -> None:
    for (role, body), terms in gazetteer.offices.by_seat.items():
        for one, other in combinations(terms, 2):
            if one.title != other.title:
                continue
            apart = (one.end is not None and one.end <= other.start) or (
                other.end is not None and other.end <= one.start
            )
            assert apart, f"{role} of {body}: {one.person} and {other.person}"


@pytest.mark.parametrize(
    ("day", "person"),
    [(date(2017, 1, 19), "Q76"), (date(2017, 1, 20), "Q22686"), (date(2021, 1, 20), "Q6279")],
)
def test_a_term_ends_the_day_before_the_next_begins(gazetteer: Gazetteer, day: date, person: str) -> None:
    office = gazetteer.offices.holder("head-of-state", "Q30", (day, day))
    assert office is not None
    assert office.person == person


def test_nobody_is_named_for_days_that_two_terms_share(gazetteer: Gazetteer) -> None:
    assert gazetteer.offices.holder("head-of-state", "Q30", (date(2021, 1, 19), date(2021, 1, 20))) is None


def test_nobody_holds_an_office_before_the_table_begins(gazetteer: Gazetteer) -> None:
    assert gazetteer.offices.holder("head-of-state", "Q30", (date(1900, 1, 1), date(1900, 1, 1))) is None


def test_a_body_of_a_state_is_known_by_what_it_is(gazetteer: Gazetteer) -> None:
    entry = gazetteer.body_of("Q159", ["defense", "ministry"])
    assert entry is not None
    assert entry.name == "Ministry of Defence of Russia"


def test_a_place_that_is_also_a_given_name_is_no_evidence_of_a_person(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_given("Laura")
    assert not gazetteer.is_given("Paris")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelenskiy", "Zelenskij"),
        ("Sergei", "Sergey"),
        ("Lavrov", "Lavroff"),
        ("Peskov", "Peskow"),
        ("Sherman", "Shermann"),
        ("Cavusoglu", "Çavuşoğlu"),
    ],
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(("one", "other"), [("Ryabkov", "Rybakov"), ("Kerry", "Kirby"), ("Lavrov", "Lavrova")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@pytest.mark.parametrize("text", ["Élysée ’ – Łódź", "ß ﬁ 中 İ", "𝔘kraine", ""])
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_key_ignores_case_marks_and_the_article() -> None:
    assert name_key("The Élysée") == name_key("élysée") == "elysee"

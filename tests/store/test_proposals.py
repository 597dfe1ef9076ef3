"""Which near-names are offered as one, why, and which never."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.records import Actor, Mention, Span
from onrecord.store import archive
from onrecord.store import corrections as c
from onrecord.store.correcting import correct, corrections, undo
from onrecord.store.frames import Filter, rows
from onrecord.store.likeness import of_woman_and_man
from onrecord.store.proposals import Proposal, proposals
from tests.store.invented import full_report


def keep(path: Path, *names: str, kind: str = "person", nth: int = 0, **known: str) -> list[Actor]:
    """An article that names all of these."""
    text = ". ".join(names)
    actors = [Actor(f"name:{kind}:{name.lower()}", name, kind, **known) for name in names]  # type: ignore[arg-type]
    places = [text.index(name) for name in names]
    mentions = tuple(
        Mention(Span(at, at + len(one.name)), one.id, "name") for at, one in zip(places, actors, strict=True)
    )
    bare = replace(full_report(), quotes=(), tones=(), stances=(), dates=(), sentences=(Span(0, len(text)),))
    article = replace(bare.article, id=f"{names} {nth}", text=text, edits=())
    archive.save(path, replace(bare, article=article, actors=tuple(actors), mentions=mentions))
    return actors


def offered(path: Path) -> list[tuple[str, str, str]]:
    return [(one.actor.name, one.into.name, one.why) for one in proposals(path)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Velten", "Mara Velten", "the only full name here with this surname"),
        ("Mara Velten", "Mara Weltten", "two spellings of one surname, and the given names fit"),
        ("M. Velten", "Mara Velten", "one surname, and the given names fit"),
        ("Sergei Drozhov", "Sergey Drozhov", "one surname, and the given names fit"),
        ("Mara Velten", "Mara Veltan", "the surnames are one letter apart, and the given names fit"),
        ("Sergei Ryabkov", "Sergei Rybakov", "the surnames are one letter apart, and the given names fit"),
        ("Doran Keelandsson", "Doran Kilandsson", "the surnames are two letters apart, and the given names fit"),
    ],
)
def test_near_names_of_people_are_offered_with_the_reason(path: Path, one: str, other: str, why: str) -> None:
    keep(path, one, other)
    ((less, more, said),) = offered(path)
    assert {less, more} == {one, other}
    assert said == why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Kerry", "John Kirby"),
        ("Kerry", "Kirby"),
        ("Ryabkov", "Rybakov"),
        ("Sergei Ryabkov", "Oleg Rybakov"),
        ("Sergei Lavrov", "Sergei Lavrova"),
        ("Lavrov", "Lavrova"),
        ("S. Lavrov", "Yekaterina Lavrova"),
        ("A. Yavorsky", "A. Yavorskaya"),
        ("A. Velinski", "A. Velinska"),
        ("Sergei Lavrov", "Ivan Lavrov"),
        ("Daniel Velten", "Daniela Velten"),
        ("Mara Kell", "Mara Koll"),
        ("Mara", "Mara Velten"),
        ("Queen Mara II", "Queen Orla II"),
    ],
)
def test_other_given_names_womens_endings_and_short_names_are_never_offered(path: Path, one: str, other: str) -> None:
    keep(path, one, other)
    assert offered(path) == []


def test_surname_that_two_people_bear_is_offered_for_neither(path: Path) -> None:
    keep(path, "Velten", "Mara Velten", "Doran Velten")
    assert offered(path) == []


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Defence Ministry", "Ministry of Defense", "the same words in another order or spelling"),
        ("Karsovsky Fleet", "Karsovskiy Fleet", "two spellings of one name"),
        ("BHL", "Board of the Harbour and Lakes", "one is the first letters of the other"),
        ("Harbour League", "Harbour Leagues", "the names are one letter apart"),
    ],
)
def test_near_names_of_bodies_are_offered_with_the_reason(path: Path, one: str, other: str, why: str) -> None:
    keep(path, one, other, kind="organisation")
    ((less, more, said),) = offered(path)
    assert {less, more} == {one, other}
    assert said == why


@pytest.mark.parametrize(
    ("one", "other"), [("Stream 1 Pipeline", "Stream 2 Pipeline"), ("Iran", "Iraq"), ("UN", "Upper Nets")]
)
def test_other_numbers_and_short_names_of_bodies_are_never_offered(path: Path, one: str, other: str) -> None:
    keep(path, one, other, kind="organisation")
    assert offered(path) == []


def test_one_name_of_two_kinds_is_offered(path: Path) -> None:
    keep(path, "Velten")
    keep(path, "Velten", kind="organisation", nth=1)
    assert [why for *_, why in offered(path)] == ["the same name, taken for a person in one place and not in another"]


def test_two_that_are_known_apart_are_never_offered(path: Path) -> None:
    keep(path, "Mara Velten", wikidata="Q999999911")
    keep(path, "Mara Veltan", wikidata="Q999999912")
    keep(path, "Doran Keelan", state="or-ostravia")
    keep(path, "Doran Keelen", state="or-karsovia")
    assert offered(path) == []


def test_whoever_is_known_or_met_more_often_is_the_one_to_join(path: Path) -> None:
    keep(path, "Mara Velten", "Lenn Astero", nth=1)
    keep(path, "Mara Veltan", wikidata="Q999999911")
    keep(path, "Lenn Astera", nth=2)
    keep(path, "Lenn Astera", nth=3)
    assert [(less, more) for less, more, _ in offered(path)] == [
        ("Lenn Astero", "Lenn Astera"), ("Mara Velten", "Mara Veltan"),
    ]  # fmt: skip


def test_offering_changes_nothing(path: Path) -> None:
    keep(path, "Mara Velten", "Mara Veltan")
    before = rows(path, Filter()).mentions
    proposals(path)
    assert rows(path, Filter()).mentions.equals(before)
    assert corrections(path) == []


def test_refused_pair_is_not_offered_again_until_the_refusal_is_undone(path: Path) -> None:
    keep(path, "Mara Velten", "Mara Veltan")
    (one,) = proposals(path)
    correct(path, c.apart(one.into, one.actor))
    keep(path, "Mara Velten", "Mara Veltan", nth=2)
    assert proposals(path) == []
    undo(path, corrections(path)[0].number)
    assert len(proposals(path)) == 1


def test_refusal_holds_when_one_of_the_two_has_joined_another(path: Path) -> None:
    keep(path, "Mara Velten", "Mara Veltan", "Mara Weltan")
    velten, veltan, weltan = keep(path, "Mara Velten", "Mara Veltan", "Mara Weltan", nth=2)
    correct(path, c.apart(velten, veltan))
    correct(path, c.merge(veltan, weltan))
    assert proposals(path) == []


def test_accepted_pair_is_not_offered_again(path: Path) -> None:
    keep(path, "Mara Velten", "Mara Veltan")
    one = proposals(path)[0]
    assert isinstance(one, Proposal)
    correct(path, c.merge(one.actor, one.into))
    assert proposals(path) == []


def test_place_and_unnamed_sources_are_never_offered(path: Path) -> None:
    keep(path, "Port Velten Bay", "Port Veltan Bay", kind="place")
    keep(path, "a senior Velten", "a senior Veltan", kind="unnamed")
    assert offered(path) == []


@pytest.mark.parametrize(
    ("woman", "man"), [("lavrova", "lavrov"), ("yavorska", "yavorsky"), ("yavorskaya", "yavorskiy"), ("belaya", "bely")]
)
def test_womans_form_of_a_surname_is_known_from_the_mans(woman: str, man: str) -> None:
    assert of_woman_and_man(woman, man)
    assert of_woman_and_man(man, woman)
    assert not of_woman_and_man(man, man)

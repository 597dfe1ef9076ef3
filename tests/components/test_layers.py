"""A report as layers: what is marked, how it is labelled, and what is left unmarked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.layers import LAYERS, Layer, layer
from onrecord.records import Span
from tests.components import harbour


def _marks(name: str) -> dict[str, list[tuple[str, str]]]:
    """look -> the marked words and their labels."""
    found: dict[str, list[tuple[str, str]]] = {}
    for mark in layer(name, harbour.report()).marks:
        found.setdefault(mark.look, []).append((mark.span.of(harbour.TEXT), mark.label))
    return found


def test_actors_are_marked_by_kind_and_places_are_not() -> None:
    marks = _marks("actors")
    assert set(marks) == {"person", "state", "organisation", "group", "unnamed"}
    assert "harbour mouth" not in [words for found in marks.values() for words, _ in found]


def test_a_pronoun_is_labelled_with_the_name_that_it_stands_for() -> None:
    assert ("she", "P Mara Veltin") in _marks("actors")["person"]


def test_a_name_is_labelled_with_its_kind_alone() -> None:
    assert ("Lenn Aster", "P") in _marks("actors")["person"]


def test_a_quote_shows_content_speaker_cue_addressee_and_relay_each_in_its_own_shape() -> None:
    marks = _marks("quotes")
    assert marks["said-direct"] == [("We are ready to talk,", "1")]
    assert marks["said-mixed"] == [("the dam would “drown three villages”", "2")]
    assert marks["said-indirect"] == [("to comment", "3")]
    assert marks["speaker"] == [("Mara Veltin", "1 by"), ("she", "2 by"), ("A senior Karsovian official", "3 by")]
    assert marks["addressee"] == [("Doran Keel", "1 to")]
    assert marks["relay"] == [("Lenn Aster", "2 via")]
    assert [words for words, _ in marks["cue"]] == ["told", "warned", "declined"]


def test_one_speaker_of_several_quotes_is_marked_once_with_all_numbers() -> None:
    report = harbour.report()
    first, second, _ = report.quotes
    both = replace(report, quotes=(first, replace(second, speaker=first.speaker)))
    (speaker,) = [mark for mark in layer("quotes", both).marks if mark.look == "speaker"]
    assert speaker.label == "1, 2 by"
    assert speaker.told == "speaker of quotes 1 and 2"


def test_a_sentence_under_two_stances_is_marked_once_and_bears_two_signs() -> None:
    drawn = layer("stances", harbour.report())
    last = harbour.sentences()[5]
    assert [mark.span for mark in drawn.marks].count(last) == 1
    assert [(point.look, point.label) for point in drawn.points if point.at == last.end] == [
        ("opposes", "Karsovia ▼ Ostravia"),
        ("abstained", "1 ?"),
    ]


def test_tone_is_told_by_a_sign_as_well_as_by_colour() -> None:
    assert {look: found[0][1] for look, found in _marks("tone").items()} == {
        "tone-positive": "+",
        "tone-neutral": "0",
        "tone-negative": "−",
        "tone-abstained": "?",
    }


def test_a_date_that_gives_its_year_is_not_printed_twice() -> None:
    assert _marks("dates") == {"date": [("5 May 2022", "")]}


def test_repairs_show_what_was_dropped_what_was_put_in_and_what_stood_there() -> None:
    drawn = layer("repairs", harbour.report())
    dropped, was = drawn.points
    assert (dropped.look, dropped.at, dropped.label) == ("dropped", 0, "✂ 32")
    assert dropped.hidden == "Demo Wire North | Menu | Log in"
    assert (was.look, was.label) == ("was", "bargÃ©s")
    assert [(mark.span.of(harbour.TEXT), mark.label) for mark in drawn.marks] == [(" ", "+"), ("barges", "")]


@pytest.mark.parametrize("name", LAYERS)
def test_no_mark_leaves_the_text(name: str) -> None:
    drawn: Layer = layer(name, harbour.report())
    whole = Span(0, len(harbour.TEXT))
    assert drawn.marks
    assert all(whole.covers(mark.span) for mark in drawn.marks)
    assert all(0 <= point.at <= len(harbour.TEXT) for point in drawn.points)


@pytest.mark.parametrize("name", LAYERS)
def test_every_mark_says_what_it_means(name: str) -> None:
    drawn = layer(name, harbour.report())
    assert all(one.told for one in (*drawn.marks, *drawn.points))

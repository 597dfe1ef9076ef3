"""What stands between quotation marks, whatever the marks and even if one is missing."""

from __future__ import annotations

import pytest

from onrecord.stages.quotes.marks import find_stretches


def inside(text: str) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in find_stretches(text)]


@pytest.mark.parametrize(
    "text",
    [
        '"Go home," she said.',
        "“Go home,” she said.",
        "''Go home,'' she said.",
        "``Go home,'' she said.",
        "‘Go home,’ she said.",
        "'Go home,' she said.",
        "«Go home,» she said.",
        "« Go home, » she said.",
        "„Go home,“ she said.",
        "»Go home,« she said.",
        "”Go home,” she said.",
    ],
)
def test_every_kind_of_mark_opens_and_closes(text: str) -> None:
    assert inside(text) == ["Go home,"]


def test_single_marks_inside_double_ones_stay_inside() -> None:
    assert inside("“He said ‘go’ to us,” she said.") == ["He said ‘go’ to us,"]


def test_double_marks_of_one_kind_nest_when_they_pair_up() -> None:
    assert inside("“They chant “go home” at us,” she said. “Still.”") == ["They chant “go home” at us,", "Still."]


def test_apostrophes_open_nothing() -> None:
    assert inside("The workers’ union’s vote in the ’90s wasn’t the miners' idea.") == []


def test_a_plural_apostrophe_does_not_close_a_single_quote() -> None:
    assert inside("He said ‘the workers’ demands are fair’ and left.") == ["the workers’ demands are fair"]


def test_a_missing_closing_mark_costs_only_its_sentence() -> None:
    text = "Enough. “It is late, she said. He left.\n\nThe end. “We stay,” he said."
    assert inside(text) == ["It is late, she said.", "We stay,"]


def test_a_missing_opening_mark_is_supplied_at_the_start_of_the_sentence() -> None:
    assert inside('He left. It is far too late," she said.') == ["It is far too late,"]


def test_a_stray_mark_spoils_only_its_paragraph() -> None:
    assert inside('The 6" pipe broke.\n\n"It is late," she said.')[-1] == "It is late,"


def test_an_utterance_over_paragraphs_opens_in_each_and_closes_once() -> None:
    first, second = find_stretches("“One thing is sure.\n\n“Another is not,” she said.")
    assert first.runs_on
    assert not second.runs_on


def test_inches_and_feet_are_not_speech() -> None:
    assert inside("The shelf is 6' 2\" tall.") == []


def test_white_space_inside_marks_is_left_out() -> None:
    assert inside('" Go home, " she said.') == ["Go home,"]


def test_marks_alone_hold_nothing() -> None:
    assert inside('"" “” «»') == []

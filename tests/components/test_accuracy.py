"""What is printed beside a chart of how often it is right."""

from __future__ import annotations

from components import words
from components.accuracy import accuracy_told
from components.measured import Figure


def measured(texts: str, measure: str, value: float) -> Figure:
    return Figure("tone", texts, measure, value, "a command", "2026-11-24")


def test_every_measurement_is_told_with_its_texts_those_on_the_same_texts_together() -> None:
    told = accuracy_told(
        [measured("lake news", "F1", 81.5), measured("lake news", "recall", 90), measured("sea", "F1", 7)]
    )
    assert told == f"{words.MEASURED_HERE} lake news: F1 **81.5**, recall **90**; sea: F1 **7**."


def test_no_measurement_is_said_and_not_passed_over() -> None:
    assert accuracy_told([]) == words.NOT_MEASURED_HERE


def test_texts_and_measures_are_shown_to_the_letter() -> None:
    assert "\\*bold\\* \\[link\\]" in accuracy_told([measured("*bold* [link]", "F1", 1)])

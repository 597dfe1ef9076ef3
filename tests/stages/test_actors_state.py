"""Which state an actor belongs to: nobody is read as a country that they do not speak for."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.pipeline import OPTIONAL_STAGES, analyse
from onrecord.records import Article


def state_of(name: str, text: str, tools: Tools, published: date | None) -> str | None:
    """The name of the state that the article's actor of this name belongs to."""
    report = analyse(Article(id="a", title="", text=text, published=published), tools, OPTIONAL_STAGES)
    (state,) = (actor.state for actor in report.actors if actor.name == name)
    return tools.gazetteer.entries[state].name if state else None


@pytest.mark.parametrize(
    ("name", "published", "state"),
    [
        ("António Guterres", date(2022, 2, 10), None),
        ("Jens Stoltenberg", date(2022, 2, 10), None),
        ("Jens Stoltenberg", date(2012, 2, 10), "Norway"),
        ("Josep Borrell", date(2022, 2, 10), None),
        ("Josep Borrell", date(2012, 2, 10), "Spain"),
        ("Rafael Grossi", date(2022, 8, 10), None),
        ("Zbigniew Rau", date(2022, 2, 10), "Poland"),  # chairs the OSCE as the foreign minister of Poland
        ("Valentina Matviyenko", date(2022, 2, 10), "Russia"),  # presides over a body of a state
        ("Joe Biden", date(2022, 2, 10), "United States"),
        ("António Guterres", None, None),  # without a date nobody can tell whom he speaks for
        ("Joe Biden", None, "United States"),
    ],
)
def test_who_serves_a_body_of_many_states_is_not_read_as_the_home_country(
    name: str, published: date | None, state: str | None, tools: Tools
) -> None:
    assert state_of(name, f"{name} arrived in Geneva.", tools, published) == state


def test_an_office_held_before_does_not_bring_the_home_country_back(tools: Tools) -> None:
    text = "Former Norwegian prime minister Jens Stoltenberg arrived in Geneva."
    assert state_of("Jens Stoltenberg", text, tools, date(2022, 2, 10)) is None


def test_a_stranger_belongs_to_the_state_of_the_office_before_the_name(tools: Tools) -> None:
    text = "Norwegian Foreign Minister Lenn Aster arrived in Geneva."
    assert state_of("Lenn Aster", text, tools, date(2022, 2, 10)) == "Norway"

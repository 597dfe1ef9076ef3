"""Offices by the date of the text, and pronouns."""

from __future__ import annotations

from datetime import date

import pytest

from tests.stages.conftest import Resolve

# Offices


@pytest.mark.parametrize(
    ("day", "president"),
    [(date(2016, 5, 4), "Barack Obama"), (date(2018, 5, 4), "Donald Trump"), (date(2022, 5, 4), "Joe Biden")],
)
def test_one_sentence_on_three_dates_gives_three_presidents(resolve: Resolve, day: date, president: str) -> None:
    assert resolve("The US president arrived in Geneva on Monday.", day).who("US president") == president


def test_without_a_date_an_office_stays_open_and_says_why(resolve: Resolve) -> None:
    read = resolve("The US president arrived in Geneva.", None)
    assert read.named("US president").kind == "unnamed"
    assert "no date" in read.why("US president", "US president")


def test_the_text_outranks_the_table(resolve: Resolve) -> None:
    read = resolve("President Mara Veltin of Ostravia arrived. The president smiled.")
    assert read.who("president") == "Mara Veltin"


def test_an_office_is_not_given_to_its_former_holder(resolve: Resolve) -> None:
    assert resolve("The former Russian president arrived in Minsk.").who("former Russian president") != "Vladimir Putin"


def test_an_office_belongs_to_what_its_is(resolve: Resolve) -> None:
    read = resolve("Ukraine protested. Its foreign minister flew to Brussels.")
    assert read.who("Its foreign minister") == "Dmytro Kuleba"


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready,” said its spokesperson, Mara Veltin.",
        "Mara Veltin, the spokesperson of the ministry, said nothing.",
        "The spokesperson, Mara Veltin, said nothing.",
    ],
)
def test_an_apposition_is_one_actor(resolve: Resolve, text: str) -> None:
    people = [actor for actor in resolve(text).cast.actors if actor.kind in ("person", "unnamed")]
    assert [actor.name for actor in people if "ministry" not in actor.name] == ["Mara Veltin"]


def test_a_counterpart_holds_the_same_office_elsewhere(resolve: Resolve) -> None:
    read = resolve("The Russian president spoke for an hour. His Ukrainian counterpart listened.")
    assert read.who("His Ukrainian counterpart") == "Volodymyr Zelensky"


def test_the_leader_of_a_state_is_its_head(resolve: Resolve) -> None:
    assert resolve("The Russian leader arrived late.").who("Russian leader") == "Vladimir Putin"


def test_a_title_points_back_to_who_bears_it(resolve: Resolve) -> None:
    read = resolve("Doran Keel, an adviser to the council, spoke first. This adviser left early.")
    assert read.who("This adviser") == "Doran Keel"


def test_a_justice_minister_is_not_the_prime_minister(resolve: Resolve) -> None:
    read = resolve("Prime Minister Mara Veltin arrived. The new justice minister stayed away.")
    assert read.who("The new justice minister") != "Mara Veltin"


def test_a_ministry_is_an_organisation_and_a_government_its_state(resolve: Resolve) -> None:
    read = resolve("Russia's defence ministry denied it. The Russian side left the talks.")
    assert read.who("Russia's defence ministry") == "Ministry of Defence of Russia"
    assert read.who("The Russian side") == "Russia"


def test_the_leaders_of_a_union_are_the_union_but_of_two_states_neither(resolve: Resolve) -> None:
    assert resolve("The leaders of the European Union agreed.").who("The leaders") == "European Union"
    read = resolve("The leaders of Belarus and Armenia agreed.")
    assert read.who("The leaders") == "The leaders"


# Pronouns


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("Mara Veltin met Doran Keel on Monday. She said little.", "She", "Mara Veltin"),
        ("Mara Veltin met Peter Keel on Monday. He said little.", "He", "Peter Keel"),
        ("Laura Veltin said that she would resign.", "she", "Laura Veltin"),
        ("Peter Keel told Paul Aster that he had won.", "he", "Peter Keel"),
        ("Peter Keel blamed himself.", "himself", "Peter Keel"),
        ("Ukraine said that its army held the town.", "its", "Ukraine"),
        ("NATO met on Friday. It decided nothing.", "It", "NATO"),
        ("Residents left the town. They were afraid.", "They", "Residents"),
        ("Laura Veltin, who leads the party, praised her voters.", "her", "Laura Veltin"),
    ],
)
def test_a_pronoun_means_the_likeliest_before_it(resolve: Resolve, text: str, pronoun: str, who: str) -> None:
    assert resolve(text).who(pronoun) == who


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Peter Keel told him everything.", "him"),
        ("The talks failed. They had been long.", "They"),
        ("It is clear that Ukraine won.", "It"),
        ("He left.", "He"),
    ],
)
def test_a_pronoun_without_a_fit_means_nobody(resolve: Resolve, text: str, pronoun: str) -> None:
    assert resolve(text).who(pronoun) is None

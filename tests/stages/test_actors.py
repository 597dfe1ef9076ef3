"""Who is in the article: each actor once, by the right name; places and governments."""

from __future__ import annotations

import pytest

from tests.stages.conftest import Resolve

# Names


def test_a_surname_is_its_bearer_and_says_why(resolve: Resolve) -> None:
    read = resolve("Doran Keel spoke in Ostravia. Keel left early.")
    assert read.who("Keel", 1) == "Doran Keel"
    assert read.why("Doran Keel", "Keel") == "part of the name Doran Keel"


def test_two_people_of_one_surname_stay_two(resolve: Resolve) -> None:
    read = resolve("Doran Keel met his sister Laura Keel. Doran Keel left first.")
    assert {"Doran Keel", "Laura Keel"} <= read.shown()


def test_a_known_person_has_the_wikidata_id(resolve: Resolve) -> None:
    assert resolve("Zelensky arrived in Brussels.").named("Volodymyr Zelensky").wikidata == "Q3874799"


@pytest.mark.parametrize("spelling", ["Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Wolodymyr Selenskyj", "Zelenskyy"])
def test_transliterations_are_one_person(resolve: Resolve, spelling: str) -> None:
    assert resolve(f"{spelling} arrived in Brussels.").shown() == {"Volodymyr Zelensky"}


@pytest.mark.parametrize("slip", ["Anthony Blinkin", "Antony Blinkin", "Anthony Blinken"])
def test_a_slip_of_one_letter_is_forgiven_where_the_given_name_agrees(resolve: Resolve, slip: str) -> None:
    read = resolve(f"{slip} arrived in Geneva.")
    assert read.shown() == {"Antony Blinken"}
    assert read.named("Antony Blinken").reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Ryabkov", "Sergei Rybakov"),
        ("John Kerry", "John Kirby"),
        ("Sergei Lavrov", "Yekaterina Lavrova"),
        ("Mark Milley", "Mark Miller"),
    ],
)
def test_likeness_alone_merges_nobody(resolve: Resolve, one: str, other: str) -> None:
    read = resolve(f"{one} and {other} arrived in Geneva on Monday.")
    assert len({read.who(one), read.who(other)}) == 2


def test_a_short_form_of_a_given_name_is_the_same_person(resolve: Resolve) -> None:
    read = resolve("William Keel arrived on Monday. Bill Keel left on Friday.")
    assert read.who("Bill Keel") == "William Keel"


def test_a_known_surname_goes_to_the_one_whom_the_article_names_in_full(resolve: Resolve) -> None:
    read = resolve("Laura Putin, a baker in Ostravia, won the prize. Putin thanked her mother.")
    assert read.shown() == {"Laura Putin"}


def test_a_given_name_that_is_also_a_country_begins_a_name(resolve: Resolve) -> None:
    assert resolve("An economist, Chad Veltin, told the council that prices would fall.").shown() == {"Chad Veltin"}


def test_a_name_of_three_words_is_found_by_its_last_two(resolve: Resolve) -> None:
    read = resolve("Lenn Aster Keel arrived on Monday. The voters like Aster Keel.")
    assert read.who("Aster Keel", 1) == "Lenn Aster Keel"


def test_an_acronym_is_the_organisation_whose_initials_it_is(resolve: Resolve) -> None:
    read = resolve("The Ostravian Grain Traders Association warned of hunger. The OGTA met on Friday.")
    assert read.who("OGTA") == "Ostravian Grain Traders Association"


def test_an_acronym_in_brackets_need_not_be_the_initials(resolve: Resolve) -> None:
    read = resolve("The Karsovia Farmers Union (KZB) warned drivers. KZB met on Friday.")
    assert read.who("KZB", 1) == "Karsovia Farmers Union"


def test_a_surname_keeps_one_kind_throughout(resolve: Resolve) -> None:
    read = resolve("Doran Keel spoke. Keel shares rose. Voters like Keel.")
    assert {actor.kind for actor in read.cast.actors if "Keel" in actor.name} == {"person"}


def test_an_unknown_actor_has_an_id_that_other_articles_share(resolve: Resolve) -> None:
    assert resolve("Doran Keel arrived.").named("Doran Keel").id == "name:person:doran-keel"


# Places and governments


@pytest.mark.parametrize(
    "text",
    [
        "Moscow warned its neighbours.",
        "Relations between Moscow and Berlin are bad.",
        "They spoke of Moscow's demands.",
        "The council urged Moscow to leave.",
        "Severe sanctions were imposed on Moscow.",
    ],
)
def test_a_capital_that_acts_or_is_dealt_with_is_its_government(resolve: Resolve, text: str) -> None:
    read = resolve(text)
    assert read.who("Moscow") == "Russia"
    assert next(each.form for each in read.cast.mentions if each.span.of(text) == "Moscow") == "metonym"


@pytest.mark.parametrize(
    "text",
    [
        "Talks were held in Moscow.",
        "He flew to Moscow.",
        "MOSCOW, Feb 10 – Snow fell.",
        "The streets of Moscow were empty.",
    ],
)
def test_a_capital_where_something_happens_is_a_place(resolve: Resolve, text: str) -> None:
    assert resolve(text).shown() == set()


def test_the_kremlin_is_russia_but_a_building_inside(resolve: Resolve) -> None:
    assert resolve("The Kremlin denied it.").who("Kremlin") == "Russia"
    assert resolve("They dined in the Kremlin.").shown() == set()


def test_a_state_where_something_happens_is_listed_as_a_place(resolve: Resolve) -> None:
    read = resolve("Talks were held in Belarus. Ukraine sent a minister.")
    assert read.named("Belarus").kind == "place"
    assert read.shown() == {"Ukraine"}


def test_a_state_that_is_only_an_adjective_is_not_listed(resolve: Resolve) -> None:
    assert "Poland" not in resolve("Doran Keel bought a Polish car.").shown()


def test_troops_mention_their_state(resolve: Resolve) -> None:
    read = resolve("Russia denied it. Russian troops stayed.")
    assert read.shown() == {"Russia"}
    assert read.who("Russian") == "Russia"


def test_a_platform_that_only_carries_a_post_is_no_actor(resolve: Resolve) -> None:
    assert "Twitter" not in resolve("Doran Keel complained in a tweet on Twitter.").shown()
    assert "Twitter" in resolve("Twitter closed the account. Doran Keel read it on Twitter.").shown()


def test_in_a_report_on_sport_a_country_is_its_team(resolve: Resolve) -> None:
    read = resolve(
        "Sweden scored two goals in the first half of the match. The striker and the goalkeeper of Sweden "
        "won the cup after a penalty. The coach praised every midfielder and defender of the team."
    )
    assert read.shown() == {"Sweden national team"}

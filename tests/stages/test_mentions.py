"""Where someone is named, described or referred to: text in, (words, form, kind) out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.records import Candidate
from onrecord.stages.mentions import find_mentions

Find = Callable[[str], list[tuple[str, Candidate]]]


@pytest.fixture
def find(tools: Tools) -> Find:
    def found(text: str) -> list[tuple[str, Candidate]]:
        doc = tools.nlp(text)
        return [(each.span.of(text), each) for each in find_mentions(doc, tools.gazetteer)]

    return found


def names(found: list[tuple[str, Candidate]]) -> list[str]:
    return [words for words, each in found if each.form == "name"]


def test_the_gazetteer_names_states_organisations_and_capitals(find: Find) -> None:
    found = find("Ukraine and NATO held talks in Geneva.")
    assert names(found) == ["Ukraine", "NATO", "Geneva"]
    assert [each.ids for _, each in found] == [("Q212",), ("Q7184",), ("Q71",)]


def test_an_adjective_of_a_state_is_a_demonym(find: Find) -> None:
    found = dict(find("Ukrainian ministers met Polish farmers."))
    assert found["Ukrainian"].form == found["Polish"].form == "demonym"
    assert found["Polish"].ids == ("Q36",)


def test_a_language_is_no_demonym(find: Find) -> None:
    assert "English" not in dict(find("The forms must be filled in English."))


def test_troops_of_a_state_are_no_actor_of_their_own(find: Find) -> None:
    found = dict(find("Russian troops crossed the river."))
    assert found["Russian"].form == "demonym"
    assert found["Russian"].ids == ("Q159",)
    assert found["Russian troops"].form == "description"


def test_an_unknown_person_is_found_and_its_title_kept_apart(find: Find) -> None:
    found = dict(find("Foreign Minister Mara Veltin told the council that she would resign."))
    assert found["Mara Veltin"].kind == "person"
    assert found["Mara Veltin"].title == "Foreign Minister"
    assert "foreign-minister" in found["Mara Veltin"].roles


def test_a_surname_is_found_wherever_it_stands_again(find: Find) -> None:
    found = find("Doran Keel spoke first. Later Keel left. The voters like Keel.")
    assert names(found) == ["Doran Keel", "Keel", "Keel"]


def test_a_name_ends_before_the_possessive_and_the_full_stop(find: Find) -> None:
    found = find("Doran Keel's brother met Mara Veltin.")
    assert names(found) == ["Doran Keel", "Mara Veltin"]


def test_a_name_never_runs_over_a_line_break(find: Find) -> None:
    for words, _ in find("Talks with Doran Keel\n\nMara Veltin said nothing on Monday."):
        assert "\n" not in words


def test_a_weekday_or_month_is_never_a_name(find: Find) -> None:
    found = names(find("On Wednesday Doran Keel said that May would be hard. Thursday brought rain."))
    assert not {"Wednesday", "Thursday", "May"} & set(found)


@pytest.mark.parametrize("fragment", ["State", "Army", "Foreign Affairs", "Republic", "Ministry"])
def test_a_fragment_of_an_office_is_no_name(find: Find, fragment: str) -> None:
    assert fragment not in names(find(f"The {fragment} was quiet. Doran Keel spoke of {fragment} on Friday."))


def test_the_west_is_a_group_but_a_direction_is_not(find: Find) -> None:
    assert names(find("Relations with the West are bad.")) == ["West"]
    assert names(find("The convoy moved west of the river.")) == []


@pytest.mark.parametrize("name", ["the Karsovia Peace Agreement", "the Ostravia Cup", "S-400", "Operation Dawn"])
def test_agreements_cups_weapons_and_operations_are_no_actors(find: Find, name: str) -> None:
    words = name.removeprefix("the ")
    assert words not in names(find(f"Doran Keel spoke of {name} for an hour."))


def test_an_office_knows_its_role_and_body(find: Find) -> None:
    found = dict(find("The Ukrainian foreign minister met the president of France."))
    assert found["Ukrainian foreign minister"].form == "office"
    assert found["Ukrainian foreign minister"].body == "Q212"
    assert "foreign-minister" in found["Ukrainian foreign minister"].roles
    assert found["president of France"].body == "Q142"


def test_a_state_inside_an_office_is_its_demonym(find: Find) -> None:
    assert dict(find("The US president arrived."))["US"].form == "demonym"


def test_a_former_office_has_no_role_to_resolve(find: Find) -> None:
    assert dict(find("The former Russian president arrived."))["former Russian president"].roles == ()


def test_a_role_that_many_have_needs_to_be_told_whose(find: Find) -> None:
    assert dict(find("The NATO chief arrived."))["NATO chief"].form == "office"
    assert all(each.form != "office" for _, each in find("The chief arrived, and a president with him."))


def test_a_source_without_a_name_is_a_description(find: Find) -> None:
    found = dict(find("A senior Karsovian official said so. Residents agreed."))
    assert found["A senior Karsovian official"].form == "description"
    assert found["Residents"].plural


def test_the_it_that_stands_for_no_one_is_no_pronoun(find: Find) -> None:
    found = find("It is clear that she won. It seems that he lost.")
    assert [words for words, each in found if each.form == "pronoun"] == ["she", "he"]


def test_in_a_headline_capitals_alone_make_no_name(find: Find) -> None:
    text = "Big Banks Fear Long Winter As Prices Rise\n\nThe banks are worried about the winter."
    assert names(find(text)) == []


def test_a_surname_that_is_also_a_firm_stays_a_surname(find: Find) -> None:
    found = dict(find("“It was cold,” said Laura Fitch, a teacher."))
    assert found["Laura Fitch"].kind == "person"


def test_candidates_come_in_order_and_inside_the_text(find: Find) -> None:
    text = "Mara Veltin, President of Ostravia, met her Karsovian counterpart. They said little."
    found = find(text)
    assert [each.span.start for _, each in found] == sorted(each.span.start for _, each in found)
    assert all(words and words == words.strip() for words, _ in found)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“”", "…", "He", "1234567890"])
def test_text_without_names_gives_no_name(find: Find, text: str) -> None:
    assert names(find(text)) == []

"""Text that a scraper or a translating machine has damaged: attributions whose punctuation is lost."""

from __future__ import annotations

from tests.stages.conftest import Tell


def test_an_attribution_run_on_to_the_sentence_before_it_is_parted(tell: Tell) -> None:
    quotes = tell("The council was generally pleased with the outcome Deputy Mayor Lenn Aster told reporters.")
    assert [(quote.content, quote.addressee) for quote in quotes] == [
        ("The council was generally pleased with the outcome", "reporters")
    ]


def test_a_capital_in_the_middle_of_a_sentence_begins_another(tell: Tell) -> None:
    quotes = tell("All traffic now goes over the small bridge in Tarvos The mayor of the city warned.")
    assert [quote.content for quote in quotes] == ["All traffic now goes over the small bridge in Tarvos"]


def test_a_source_run_on_after_its_cue_is_found(tell: Tell) -> None:
    quotes = tell("The bridge will stay shut for another month said its spokesperson, Iva Dorn.")
    assert [(quote.content, quote.speaker) for quote in quotes] == [
        ("The bridge will stay shut for another month", "Iva Dorn")
    ]


def test_a_bare_attribution_reports_the_sentence_before_it(tell: Tell) -> None:
    quotes = tell("The bridge will stay shut for a month. An official in the ministry confirmed.")
    assert [quote.content for quote in quotes] == ["The bridge will stay shut for a month"]


def test_which_for_that_is_read_as_that(tell: Tell) -> None:
    quotes = tell(
        "He warned his Karsovian counterpart on Thursday, which – which Ostravia would respond firmly if they came."
    )
    assert "Ostravia would respond firmly if they came" in [quote.content for quote in quotes]


def test_a_sentence_that_quotes_at_length_leans_on_the_utterance_beside_it(tell: Tell) -> None:
    text = "Veltin “will speak of the old dam on the border of both countries”. “She means it all,” Lenn Aster said."
    quotes = tell(text)
    assert [quote.speaker for quote in quotes] == ["Lenn Aster", "Lenn Aster"]


def test_headlines_are_not_torn_apart_at_their_capitals(tell: Tell) -> None:
    quotes = tell("Mayor Of Tarvos Says The Old Bridge Is Safe After The Flood")
    assert len(quotes) <= 1

"""Direct speech: between marks, with its cue before, after, around it, or with none."""

from __future__ import annotations

import pytest

from tests.stages.conftest import Tell


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("“We will stay,” Mara Veltin said.", "We will stay,", "Mara Veltin"),
        ("“We will stay,” said Mara Veltin.", "We will stay,", "Mara Veltin"),
        ("On Monday Mara Veltin finally said “no more.”", "no more.", "Mara Veltin"),
        ('Mara Veltin said: "We will stay."', "We will stay.", "Mara Veltin"),
        ('Mara Veltin told the crowd, "We will stay."', "We will stay.", "Mara Veltin"),
        ("“Will they stay?” asked Mara Veltin.", "Will they stay?", "Mara Veltin"),
        ("“We will stay,” said Mara Veltin, the president of Ostravia.", "We will stay,", "Mara Veltin"),
        ("'We will stay,' Mara Veltin told reporters.", "We will stay,", "Mara Veltin"),
    ],
)
def test_a_cue_on_either_side_names_the_speaker(tell: Tell, text: str, content: str, speaker: str) -> None:
    (quote,) = tell(text)
    assert (quote.content, quote.kind) == (content, "direct")
    assert speaker in (quote.speaker, quote.actor)


def test_several_sentences_between_marks_are_one_quote(tell: Tell) -> None:
    (quote,) = tell("“The road is shut. Nobody knows why. We wait,” Doran Keel said.")
    assert quote.content == "The road is shut. Nobody knows why. We wait,"


def test_an_attribution_in_the_middle_parts_a_quote_into_two_spans(tell: Tell) -> None:
    (quote,) = tell("“The road,” Doran Keel said, “is shut until Monday.”")
    assert quote.content == "The road, | is shut until Monday."


def test_after_a_full_stop_the_same_speaker_goes_on_in_a_quote_of_its_own(tell: Tell) -> None:
    first, second = tell("“The road is shut,” Doran Keel said on Friday. “It will open on Monday.”")
    assert second.content == "It will open on Monday."
    assert first.actor == second.actor or first.speaker == second.speaker


def test_an_utterance_over_paragraphs_is_one_quote_with_a_span_each(tell: Tell) -> None:
    (quote,) = tell("“The road is shut and nobody knows why.\n\n“It may open on Monday,” Doran Keel said.")
    assert len(quote.quote.spans) == 2
    assert quote.speaker == "Doran Keel"


def test_a_floating_quote_belongs_to_whoever_holds_the_floor(tell: Tell) -> None:
    quotes = tell("“The road is shut,” Doran Keel said.\n\n“Nobody can tell us when it will open again.”")
    assert [quote.speaker for quote in quotes][1:] == [quotes[0].actor]


def test_the_subject_of_the_words_that_lead_in_speaks(tell: Tell) -> None:
    quotes = tell(
        "“The road is shut,” Doran Keel said.\n\nMara Veltin was unmoved. “They have said so for a whole year.”"
    )
    assert quotes[-1].speaker == "Mara Veltin"


def test_a_colon_after_a_name_is_cue_enough(tell: Tell) -> None:
    quotes = tell("Doran Keel: “The road is shut.”")
    assert [quote.content for quote in quotes] == ["The road is shut."]
    assert quotes[0].speaker == "Doran Keel"


def test_a_name_after_a_dash_is_the_speaker(tell: Tell) -> None:
    quotes = tell("“The road is shut and will stay so.” — Doran Keel")
    assert [(quote.content, quote.speaker) for quote in quotes] == [
        ("The road is shut and will stay so.", "Doran Keel")
    ]


def test_marks_around_a_word_do_not_become_part_of_the_quote(tell: Tell) -> None:
    (quote,) = tell('"Go home," said Doran Keel.')
    assert '"' not in quote.content


def test_a_missing_closing_mark_still_gives_the_quote_and_its_speaker(tell: Tell) -> None:
    quotes = tell("“The road is shut, Doran Keel said. He left.\n\n“We stay,” said Mara Veltin.")
    assert [quote.content for quote in quotes] == ["The road is shut,", "We stay,"]
    assert [quote.speaker for quote in quotes] == ["Doran Keel", "Mara Veltin"]


def test_a_missing_opening_mark_still_gives_the_quote(tell: Tell) -> None:
    quotes = tell('He left early. The road is shut for good," Doran Keel said.')
    assert "The road is shut for good," in [quote.content for quote in quotes]

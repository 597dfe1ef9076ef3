"""Whose words they are: the mention, and the actor it stands for."""

from __future__ import annotations

import pytest

from tests.stages.conftest import Tell


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lenn Aster, a doctor, said the bridge was shut.", "Lenn Aster"),
        ("A doctor, Lenn Aster, said the bridge was shut.", "Lenn Aster"),
        ("The mayor of Tarvos said the bridge was shut.", "The mayor of Tarvos"),
        ("A spokeswoman for Doran Keel said the bridge was shut.", "A spokeswoman for Doran Keel"),
        ("Two residents who had fled said the bridge was shut.", "Two residents"),
        ("The ministry said the bridge was shut.", "The ministry"),
        ("The bridge, which is old, is shut, a senior official said.", "a senior official"),
        (
            "“The bridge is shut,” says Lenn Aster, author of the new book called The Long Road: A Story of Tarvos.",
            "Lenn Aster",
        ),
        ("A release sent to media from the Harbour League late Friday said the bridge was shut.", "the Harbour League"),
        ("The bridge was shut for good, said a statement released by the Harbour League.", "the Harbour League"),
        (
            "“It is one bridge only,” points out the laid-back Harrow resident, who moved here.",
            "the laid-back Harrow resident",
        ),
    ],
)
def test_the_speaker_is_the_source_of_the_cue(tell: Tell, text: str, speaker: str) -> None:
    (quote,) = tell(text)
    assert (quote.speaker or "").lower().removeprefix("the ") in speaker.lower()
    assert (quote.speaker or "").split()[-1] in speaker


def test_a_pronoun_is_whoever_spoke_before(tell: Tell) -> None:
    quotes = tell("“The bridge is shut,” Lenn Aster said.\n\n“It will stay shut for a month,” he said.")
    assert [quote.actor for quote in quotes] == ["Lenn Aster", "Lenn Aster"]


def test_alternating_speakers_keep_their_turns(tell: Tell) -> None:
    text = (
        "“Is it shut?” Mara Veltin asked Lenn Aster.\n\n“It is shut,” Lenn Aster said.\n\n"
        "“For how long?” she asked.\n\n“For a month at the least,” he said."
    )
    assert [quote.actor for quote in tell(text)] == ["Mara Veltin", "Lenn Aster", "Mara Veltin", "Lenn Aster"]


def test_a_statement_speaks_for_whoever_issued_it(tell: Tell) -> None:
    quotes = tell("Lenn Aster said the bridge was shut.\n\nHis statement said that it would open in May.")
    assert quotes[1].actor == "Lenn Aster"


def test_a_capital_speaks_for_its_government(tell: Tell) -> None:
    (quote,) = tell("Moscow said that the talks were over.")
    assert quote.actor == "Russia"


def test_a_cue_without_a_source_has_no_speaker(tell: Tell) -> None:
    quotes = tell("Passengers were told that the bridge was shut.")
    assert [quote.speaker for quote in quotes] == [None]

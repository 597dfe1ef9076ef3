"""Whose side is asked about, and of which words: nobody is charged with what others want of them or say beside them."""

from __future__ import annotations

import pytest

from onrecord.knowledge.stance_words import load_stance_words
from onrecord.knowledge.tools import Tools
from onrecord.records import Span
from onrecord.stages.stance.holders import told_of
from onrecord.stages.stance.sides import own_part
from tests.stages.conftest import Tell


@pytest.mark.parametrize(
    ("text", "holder", "word"),
    [
        ("Karsovia wanted a binding promise that Velmark would not expand.", "Velmark", None),
        ("Karsovia will close the strait if Velmark attacks Ostravia.", "Velmark", None),
        ("Karsovia feared that Velmark could attack Ostravia.", "Velmark", None),
        ("Velmark would not expand.", "Velmark", "expand"),
        ("Karsovia closed the strait after Velmark attacked Ostravia.", "Velmark", "attacked"),
    ],
)
def test_who_is_only_thought_to_act_holds_no_side_by_it(tools: Tools, text: str, holder: str, word: str | None) -> None:
    doc = tools.nlp(text)
    (token,) = [token for token in doc if token.text == holder]
    told = told_of(token, load_stance_words(), alone=True)
    assert (told.text if told is not None else None) == word


def test_each_speaker_of_a_sentence_is_asked_about_their_own_words(tell: Tell) -> None:
    text = "Doran Keel ruled out a truce, while Mara Veltin said that the sanctions would ruin her country."
    found = tell(text)
    assert {each.speaker for each in found} == {"Doran Keel", "Mara Veltin"}
    for each in found:
        asked = own_part(each.quote, [other.quote for other in found], Span(0, len(text))).of(text)
        assert ("truce" in asked, "ruin" in asked) == (each.speaker == "Doran Keel", each.speaker == "Mara Veltin")


def test_a_speaker_alone_in_a_sentence_is_asked_about_all_of_it(tell: Tell) -> None:
    text = "After a week of shelling, Doran Keel ruled out a truce."
    (only,) = tell(text)
    assert own_part(only.quote, [only.quote], Span(0, len(text))).of(text) == text

"""Tone of invented people in plain sentences, and what must hold whoever is spoken of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.records import Report, Span
from onrecord.stages.tone import TargetToJudge
from tests.judging import tones_of

Read = Callable[[str], Report]

PLAIN = [
    ("Mara Veltin was praised for her courage and honesty.", "positive"),
    ("Critics called Mara Veltin a corrupt and brutal liar.", "negative"),
    ("Mara Veltin arrived in the capital on Monday.", "neutral"),
]


@pytest.mark.parametrize(("text", "label"), PLAIN)
def test_plain_praise_and_blame_are_told_apart(tools: Tools, text: str, label: str) -> None:
    start = text.index("Mara Veltin")
    (chances,) = tones_of(tools, [TargetToJudge(text, Span(start, start + 11))])
    assert max(chances._asdict(), key=chances._asdict().__getitem__) == label


def test_tone_inside_a_quote_belongs_to_its_speaker(read: Read) -> None:
    report = read("“Doran Keel is a liar and a coward,” Mara Veltin said on Monday.")
    names = {actor.id: actor.name for actor in report.actors}
    voices = {names[tone.actor]: tone.voice and names[tone.voice] for tone in report.tones}
    assert voices["Doran Keel"] == "Mara Veltin"
    assert voices["Mara Veltin"] is None


def test_unsure_tone_is_abstained_with_its_probabilities(read: Read, tools: Tools) -> None:
    report = read(
        "Mara Veltin, long accused of corruption, was praised by Doran Keel. Ostravia then sent Mara Veltin home."
    )
    assert report.tones
    threshold = tools.judge.settings["tone_threshold"]
    for tone in report.tones:
        assert (tone.label == "abstained") == (max(tone.probabilities) < threshold)
        assert tone.score == pytest.approx(tone.probabilities.positive - tone.probabilities.negative)


def test_same_text_gives_the_same_answer_bit_for_bit(read: Read) -> None:
    text = "Mara Veltin condemned Doran Keel. Karsovia praised Ostravia for its patience."
    assert read(text) == read(text)


def test_answer_for_a_sentence_does_not_hang_on_its_neighbours(tools: Tools) -> None:
    one = TargetToJudge("Mara Veltin condemned the raid.", Span(0, 11))
    other = TargetToJudge("A much longer sentence praises Doran Keel, the envoy, for all that he did.", Span(31, 41))
    (alone,) = tones_of(tools, [one])
    assert tones_of(tools, [other, one, other])[1] == alone

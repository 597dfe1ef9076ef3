"""Addressee, relay, claim, and what a quote is about."""

from __future__ import annotations

import pytest

from tests.stages.conftest import Tell


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Mara Veltin told Doran Keel that the bridge was shut.", "Doran Keel"),
        ("Mara Veltin said to Doran Keel that the bridge was shut.", "Doran Keel"),
        ("“The bridge is shut,” Mara Veltin told Doran Keel.", "Doran Keel"),
        ("In a letter to Doran Keel, Mara Veltin wrote that the bridge was shut.", "Doran Keel"),
        ("Mara Veltin agreed with Doran Keel that the bridge should stay shut.", "Doran Keel"),
        ("Mara Veltin urged Doran Keel to open the bridge.", "Doran Keel"),
        ("“The bridge is shut,” Mara Veltin told reporters.", "reporters"),
        ("Mara Veltin said that the bridge was shut.", None),
        ("Mara Veltin accused Doran Keel of lying about the bridge.", None),
    ],
)
def test_the_addressee_is_whom_the_words_were_said_to(tell: Tell, text: str, addressee: str | None) -> None:
    assert [quote.addressee for quote in tell(text)] == [addressee]


def test_an_answer_is_addressed_to_whoever_spoke_before(tell: Tell) -> None:
    quotes = tell("Mara Veltin said the bridge was shut. Doran Keel replied that it was open.")
    assert quotes[1].addressee == quotes[0].actor == "Mara Veltin"


def test_a_relayed_warning_is_a_quote_of_its_own_by_way_of_who_relays_it(tell: Tell) -> None:
    outer, inner = tell("According to Lenn Aster, Mara Veltin warned of new sanctions.")
    assert (outer.content, outer.speaker, outer.via) == ("Mara Veltin warned of new sanctions", "Lenn Aster", ())
    assert (inner.content, inner.speaker, inner.via) == ("new sanctions", "Mara Veltin", ("Lenn Aster",))


def test_one_who_is_quoted_as_saying_speaks_by_way_of_who_quotes(tell: Tell) -> None:
    (quote,) = tell("Lenn Aster quoted Mara Veltin as saying that the bridge was shut.")
    assert (quote.speaker, quote.via) == ("Mara Veltin", ("Lenn Aster",))


def test_he_in_an_utterance_is_not_who_utters_it(tell: Tell) -> None:
    outer, inner = tell(
        "President Doran Keel spoke for an hour. “He told Mara Veltin directly that if the dam breaks, Karsovia will "
        "pay,” said Jon Pell, Keel's adviser."
    )
    assert (outer.actor, inner.actor, inner.via) == ("Jon Pell", "Doran Keel", ("Jon Pell",))
    assert inner.content == "if the dam breaks, Karsovia will pay,"


def test_words_told_inside_an_utterance_end_before_its_mark(tell: Tell) -> None:
    _, inner = tell(
        "President Doran Keel spoke for an hour. “He made clear that Karsovia and its friends will pay for the dam,” "
        "his spokeswoman Lena Orr said."
    )
    assert (inner.content, inner.actor) == ("Karsovia and its friends will pay for the dam,", "Doran Keel")


def test_somebody_who_speaks_of_himself_relays_nothing(tell: Tell) -> None:
    assert all(quote.via == () for quote in tell("Lenn Aster said he had promised to open the bridge."))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Doran Keel said the bridge was shut.", "asserted"),
        ("Doran Keel denied that the bridge was shut.", "denied"),
        ("Doran Keel said he would not resign.", "denied"),
        ("“We will not resign,” Doran Keel said.", "denied"),
        ("Doran Keel threatened to close the bridge.", "threatened"),
        ("“If they come, we will strike back,” Doran Keel said.", "threatened"),
        ("Doran Keel warned of imposing new tolls.", "threatened"),
        ("Forecasters warned that the river would rise.", "asserted"),
        ("Doran Keel demanded an apology from the council.", "demanded"),
        ("Karsovia must open the bridge, Mara Veltin said.", "demanded"),
        ("“Open the bridge,” Mara Veltin told Doran Keel.", "demanded"),
        ("Doran Keel promised to repair the bridge.", "promised"),
        ("Doran Keel said he would repair the bridge.", "promised"),
        ("Mara Veltin will speak on Sunday, her office said.", "asserted"),
        ("“Is the bridge safe?” Mara Veltin asked.", "asked"),
        ("Doran Keel declined to say whether the bridge was safe.", "declined"),
        ("“No comment,” Doran Keel said.", "declined"),
    ],
)
def test_the_claim_is_what_the_speaker_does_with_the_words(tell: Tell, text: str, claim: str) -> None:
    assert [quote.claim for quote in tell(text)] == [claim]


def test_a_quote_is_about_the_actors_inside_it(tell: Tell) -> None:
    (quote,) = tell("Mara Veltin said that Russia and NATO should talk.")
    assert len(quote.quote.about) == 2


def test_evidence_is_the_sentences_of_content_cue_and_source(tell: Tell) -> None:
    text = "It rained. Doran Keel said the bridge was shut. Nobody crossed."
    (quote,) = tell(text)
    assert [span.of(text) for span in quote.quote.evidence.spans] == ["Doran Keel said the bridge was shut."]
    assert 0 < quote.quote.evidence.confidence <= 1

"""Indirect and mixed speech: clauses, infinitives, gerunds and phrases that reporting words take."""

from __future__ import annotations

import pytest

from tests.stages.conftest import Tell


def contents(tell: Tell, text: str) -> list[str]:
    return [quote.content for quote in tell(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Doran Keel said that the bridge was safe.", "the bridge was safe"),
        ("Doran Keel said the bridge was safe.", "the bridge was safe"),
        ("Doran Keel said on Monday that the bridge was safe.", "the bridge was safe"),
        ("The bridge was safe, Doran Keel said.", "The bridge was safe"),
        ("The bridge was safe, said Doran Keel, the mayor of Tarvos.", "The bridge was safe"),
        ("The bridge, Doran Keel said, was safe.", "The bridge | was safe"),
        ("As Doran Keel noted, the old bridge was safe.", "the old bridge was safe"),
        ("According to Doran Keel, the bridge was safe.", "the bridge was safe"),
        ("The bridge was safe, according to Doran Keel.", "The bridge was safe"),
        ("The bridge, according to Doran Keel, was safe.", "The bridge | was safe"),
        ("Doran Keel asked whether the bridge was safe.", "whether the bridge was safe"),
        ("Doran Keel promised to repair the bridge by May.", "to repair the bridge by May"),
        ("Mara Veltin urged Karsovia to open the bridge.", "Karsovia to open the bridge"),
        ("Doran Keel described the bridge as a danger to all.", "the bridge as a danger to all"),
        ("Doran Keel called the bridge “a death trap”.", "the bridge “a death trap"),
        (
            "Doran Keel claimed that the bridge had been “tampered with” by night.",
            "the bridge had been “tampered with” by night",
        ),
        ("Doran Keel ruled out any “concessions” to Ostravia.", "any “concessions” to Ostravia"),
        ("Doran Keel repeated his claim that the bridge was safe.", "the bridge was safe"),
        ("Doran Keel said in a statement on behalf of the council that the bridge was safe.", "the bridge was safe"),
        ("Lenn Aster: the bridge is safe", "the bridge is safe"),
        (
            "The League said in a statement that 100-per-cent juice is a source of iron.",
            "100-per-cent juice is a source of iron",
        ),
        ("When asked on Friday whether the bridge was safe, Doran Keel said it was fine.", "it was fine"),
        ("While Keel has said his plan will be “broad,” he has left out the bridge.", "his plan will be “broad,"),
        (
            "Keel said that “shifting blame onto others will not help us,” alluding to a quarrel that has lasted.",
            "shifting blame onto others will not help us,",
        ),
        (
            "National police chief Doran Keel warned the public Monday not to cross the bridge.",
            "the public Monday not to cross the bridge",
        ),
    ],
)
def test_the_content_is_the_whole_of_what_was_said_and_no_more(tell: Tell, text: str, content: str) -> None:
    assert content in contents(tell, text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Doran Keel said the bridge was safe, adding that the road was not.", "the bridge was safe"),
        ("Keel said the bridge was safe and that the road was not.", "the bridge was safe and that the road was not"),
        ("Doran Keel said he had seen it and called on Ostravia to act.", "he had seen it"),
        ("While Doran Keel said the bridge was safe, nobody crossed it.", "the bridge was safe"),
        ("Doran Keel told parliament that the bridge, which was built in 1950, was safe.",
         "the bridge, which was built in 1950, was safe"),
        ("Mara Veltin and Doran Keel agreed that it was safe, their offices said.", "it was safe"),
        ("Doran Keel said the bridge was safe, while Mara Veltin said that it was not.", "the bridge was safe"),
    ],
)  # fmt: skip
def test_content_ends_where_the_next_attribution_begins(tell: Tell, text: str, content: str) -> None:
    assert content in contents(tell, text)


def test_a_participle_shares_the_speaker_of_its_verb(tell: Tell) -> None:
    quotes = tell("Doran Keel said the bridge was safe, adding that the road was not.")
    assert [quote.speaker for quote in quotes] == ["Doran Keel", "Doran Keel"]


def test_a_mixed_quote_is_the_whole_reported_clause(tell: Tell) -> None:
    (quote,) = tell("Doran Keel said the bridge was “as safe as any” in the land.")
    assert (quote.content, quote.kind) == ("the bridge was “as safe as any” in the land", "mixed")


def test_the_verb_is_given_as_its_lemma(tell: Tell) -> None:
    (quote,) = tell("Doran Keel insisted that the bridge was safe.")
    assert quote.verb == "insist"


def test_the_cue_of_a_phrasal_verb_spans_both_words(tell: Tell) -> None:
    text = "Doran Keel pointed out that the bridge was safe."
    (quote,) = tell(text)
    assert quote.quote.cue is not None
    assert (quote.verb, quote.quote.cue.of(text)) == ("point out", "pointed out")


@pytest.mark.parametrize("dateline", ["TARVOS, May 3 (OAN) — ", "TARVOS, May 3 (OAN) - ", "TARVOS - "])
def test_a_dateline_is_no_part_of_what_was_said(tell: Tell, dateline: str) -> None:
    (quote,) = tell(f"{dateline}The bridge was safe, Doran Keel said.")
    assert quote.content == "The bridge was safe"

"""Sentences that differ in a word or two and must not be read alike: negation, condition, relay, who does it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.records import Report, Span, Stance
from onrecord.stages.encode import veiled

Read = Callable[[str], Report]

TURNED = [
    ("Doran Keel supports sanctions on Russia.", "Doran Keel does not support sanctions on Russia.", "sanctions"),
    ("Doran Keel called for a ceasefire.", "Doran Keel rejected calls for a ceasefire.", "ceasefire"),
    (
        "Mara Veltin said talks were the only way.",
        "Mara Veltin said talks were out of the question.",
        "negotiations",
    ),
    (
        "Mara Veltin backed Ukraine's bid to join NATO.",
        "Mara Veltin opposed Ukraine's bid to join NATO.",
        "nato-enlargement",
    ),
    ("Doran Keel approved weapons for Ukraine.", "Doran Keel blocked weapons for Ukraine.", "military-aid"),
]


def of_issue(report: Report, issue: str) -> list[tuple[str, str]]:
    """(holder's name, position) of every side that is told on an issue."""
    names = {actor.id: actor.name for actor in report.actors}
    return [(names[s.holder], s.position) for s in report.stances if s.target == issue and s.position != "abstained"]


@pytest.mark.parametrize(("one", "other", "issue"), TURNED)
def test_a_word_that_turns_the_side_turns_it(read: Read, one: str, other: str, issue: str) -> None:
    (first,), (second,) = of_issue(read(one), issue), of_issue(read(other), issue)
    assert first[0] == second[0]
    assert (first[1], second[1]) == ("supports", "opposes")


def test_relay_gives_the_side_to_whose_it_is(read: Read) -> None:
    report = read("Mara Veltin said Doran Keel had ruled out any concessions.")
    assert of_issue(report, "concessions") == [("Doran Keel", "opposes")]


def acts(report: Report) -> list[tuple[str, str, str | None, str]]:
    """(holder, target, act, modality) of every stance towards an actor."""
    names = {actor.id: actor.name for actor in report.actors}
    found: list[Stance] = [stance for stance in report.stances if stance.target in names]
    return [(names[s.holder], names[s.target], s.event and s.event.root, s.modality) for s in found]


def test_what_is_threatened_on_a_condition_has_not_been_done(read: Read) -> None:
    (told,) = [act for act in acts(read("Karsovia attacked Ostravia on Monday.")) if act[0] == "Karsovia"]
    assert told == ("Karsovia", "Ostravia", "ASSAULT", "actual")
    threats = acts(read("Karsovia will attack Ostravia if the talks fail, Doran Keel warned."))
    assert all(modality != "actual" for holder, *_, modality in threats if holder == "Karsovia")


def test_who_did_it_to_whom_is_kept_apart(read: Read) -> None:
    found = {act[:3] for act in acts(read("Mara Veltin was condemned by Doran Keel for the raid."))}
    assert ("Doran Keel", "Mara Veltin", "ACCUSE") in found
    assert ("Mara Veltin", "Doran Keel", "ACCUSE") not in found


def test_what_the_grammar_reads_counts_beside_the_model(tools: Tools) -> None:
    text = "Karsovia moved on Ostravia."
    source, target = Span(0, 8), Span(18, 26)
    (sentence,) = tools.judge.encode([veiled(text, [source, target], [])])
    alone = tools.judge.act(sentence, source, target, None)
    told = tools.judge.act(sentence, source, target, "ASSAULT")
    assert told["ASSAULT"] > alone["ASSAULT"]
    assert all(told[root] < alone[root] for root in alone if root != "ASSAULT")
    assert sum(told.values()) == pytest.approx(1)

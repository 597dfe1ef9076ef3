"""Who somebody is must not decide how they are spoken of, nor what they are seen to do: other names, same labels."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.records import Report, Span
from onrecord.stages.encode import reads_like_a_name
from onrecord.stages.stance import PairToJudge
from onrecord.stages.tone import TargetToJudge
from tests.judging import stances_of, tones_of

LABELLED = Path(__file__).resolve().parents[2] / "training" / "labels"
SENTENCES = 300
CHANGED = 0.02  # the share of labels that another name may change
PAIRS = [
    ("Biden", "Putin"),
    ("Putin", "Biden"),
    ("Russia", "Ukraine"),
    ("Ukraine", "Russia"),
    ("Doran Keel", "Velmark"),
]


def sentences_with_two_names() -> list[dict[str, Any]]:
    """Sentences of ours whose source and target are names of invented people and countries."""
    rows = [
        json.loads(line)
        for path in sorted(LABELLED.glob("acts-*.jsonl"))
        for line in path.read_text(encoding="utf8").splitlines()
    ]
    named = [
        row
        for row in rows
        if all(reads_like_a_name(row["text"][slice(*row[which])]) for which in ("source", "target"))
        and (row["source"][1] < row["target"][0] or row["target"][1] < row["source"][0])
    ]
    return random.Random(5).sample(named, SENTENCES)


def renamed(row: dict[str, Any], source: str, target: str) -> PairToJudge:
    """The row with two other names in it."""
    text, put = row["text"], {}
    (first, a), (second, b) = sorted([(row["source"], source), (row["target"], target)])
    text = text[: first[0]] + a + text[first[1] : second[0]] + b + text[second[1] :]
    put[a] = Span(first[0], first[0] + len(a))
    start = second[0] + len(a) - (first[1] - first[0])
    put[b] = Span(start, start + len(b))
    return PairToJudge(text, put[source], put[target])


@pytest.fixture(scope="module")
def labels(tools: Tools) -> Callable[[str, str], list[tuple[str, str, str]]]:
    """Two names to the (tone of the target, stance, act) of every sentence that bears them."""
    rows = sentences_with_two_names()

    def told(source: str, target: str) -> list[tuple[str, str, str]]:
        pairs = [renamed(row, source, target) for row in rows]
        targets = [TargetToJudge(pair.text, pair.target) for pair in pairs]
        tones = tones_of(tools, targets)
        stances = stances_of(tools, pairs)
        tone_sure, stance_sure = tools.judge.settings["tone_threshold"], tools.judge.settings["stance_threshold"]
        return [
            (
                likeliest(tone._asdict(), tone_sure),
                likeliest(stance._asdict(), stance_sure),
                event.root if event else "none",
            )
            for tone, (stance, event) in zip(tones, stances, strict=True)
        ]

    return told


def likeliest(chances: dict[str, float], sure: float) -> str:
    best = max(chances, key=chances.__getitem__)
    return best if chances[best] >= sure else "abstained"


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_other_names_change_hardly_a_label(
    labels: Callable[[str, str], list[tuple[str, str, str]]], source: str, target: str
) -> None:
    before, after = labels("Mara Veltin", "Karsovia"), labels(source, target)
    for place, kind in enumerate(("tone", "stance", "act")):
        changed = [a[place] != b[place] for a, b in zip(before, after, strict=True)]
        assert sum(changed) <= CHANGED * SENTENCES, (kind, sum(changed))


def test_whole_article_reads_alike_when_two_presidents_change_places(read: Callable[[str], Report]) -> None:
    text = (
        "{0} accused {1} of breaking the truce on Monday. Critics called {1} reckless, while allies praised {0} for "
        "patience. “{1} will answer for this,” {0} said. {1} met reporters an hour later."
    )

    def tones(one: str, other: str) -> list[tuple[str, str, float]]:
        report = read(text.format(one, other))
        names = {actor.id: actor.name for actor in report.actors}
        as_first = {one: "first", other: "second"}
        return [
            (as_first[part], tone.label, tone.score)
            for tone in report.tones
            for part in as_first
            if part in names[tone.actor]
        ]

    assert tones("Biden", "Putin") == tones("Putin", "Biden")
    assert len(tones("Biden", "Putin")) >= 6

"""Our tone beside VADER's in one run: macro-F1 and time on a set of labelled targets.

    pip install vaderSentiment==3.3.2
    python -m bench.tone newsmtsc_rw_dev.jsonl

Each line of the set: {"text", "start", "end", "label"}. VADER (Hutto and Gilbert, ICWSM 2014) scores the whole
sentence; its own thresholds of ±0.05 make the three labels.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from onrecord.knowledge.tools import load_tools
from onrecord.records import Span
from onrecord.stages.mentions import names_in
from onrecord.stages.tone import LABELS, TargetToJudge, judge_targets


def vader_labels(rows: list[dict[str, Any]]) -> list[str]:
    """VADER's label of each sentence."""
    vader = SentimentIntensityAnalyzer()
    scores = [vader.polarity_scores(row["text"])["compound"] for row in rows]
    return ["positive" if score >= 0.05 else "negative" if score <= -0.05 else "neutral" for score in scores]


def our_labels(rows: list[dict[str, Any]]) -> list[str]:
    """The model's likeliest label of each target."""
    targets = [TargetToJudge(row["text"], Span(row["start"], row["end"])) for row in rows]
    tools = load_tools()
    with tools.nlp.memory_zone():
        names = {row["text"]: names_in(tools.nlp(row["text"]), tools.gazetteer) for row in rows}
    return [LABELS[chances.index(max(chances))] for chances in judge_targets(targets, names, tools.judge)]


def macro_f1(gold: list[str], got: list[str]) -> float:
    """The mean of the three labels' F1, in per cent."""
    scores = []
    for label in LABELS[:3]:
        right = sum(g == p == label for g, p in zip(gold, got, strict=True))
        wrong = sum((g == label) != (p == label) for g, p in zip(gold, got, strict=True))
        scores.append(2 * right / (2 * right + wrong) if right else 0.0)
    return 100 * sum(scores) / len(scores)


def main() -> None:
    """Print one row a system."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=Path)
    rows = [json.loads(line) for line in parser.parse_args().labelled.read_text(encoding="utf8").splitlines()]
    gold = [row["label"] for row in rows]
    systems: dict[str, Callable[[list[dict[str, Any]]], list[str]]] = {"VADER": vader_labels, "On Record": our_labels}
    for name, labels in systems.items():
        labels(rows[:8])  # what is loaded once is not counted
        began = time.perf_counter()
        got = labels(rows)
        each = 1000 * (time.perf_counter() - began) / len(rows)
        print(f"{name:10} macro-F1 {macro_f1(gold, got):5.1f}   {each:6.2f} ms a target, n {len(rows)}")


if __name__ == "__main__":
    main()

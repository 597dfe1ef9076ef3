"""How many of our 240 issue statements get the right side: `python -m tests.gold.issue_score [--errors]`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.knowledge.tools import Tools, load_tools
from onrecord.pipeline import analyse
from onrecord.records import Article, Report

STATEMENTS = Path(__file__).parent / "issue_statements.jsonl"
LABELS = ("supports", "opposes", "neutral")


def statements() -> list[dict[str, Any]]:
    """The keyed statements."""
    return [json.loads(line) for line in STATEMENTS.read_text(encoding="utf8").splitlines()]


def side_of(report: Report, holder: str, issue: str) -> str:
    """The one side that the holder takes on the issue; neutral where none, or both, are told."""
    ids = {actor.id for actor in report.actors if holder in actor.name or actor.name in holder}
    told = {s.position for s in report.stances if s.holder in ids and s.target == issue} - {"abstained", "neutral"}
    return told.pop() if len(told) == 1 else "neutral"


def answers(tools: Tools) -> list[tuple[dict[str, Any], str]]:
    """Each statement with the engine's answer."""
    found = []
    for row in statements():
        report = analyse(Article(row["id"], "", row["text"], published=date(2022, 3, 1)), tools)
        found.append((row, side_of(report, row["holder"], row["issue"])))
    return found


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """The mean of the three labels' F1, in per cent, of (keyed, answered) pairs."""
    scores = []
    for label in LABELS:
        right = sum(keyed == answered == label for keyed, answered in pairs)
        wrong = sum((keyed == label) != (answered == label) for keyed, answered in pairs)
        scores.append(2 * right / (2 * right + wrong) if right else 0.0)
    return 100 * sum(scores) / len(scores)


if __name__ == "__main__":
    found = answers(load_tools())
    print(f"issue statements: macro-F1 {macro_f1([(row['position'], got) for row, got in found]):.1f}, n {len(found)}")
    print(Counter((row["position"], got) for row, got in found))
    if "--errors" in sys.argv:
        for row, got in found:
            if got != row["position"]:
                print(f"{row['issue']:20} {row['position']:9} {got:9} {row['form']:13} {row['text']}")

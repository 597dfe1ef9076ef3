"""Temperatures and thresholds for a trained model, fitted on NewsMTSC dev and DSA dev:

    python training/calibrate.py --tone DIR --stance DIR --model data/models/NAME

A temperature per head makes the probabilities as sure as they are right (least log loss). A threshold per head is the
lowest at which what is said is 90 % right. Both go into the model's settings.json. Needs the engine, not torch.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from onrecord.knowledge.models import Judge
from onrecord.records import Span

TONES, STANCES = ("negative", "neutral", "positive"), ("supports", "opposes", "neutral")
RIGHT = 0.90


def answers(judge: Judge, rows: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities (rows × labels) at the judge's present temperature, and the gold labels' numbers."""
    encoded = judge.encode([row["text"] for row in rows])
    if "source" not in rows[0]:
        chances = [judge.tone(e, Span(r["start"], r["end"])) for e, r in zip(encoded, rows)]
        return np.array(chances), np.array([TONES.index(row["label"]) for row in rows])
    chances = [judge.stance(e, Span(*r["source"]), Span(*r["target"])) for e, r in zip(encoded, rows)]
    gold = [row["label"] if row["direction"] == "forward" else "neutral" for row in rows]
    return np.array(chances), np.array([STANCES.index(label) for label in gold])


def threshold_for(chances: np.ndarray, gold: np.ndarray) -> tuple[float, float]:
    """The lowest confidence at and above which RIGHT of the answers are right, and the share it covers."""
    sure, right = chances.max(1), chances.argmax(1) == gold
    order = np.argsort(-sure)
    running = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.nonzero(running >= RIGHT)[0]
    last = int(enough[-1]) if len(enough) else 0
    return float(sure[order][last]), (last + 1) / len(order)


def calibration_error(chances: np.ndarray, gold: np.ndarray, bins: int = 10) -> float:
    """The mean gap between how sure and how right, over equally filled bins."""
    sure, right = chances.max(1), (chances.argmax(1) == gold).astype(float)
    parts = np.array_split(np.argsort(sure), bins)
    return float(sum(len(p) * abs(sure[p].mean() - right[p].mean()) for p in parts) / len(sure))


def main() -> None:
    """Fit, print, write settings.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tone", type=Path, required=True)
    parser.add_argument("--stance", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    read = lambda path: [json.loads(line) for line in path.open(encoding="utf8")]  # noqa: E731
    sets = {
        "tone": read(options.tone / "newsmtsc_rw_dev.jsonl") + read(options.tone / "newsmtsc_mt_dev.jsonl"),
        "stance": read(options.stance / "dsa_dev.jsonl"),
    }
    settings = {f"{head}_{what}": 1.0 for head in sets for what in ("temperature", "threshold")}
    path = options.model / "settings.json"
    path.write_text(json.dumps(settings))
    judge = Judge(options.model)
    for head, rows in sets.items():
        losses = {}
        for temperature in np.arange(0.5, 2.5, 0.05):
            judge.settings[f"{head}_temperature"] = float(temperature)
            chances, gold = answers_cached(judge, rows, head)
            losses[float(temperature)] = -np.log(np.maximum(chances[np.arange(len(gold)), gold], 1e-9)).mean()
        best = round(min(losses, key=losses.__getitem__), 2)
        judge.settings[f"{head}_temperature"] = best
        chances, gold = answers_cached(judge, rows, head)
        threshold, share = threshold_for(chances, gold)
        settings |= {f"{head}_temperature": best, f"{head}_threshold": round(threshold, 3)}
        error = calibration_error(chances, gold)
        print(
            f"{head}: temperature {best}, threshold {threshold:.3f} covers {share:.0%}, calibration error {error:.3f}"
        )
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf8")


_encoded: dict[str, list] = {}


def answers_cached(judge: Judge, rows: list[dict], head: str) -> tuple[np.ndarray, np.ndarray]:
    """As `answers`, encoding each set once."""
    if head not in _encoded:
        _encoded[head] = judge.encode([row["text"] for row in rows])
    encode, judge.encode = judge.encode, lambda sentences: _encoded[head]  # type: ignore[method-assign]
    try:
        return answers(judge, rows)
    finally:
        judge.encode = encode  # type: ignore[method-assign]


if __name__ == "__main__":
    main()

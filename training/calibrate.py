"""Temperatures and thresholds for a trained model:

    python training/calibrate.py --tone DIR --stance DIR --model data/models/NAME

Tone is fitted on NewsMTSC dev, stance on DSA dev, sides and topics on our own sentences that were held back. A
temperature per head makes the probabilities as sure as they are right (least log loss); a threshold is the lowest at
which what is said is 90 % right (less for the heads that learnt from our own sentences). All of it goes into the
model's settings.json, and the hashes of its files into hashes.json. Needs the engine, not torch.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from own import own_rows
from rows import read_rows, read_statements

from onrecord.knowledge.gazetteer import load_gazetteer
from onrecord.knowledge.language import load_language
from onrecord.knowledge.models import HALVES, Encoded, Judge, SideQuestion
from onrecord.knowledge.stance_words import load_stance_words
from onrecord.records import Span
from onrecord.stages.encode import veiled
from onrecord.stages.mentions import names_in
from onrecord.stages.stance import PairToJudge, act_by_grammar

TONES, STANCES = ("negative", "neutral", "positive"), ("supports", "opposes", "neutral")
SIDES = ("absent", "supports", "opposes", "neutral")
RIGHT = 0.90
# Right among what is said: these heads learnt from few sentences of our own. Where a side is not a speaker's, whose it
# is was found by the grammar as well, so more is wanted of it.
TOLD = {"side": 0.75, "act": 0.80}
NARRATED = 0.80
Answers = Callable[[], tuple[np.ndarray, np.ndarray]]


def encoded(judge: Judge, rows: list[dict], asked: Callable[[dict], list[Span]]) -> list[Encoded]:
    """Every row's text as the engine would show it to the model: with its names hidden."""
    nlp, gazetteer = load_language(), load_gazetteer()
    veils = []
    with nlp.memory_zone():
        for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows)):
            veils.append(veiled(row["text"], names_in(doc, gazetteer), asked(row)))
    return judge.encode(veils)


def target_of(row: dict) -> list[Span]:
    """Whom the row asks about."""
    return [Span(row["start"], row["end"])]


def pair_of(row: dict) -> list[Span]:
    """The row's source and target."""
    return [Span(*row["source"]), Span(*row["target"])]


def tone_answers(judge: Judge, rows: list[dict]) -> Answers:
    """Probabilities (rows × labels) at the judge's present temperature, and the gold labels' numbers."""
    read = encoded(judge, rows, target_of)
    gold = np.array([TONES.index(row["label"]) for row in rows])
    return lambda: (np.array([judge.tone(e, *target_of(r)) for e, r in zip(read, rows)]), gold)


def stance_answers(judge: Judge, rows: list[dict]) -> Answers:
    """The same for directed stance; what runs backward is neutral."""
    read = encoded(judge, rows, pair_of)
    labels = [row["label"] if row["direction"] == "forward" else "neutral" for row in rows]
    gold = np.array([STANCES.index(label) for label in labels])
    return lambda: (np.array([judge.stance(e, *pair_of(r)) for e, r in zip(read, rows)]), gold)


def side_answers(judge: Judge, rows: list[dict]) -> Answers:
    """The same for the side on an issue's own statement."""
    statements = read_statements()
    gold = np.array([SIDES.index(row["position"]) for row in rows])
    questions = [SideQuestion(statements[row["issue"]], row["text"], Span(*row["holder"])) for row in rows]
    return lambda: (np.array(judge.sides(questions)), gold)


def act_answers(judge: Judge, rows: list[dict]) -> Answers:
    """The same for the act, the grammar's reading counted in."""
    read = encoded(judge, rows, pair_of)
    acts, words, nlp = judge.settings["acts"], load_stance_words().acts, load_language()
    gold = np.array([acts.index(row["root"]) for row in rows])
    pairs = [PairToJudge(row["text"], *pair_of(row)) for row in rows]
    with nlp.memory_zone():
        docs = nlp.pipe(row["text"] for row in rows)
        told = [act_by_grammar(doc, pair, words) for doc, pair in zip(docs, pairs)]
    return lambda: (
        np.array([list(judge.act(e, p.source, p.target, t).values()) for e, p, t in zip(read, pairs, told)]),
        gold,
    )


def weigh_grammar(judge: Judge, answers: Answers) -> None:
    """Set how much the grammar's reading of an act counts beside the model's: what gets most acts right, and of those
    that get as many, the likeliest."""

    def worth(weight: float) -> tuple[int, float]:
        judge.settings["act_told"] = weight
        chances, gold = answers()
        return int((chances.argmax(1) == gold).sum()), float(np.log(chances[np.arange(len(gold)), gold]).sum())

    judge.settings["act_told"] = max((0.25 * step for step in range(9)), key=worth)


def threshold_for(chances: np.ndarray, gold: np.ndarray, wanted: float) -> tuple[float, float]:
    """The lowest confidence at and above which that share of the answers is right, and how many it covers."""
    sure, right = chances.max(1), chances.argmax(1) == gold
    order = np.argsort(-sure)
    running = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.nonzero(running >= wanted)[0]
    last = int(enough[-1]) if len(enough) else 0
    return float(sure[order][last]), (last + 1) / len(order)


def calibration_error(chances: np.ndarray, gold: np.ndarray, bins: int = 10) -> float:
    """The mean gap between how sure and how right, over equally filled bins."""
    sure, right = chances.max(1), (chances.argmax(1) == gold).astype(float)
    parts = np.array_split(np.argsort(sure), bins)
    return float(sum(len(p) * abs(sure[p].mean() - right[p].mean()) for p in parts) / len(sure))


def fit(judge: Judge, head: str, answers: Answers) -> None:
    """Set the head's temperature and threshold, and print what they give."""
    losses = {}
    for temperature in np.arange(0.6, 2.5, 0.1):
        judge.settings[f"{head}_temperature"] = round(float(temperature), 2)
        chances, gold = answers()
        losses[round(float(temperature), 2)] = -np.log(np.maximum(chances[np.arange(len(gold)), gold], 1e-9)).mean()
    best = min(losses, key=losses.__getitem__)
    judge.settings[f"{head}_temperature"] = best
    chances, gold = answers()
    threshold, share = threshold_for(chances, gold, TOLD.get(head, RIGHT))
    judge.settings[f"{head}_threshold"] = round(threshold, 3)
    error, right = calibration_error(chances, gold), (chances.argmax(1) == gold).mean()
    print(
        f"{head:7} temperature {best}, threshold {threshold:.3f} covers {share:.0%}, "
        f"calibration error {error:.3f}, right in all {right:.1%}, n {len(gold)}"
    )


def topic_threshold(judge: Judge, rows: list[dict]) -> float:
    """The highest threshold that still finds the issue of 80 % of the sentences: for 90 % twice as many questions would
    be asked, and three times as many of texts about none. The terms of the issues find more."""
    read = encoded(judge, rows, lambda row: [])
    return float(np.quantile([judge.topics(e)[row["issue"]] for e, row in zip(read, rows)], 0.2))


def main() -> None:
    """Fit, print, write settings.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tone", type=Path, required=True)
    parser.add_argument("--stance", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    trained = json.loads((options.model / "training.json").read_text(encoding="utf8"))
    path = options.model / "settings.json"
    path.write_text(json.dumps({"acts": trained["acts"], "issues": trained["issues"]}), encoding="utf8")
    judge = Judge(options.model)
    tone = read_rows(options.tone / "newsmtsc_rw_dev.jsonl") + read_rows(options.tone / "newsmtsc_mt_dev.jsonl")
    fit(judge, "tone", tone_answers(judge, tone))
    fit(judge, "stance", stance_answers(judge, read_rows(options.stance / "dsa_dev.jsonl")))
    held = own_rows("issues")[1]
    sides = side_answers(judge, held)
    fit(judge, "side", sides)
    judge.settings["narrated_side_threshold"] = round(threshold_for(*sides(), NARRATED)[0], 3)
    acts = act_answers(judge, own_rows("acts")[1])
    judge.settings["act_told"] = 0.0
    fit(judge, "act", acts)
    weigh_grammar(judge, acts)
    fit(judge, "act", acts)
    print(f"act     the grammar's reading counts {judge.settings['act_told']}")
    judge.settings["topic_threshold"] = round(topic_threshold(judge, held), 3)
    print(f"topic   threshold {judge.settings['topic_threshold']}")
    path.write_text(json.dumps(judge.settings, indent=1) + "\n", encoding="utf8")
    shipped = (*HALVES, "heads.npz", "tokenizer.json", "settings.json")
    hashes = {file: hashlib.sha256((options.model / file).read_bytes()).hexdigest() for file in shipped}
    (options.model / "hashes.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()

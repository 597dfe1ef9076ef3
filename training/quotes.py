"""Fit data/quote_confidence.csv: how sure the quotes stage may be of what each of its rules finds.

    python training/quotes.py ANNOTATED.jsonl.gz [MORE.jsonl ...] --write

The first file is fitted on, the others only measured. A line is one article: {"text", "quotes": [{"start", "end",
"spans"?, "ignore"?}]}, offsets in characters; the files themselves are not part of the project. A quote that the rules
find is right when it shares 80 % of its words with an annotated one; what answers an ignored one is left out.
Without --write it only prints how well confidence and outcome agree.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from onrecord.knowledge.data import DATA
from onrecord.knowledge.language import load_language
from onrecord.knowledge.verbs import WEIGHTS, load_verbs
from onrecord.stages.quotes import find_attributions
from onrecord.stages.quotes.confidence import features
from onrecord.stages.quotes.page import read_page
from onrecord.stages.quotes.relay import holders
from onrecord.stages.quotes.resolve import in_order

WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
OVERLAP = 0.8
SEEN = 15  # a feature with fewer examples says nothing
PENALTY = 2.0  # ridge; the constant is free


def articles(path: str) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf8") if path.endswith(".gz") else open(path, encoding="utf8") as lines:
        yield from map(json.loads, lines)


def words(text: str, start: int, end: int) -> frozenset[int]:
    found = list(WORD.finditer(text, start, end))
    if len(found) > 1 and found[0].group().lower() in ("that", "if", "whether"):
        found = found[1:]
    return frozenset(match.start() for match in found)


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def best(pieces: tuple[tuple[int, int], ...], text: str, keyed: list[frozenset[int]]) -> list[float]:
    return [max((overlap(words(text, *piece), key) for key in keyed), default=0.0) for piece in pieces]


def examples(path: str) -> tuple[list[list[str]], np.ndarray]:
    """The features of every piece that the rules find, and whether it is right."""
    nlp, verbs = load_language(), load_verbs()
    names, right = [], []
    for article in articles(path):
        text = article["text"]
        keyed: dict[bool, list[frozenset[int]]] = {True: [], False: []}
        for quote in article["quotes"]:
            for start, end in quote.get("spans") or [[quote["start"], quote["end"]]]:
                keyed[bool(quote.get("ignore"))].append(words(text, start, end))
        page = read_page(nlp(text), verbs)
        found = in_order(find_attributions(page))
        for attribution, around in zip(found, holders(found)):
            counted, ignored = best(attribution.pieces, text, keyed[False]), best(attribution.pieces, text, keyed[True])
            for of_counted, of_ignored in zip(counted, ignored):
                if of_ignored <= of_counted:
                    names.append(list(features(page, attribution, bool(around))))
                    right.append(of_counted >= OVERLAP)
    return names, np.array(right, float)


def matrix(rows: list[list[str]], index: dict[str, int]) -> np.ndarray:
    filled = np.zeros((len(rows), len(index)), np.float32)
    for number, row in enumerate(rows):
        filled[number, [index[name] for name in row if name in index]] = 1
    return filled


def fit(x: np.ndarray, y: np.ndarray, free: int) -> np.ndarray:
    """Ridge logistic regression by Newton's method."""
    weights, penalty = np.zeros(x.shape[1]), np.full(x.shape[1], PENALTY)
    penalty[free] = 1e-3
    for _ in range(12):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p) + 1e-6)[:, None]).T @ x + np.diag(penalty)
        weights = weights + np.linalg.solve(hessian, x.T @ (y - p) - penalty * weights)
    return weights


def report(path: str, p: np.ndarray, y: np.ndarray) -> None:
    print(path, len(y), "found")
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        held = (p >= low) & (p < low + 0.1)
        if held.any():
            print(f"  {low:.1f}  n {held.sum():5d}  mean {p[held].mean():.3f}  right {y[held].mean():.3f}")
            error += held.sum() * abs(p[held].mean() - y[held].mean())
    print(f"  calibration error {error / len(y):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows, right = examples(options.files[0])
    seen = Counter(name for row in rows for name in row)
    index = {name: number for number, name in enumerate(sorted(n for n, count in seen.items() if count >= SEEN))}
    weights = fit(matrix(rows, index), right, index["always"])
    report(options.files[0], 1 / (1 + np.exp(-matrix(rows, index) @ weights)), right)
    for path in options.files[1:]:
        others, outcome = examples(path)
        report(path, 1 / (1 + np.exp(-matrix(others, index) @ weights)), outcome)
    if options.write:
        with (DATA / WEIGHTS).open(encoding="utf8", newline="") as file:
            thresholds = [row for row in csv.reader(file) if row[0].endswith(" from")]
        with (DATA / WEIGHTS).open("w", encoding="utf8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(["feature", "weight", "seen"])
            table.writerows(thresholds)
            table.writerows([name, f"{weights[number]:.3f}", seen[name]] for name, number in index.items())


if __name__ == "__main__":
    main()

"""Our own labelled sentences, split once: to learn from, and held back. Needs no torch."""

from __future__ import annotations

import json
import random
from pathlib import Path

LABELS = Path(__file__).resolve().parent / "labels"
HELD_BACK = 0.1  # to see how they are learnt, and to calibrate on
# Written after the split was drawn: all to learn from, so that what was held back stays so.
LATER = {"acts-d", "issues-f", "issues-g"}


def own_rows(kind: str) -> tuple[list[dict], list[dict]]:
    """The rows of labels/KIND-*.jsonl: (to learn from, held back). No text, and no group of texts that were written
    beside each other to differ in a word or two, is on both sides."""
    files = {path.stem: read_labels(path) for path in sorted(LABELS.glob(f"{kind}-*.jsonl"))}
    keyed = [
        (f"{stem} {row['group']}" if "group" in row else row["text"], row)
        for stem, rows in files.items()
        if stem not in LATER
        for row in rows
    ]
    together = sorted({key for key, _ in keyed})
    held = set(random.Random(0).sample(together, int(len(together) * HELD_BACK)))
    later = [row for stem in sorted(LATER) for row in files.get(stem, [])]
    return [row for key, row in keyed if key not in held] + later, [row for key, row in keyed if key in held]


def read_labels(path: Path) -> list[dict]:
    """One file's rows."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]

"""Our own labelled sentences, split once: to learn from, and held back. Needs no torch."""

from __future__ import annotations

import json
import random
from pathlib import Path

LABELS = Path(__file__).resolve().parent / "labels"
HELD_BACK = 0.1  # to see how they are learnt, and to calibrate on


def own_rows(kind: str) -> tuple[list[dict], list[dict]]:
    """The rows of labels/KIND-*.jsonl: (to learn from, held back). No text, and no group of texts that were written
    beside each other to differ in a word or two, is on both sides."""
    rows = [
        (f"{path.stem} {row['group']}" if "group" in row else row["text"], row)
        for path in sorted(LABELS.glob(f"{kind}-*.jsonl"))
        for row in map(json.loads, path.read_text(encoding="utf8").splitlines())
    ]
    together = sorted({key for key, _ in rows})
    held = set(random.Random(0).sample(together, int(len(together) * HELD_BACK)))
    return [row for key, row in rows if key not in held], [row for key, row in rows if key in held]

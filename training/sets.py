"""Labelled sentences -> tensors: which tokens belong to the target, the source, and what lies between.

Tone: NewsMTSC (Hamborg and Donnay, EACL 2021). Stance: "Who blames or endorses whom?" (Park et al., Findings of
ACL 2021). Neither is part of this repository; `train.py --help` says where it looks for them. Acts, issues and sides:
our own sentences in training/labels. Names are hidden as the engine will hide them (onrecord.stages.encode).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import torch
from hints import turned_hint
from tokenizers import Tokenizer

from onrecord.knowledge.models import BACK, hidden, question_pieces, stand_ins
from onrecord.records import Span
from onrecord.stages.encode import veiled

TONES = ("negative", "neutral", "positive")
# Directed: the second pair says that the target does it to the source.
STANCES = ("neutral", "supports", "opposes", "supports backward", "opposes backward")
ACTS = (
    "NONE", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
SIDES = ("absent", "supports", "opposes", "neutral")  # absent: the text is not about the issue
LONGEST = 128  # word pieces; 99.8 % of the sentences for tone and all for stance have no more
LONGEST_PAIR = 192

Batch = dict[str, torch.Tensor]
Names = dict[str, list[tuple[int, int]]]  # text -> where it names someone


@dataclass(frozen=True)
class Example:
    """One sentence as word pieces with its target (tone), source and target (stance, act), or holder as the source and
    the issue's statement as the target (side)."""

    pieces: list[int]
    target: tuple[int, int] | None
    source: tuple[int, int] | None
    label: int  # -1: none, only the teacher's answer
    soft: tuple[float, ...] | None = None  # the teacher's probabilities
    hint: tuple[float, ...] | None = None  # and the vectors that they were read from


def pieces_of(
    rows: list[dict], spans_of: Callable[[dict], list[tuple[int, int]]], tokenizer: Tokenizer, names: Names
) -> Iterator[tuple[list[int], list[tuple[int, int]]]]:
    """Word pieces and offsets of each row's text, its names hidden."""
    others = stand_ins(tokenizer)
    for row, coded in zip(rows, tokenizer.encode_batch([row["text"] for row in rows])):
        known = [Span(*name) for name in names[row["text"]]]
        veil = veiled(row["text"], known, [Span(*span) for span in spans_of(row)])
        yield hidden(coded.ids, coded.offsets, veil.names, others)


def cover(offsets: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The half-open run of word pieces that overlaps characters start..end, or None."""
    inside = [i for i, (a, b) in enumerate(offsets) if a < end and start < b]
    return (inside[0], inside[-1] + 1) if inside else None


def cut(pieces: list[int], spans: list[tuple[int, int]]) -> tuple[list[int], list[tuple[int, int]]]:
    """A window of at most LONGEST pieces round the spans, and the spans moved into it."""
    if len(pieces) <= LONGEST:
        return pieces, spans
    middle = (min(a for a, _ in spans) + max(b for _, b in spans)) // 2
    left = max(1, min(middle - LONGEST // 2, len(pieces) - LONGEST + 1))
    window = [pieces[0], *pieces[left : left + LONGEST - 2], pieces[-1]]
    move = lambda i: min(max(i - left + 1, 1), len(window) - 2)  # noqa: E731
    return window, [(move(a), max(move(b - 1) + 1, move(a) + 1)) for a, b in spans]


def tone_examples(rows: list[dict], tokenizer: Tokenizer, names: Names) -> list[Example]:
    """Rows with a target, labelled or not -> examples."""
    examples = []
    read = pieces_of(rows, lambda row: [(row["start"], row["end"])], tokenizer, names)
    for row, (ids, offsets) in zip(rows, read):
        span = cover(offsets, row["start"], row["end"])
        if span:
            pieces, (target,) = cut(ids, [span])
            label = -1 if row["label"] is None else TONES.index(row["label"])
            examples.append(Example(pieces, target, None, label))
    return examples


def pair_examples(
    rows: list[dict], tokenizer: Tokenizer, names: Names, label_of: Callable[[dict], int]
) -> list[Example]:
    """Rows with a source and a target -> examples."""
    examples = []
    read = pieces_of(rows, lambda row: [tuple(row["source"]), tuple(row["target"])], tokenizer, names)
    for row, (ids, offsets) in zip(rows, read):
        source, target = cover(offsets, *row["source"]), cover(offsets, *row["target"])
        if source and target:
            pieces, (source, target) = cut(ids, [source, target])
            examples.append(Example(pieces, target, source, label_of(row)))
    return examples


def stance_label(row: dict) -> int:
    """A backward label is one of the last two classes; our own acts are all forward; -1 where nobody labelled."""
    return (
        -1
        if row.get("label") is None
        else STANCES.index(row["label"] + (" backward" if row.get("direction") == "backward" else ""))
    )


def whole_examples(texts: list[str], tokenizer: Tokenizer, names: Names) -> list[Example]:
    """Texts with nobody asked about."""
    read = pieces_of([{"text": text} for text in texts], lambda row: [], tokenizer, names)
    return [Example(cut(ids, [(1, 2)])[0], None, None, -1) for ids, _ in read]


def side_examples(
    rows: list[dict], statements: dict[str, str], tokenizer: Tokenizer, absent: int, draw: random.Random
) -> list[Example]:
    """Each row with its issue's statement, and with `absent` statements of other issues."""
    examples = []
    for row in rows:
        asked = [(row["issue"], row.get("position"))]
        others = [issue for issue in statements if issue != row["issue"]]
        asked += [(issue, "absent") for issue in draw.sample(others, absent)]
        for issue, label in asked:
            pieces, stated, holder = question_pieces(
                tokenizer, statements[issue], row["text"], Span(*row["holder"]), LONGEST_PAIR
            )
            if holder:
                examples.append(Example(pieces, stated, holder, -1 if label is None else SIDES.index(label)))
    return examples


def turned(example: Example) -> Example:
    """The pair asked about the other way round: what was forward is backward."""
    label, soft, hint = example.label, example.soft, example.hint
    return replace(
        example,
        source=example.target,
        target=example.source,
        label=BACK[label] if label >= 0 else label,
        soft=tuple(soft[place] for place in BACK) if soft else None,
        hint=turned_hint(hint) if hint else None,
    )


def batches(examples: list[Example], size: int, seed: int | None) -> Iterator[list[Example]]:
    """Batches of similar length, in random order; with seed None in the order given."""
    order = list(range(len(examples)))
    if seed is not None:
        draw = random.Random(seed)
        draw.shuffle(order)
        chunks = [order[i : i + size * 50] for i in range(0, len(order), size * 50)]
        order = [i for chunk in chunks for i in sorted(chunk, key=lambda i: len(examples[i].pieces))]
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if seed is not None:
        draw.shuffle(groups)
    for group in groups:
        yield [examples[i] for i in group]


def collate(batch: list[Example]) -> Batch:
    """Padded tensors: pieces, attention, and 0/1 masks (rows of weights) for target, source and between."""
    width = max(len(example.pieces) for example in batch)
    shape = (len(batch), width)
    made = {name: torch.zeros(shape) for name in ("attention", "target", "source", "between")}
    pieces = torch.zeros(shape, dtype=torch.long)
    for row, example in enumerate(batch):
        pieces[row, : len(example.pieces)] = torch.tensor(example.pieces)
        made["attention"][row, : len(example.pieces)] = 1
        if example.target:
            made["target"][row, slice(*example.target)] = 1
        if example.source and example.target:
            made["source"][row, slice(*example.source)] = 1
            left, right = sorted((example.target, example.source))
            made["between"][row, left[1] : max(right[0], left[1])] = 1
    made["label"] = torch.tensor([example.label for example in batch])
    if all(example.soft for example in batch):
        made["soft"] = torch.tensor([example.soft for example in batch])
    if all(example.hint for example in batch):
        made["hint"] = torch.tensor([example.hint for example in batch])
    return {"pieces": pieces, **made}

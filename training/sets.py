"""Labelled sentences -> tensors: which tokens belong to the target, the source, and what lies between.

Tone: NewsMTSC (Hamborg and Donnay, EACL 2021). Stance: "Who blames or endorses whom?" (Park et al., Findings of
ACL 2021). Neither is part of this repository; `train.py --help` says where it looks for them. Acts, issues and sides:
our own sentences in training/labels.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

TONES = ("negative", "neutral", "positive")
# Directed: the second pair says that the target does it to the source.
STANCES = ("neutral", "supports", "opposes", "supports backward", "opposes backward")
ACTS = (
    "NONE", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
SIDES = ("absent", "supports", "opposes", "neutral")  # absent: the text is not about the issue
LONGEST = 128  # word pieces; 99.8 % of the sentences for tone and all for stance have no more
MASK, SEPARATOR = 103, 102  # [MASK] and [SEP] in the vocabulary of BERT uncased


Batch = dict[str, torch.Tensor]


@dataclass(frozen=True)
class Example:
    """One sentence as word pieces with its target (tone), source and target (stance, act), or holder as the source and
    the issue's statement as the target (side)."""

    pieces: list[int]
    target: tuple[int, int] | None
    source: tuple[int, int] | None
    label: int  # -1: none, only the teacher's answer
    soft: tuple[float, ...] | None = None  # the teacher's probabilities


def names_of(tone: list[dict], acts: list[dict], tokenizer: Tokenizer) -> list[list[int]]:
    """The word pieces of the names in the labelled text, each once: to put one in the place of another."""
    spans = [row["text"][row["start"] : row["end"]] for row in tone]
    spans += [row["text"][slice(*row[which])] for row in acts for which in ("source", "target")]
    names = sorted({span for span in spans if span[0].isupper() and len(span.split()) <= 3})
    return [coded.ids[1:-1] for coded in tokenizer.encode_batch(names)]


def as_targets(rows: list[dict]) -> list[dict]:
    """Sentences labelled for stance as sentences with a target, whose tone only a teacher tells."""
    return [
        {"text": row["text"], "start": row[which][0], "end": row[which][1], "label": None}
        for row in rows
        for which in ("source", "target")
    ]


@dataclass(frozen=True)
class Disguise:
    """The shares of examples whose names are masked, and whose names are changed for one of `names` (word pieces)."""

    masked: float
    renamed: float
    names: list[list[int]]


def read_rows(path: Path) -> list[dict]:
    """The objects of a JSON lines file, which may be gzipped."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf8")
    return [json.loads(row) for row in text.split("\n") if row]


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


def tone_examples(rows: list[dict], tokenizer: Tokenizer) -> list[Example]:
    """NewsMTSC rows -> examples."""
    examples = []
    for row, coded in zip(rows, tokenizer.encode_batch([row["text"] for row in rows])):
        span = cover(coded.offsets, row["start"], row["end"])
        if span:
            pieces, (target,) = cut(coded.ids, [span])
            label = -1 if row["label"] is None else TONES.index(row["label"])
            examples.append(Example(pieces, target, None, label))
    return examples


def pair_examples(rows: list[dict], tokenizer: Tokenizer, label_of: Callable[[dict], int]) -> list[Example]:
    """Rows with a source and a target -> examples."""
    examples = []
    for row, coded in zip(rows, tokenizer.encode_batch([row["text"] for row in rows])):
        source, target = cover(coded.offsets, *row["source"]), cover(coded.offsets, *row["target"])
        if source and target:
            pieces, (source, target) = cut(coded.ids, [source, target])
            examples.append(Example(pieces, target, source, label_of(row)))
    return examples


def stance_label(row: dict) -> int:
    """A backward label is one of the last two classes; our own acts are all forward."""
    return STANCES.index(row["label"] + (" backward" if row.get("direction") == "backward" else ""))


def topic_examples(rows: list[dict], others: list[str], issues: list[str], tokenizer: Tokenizer) -> list[Example]:
    """The number of the issue that a text is about; -1 for texts about none."""
    texts = [(row["text"], issues.index(row["issue"])) for row in rows] + [(text, -1) for text in others]
    coded = tokenizer.encode_batch([text for text, _ in texts])
    return [Example(cut(c.ids, [(1, 2)])[0], None, None, label) for c, (_, label) in zip(coded, texts)]


def side_examples(
    rows: list[dict], statements: dict[str, str], tokenizer: Tokenizer, absent: int, draw: random.Random
) -> list[Example]:
    """Each row with its issue's statement, and with `absent` statements of other issues."""
    pairs = []
    for row in rows:
        pairs.append((row, statements[row["issue"]], row["position"]))
        others = [issue for issue in statements if issue != row["issue"]]
        pairs += [(row, statements[issue], "absent") for issue in draw.sample(others, absent)]
    examples = []
    for (row, _, label), coded in zip(
        pairs, tokenizer.encode_batch([(stated, row["text"]) for row, stated, _ in pairs])
    ):
        second = coded.ids.index(SEPARATOR) + 1
        moved = cover([(-1, -1)] * second + coded.offsets[second:-1], *row["holder"])
        if moved and len(coded.ids) <= LONGEST * 2:
            examples.append(Example(coded.ids, (1, second - 1), moved, SIDES.index(label)))
    return examples


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


def replaced(example: Example, which: Sequence[str], pieces: Callable[[], list[int]]) -> Example:
    """The example with the pieces of its target or source (as `which` says) from `pieces()`, its spans moved."""
    ids, spans = list(example.pieces), {"target": example.target, "source": example.source}
    for name in which:
        span = spans[name]
        if span is None:
            continue
        put = pieces()
        ids[span[0] : span[1]] = put
        more = len(put) - (span[1] - span[0])
        for other, (a, b) in [(other, each) for other, each in spans.items() if each and other != name]:
            if a >= span[1]:
                spans[other] = (a + more, b + more)
        spans[name] = (span[0], span[0] + len(put))
    return replace(example, pieces=ids, target=spans["target"], source=spans["source"])


def disguised(example: Example, disguise: Disguise, draw: random.Random, which: Sequence[str]) -> Example:
    """Who it is must not decide: in some examples the names are one [MASK] each, in some they are other names."""
    spans = [span for span in (example.target, example.source) if span]
    if len(spans) == 2 and spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]:
        return example  # one inside the other
    lot = draw.random()
    if lot < disguise.masked:
        return replaced(example, which, lambda: [MASK])
    if lot < disguise.masked + disguise.renamed:
        return replaced(example, which, lambda: draw.choice(disguise.names))
    return example


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
    return {"pieces": pieces, **made}

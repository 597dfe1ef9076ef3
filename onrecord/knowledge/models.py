"""The judge of tone and stance: one small encoder, two heads on pooled spans, run without torch.

How it was trained, on what, and how good it is: data/models/<name>/README.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import ModelMissing
from onrecord.knowledge.data import DATA
from onrecord.records import Span, StanceProbabilities, ToneProbabilities

MODELS = DATA / "models"
NAME = "reader-minilm"
LONGEST = 256  # word pieces; a longer sentence is cut, and a span beyond the cut is judged by the whole

Array = NDArray[np.float32]


class SideProbabilities(NamedTuple):
    """Which side a holder takes on a statement; absent where the text is not about it. Sums to 1."""

    absent: float
    supports: float
    opposes: float
    neutral: float


@dataclass(frozen=True, slots=True)
class SideQuestion:
    """A statement, a text that may be about it, and where the text names the holder."""

    statement: str
    text: str
    holder: Span


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence as token vectors (pieces × width), and where each piece stands in the sentence."""

    vectors: Array
    offsets: NDArray[np.int64]

    def pooled(self, span: Span | None) -> Array:
        """The mean vector of the pieces a span covers; of all pieces for None or for a span beyond the cut."""
        if span is None:
            return np.asarray(self.vectors.mean(0))
        inside = (self.offsets[:, 0] < span.end) & (span.start < self.offsets[:, 1])
        return np.asarray(self.vectors[inside].mean(0) if inside.any() else self.vectors.mean(0))

    def between(self, one: Span, other: Span) -> Array:
        """The mean vector of what lies between two spans; zeros where nothing does."""
        left, right = sorted((one, other))
        inside = (self.offsets[:, 0] >= left.end) & (self.offsets[:, 1] <= right.start) & (self.offsets[:, 1] > 0)
        return mean_of(self.vectors, inside)


def mean_of(vectors: Array, marked: NDArray[np.bool_]) -> Array:
    """The mean of the marked vectors; zeros where none is marked."""
    return np.asarray(vectors[marked].mean(0) if marked.any() else np.zeros_like(vectors[0]))


class Judge:
    """Encodes sentences once and answers tone and stance for any spans in them."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the same sums in the same order: the same answer, bit for bit
        options.enable_cpu_mem_arena = False  # an arena keeps what the longest article needed
        self._session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        with np.load(folder / "heads.npz") as heads:
            self._heads = unpacked(heads)
        self.settings: dict[str, Any] = json.loads((folder / "settings.json").read_text(encoding="utf8"))
        self._folder = folder

    @cached_property
    def name(self) -> str:
        """The model's name and the first eight digits of its hash, for Provenance."""
        digest = hashlib.sha256()
        for file in ("encoder.onnx", "heads.npz", "settings.json"):
            digest.update((self._folder / file).read_bytes())
        return f"{self._folder.name} {digest.hexdigest()[:8]}"

    def encode(self, sentences: Sequence[str]) -> list[Encoded]:
        """Every sentence's vectors, in order."""
        return [self._encode(coded) for coded in self._tokenizer.encode_batch(list(sentences))]

    def _encode(self, coded: Any) -> Encoded:
        # One by one: the int8 weights are scaled by whatever goes through together, so that in a batch the answer for a
        # sentence would hang on its neighbours. On one core it takes a tenth more time.
        pieces = np.asarray([coded.ids], dtype=np.int64)
        (vectors,) = self._session.run(None, {"pieces": pieces, "attention": np.ones_like(pieces)})
        return Encoded(vectors[0], np.asarray(coded.offsets, dtype=np.int64))

    def tone(self, sentence: Encoded, target: Span) -> ToneProbabilities:
        """How the sentence speaks of the target."""
        pooled = np.concatenate([sentence.pooled(None), sentence.pooled(target), sentence.vectors[0]])
        logits = self._heads["tone.weight"] @ pooled + self._heads["tone.bias"]
        return ToneProbabilities(*softmax(logits / self.settings["tone_temperature"]))

    def stance(self, sentence: Encoded, source: Span, target: Span) -> StanceProbabilities:
        """Which side the source takes towards the target; what the target does to the source counts as neutral."""
        logits = self._of_pair("stance", sentence, source, target)
        neutral, supports, opposes, *backward = softmax(logits / self.settings["stance_temperature"])
        return StanceProbabilities(supports, opposes, neutral + sum(backward))

    def act(self, sentence: Encoded, source: Span, target: Span) -> tuple[str, float]:
        """The likeliest PLOVER category of the source's act towards the target (NONE for none), and its probability."""
        chances = softmax(self._of_pair("act", sentence, source, target) / self.settings["act_temperature"])
        best = max(range(len(chances)), key=chances.__getitem__)
        return self.settings["acts"][best], chances[best]

    def topics(self, sentence: Encoded) -> dict[str, float]:
        """How likely the sentence is about each issue that the model has learnt."""
        pooled = np.concatenate([sentence.pooled(None), sentence.vectors[0]])
        logits = self._heads["topic.weight"] @ pooled + self._heads["topic.bias"]
        return dict(zip(self.settings["issues"], (1 / (1 + np.exp(-logits))).tolist(), strict=True))

    def sides(self, questions: Sequence[SideQuestion]) -> list[SideProbabilities]:
        """The answers, in order. Any statement can be asked about, one that was never learnt included."""
        coded = self._tokenizer.encode_batch([(each.statement, each.text) for each in questions])
        return [
            self._side(self._encode(each), np.asarray(each.type_ids), question.holder)
            for each, question in zip(coded, questions, strict=True)
        ]

    def _side(self, pair: Encoded, sequence: NDArray[np.int64], holder: Span) -> SideProbabilities:
        real = pair.offsets[:, 1] > pair.offsets[:, 0]
        stated, text = real & (sequence == 0), real & (sequence == 1)
        named = text & (pair.offsets[:, 0] < holder.end) & (holder.start < pair.offsets[:, 1])
        mean = [
            pair.vectors[each].mean(0) if each.any() else np.zeros_like(pair.vectors[0]) for each in (named, stated)
        ]
        pooled = np.concatenate([pair.vectors.mean(0), *mean, pair.vectors[0]])
        return SideProbabilities(*softmax(self._two_layers("side", pooled) / self.settings["side_temperature"]))

    def _of_pair(self, head: str, sentence: Encoded, source: Span, target: Span) -> Array:
        parts = [sentence.pooled(None), sentence.pooled(source), sentence.pooled(target)]
        return self._two_layers(head, np.concatenate([*parts, sentence.between(source, target), sentence.vectors[0]]))

    def _two_layers(self, head: str, pooled: Array) -> Array:
        hidden = np.tanh(self._heads[f"{head}_hidden.weight"] @ pooled + self._heads[f"{head}_hidden.bias"])
        return np.asarray(self._heads[f"{head}.weight"] @ hidden + self._heads[f"{head}.bias"])


def unpacked(heads: Mapping[str, NDArray[Any]]) -> dict[str, Array]:
    """The heads' weights: matrices are stored as int8 with a scale a row, which loses nothing that can be measured."""
    weights = {}
    for name in heads:
        if not name.endswith(".scale"):
            scale = heads[f"{name}.scale"] if f"{name}.scale" in heads else np.float32(1)
            weights[name] = heads[name].astype(np.float32) * scale
    return weights


def softmax(logits: Array) -> list[float]:
    """Probabilities that sum to 1."""
    powers = np.exp(logits - logits.max())
    return [float(power) for power in powers / powers.sum()]


def load_judge(name: str = NAME) -> Judge:
    """The judge of data/models/NAME. Raises ModelMissing when its files are not there."""
    folder = MODELS / name
    wanted = ("encoder.onnx", "heads.npz", "tokenizer.json", "settings.json")
    if missing := [file for file in wanted if not (folder / file).is_file()]:
        raise ModelMissing(f"data/models/{name} lacks {', '.join(missing)}. Check out the repository whole.")
    return Judge(folder)

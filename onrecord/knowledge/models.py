"""The judge of tone and stance: a small encoder in two halves, heads on pooled spans, run without torch.

The lower half reads every text; above it one upper half reads sentences for tone, stance and topic, the other for acts,
and an issue's statement together with a text for side. Names are hidden from it: in each sentence they are Smith, Jones
and so on, so that who somebody is cannot decide how they are spoken of. How it was trained, on what, and how good it
is: data/models/<name>/README.md.
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
HALVES = ("lower.onnx", "sentence.onnx", "question.onnx")
# What the names of a sentence become, in order: common surnames, which the starting weights know for such.
STAND_INS = ("smith", "jones", "wilson", "davis", "taylor", "clark", "lewis", "harris")
# The classes of stance: neutral, supports, opposes, and the latter two from the target; each from the other side is:
BACK = (0, 3, 4, 1, 2)
NO_ACT = "NONE"  # among the acts: the two are not linked by one
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


class Name(NamedTuple):
    """Where a text names somebody, and a number for whom: two places with one number name the same one."""

    span: Span
    who: int


@dataclass(frozen=True, slots=True)
class Veiled:
    """A text, and the names in it that the model may not see (spans that do not overlap)."""

    text: str
    names: tuple[Name, ...] = ()


@dataclass(slots=True)
class Encoded:
    """One sentence as token vectors (pieces × width), and where each piece stands in the sentence. `below` are the
    vectors of the lower half, from which `acts`, the reading for acts, is made when somebody asks for it; `words` are
    the pieces of the text, names among them, each once."""

    vectors: Array
    offsets: NDArray[np.int64]
    below: Array
    words: NDArray[np.int64]
    acts: Encoded | None = None

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


def hidden(
    pieces: Sequence[int], offsets: Sequence[tuple[int, int]], names: Sequence[Name], stand_in: Sequence[int]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Word pieces and where they stand, with another in the place of each name; `stand_in` are pieces, one for each
    who, and the last for all that are more."""
    ids: list[int] = []
    places: list[tuple[int, int]] = []
    waiting = sorted(names, reverse=True)
    for piece, (start, end) in zip(pieces, offsets, strict=True):
        while waiting and start < end and waiting[-1].span.end <= start:
            waiting.pop()
        if waiting and waiting[-1].span.start < end and start < waiting[-1].span.end:
            span, who = waiting[-1]
            if places and places[-1] == (span.start, span.end):
                continue
            piece, start, end = stand_in[min(who, len(stand_in) - 1)], span.start, span.end
        ids.append(piece)
        places.append((start, end))
    return ids, places


def stand_ins(tokenizer: Any) -> list[int]:
    """The pieces that stand for names."""
    return [tokenizer.token_to_id(name) for name in STAND_INS]


class Question(NamedTuple):
    """A side question as word pieces, and which of them are the statement and the holder (None beyond the cut)."""

    pieces: list[int]
    statement: tuple[int, int]
    holder: tuple[int, int] | None


def question_pieces(tokenizer: Any, statement: str, text: str, holder: Span, longest: int) -> Question:
    """[CLS] smith : statement [SEP] text [SEP], the holder's name in the text a smith as well."""
    first, last, colon = (tokenizer.token_to_id(piece) for piece in ("[CLS]", "[SEP]", ":"))
    names = stand_ins(tokenizer)
    stated = [names[0], colon, *tokenizer.encode(statement, add_special_tokens=False).ids]
    coded = tokenizer.encode(text, add_special_tokens=False)
    ids, places = hidden(coded.ids, coded.offsets, [Name(holder, 0)], names)
    before = [first, *stated, last]
    pieces = [*before, *ids[: longest - len(before) - 1], last]
    found = next((i for i, place in enumerate(places) if place == (holder.start, holder.end)), None)
    at = None if found is None else found + len(before)
    return Question(pieces, (1, len(stated) + 1), None if at is None or at >= len(pieces) - 1 else (at, at + 1))


def above(below: Array, upper: Any) -> Array:
    """The vectors that an upper half makes of those of the lower half, (pieces × width)."""
    (vectors,) = upper.run(None, {"below": below})
    return np.asarray(vectors[0])


def mean_of(vectors: Array, marked: NDArray[np.bool_]) -> Array:
    """The mean of the marked vectors; zeros where none is marked."""
    return np.asarray(vectors[marked].mean(0) if marked.any() else np.zeros_like(vectors[0]))


class Judge:
    """Encodes sentences once and answers tone and stance for any spans in them."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the same sums in the same order: the same answer, bit for bit
        options.enable_cpu_mem_arena = False  # an arena keeps what the longest article needed
        self._lower, self._of_sentence, self._of_question = (
            onnxruntime.InferenceSession(str(folder / file), options, providers=["CPUExecutionProvider"])
            for file in HALVES
        )
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.encode_special_tokens = True  # an article that says [SEP] says five characters
        self._stand_ins = stand_ins(self._tokenizer)
        with np.load(folder / "heads.npz") as heads:
            self._heads = unpacked(heads)
        self.settings: dict[str, Any] = json.loads((folder / "settings.json").read_text(encoding="utf8"))
        self._folder = folder

    @cached_property
    def name(self) -> str:
        """The model's name and the first eight digits of its hash, for Provenance."""
        digest = hashlib.sha256()
        for file in (*HALVES, "heads.npz", "tokenizer.json", "settings.json"):
            digest.update((self._folder / file).read_bytes())
        return f"{self._folder.name} {digest.hexdigest()[:8]}"

    def encode(self, sentences: Sequence[Veiled]) -> list[Encoded]:
        """Every sentence's vectors, in order."""
        # One by one: the int8 weights are scaled by whatever goes through together, so that in a batch the answer for a
        # sentence would hang on its neighbours. On one core it takes a tenth more time.
        encoded = []
        for coded, sentence in zip(self._tokenizer.encode_batch([s.text for s in sentences]), sentences, strict=True):
            pieces, offsets = hidden(coded.ids, coded.offsets, sentence.names, self._stand_ins)
            below = self._below(pieces)
            vectors = above(below, self._of_sentence)
            encoded.append(Encoded(vectors, np.asarray(offsets, dtype=np.int64), below, np.unique(coded.ids)))
        return encoded

    def _below(self, pieces: Sequence[int]) -> Array:
        (vectors,) = self._lower.run(None, {"pieces": np.asarray([pieces], dtype=np.int64)})
        return np.asarray(vectors)

    def tone(self, sentence: Encoded, target: Span) -> ToneProbabilities:
        """How the sentence speaks of the target."""
        pooled = np.concatenate([sentence.pooled(None), sentence.pooled(target), sentence.vectors[0]])
        logits = self._heads["tone.weight"] @ pooled + self._heads["tone.bias"]
        return ToneProbabilities(*softmax(logits / self.settings["tone_temperature"]))

    def stance(self, sentence: Encoded, source: Span, target: Span) -> StanceProbabilities:
        """Which side the source takes towards the target; what the target does to the source counts as neutral. The
        pair is asked about in both directions, which makes one answer of two."""
        there = self._of_pair("stance", sentence, source, target)
        back = self._of_pair("stance", sentence, target, source)[list(BACK)]
        neutral, supports, opposes, *backward = softmax((there + back) / (2 * self.settings["stance_temperature"]))
        return StanceProbabilities(supports, opposes, neutral + sum(backward))

    def act(self, sentence: Encoded, source: Span, target: Span, told: str | None) -> dict[str, float]:
        """How likely each PLOVER category of the source's act towards the target is, and NO_ACT. `told` is the one that
        the grammar reads (`stages.stance.acts`): it knows verbs that the model has hardly met, and counts beside it."""
        if sentence.acts is None:
            vectors = above(sentence.below, self._of_question)
            sentence.acts = Encoded(vectors, sentence.offsets, sentence.below, sentence.words)
        names: list[str] = self.settings["acts"]
        logits = self._of_pair("act", sentence.acts, source, target) / self.settings["act_temperature"]
        if told is not None:
            logits[names.index(told)] += self.settings["act_told"]
        return dict(zip(names, softmax(logits), strict=True))

    def topics(self, sentence: Encoded) -> dict[str, float]:
        """How likely the sentence is about each issue that the model has learnt; for this, names count too."""
        pooled = np.concatenate([sentence.pooled(None), sentence.vectors[0]])
        logits = self._heads["topic.weight"] @ pooled + self._heads["topic.bias"]
        logits = logits + self._heads["topic_words.weight"][:, sentence.words].sum(1)
        return dict(zip(self.settings["issues"], (1 / (1 + np.exp(-logits))).tolist(), strict=True))

    def sides(self, questions: Sequence[SideQuestion]) -> list[SideProbabilities]:
        """The answers, in order. Any statement can be asked about, one that was never learnt included."""
        return [self._side(question) for question in questions]

    def _side(self, question: SideQuestion) -> SideProbabilities:
        asked = question_pieces(self._tokenizer, question.statement, question.text, question.holder, LONGEST)
        vectors = above(self._below(asked.pieces), self._of_question)
        holder = vectors[slice(*asked.holder)].mean(0) if asked.holder else np.zeros_like(vectors[0])
        pooled = np.concatenate([vectors.mean(0), holder, vectors[slice(*asked.statement)].mean(0), vectors[0]])
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
    wanted = (*HALVES, "heads.npz", "tokenizer.json", "settings.json")
    if missing := [file for file in wanted if not (folder / file).is_file()]:
        raise ModelMissing(f"data/models/{name} lacks {', '.join(missing)}. Check out the repository whole.")
    return Judge(folder)

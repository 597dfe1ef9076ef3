"""Words that report speech, with the frame that each asks for: data/reporting_verbs.yaml, typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from onrecord.errors import DataError
from onrecord.knowledge.data import read_csv, read_yaml
from onrecord.records import Claim

Distance = Literal["neutral", "distancing", "factive", "emphatic"]
FILE = "reporting_verbs.yaml"
WEIGHTS = "quote_confidence.csv"
FIELDS = frozenset({"takes", "claim", "claims", "to", "distance"})
COMPLEMENTS = frozenset({"direct", "that", "clause", "wh", "infinitive", "gerund", "noun", "complement", "disclosure"})
PREPOSITIONS = frozenset(["about", "against", "at", "for", "from", "in", "of", "on", "over", "to", "with"])
OBJECT_COMPLEMENTS = frozenset(f"object-{word}" for word in ("infinitive", "as", *PREPOSITIONS))
PLACES = frozenset({"", "object", "upon", *PREPOSITIONS})


@dataclass(frozen=True, slots=True)
class Frame:
    """What one reporting word takes as its content, and what its speaker does with it."""

    lemma: str
    takes: frozenset[str]
    claim: Claim = "asserted"
    claims: tuple[tuple[str, Claim], ...] = ()
    to: str = ""
    distance: Distance = "neutral"

    def claim_of(self, complement: str) -> Claim:
        """The claim that this complement of the word makes: *warned of floods* asserts, *warned them to leave*
        demands."""
        return dict(self.claims).get(complement, self.claim)


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    """The frames by lemma (a phrasal verb by its words: "point out"), and the other lists of the file."""

    verbs: Mapping[str, Frame]
    phrasal: Mapping[str, tuple[tuple[str, Frame], ...]]
    nouns: Mapping[str, Frame]
    phrases: tuple[tuple[str, ...], ...]
    replies: frozenset[str]
    messages: frozenset[str]
    unwelcome: frozenset[str]
    reckonings: frozenset[str]
    commitments: frozenset[str]
    untruths: frozenset[str]
    needs: frozenset[str]
    disclosing: frozenset[str]
    never_bare: frozenset[str]
    pointers: tuple[str, ...]
    labels: tuple[str, ...]
    nobodies: frozenset[str]
    withholding: frozenset[str]
    of_things: frozenset[str]
    documents: frozenset[str]
    utterances: frozenset[str]
    speakers: frozenset[str]
    weights: Mapping[str, float]  # of the features that a quote's confidence rests on, by name

    def distance_of(self, verb: str) -> Distance | None:
        """How the outlet holds words reported with this lemma; None for a word that is not listed."""
        frame = self.verbs.get(verb) or self.nouns.get(verb) or dict(self._phrasal_frames()).get(verb)
        return frame.distance if frame else None

    def _phrasal_frames(self) -> list[tuple[str, Frame]]:
        return [(frame.lemma, frame) for frames in self.phrasal.values() for _, frame in frames]


@cache
def load_verbs() -> ReportingVerbs:
    """The reporting words of data/reporting_verbs.yaml. Raises DataError that names the word and what is wrong."""
    raw = read_yaml(FILE)
    if not isinstance(raw, dict):
        raise DataError(f"data/{FILE} must be a mapping with the keys verbs, nouns, phrases, documents and speakers.")
    frames = _frames(raw, "verbs")
    phrasal: dict[str, list[tuple[str, Frame]]] = {}
    for lemma, frame in frames.items():
        first, _, rest = lemma.partition(" ")
        if rest:
            phrasal.setdefault(first, []).append((rest, frame))
    return ReportingVerbs(
        verbs={lemma: frame for lemma, frame in frames.items() if " " not in lemma},
        phrasal={first: tuple(rest) for first, rest in phrasal.items()},
        nouns=_frames(raw, "nouns"),
        phrases=tuple(tuple(phrase.split()) for phrase in _words(raw, "phrases")),
        replies=frozenset(_words(raw, "replies")),
        messages=frozenset(_words(raw, "messages")),
        unwelcome=frozenset(_words(raw, "unwelcome")),
        reckonings=frozenset(_words(raw, "reckonings")),
        commitments=frozenset(_words(raw, "commitments")),
        untruths=frozenset(_words(raw, "untruths")),
        needs=frozenset(_words(raw, "needs")),
        disclosing=frozenset(_words(raw, "disclosing")),
        never_bare=frozenset(_words(raw, "never_bare")),
        pointers=tuple(_words(raw, "pointers")),
        labels=tuple(_words(raw, "labels")),
        nobodies=frozenset(_words(raw, "nobodies")),
        withholding=frozenset(_words(raw, "withholding")),
        of_things=frozenset(_words(raw, "of_things")),
        documents=frozenset(_words(raw, "documents")),
        utterances=frozenset(_words(raw, "utterances")),
        speakers=frozenset(_words(raw, "speakers")),
        weights={row["feature"]: float(row["weight"]) for row in read_csv(WEIGHTS)},
    )


def _words(raw: dict[str, Any], section: str) -> list[str]:
    words = raw.get(section)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise DataError(f"data/{FILE}: {section} must be a list of words.")
    return words


def _frames(raw: dict[str, Any], section: str) -> dict[str, Frame]:
    rows = raw.get(section)
    if not isinstance(rows, dict):
        raise DataError(f"data/{FILE}: {section} must map each word to its frame.")
    return {str(lemma): _frame(str(lemma), fields) for lemma, fields in rows.items()}


def _frame(lemma: str, fields: Any) -> Frame:
    if not isinstance(fields, dict) or not fields.get("takes") or set(fields) - FIELDS:
        raise DataError(f"data/{FILE}: {lemma} needs `takes` and may have {', '.join(sorted(FIELDS - {'takes'}))}.")
    takes = frozenset(map(str, fields["takes"]))
    claims = tuple((str(complement), claim) for complement, claim in dict(fields.get("claims", {})).items())
    _check(lemma, takes | {complement for complement, _ in claims}, COMPLEMENTS | OBJECT_COMPLEMENTS | PREPOSITIONS)
    _check(lemma, {fields.get("claim", "asserted"), *(claim for _, claim in claims)}, frozenset(get_args(Claim)))
    _check(lemma, {fields.get("distance", "neutral")}, frozenset(get_args(Distance)))
    _check(lemma, {fields.get("to", "")}, PLACES)
    return Frame(
        lemma=lemma,
        takes=takes,
        claim=cast(Claim, fields.get("claim", "asserted")),
        claims=cast("tuple[tuple[str, Claim], ...]", claims),
        to=str(fields.get("to", "")),
        distance=cast(Distance, fields.get("distance", "neutral")),
    )


def _check(lemma: str, given: frozenset[str] | set[str], known: frozenset[str]) -> None:
    if unknown := given - known:
        raise DataError(
            f"data/{FILE}: {lemma} has {', '.join(sorted(map(str, unknown)))}; known: {', '.join(sorted(known))}."
        )

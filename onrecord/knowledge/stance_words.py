"""The words that stance rests on: issues and their terms, attitudes, and acts coded as PLOVER categories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from onrecord.errors import DataError
from onrecord.knowledge.data import read_csv, read_yaml
from onrecord.records import Event, Quad

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """What a sentence must hold to be about an issue: one of the anchors and, if any are given, one of `near`.
    `sense` is -1 where the words name the issue's opposite; with `noun` the anchor must be one."""

    anchors: frozenset[Phrase]
    near: frozenset[Phrase]
    sense: int
    noun: bool
    does: bool


@dataclass(frozen=True, slots=True)
class Issue:
    """A sentence that one can be for or against."""

    id: str
    name: str
    statement: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Attitudes:
    """Words -> +1 (for) or -1 (against) what they govern, and what predicates say of their subjects. No side passes
    through one of `blocks`; whoever is said to be one of `undergone` takes none."""

    verbs: Mapping[Phrase, int]
    acts: frozenset[Phrase]
    nouns: Mapping[str, int]
    adjectives: Mapping[str, int]
    outcomes: Mapping[str, int]
    consequences: frozenset[str]
    blocks: frozenset[str]
    undergone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Acts:
    """Words -> the PLOVER category of the act they tell of.

    The object of a `light` verb names the act, `saying` verbs only report, a verb of `takes_over` turns what it
    governs; what is `intended` lies in words as long as it is to come."""

    verbs: Mapping[Phrase, str]
    nouns: Mapping[Phrase, str]
    light: frozenset[str]
    saying: frozenset[str]
    takes_over: Mapping[str, str]
    intended: frozenset[str]
    events: Mapping[str, Event]


@dataclass(frozen=True, slots=True)
class StanceWords:
    """All of it, loaded once."""

    issues: tuple[Issue, ...]
    attitudes: Attitudes
    acts: Acts


def load_stance_words() -> StanceWords:
    """From data/issues.yaml, attitudes.yaml, acts.yaml and plover.csv. Raises DataError naming the faulty row."""
    return StanceWords(load_issues(), load_attitudes(), load_acts())


def load_issues() -> tuple[Issue, ...]:
    """The issues in the order of data/issues.yaml, which is the order in which screens list them."""
    issues = []
    for row in read_yaml("issues.yaml"):
        try:
            terms = tuple(
                Term(
                    phrases(term["anchor"]),
                    phrases(term.get("near", ())),
                    int(term.get("sense", 1)),
                    flag(term, "noun"),
                    flag(term, "does"),
                )
                for term in row["terms"]
            )
            issues.append(Issue(row["id"], row["name"], row["statement"], terms))
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(f"data/issues.yaml: {row!r} lacks or misuses {error}.") from error
    return tuple(issues)


def flag(term: Mapping[str, Any], name: str) -> bool:
    """A term's true or false; false where it says nothing. Raises ValueError for anything else."""
    value = term.get(name, False)
    if not isinstance(value, bool):
        raise ValueError(f"{name}: {value!r}, which is neither true nor false")
    return value


def load_attitudes() -> Attitudes:
    """data/attitudes.yaml as look-ups."""
    rows = read_yaml("attitudes.yaml")
    sides = {"against": -1, "for": 1}
    verbs: dict[Phrase, int] = {}
    acts: set[Phrase] = set()
    nouns: dict[str, int] = {}
    adjectives: dict[str, int] = {}
    for side, sign in sides.items():
        for kind in ("said", "did"):
            for verb in phrases(rows[side][kind]):
                verbs[verb] = sign
                if kind == "did":
                    acts.add(verb)
        nouns |= dict.fromkeys(rows[side]["nouns"], sign)
        adjectives |= dict.fromkeys(rows[side]["adjectives"], sign)
    outcomes = dict.fromkeys(rows["good_outcomes"], 1) | dict.fromkeys(rows["bad_outcomes"], -1)
    consequences, blocks, undergone = (frozenset(rows[name]) for name in ("consequences", "blocks", "undergone"))
    return Attitudes(verbs, frozenset(acts), nouns, adjectives, outcomes, consequences, blocks, undergone)


def load_acts() -> Acts:
    """data/acts.yaml as look-ups, with the scores and quads of data/plover.csv."""
    events = {
        row["root"]: Event(row["root"], cast(Quad, row["quad"]), float(row["score"])) for row in read_csv("plover.csv")
    }
    rows = read_yaml("acts.yaml")
    verbs: dict[Phrase, str] = {}
    nouns: dict[Phrase, str] = {}
    for root, words in cast("dict[str, dict[str, Any]]", rows["roots"]).items():
        if root not in events:
            raise DataError(f"data/acts.yaml: {root} has no row in data/plover.csv.")
        for phrase in phrases(words["verbs"]):
            verbs.setdefault(phrase, root)
        for phrase in phrases(words["nouns"]):
            nouns.setdefault(phrase, root)
    takes_over = {verb: root for root, listed in rows["takes_over"].items() for verb in listed}
    light, saying, intended = (frozenset(rows[name]) for name in ("light", "saying", "intended"))
    return Acts(verbs, nouns, light, saying, takes_over, intended, events)


def phrases(words: Iterable[str]) -> frozenset[Phrase]:
    """Lower-cased, split at spaces; several words are one phrase."""
    return frozenset(tuple(str(word).lower().split()) for word in words)

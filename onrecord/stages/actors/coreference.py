"""Pronouns: to the likeliest actor mentioned before, or to none."""

from __future__ import annotations

from onrecord.records import Candidate
from onrecord.stages.actors.reading import Reading, Seen, role_of
from onrecord.stages.actors.roster import Draft

_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_NEUTER = frozenset("it its itself".split())
_FARTHEST = 3  # sentences back; beyond it a writer names the actor again
# What a mention is worth as the one a pronoun means, by its part in the sentence.
_WORTH = {"subject": 3.0, "owner": 1.6, "root": 1.5, "object": 1.5, "other": 1.0}
_PER_SENTENCE = 1.5
_LEAST = 0.0


def antecedent(reading: Reading, pronoun: Candidate) -> Draft | None:
    """The actor that the pronoun stands for, or None where nothing fits well enough."""
    return antecedent_of_word(reading, pronoun.head)


def antecedent_of_word(reading: Reading, index: int) -> Draft | None:
    """The same for the pronoun at this position."""
    word = reading.doc[index].lower_
    here = reading.sentence_of(index)
    best: tuple[float, Draft] | None = None
    for seen in reversed(reading.seen):
        distance = here - seen.sentence
        if distance > _FARTHEST:
            break
        if seen.form == "demonym" or seen.head == index or not _fits(word, seen.draft):
            continue
        if distance == 0 and _argues_with(reading, index, seen.head):
            continue
        score = _worth(reading, index, seen, distance)
        if score > _LEAST and (best is None or score > best[0]):
            best = score, seen.draft
    return best[1] if best else None


def _fits(word: str, draft: Draft) -> bool:
    if word in _MALE:
        return _may_be(draft, "male")
    if word in _FEMALE:
        return _may_be(draft, "female")
    if word in _NEUTER:
        return draft.kind in ("state", "organisation") and not draft.plural
    return draft.plural or draft.kind == "group"


def _may_be(draft: Draft, gender: str) -> bool:
    return draft.kind in ("person", "unnamed") and not draft.plural and draft.gender in ("", gender)


def _argues_with(reading: Reading, index: int, other: int) -> bool:
    """Whether both are arguments of one verb: *he* in "he told Putin" is not Putin."""
    pronoun, name = reading.doc[index], reading.doc[other]
    if pronoun.dep_ == "poss" or pronoun.lower_.endswith(("self", "selves")):
        return pronoun.head == name
    return _verb(pronoun) == _verb(name) and role_of(pronoun) != "owner" and role_of(name) != "owner"


def _verb(token: object) -> object:
    at = token
    for _ in range(3):
        if at.dep_ in ("nsubj", "nsubjpass", "dobj", "dative"):  # type: ignore[attr-defined]
            return at.head  # type: ignore[attr-defined]
        if at.dep_ in ("pobj", "prep", "conj", "appos", "agent"):  # type: ignore[attr-defined]
            at = at.head  # type: ignore[attr-defined]
            continue
        return None
    return None


def _worth(reading: Reading, index: int, seen: Seen, distance: int) -> float:
    score = _WORTH[seen.role] - _PER_SENTENCE * distance
    score -= 0.02 * (index - seen.head)
    if seen.form == "pronoun":
        score += 0.5
    if reading.quoted[index] != reading.quoted[seen.head]:
        score -= 0.7
    if seen.draft.kind == "unnamed":
        score -= 0.5
    return score

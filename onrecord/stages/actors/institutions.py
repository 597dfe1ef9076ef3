"""Descriptions of governments and institutions: "the Russian side", "its defence ministry", "the agency"."""

from __future__ import annotations

from onrecord.knowledge.gazetteer import Entry
from onrecord.knowledge.naming import words_of
from onrecord.records import Candidate
from onrecord.stages.actors.reading import Reading
from onrecord.stages.actors.roster import Draft

_DETERMINERS = frozenset("the this that these those its their his her".split())
_NEAR = 3.0  # sentences within which a body may be called by its kind alone


def institution(reading: Reading, candidate: Candidate, body: str | None) -> Draft | None:
    """The government, ministry or organisation that is described, if it is one."""
    entry = reading.roster.gazetteer.entries.get(body or "")
    if entry is not None:
        return _of(reading, candidate, entry)
    return _of_context(reading, candidate) or _called(reading, candidate)


def _of(reading: Reading, candidate: Candidate, body: Entry) -> Draft | None:
    """A government for its state or union, a ministry for itself, whether it is known or not."""
    nouns, head = reading.roster.gazetteer.nouns, reading.doc[candidate.head].lower_
    if head in nouns.governments and body.kind in ("state", "organisation"):
        return _because(reading.roster.known(body.id), candidate, reading, f"speaks for {body.name}")
    if body.kind != "state" or head in nouns.ranks:
        return None
    words = _own_words(reading, candidate, body)
    entry = reading.roster.gazetteer.body_of(body.id, words)
    if entry is not None:
        return _because(reading.roster.known(entry.id), candidate, reading, f"an organisation of {body.name}")
    if head not in nouns.institutions or candidate.plural:
        return None
    draft = reading.roster.unknown(f"{' '.join(words).title()} of {body.name}", "organisation")
    draft.state = body.id
    return _because(draft, candidate, reading, f"an organisation of {body.name}")


def _own_words(reading: Reading, candidate: Candidate, body: Entry) -> list[str]:
    names = (body.name, *body.aliases, *body.demonyms)
    left_out = {word.lower() for name in names for word, _, _ in words_of(name)} | _DETERMINERS | {"s"}
    words = [word for word, _, _ in words_of(reading.words(candidate))]
    return [word for word in words if word.isalpha() and word.lower() not in left_out]


def _of_context(reading: Reading, candidate: Candidate) -> Draft | None:
    """The one of the state last spoken of that has such a one: "the Foreign Ministry", "its army"."""
    words = reading.words(candidate).lower().split()
    gazetteer = reading.roster.gazetteer
    if words[0] not in ("the", "its") or len(words) < 3 or words[-1] not in gazetteer.nouns.institutions:
        return None
    for seen in reversed(reading.seen):
        state = seen.draft.state if seen.draft.kind in ("state", "person") else None
        entry = gazetteer.body_of(state, words[1:]) if state else None
        if entry is not None:
            return _because(reading.roster.known(entry.id), candidate, reading, f"the one of {seen.draft.name}")
    return None


def _called(reading: Reading, candidate: Candidate) -> Draft | None:
    """The last organisation whose name says that it is such a one ("the agency"); "the alliance" is NATO."""
    nouns, head = reading.roster.gazetteer.nouns, reading.doc[candidate.head].lower_
    words = reading.words(candidate).lower().split()
    if candidate.plural or head not in nouns.bodies or words[0] not in ("the", "this", "that"):
        return None
    entries, allied = reading.roster.gazetteer.entries, nouns.alliances.get(head)
    for seen in reversed(reading.seen):
        if seen.draft.kind not in ("organisation", "group"):
            continue
        entry = entries.get(seen.draft.id)
        names = (seen.draft.name, *entry.aliases) if entry else (seen.draft.name, *seen.draft.reasons)
        if seen.draft.id == allied or any(name.lower().endswith(head) for name in names):
            return seen.draft
    if len(words) > 2 or head not in nouns.any_body:
        return None
    private = head in ("company", "firm")
    for seen in reversed(reading.seen):
        if reading.distance(seen.head, candidate.head) > _NEAR:
            return None
        public = seen.draft.name.split()[-1].lower() in nouns.public_heads
        if seen.draft.kind == "organisation" and seen.role in ("subject", "owner") and not (private and public):
            return seen.draft
    return None


def _because(draft: Draft, candidate: Candidate, reading: Reading, why: str) -> Draft:
    draft.because(reading.words(candidate), why)
    return draft

"""Descriptions: of a government, of someone named in the article, or of a source that stays unnamed."""

from __future__ import annotations

from onrecord.records import Candidate
from onrecord.stages.actors.reading import Reading
from onrecord.stages.actors.roster import Draft
from onrecord.stages.actors.seats import body_of, note_seat

_BACK = frozenset("the this that these those".split())
_TOP = ("head-of-state", "head-of-government", "leader")
_FOLLOWERS = frozenset("counterpart counterparts".split())


def describe(reading: Reading, candidate: Candidate) -> Draft | None:
    """The actor of a description; an unnamed one where it is none of those named."""
    head = reading.doc[candidate.head].lower_
    body = body_of(reading, candidate)
    nouns = reading.roster.gazetteer.nouns
    state = reading.roster.gazetteer.entries.get(body or "")
    text = " ".join(candidate.span.of(reading.text).split())
    if head in nouns.governments and state is not None and state.kind == "state":
        draft = reading.roster.known(state.id)
        draft.because(text, f"speaks for {draft.name}")
        return draft
    found = None
    if head in _FOLLOWERS and not candidate.plural:
        found = _counterpart(reading, candidate, body)
    elif head == "leader" and state is not None:
        found = _leader(reading, body)
    elif _points_back(reading, candidate):
        found = _earlier(reading, candidate, head)
    if found is not None:
        if found.kind != "unnamed":
            found.because(text, f"refers back to {found.name}")
        return found
    return _new(reading, candidate, text)


def _points_back(reading: Reading, candidate: Candidate) -> bool:
    return candidate.span.of(reading.text).split()[0].lower() in _BACK


def _counterpart(reading: Reading, candidate: Candidate, body: str | None) -> Draft | None:
    """ "His Ukrainian counterpart" holds in Ukraine the office that *he* holds."""
    owner = reading.by_head.get(candidate.owner) if candidate.owner is not None else None
    days, offices = reading.roster.days, reading.roster.gazetteer.offices
    if owner is None or body is None:
        return None
    roles = [role for role, _ in sorted(owner.seats, key=str)]
    if days is not None:
        roles += [office.role for office in offices.by_person.get(owner.id, ()) if office.covers(days)]
    for draft in reading.roster.people():
        if draft is not owner and any((role, body) in draft.seats for role in roles):
            return draft
    if days is None:
        return None
    holders = [offices.holder(role, body, days) for role in roles]
    return next((reading.roster.known(office.person) for office in holders if office is not None), None)


def _leader(reading: Reading, body: str | None) -> Draft | None:
    days, offices = reading.roster.days, reading.roster.gazetteer.offices
    people = reading.roster.people()
    for role in _TOP:
        told = next((draft for draft in people if (role, body) in draft.seats), None)
        if told is not None:
            return told
        office = offices.holder(role, body, days) if days and body else None
        if office is not None:
            return reading.roster.known(office.person)
    return None


def _earlier(reading: Reading, candidate: Candidate, head: str) -> Draft | None:
    """The last one who was called so, or who holds such an office."""
    for seen in reversed(reading.seen):
        draft = seen.draft
        if draft.plural != candidate.plural or draft.kind not in ("person", "unnamed"):
            continue
        if head in draft.titles or draft.name.split()[-1].lower() == head:
            return draft
        if draft.kind == "person" and draft.office and head in draft.office.lower().split():
            return draft
    return None


def _new(reading: Reading, candidate: Candidate, text: str) -> Draft:
    draft = reading.roster.unnamed(reading.article, text, plural=candidate.plural)
    note_seat(reading, draft, candidate)
    return draft

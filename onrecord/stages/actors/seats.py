"""Offices to persons: what the article itself says first, then who held the office when the text was written."""

from __future__ import annotations

from onrecord.records import Candidate
from onrecord.stages.actors.coreference import antecedent_of_word
from onrecord.stages.actors.reading import Reading
from onrecord.stages.actors.roster import Draft


def body_of(reading: Reading, candidate: Candidate) -> str | None:
    """The state or organisation whose office it is: the one named, or that of the possessor (*its*, *his*)."""
    if candidate.body is not None or candidate.owner is None:
        return candidate.body
    owner = reading.by_head.get(candidate.owner) or antecedent_of_word(reading, candidate.owner)
    if owner is None:
        return None
    return owner.state if owner.kind in ("person", "state") else owner.id


def note_seat(reading: Reading, draft: Draft, candidate: Candidate) -> None:
    """Keep what an office or description told of a person: its roles, state and gender."""
    head = reading.doc[candidate.head].lower_
    nouns = reading.roster.gazetteer.nouns
    draft.titles.add(head)
    draft.gender = draft.gender or nouns.genders.get(head, "")
    body = body_of(reading, candidate)
    for role in candidate.roles:
        draft.seats.add((role, body))
    entry = reading.roster.gazetteer.entries.get(body or "")
    if draft.state is None and entry is not None:
        draft.state = entry.id if entry.kind == "state" else entry.state


def resolve_office(reading: Reading, candidate: Candidate) -> Draft | None:
    """The person in that office, or an unnamed actor that says why its holder is not known."""
    text = " ".join(candidate.span.of(reading.text).split())
    body = body_of(reading, candidate)
    if not candidate.roles:
        return _unresolved(reading, candidate, "the text does not say that the office was held at the time")
    told = _told_by_text(reading, candidate, body)
    if told is not None:
        told.because(text, f"the text names {told.name} as holding that office")
        return told
    if body is None:
        body = _only_body(reading, candidate)
    days = reading.roster.days
    if body is None:
        return _unresolved(reading, candidate, "the text does not say whose office it is")
    if days is None:
        return _unresolved(reading, candidate, "the text has no date, so the holder of the office is not known")
    for role in candidate.roles:
        office = reading.roster.gazetteer.offices.holder(role, body, days)
        if office is not None:
            draft = reading.roster.known(office.person)
            draft.because(text, f"{draft.name} was {office.title} on {days[0].isoformat()}")
            return draft
    return _unresolved(reading, candidate, f"no single holder of that office on {days[0].isoformat()} is known")


def _told_by_text(reading: Reading, candidate: Candidate, body: str | None) -> Draft | None:
    seats = {(role, body) for role in candidate.roles}
    holders = [draft for draft in reading.roster.people() if seats & draft.seats]
    if not holders and body is None:
        holders = [
            draft for draft in reading.roster.people() if {role for role, _ in draft.seats} & set(candidate.roles)
        ]
        holders += [
            draft for draft in reading.roster.people() if draft not in holders and _holds(reading, draft, candidate)
        ]
    recent = [seen.draft for seen in reversed(reading.seen) if seen.draft in holders]
    return (recent or holders or [None])[0]  # type: ignore[list-item]


def _holds(reading: Reading, draft: Draft, candidate: Candidate) -> bool:
    days, offices = reading.roster.days, reading.roster.gazetteer.offices
    if days is None:
        return False
    return any(office.role in candidate.roles and office.covers(days) for office in offices.by_person.get(draft.id, ()))


def _only_body(reading: Reading, candidate: Candidate) -> str | None:
    """The body of a role that only one body has (*Kremlin spokesman*)."""
    words = candidate.span.of(reading.text).split()
    bodies = {body for role, body in reading.roster.gazetteer.offices.by_seat if role in candidate.roles}
    return bodies.pop() if len(bodies) == 1 and len(words) > 1 else None


def _unresolved(reading: Reading, candidate: Candidate, why: str) -> Draft:
    text = " ".join(candidate.span.of(reading.text).split())
    for draft in reading.roster.drafts.values():
        if draft.kind == "unnamed" and draft.name == text:
            return draft
    draft = reading.roster.unnamed(reading.article, text, plural=candidate.plural)
    draft.reasons.setdefault(text, why)
    draft.titles.add(reading.doc[candidate.head].lower_)
    draft.gender = reading.roster.gazetteer.nouns.genders.get(reading.doc[candidate.head].lower_, "")
    return draft

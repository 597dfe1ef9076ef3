"""Offices to persons: what the article itself says first, then who held the office when the text was written."""

from __future__ import annotations

from onrecord.records import Candidate
from onrecord.stages.actors.coreference import antecedent_of_word, recent_person
from onrecord.stages.actors.reading import Reading
from onrecord.stages.actors.roster import Draft

# Where both a head of state and one of government could be "the leader", it is the head of state in these roles' order.
_OF_GOVERNMENT = ("chancellor", "head-of-government")
_LEADERS = ("leader", "head-of-state", "chancellor", "head-of-government")


def bodies_of(reading: Reading, candidate: Candidate) -> list[str | None]:
    """The states and organisations whose office it can be: the one named, or those of the possessor (*its*, *his*)."""
    if candidate.body is not None or candidate.owner is None:
        return [candidate.body]
    owner = reading.by_head.get(candidate.owner) or antecedent_of_word(reading, candidate.owner)
    if owner is None:
        return [None]
    if owner.kind != "person":
        return [owner.state if owner.kind == "state" else owner.id]
    days, offices = reading.roster.days, reading.roster.gazetteer.offices
    held = [body for _, body in owner.seats if body]
    held += [office.body for office in offices.by_person.get(owner.id, ()) if days and office.covers(days)]
    return [*dict.fromkeys([*held, *([owner.state] if owner.state else [])])] or [None]


def note_seat(reading: Reading, draft: Draft, candidate: Candidate) -> None:
    """Keep what an office or description told of a person: its roles, state and gender."""
    head = reading.doc[candidate.head].lower_
    nouns = reading.roster.gazetteer.nouns
    draft.titles.update(reading.words(candidate).lower().split())
    draft.gender = draft.gender or nouns.genders.get(head, "")
    body = bodies_of(reading, candidate)[0]
    for role in candidate.roles:
        draft.seats.add((role, body))
    draft.serves(reading.roster.gazetteer.entries.get(body or ""))


def resolve_office(reading: Reading, candidate: Candidate) -> Draft:
    """The person in that office, or an unnamed actor that says why its holder is not known."""
    text = reading.words(candidate)
    if not candidate.roles:
        return _unresolved(reading, candidate, "the text does not say that the office was held at the time")
    bodies = bodies_of(reading, candidate)
    for body in bodies:
        told = _told_by_text(reading, candidate, body)
        if told is not None:
            told.because(text, f"the text names {told.name} as holding that office")
            return told
    if bodies == [None]:
        bodies = [_only_body(reading, candidate)]
    for body in bodies:
        held = _holder(reading, candidate.roles, body)
        if held is not None:
            return held
    near = colleague_of(reading, candidate, bodies[0])
    if near is not None:
        near.because(text, f"the text names {near.name}, of that state, in such an office")
        return near
    recent = recent_person(reading, candidate)
    if recent is not None:
        recent.because(text, f"refers back to {recent.name}, the last one named who can be meant")
        note_seat(reading, recent, candidate)
        return recent
    return _unresolved(reading, candidate, _why_not(reading, bodies[0]))


def colleague_of(reading: Reading, candidate: Candidate, state: str | None) -> Draft | None:
    """The person of that state in the article whose office is called so ("Russia's ambassador", "its spokesman")."""
    head = reading.doc[candidate.head].lower_
    nouns = reading.roster.gazetteer.nouns
    if state is None or candidate.plural or head not in nouns.officials:
        return None
    found = [draft for draft in reading.roster.people() if draft.state == state and reading.is_called(draft, candidate)]
    return found[0] if len(found) == 1 else None


def leader_of(reading: Reading, body: str | None) -> Draft | None:
    """Whoever the text, or the table of offices, has at the head of a state."""
    people = reading.roster.people()
    for role in _LEADERS:
        told = next((draft for draft in people if (role, body) in draft.seats), None)
        if told is not None:
            return told
    heads = [role for role in _LEADERS if role != "leader"]
    return next((held for role in heads if (held := _holder(reading, (role,), body)) is not None), None)


def _holder(reading: Reading, roles: tuple[str, ...], body: str | None) -> Draft | None:
    days = reading.roster.days
    if body is None or days is None:
        return None
    entry = reading.roster.gazetteer.entries.get(body)
    if entry is not None and entry.state and entry.name.endswith(" government"):  # "chief of the German government"
        return _holder(reading, _OF_GOVERNMENT, entry.state)
    for role in roles:
        office = reading.roster.gazetteer.offices.holder(role, body, days)
        if office is not None:
            draft = reading.roster.known(office.person)
            draft.because(office.title, f"{draft.name} held this office on {days[0].isoformat()}")
            return draft
    return leader_of(reading, body) if "leader" in roles and _is_state(reading, body) else None


def _is_state(reading: Reading, body: str) -> bool:
    entry = reading.roster.gazetteer.entries.get(body)
    return entry is not None and entry.kind == "state"


def _told_by_text(reading: Reading, candidate: Candidate, body: str | None) -> Draft | None:
    people = reading.roster.people()
    seats = {(role, body) for role in candidate.roles}
    holders = [draft for draft in people if seats & draft.seats]
    if not holders and body is None:
        roles = set(candidate.roles)
        holders = [
            draft for draft in people if roles & {role for role, _ in draft.seats} or _holds(reading, draft, roles)
        ]
    recent = [seen.draft for seen in reversed(reading.seen) if seen.draft in holders]
    return next(iter(recent or holders), None)


def _holds(reading: Reading, draft: Draft, roles: set[str]) -> bool:
    days, offices = reading.roster.days, reading.roster.gazetteer.offices
    terms = offices.by_person.get(draft.id, ())
    return days is not None and any(office.role in roles and office.covers(days) for office in terms)


def _only_body(reading: Reading, candidate: Candidate) -> str | None:
    """The body of a role that only one body has (*Kremlin spokesman*)."""
    words = reading.words(candidate).split()
    bodies = {body for role, body in reading.roster.gazetteer.offices.by_seat if role in candidate.roles}
    return bodies.pop() if len(bodies) == 1 and len(words) > 1 else None


def _why_not(reading: Reading, body: str | None) -> str:
    days = reading.roster.days
    if body is None:
        return "the text does not say whose office it is"
    if days is None:
        return "the text has no date, so the holder of the office is not known"
    return f"no single holder of that office on {days[0].isoformat()} is known"


def _unresolved(reading: Reading, candidate: Candidate, why: str) -> Draft:
    text = reading.words(candidate)
    for draft in reading.roster.drafts.values():
        if draft.kind == "unnamed" and draft.name == text:
            return draft
    draft = reading.roster.unnamed(reading.article.id, text, plural=candidate.plural)
    draft.reasons.setdefault(text, why)
    note_seat(reading, draft, candidate)
    return draft

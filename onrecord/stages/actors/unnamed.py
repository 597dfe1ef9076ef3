"""Descriptions: of an institution, of someone named in the article, or of a source that stays unnamed."""

from __future__ import annotations

from onrecord.records import Candidate
from onrecord.stages.actors.coreference import recent_person
from onrecord.stages.actors.institutions import institution
from onrecord.stages.actors.reading import Reading
from onrecord.stages.actors.roster import Draft
from onrecord.stages.actors.seats import bodies_of, colleague_of, leader_of, note_seat

_BACK = frozenset("the this that these those".split())
_NEVER = frozenset("my our your us we no any every each another such other more what which".split())
_FOLLOWERS = frozenset("counterpart colleague opponent".split())
_NEAR = 3.0  # sentences within which a counterpart is named
_NEXT = 1.5  # sentences within which a title is followed by the name


def describe(reading: Reading, candidate: Candidate) -> Draft | None:
    """The actor of a description; an unnamed one where it is none of those named; None where it is nobody's."""
    words = reading.words(candidate).lower().split()
    head = reading.doc[candidate.head].lower_
    nouns = reading.roster.gazetteer.nouns
    nobody = words[0] in _NEVER or head in nouns.audiences
    if nobody or (candidate.plural and {"both", "two"} & set(words[:2])):
        return None
    body = bodies_of(reading, candidate)[0]
    found = institution(reading, candidate, body)
    if found is None and not candidate.plural:
        found = _person(reading, candidate, body, head)
    if found is None and words[0] in _BACK:
        found = _earlier(reading, candidate, head) or recent_person(reading, candidate)
    if found is None:
        return _new(reading, candidate)
    if found.kind != "unnamed":
        found.because(reading.words(candidate), f"refers back to {found.name}")
    return found


def _person(reading: Reading, candidate: Candidate, body: str | None, head: str) -> Draft | None:
    """Who is meant by a title with a state or a possessor: "his counterpart", "the Russian leader", "Kenya's envoy"."""
    if body is None:
        return None
    if head in _FOLLOWERS:
        return _counterpart(reading, candidate, body)
    if head == "leader":
        return leader_of(reading, body)
    return colleague_of(reading, candidate, body) or _named_next(reading, candidate, body, head)


def _counterpart(reading: Reading, candidate: Candidate, body: str) -> Draft | None:
    """Who holds in Ukraine the office that *he* holds ("his Ukrainian counterpart"), or the one of it named near."""
    owner = reading.by_head.get(candidate.owner) if candidate.owner is not None else None
    days, offices = reading.roster.days, reading.roster.gazetteer.offices
    if owner is None:
        return None
    roles = [role for role, _ in sorted(owner.seats, key=str)]
    if days is not None:
        roles += [office.role for office in offices.by_person.get(owner.id, ()) if office.covers(days)]
    for draft in reading.roster.people():
        if draft is not owner and any((role, body) in draft.seats for role in roles):
            return draft
    holders = [offices.holder(role, body, days) for role in roles] if days is not None else []
    held = next((reading.roster.known(office.person) for office in holders if office is not None), None)
    return held or _named_near(reading, candidate, body, owner)


def _named_near(reading: Reading, candidate: Candidate, body: str, owner: Draft) -> Draft | None:
    near = [
        (abs(reading.distance(head, candidate.head)), draft)
        for head, draft in reading.named_heads
        if draft.kind == "person" and draft.state == body and draft is not owner
    ]
    near = [each for each in near if each[0] <= _NEAR]
    return min(near, key=lambda each: each[0])[1] if near else None


def _named_next(reading: Reading, candidate: Candidate, body: str, head: str) -> Draft | None:
    """The person of that state named in the next sentence, where the title comes first: "The Karsovian envoy …"."""
    if head not in reading.roster.gazetteer.nouns.officials or reading.words(candidate).split()[0].lower() != "the":
        return None
    for at, draft in reading.named_heads:
        if at > candidate.head and reading.distance(candidate.head, at) <= _NEXT and draft.kind == "person":
            fits = draft.state == body and (not draft.office or reading.is_called(draft, candidate))
            return draft if fits else None
    return None


def _earlier(reading: Reading, candidate: Candidate, head: str) -> Draft | None:
    """The last one who was called so, or who holds such an office."""
    for seen in reversed(reading.seen):
        draft = seen.draft
        if draft.plural != candidate.plural or draft.kind not in ("person", "unnamed"):
            continue
        if reading.is_called(draft, candidate) or draft.name.split()[-1].lower() == head:
            return draft
    return None


def _new(reading: Reading, candidate: Candidate) -> Draft:
    draft = reading.roster.unnamed(reading.article.id, reading.words(candidate), plural=candidate.plural)
    draft.body = reading.doc[candidate.head].lower_ in reading.roster.gazetteer.nouns.bodies
    note_seat(reading, draft, candidate)
    return draft

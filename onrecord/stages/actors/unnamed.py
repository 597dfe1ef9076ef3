"""Descriptions: of a government, a ministry, someone named in the article, or a source that stays unnamed."""

from __future__ import annotations

from onrecord.knowledge.naming import words_of
from onrecord.records import Candidate
from onrecord.stages.actors.coreference import recent_person
from onrecord.stages.actors.reading import Reading
from onrecord.stages.actors.roster import Draft
from onrecord.stages.actors.seats import bodies_of, colleague_of, leader_of, note_seat

_BACK = frozenset("the this that these those".split())
_NEVER = frozenset("my our your us we no any every each another such other more what which".split())
_FOLLOWERS = frozenset("counterpart colleague opponent".split())
_NEAR = 3.0  # sentences within which a counterpart is named


def describe(reading: Reading, candidate: Candidate) -> Draft | None:
    """The actor of a description; an unnamed one where it is none of those named; None where it is nobody's."""
    words = reading.words(candidate).lower().split()
    head = reading.doc[candidate.head].lower_
    nouns = reading.roster.gazetteer.nouns
    if words[0] in _NEVER or head in nouns.audiences or (candidate.plural and {"both", "two"} & set(words[:2])):
        return None
    body = bodies_of(reading, candidate)[0]
    found = _of_state(reading, candidate, body) or _of_body(reading, candidate, head)
    if found is None and head in _FOLLOWERS and not candidate.plural:
        found = _counterpart(reading, candidate, body)
    if found is None and head == "leader" and body is not None:
        found = leader_of(reading, body)
    if found is None:
        found = colleague_of(reading, candidate, body)
    if found is None and words[0] in _BACK:
        found = _earlier(reading, candidate, head) or recent_person(reading, candidate)
    if found is None:
        return _new(reading, candidate)
    if found.kind != "unnamed":
        found.because(reading.words(candidate), f"refers back to {found.name}")
    return found


def _of_state(reading: Reading, candidate: Candidate, body: str | None) -> Draft | None:
    """A government for its state ("the Russian side" is Russia), a ministry for itself, known or not."""
    gazetteer = reading.roster.gazetteer
    state = gazetteer.entries.get(body or "")
    text, head = reading.words(candidate), reading.doc[candidate.head].lower_
    if (
        state is None
        or state.kind != "state"
        or (head in gazetteer.nouns.ranks and head not in gazetteer.nouns.governments)
    ):
        return None
    if head in gazetteer.nouns.governments:
        draft = reading.roster.known(state.id)
        draft.because(text, f"speaks for {draft.name}")
        return draft
    own = {word.lower() for name in (state.name, *state.aliases, *state.demonyms) for word, _, _ in words_of(name)}
    words = [word for word, _, _ in words_of(text) if word.lower() not in own | _BACK | {"its", "their", "his", "her"}]
    entry = gazetteer.body_of(state.id, words)
    if entry is not None:
        draft = reading.roster.known(entry.id)
        draft.because(text, f"an organisation of {state.name}")
        return draft
    if head in gazetteer.nouns.institutions and not candidate.plural:
        words = [word for word in words if word.isalpha() and word != "s"]
        draft = reading.roster.unknown(f"{' '.join(words).title()} of {state.name}", "organisation")
        draft.state = state.id
        draft.because(text, f"an organisation of {state.name}")
        return draft
    return None


def _of_body(reading: Reading, candidate: Candidate, head: str) -> Draft | None:
    """The last organisation whose name says that it is such a one ("the agency"); "the alliance" is NATO."""
    nouns = reading.roster.gazetteer.nouns
    if candidate.plural or head not in nouns.bodies or reading.words(candidate).split()[0].lower() not in _BACK:
        return None
    last = [seen.draft for seen in reversed(reading.seen) if seen.draft.kind in ("organisation", "group")]
    allied = nouns.alliances.get(head)
    bare = len(reading.words(candidate).split()) == 2
    entries = reading.roster.gazetteer.entries
    for draft in last:
        entry = entries.get(draft.id)
        names = (draft.name, *entry.aliases) if entry else (draft.name, *draft.reasons)
        if draft.id == allied or any(name.lower().endswith(head) for name in names):
            return draft
    for seen in reversed(reading.seen):
        if not bare or head not in nouns.any_body or reading.distance(seen.head, candidate.head) > _NEAR:
            return None
        if seen.draft.kind == "organisation" and seen.role in ("subject", "owner"):
            return seen.draft
    return None


def _counterpart(reading: Reading, candidate: Candidate, body: str | None) -> Draft | None:
    """Who holds in Ukraine the office that *he* holds ("his Ukrainian counterpart"), or the one of it named next."""
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
    draft = reading.roster.unnamed(reading.article, reading.words(candidate), plural=candidate.plural)
    draft.body = reading.doc[candidate.head].lower_ in reading.roster.gazetteer.nouns.bodies
    note_seat(reading, draft, candidate)
    return draft

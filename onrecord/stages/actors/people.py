"""Persons by name: full names, spellings and slips to the known ones, surnames to their bearers."""

from __future__ import annotations

from onrecord.knowledge.naming import skeleton, sound_key
from onrecord.knowledge.spelling import given_agree, parts, same_surname, slip_of
from onrecord.records import Candidate, Span
from onrecord.stages.actors.bodies import is_first_word
from onrecord.stages.actors.roster import Draft, Roster


def find_person(name: Candidate, words: str, roster: Roster, found: dict[Span, Draft]) -> Draft:
    """The draft of the person of this name; a new one where nobody bears it."""
    given, surname = parts(words)
    if given:
        return _by_full_name(words, given, surname, roster)
    bearers = [draft for draft in roster.people() if _bears(draft, words)]
    if bearers:
        draft = _nearest(name, bearers, found)
        draft.because(words, f"part of the name {draft.name}")
        return draft
    held = _by_office(words, name, roster)
    if held is not None:
        held.because(words, f"the surname of the one who was “{name.title}”")
        return held
    body = next((draft for draft in roster.drafts.values() if is_first_word(words, draft, roster)), None)
    if body is not None:
        body.because(words, f"the first word of {body.name}")
        return body
    return roster.unknown(words, "person")


def _bears(draft: Draft, word: str) -> bool:
    for name in (draft.name, *draft.names):
        given, surname = parts(name)
        if given and (same_surname(surname, word) or surname.split()[-1] == word or given.split()[0] == word):
            return True
    return False


def _nearest(name: Candidate, bearers: list[Draft], found: dict[Span, Draft]) -> Draft:
    before = [(span.start, draft) for span, draft in found.items() if draft in bearers and span.start < name.span.start]
    return max(before, key=lambda each: each[0])[1] if before else bearers[0]


def _by_office(surname: str, name: Candidate, roster: Roster) -> Draft | None:
    """A known person of that surname who holds the office before the name: "Deputy Secretary of State Sherman"."""
    offices, days = roster.gazetteer.offices, roster.days
    for actor in roster.gazetteer.by_surname.get(sound_key(surname), ()):
        for office in offices.by_person.get(actor, ()):
            fits = office.role in name.roles and name.body in (None, office.body)
            if fits and (days is None or office.covers(days)):
                return roster.known(actor)
    return None


def _by_full_name(words: str, given: str, surname: str, roster: Roster) -> Draft:
    entries, nicknames = roster.gazetteer.entries, roster.gazetteer.nouns.nicknames
    exact = [each for each in roster.gazetteer.named(words) if entries[each].kind == "person"]
    if exact:
        return _merged(roster.known(exact[0]), words, "a known name of the same actor")
    for actor in roster.gazetteer.by_surname.get(sound_key(surname), ()):
        if given_agree(given, parts(entries[actor].name)[0], nicknames):
            return _merged(roster.known(actor), words, f"another spelling of {entries[actor].name}")
    for draft in roster.people():
        if draft.name.endswith(" " + words):
            return _merged(draft, words, f"part of the name {draft.name}")
        other_given, other_surname = parts(draft.name)
        if other_given and same_surname(surname, other_surname) and given_agree(given, other_given, nicknames):
            return _merged(draft, words, f"another spelling of {draft.name}")
    slips = _slips(given, surname, roster)
    if len(slips) == 1:
        draft = roster.known(slips.pop())
        return _merged(draft, words, f"one letter away from {draft.name}, with a given name that agrees")
    return roster.unknown(words, "person")


def _slips(given: str, surname: str, roster: Roster) -> set[str]:
    gazetteer, gender = roster.gazetteer, roster.gazetteer.gender_of(given.split()[0])
    near = (gazetteer.entries[actor] for actor in gazetteer.by_skeleton.get(skeleton(surname.split()[-1]), ()))
    return {
        entry.id
        for entry in near
        if gender in ("", entry.gender)
        and slip_of(surname, parts(entry.name)[1])
        and given_agree(given, parts(entry.name)[0], gazetteer.nouns.nicknames)
    }


def _merged(draft: Draft, words: str, why: str) -> Draft:
    draft.names.add(words)
    draft.because(words, why)
    return draft

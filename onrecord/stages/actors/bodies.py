"""Organisations, groups and places by name: acronyms and shorter forms to the full name."""

from __future__ import annotations

import re

from onrecord.knowledge.naming import name_key
from onrecord.records import Kind
from onrecord.stages.actors.roster import Draft, Roster

_LONGEST_LEAD = 120  # characters of a name before its brackets
_LONGEST_ACRONYM = 9
_SMALL = frozenset("of the and for in on de la a an to".split())


def find_body(words: str, kind: Kind, roster: Roster, text: str) -> Draft:
    """The draft of whoever bears this name; a new one where nobody does."""
    entries = roster.gazetteer.entries
    exact = [each for each in roster.gazetteer.named(words) if entries[each].kind != "person"]
    if exact:
        draft = roster.known(exact[0])
        draft.because(words, "a known name of the same actor")
        return draft
    brackets = text.find(f"({words})")
    lead = text[max(brackets - _LONGEST_LEAD, 0) : max(brackets, 0)].rstrip()
    for draft in roster.drafts.values():
        if draft.kind not in ("person", "unnamed"):
            why = _same_body(words, draft.name, lead)
            if not why and is_first_word(words, draft, roster):
                why = f"the first word of {draft.name}"
            if why:
                draft.because(words, why)
                return draft
    return roster.unknown(words, kind)


def is_first_word(word: str, draft: Draft, roster: Roster) -> bool:
    """Whether a word is the first of a body's name and still names it: *Suncor* does, *American* or *National* not."""
    nouns = roster.gazetteer.nouns
    if draft.kind not in ("organisation", "group") or " " in word or not draft.name.startswith(word + " "):
        return False
    return (
        next(roster.gazetteer.find(word), None) is None
        and word.lower() not in nouns.organisation_heads
        and word not in nouns.not_names
    )


def _same_body(short: str, full: str, lead: str) -> str:
    """Why a name is that of a body with a fuller name, or nothing; `lead` is what stands before its brackets."""
    if name_key(short) == name_key(full):
        return "the same name"
    letters = short.replace(".", "")
    if lead.endswith(full):
        return f"given in brackets after {full}"
    if letters.isupper() and 1 < len(letters) < _LONGEST_ACRONYM:
        return f"the initials of {full}" if letters in _initials(full) else ""
    words, longer = name_key(short).split("-"), name_key(full).split("-")
    if 1 < len(words) < len(longer) and (longer[: len(words)] == words or longer[-len(words) :] == words):
        return f"a shorter form of {full}"
    return ""


def _initials(name: str) -> set[str]:
    words = [word for word in re.split(r"[\s-]+", name) if word]
    large = [word for word in words if word.lower() not in _SMALL]
    if len(large) < 2:
        return set()
    return {"".join(word[0].upper() for word in words), "".join(word[0].upper() for word in large)}

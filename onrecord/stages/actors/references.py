"""Offices, descriptions and pronouns, from left to right: each to someone in the article, or to the office's holder."""

from __future__ import annotations

import re

from onrecord.records import Candidate
from onrecord.stages.actors.coreference import antecedent
from onrecord.stages.actors.reading import Reading
from onrecord.stages.actors.roster import Draft
from onrecord.stages.actors.seats import note_seat, resolve_office
from onrecord.stages.actors.unnamed import describe

_AFTER = re.compile(r"[ \t]*,?[ \t]*")
_OF = re.compile(
    r"(?: (?:of|for)(?: the)?(?: [A-Z][\w-]+)+)+ "
)  # "Vice Minister of Foreign Trade of Karsovia Doran Keel"
_BEFORE = re.compile(r",[ \t]*$")


def resolve_references(reading: Reading, candidates: tuple[Candidate, ...]) -> None:
    """Give every candidate its actor, in order of the text."""
    names = [each for each in candidates if each.form == "name" and each.span in reading.named]
    reading.named_heads = [(each.head, reading.named[each.span]) for each in names]
    starts = {each.span.start: each for each in names}
    ends = {each.span.end: each for each in names}
    for candidate in sorted(candidates, key=lambda each: (each.head, each.span)):
        if candidate.form in ("name", "metonym", "demonym"):
            draft = reading.named.get(candidate.span)
        elif candidate.form == "pronoun":
            draft = antecedent(reading, candidate)
        else:
            draft = _refer(reading, candidate, starts, ends)
        if draft is not None:
            reading.add(candidate, draft, "metonym" if _stands_for(candidate, draft, reading) else None)


def _refer(
    reading: Reading, candidate: Candidate, starts: dict[int, Candidate], ends: dict[int, Candidate]
) -> Draft | None:
    draft = _apposed(reading, candidate, starts, ends)
    if draft is not None:
        return draft
    return resolve_office(reading, candidate) if candidate.form == "office" else describe(reading, candidate)


def _stands_for(candidate: Candidate, draft: Draft, reading: Reading) -> bool:
    entries = reading.roster.gazetteer.entries
    return candidate.form == "name" and bool(candidate.ids) and entries[candidate.ids[0]].governs == draft.id


def _apposed(
    reading: Reading, candidate: Candidate, starts: dict[int, Candidate], ends: dict[int, Candidate]
) -> Draft | None:
    """The person named straight after, or between commas straight before: "its spokesperson, Jen Psaki"."""
    if candidate.plural or reading.doc[candidate.head].lower_ in reading.roster.gazetteer.nouns.bodies:
        return None
    text, span = reading.text, candidate.span
    gap = _AFTER.match(text, span.end)
    after = starts.get(gap.end()) if gap else None
    after = after or _after_body(text, span.end, starts)
    if after is not None and "," in text[span.end : after.span.start] and not _opens_name(reading, candidate, after):
        after = None
    if after is not None:
        draft = reading.named[after.span]
        if draft.kind == "person":
            return _merge(reading, draft, candidate, "stands straight before the name")
    lead = text[: span.start].removesuffix("the ").removesuffix("a ").removesuffix("an ")
    comma = _BEFORE.search(lead[-4:])
    if comma is not None:
        before = ends.get(len(lead) - len(lead[-4:]) + comma.start())
        if before is not None and (reading.doc[candidate.head].dep_ == "appos" or _closes(reading, span.end)):
            draft = reading.named[before.span]
            if draft.kind == "person":
                return _merge(reading, draft, candidate, "stands in apposition to the name")
    return None


def _after_body(text: str, end: int, starts: dict[int, Candidate]) -> Candidate | None:
    """The name after a title and what it is of, with nothing between them."""
    match = _OF.match(text, end)
    while match is not None:
        if match.end() in starts:
            return starts[match.end()]
        match = _OF.match(text, end, match.end() - 1)
    return None


def _opens_name(reading: Reading, candidate: Candidate, name: Candidate) -> bool:
    """Whether the name after the comma is the title's: it is closed by a mark too, or the title has no article, as
    machine translation writes ("Minister of Finance , Doran Keel said")."""
    if _closes(reading, name.span.end) or reading.text[candidate.span.end] == " ":
        return True
    article = reading.text[max(candidate.span.start - 4, 0) : candidate.span.start].lower()
    return candidate.form == "office" and candidate.owner is None and "the" not in article


def _closes(reading: Reading, end: int) -> bool:
    """Whether the phrase before this offset ends there."""
    rest = reading.text[end : end + 2].lstrip(" ")
    return not rest or rest[0] in ',.;:)\n"”'


def _merge(reading: Reading, draft: Draft, candidate: Candidate, why: str) -> Draft:
    draft.because(candidate.span.of(reading.text), f"{why} {draft.name}")
    note_seat(reading, draft, candidate)
    return draft

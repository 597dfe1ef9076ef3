"""Who vouches for whose words: a quote inside a quote comes by way of the outer one's speaker."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.records import Party
from onrecord.stages.quotes.floor import Known, party_at
from onrecord.stages.quotes.page import Attribution, Page

CARRIERS = frozenset({"through", "via"})


def relays(page: Page, known: Known, attributions: list[Attribution], speakers: list[Party | None]) -> list[tuple[Party, ...]]:
    """For each attribution the parties it came by way of, the nearest first."""
    found = []
    for position, inner in enumerate(attributions):
        outer = _around(attributions, position)
        parties = [speakers[each] for each in outer]
        named = [party for party in parties if party is not None and not _same(party, speakers[position])]
        found.append((*_carriers(page, known, inner), *named))
    return found


def _around(attributions: list[Attribution], position: int) -> list[int]:
    """The attributions whose content holds this one's cue and content, the narrowest first."""
    inner = attributions[position]
    start, end = inner.pieces[0][0], inner.pieces[-1][1]
    at = inner.cue.token.idx if inner.cue is not None else start
    holders = []
    for number, outer in enumerate(attributions):
        for first, last in outer.pieces:
            if number != position and first <= min(start, at) and max(end, at) <= last and (first, last) != (start, end):
                holders.append((last - first, number))
    return [number for _, number in sorted(holders)]


def _same(party: Party, other: Party | None) -> bool:
    if other is None:
        return False
    return (party.actor is not None and party.actor == other.actor) or (party.span is not None and party.span == other.span)


def _carriers(page: Page, known: Known, attribution: Attribution) -> list[Party]:
    """Who carried the words by the attribution's own telling: *quoted him as saying*, *through an aide*, *citing two officials*."""
    if attribution.cue is None:
        return []
    verb = attribution.cue.token
    found: list[Token] = list(attribution.carriers)
    for child in (*verb.children, *page.doc[attribution.cue.last].children):
        if child.dep_ == "prep" and child.lower_ in CARRIERS:
            found += [each for each in child.children if each.dep_ == "pobj" and each.lemma_.lower() in page.verbs.speakers | {"spokesman"}]
    return [party_at(page, known, token) for token in found]

"""Who vouches for whose words: a quote inside a quote comes by way of the outer one's speaker."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.records import Party
from onrecord.stages.quotes.floor import Known, party_at
from onrecord.stages.quotes.page import Attribution, Page

CARRIERS = frozenset({"through", "via"})


def relays(
    page: Page, known: Known, attributions: list[Attribution], speakers: list[Party | None]
) -> list[tuple[Party, ...]]:
    """For each attribution the parties it came by way of, the nearest first."""
    found = []
    for position, outer in enumerate(holders(attributions)):
        inner = attributions[position]
        around = [each for each in outer if inner.cue is None or _tells(attributions[each], inner.cue.token)]
        parties = [speakers[each] for each in around]
        named = [party for party in parties if party is not None and not _same(party, speakers[position])]
        found.append((*_carriers(page, known, inner), *named))
    return found


def holders(attributions: list[Attribution]) -> list[list[int]]:
    """For each of these, which are in order of the text, the numbers of those whose content holds it, narrowest
    first."""
    found: list[list[int]] = []
    open_ones: list[int] = []
    for number, inner in enumerate(attributions):
        start, end = inner.pieces[0][0], inner.pieces[-1][1]
        open_ones = [each for each in open_ones if attributions[each].pieces[-1][1] > start]
        around = [
            (last - first, each)
            for each in open_ones
            for first, last in attributions[each].pieces
            if first <= start and end <= last and attributions[each].pieces != inner.pieces
        ]
        found.append([each for _, each in sorted(around)])
        open_ones.append(number)
    return found


def _tells(outer: Attribution, cue: Token) -> bool:
    """Whether the cue itself is among the words of the outer quote."""
    return any(first <= cue.idx < last for first, last in outer.pieces)


def is_relay(inner: Attribution, outer: Attribution) -> bool:
    """Whether the inner cue is the main verb of what the outer speaker said: *Dorn said that Veltin warned of
    floods*."""
    cue, source = inner.cue, inner.source
    if cue is None or cue.noun or source is None or outer.complement not in ("that", "clause", "direct"):
        return False
    mere_phrase = "that" not in cue.frame.takes and cue.frame.claim == "asserted"
    if mere_phrase or _speaks_of_itself(source, outer):
        return False
    return cue.token.head == cue.token or not _tells(outer, cue.token.head)


def _speaks_of_itself(inner: Token, quote: Attribution) -> bool:
    """Whether the inner source can be the outer one: *Keel said he had warned them*, not *aides said she had*, and not
    *“He has warned them,” Keel said*."""
    outer = quote.source
    if outer is None:
        return False
    if inner.i == outer.i:
        return True  # *denies threatening them*
    if inner.pos_ != "PRON":
        return False
    if quote.complement == "direct":
        return inner.lower_ in ("i", "we")
    plural = outer.tag_ in ("NNS", "NNPS") or outer.lower_ in ("they", "we")
    return inner.lower_ in (("they", "we") if plural else ("he", "she", "it", "i"))


def _same(party: Party, other: Party | None) -> bool:
    if other is None:
        return False
    return (party.actor is not None and party.actor == other.actor) or (
        party.span is not None and party.span == other.span
    )


def _carriers(page: Page, known: Known, attribution: Attribution) -> list[Party]:
    """Who carried the words by the attribution's own telling: *quoted him as saying*, *through an aide*, *citing two
    officials*."""
    if attribution.cue is None:
        return []
    verb = attribution.cue.token
    found: list[Token] = list(attribution.carriers)
    for child in (*verb.children, *page.doc[attribution.cue.last].children):
        if child.dep_ == "prep" and child.lower_ in CARRIERS:
            found += [
                each
                for each in child.children
                if each.dep_ == "pobj" and each.lemma_.lower() in page.verbs.speakers | {"spokesman"}
            ]
    return [party_at(page, known, token) for token in found]

"""Last step of the cascade: attributions become quotes, with the actors behind source, addressee and relay."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.records import Cast, Evidence, Mention, Party, Quote, QuoteKind, Span
from onrecord.stages.quotes.confidence import confidence_of
from onrecord.stages.quotes.page import Attribution, Page, Piece
from onrecord.stages.quotes.speaker import phrase_of

SHOWN, RELAYED = "shown from", "shown inside another from"  # the rows of quote_confidence.csv that hold the thresholds


def settle(page: Page, attributions: list[Attribution]) -> list[tuple[Attribution, float]]:
    """Each stretch of content once, in order of the text, with its confidence; what is too unsure is left out."""
    ordered = sorted(attributions, key=lambda a: (a.pieces[0][0], -a.pieces[-1][1]))
    kept: list[tuple[Attribution, float]] = []
    seen: set[tuple[Piece, ...]] = set()
    for attribution in ordered:
        if attribution.pieces in seen:
            continue
        seen.add(attribution.pieces)
        nested = is_nested(attribution, ordered)
        confidence = confidence_of(page, attribution, nested)
        if confidence >= page.verbs.weights[RELAYED if nested else SHOWN]:
            kept.append((attribution, confidence))
    return kept


def is_nested(inner: Attribution, attributions: list[Attribution]) -> bool:
    """Whether the content stands inside what somebody else is quoted with."""
    start, end = inner.pieces[0][0], inner.pieces[-1][1]
    return any(
        first <= start and end <= last
        for outer in attributions
        if outer.pieces != inner.pieces
        for first, last in outer.pieces
    )


def resolve(page: Page, cast: Cast, attributions: list[tuple[Attribution, float]]) -> tuple[Quote, ...]:
    """The quotes."""
    by_token = _mentions_by_token(page, cast)
    quotes: list[Quote] = []
    floor: Party | None = None
    for attribution, confidence in attributions:
        speaker = _party(page, attribution.source, by_token) if attribution.source is not None else None
        if speaker is None and attribution.rule == "floating" and floor is not None:
            speaker = Party(None, floor.actor) if floor.actor else floor
        if speaker is not None:
            floor = speaker
        spans = tuple(Span(start, end) for start, end in attribution.pieces)
        cue = None
        if attribution.cue is not None:
            first, last = attribution.cue.token, page.doc[attribution.cue.last]
            cue = Span(first.idx, last.idx + len(last.text))
        quotes.append(Quote(
            id=f"q{len(quotes) + 1}", spans=spans, kind=_kind(page, attribution),
            claim=attribution.cue.frame.claim_of(attribution.complement) if attribution.cue else "asserted",
            speaker=speaker, cue=cue, addressee=None, via=(), about=(),
            evidence=Evidence((Span(spans[0].start, spans[-1].end),), attribution.rule, round(confidence, 2)),
            verb=attribution.cue.frame.lemma if attribution.cue else "",
        ))
    return tuple(quotes)


def _kind(page: Page, attribution: Attribution) -> QuoteKind:
    if attribution.complement == "direct":
        return "direct"
    inside = any(s.start < end and start < s.end for start, end in attribution.pieces for s in page.stretches)
    return "mixed" if inside else "indirect"


def _mentions_by_token(page: Page, cast: Cast) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in cast.mentions:
        for index in range(page.token_from(mention.span.start), page.token_from(mention.span.end - 1) + 1):
            found[index] = mention
    return found


def _party(page: Page, source: Token, by_token: dict[int, Mention]) -> Party:
    mention = by_token.get(source.i)
    if mention is not None:
        return Party(mention.span, mention.actor)
    first, last = phrase_of(source)
    doc = page.doc
    return Party(Span(doc[first].idx, doc[last].idx + len(doc[last].text)), None)

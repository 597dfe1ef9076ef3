"""Last step of the cascade: attributions become quotes, with the actors behind source, addressee and relay."""

from __future__ import annotations

from onrecord.records import Cast, Evidence, Party, Quote, QuoteKind, Span
from onrecord.stages.quotes.confidence import confidence_of
from onrecord.stages.quotes.floor import find_speakers, know
from onrecord.stages.quotes.page import Attribution, Cue, Page, Piece

SHOWN, RELAYED, STANCE = "shown from", "shown inside another from", "shown if it takes a side from"  # the rows of quote_confidence.csv that hold the thresholds


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
        if confidence >= page.verbs.weights[_threshold(attribution, nested)]:
            kept.append((attribution, confidence))
    return kept


def _threshold(attribution: Attribution, nested: bool) -> str:
    if nested:
        return RELAYED
    cue = attribution.cue
    plain = cue is None or cue.noun or cue.frame.claim_of(attribution.complement) in ("asserted", "asked")
    return SHOWN if plain else STANCE


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
    known = know(page, cast)
    speakers = find_speakers(page, known, [attribution for attribution, _ in attributions])
    rows = zip(attributions, speakers, strict=True)
    return tuple(
        _quote(page, number, attribution, confidence, speaker)
        for number, ((attribution, confidence), speaker) in enumerate(rows, 1)
    )


def _quote(page: Page, number: int, attribution: Attribution, confidence: float, speaker: Party | None) -> Quote:
    cue = attribution.cue
    spans = tuple(Span(start, end) for start, end in attribution.pieces)
    return Quote(
        id=f"q{number}",
        spans=spans,
        kind=_kind(page, attribution),
        claim=cue.frame.claim_of(attribution.complement) if cue else "asserted",
        speaker=speaker,
        cue=_cue_span(page, attribution, cue),
        addressee=None,
        via=(),
        about=(),
        evidence=Evidence((Span(spans[0].start, spans[-1].end),), attribution.rule, round(confidence, 2)),
        verb=cue.frame.lemma if cue else "",
    )


def _cue_span(page: Page, attribution: Attribution, cue: Cue | None) -> Span | None:
    if cue is None:
        return Span(*attribution.phrase) if attribution.phrase else None
    last = page.doc[cue.last]
    return Span(cue.token.idx, last.idx + len(last.text))


def _kind(page: Page, attribution: Attribution) -> QuoteKind:
    if attribution.complement == "direct":
        return "direct"
    inside = any(s.start < end and start < s.end for start, end in attribution.pieces for s in page.stretches)
    return "mixed" if inside else "indirect"

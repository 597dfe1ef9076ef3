"""Last step of the cascade: attributions become quotes, with the actors behind source, addressee and relay."""

from __future__ import annotations

from onrecord.records import Cast, Evidence, Party, Quote, QuoteKind, Span
from onrecord.stages.quotes.addressee import find_addressee, is_reply
from onrecord.stages.quotes.claims import claim_of
from onrecord.stages.quotes.confidence import confidence_of, kind_of
from onrecord.stages.quotes.floor import Known, find_speakers, know
from onrecord.stages.quotes.page import Attribution, Page
from onrecord.stages.quotes.relay import holders, is_relay, relays

# The rows of quote_confidence.csv that hold the thresholds: for clauses and utterances, for phrases, for phrases that
# deny, threaten, demand or promise, and for what stands inside another quote.
SHOWN, PHRASE, STANCE, RELAYED = "shown from", "phrase shown from", "phrase with a side shown from", "relay shown from"


def settle(page: Page, attributions: list[Attribution]) -> list[tuple[Attribution, float]]:
    """Each stretch of content once, in order of the text, with its confidence; what is too unsure is left out."""
    unique = in_order(attributions)
    kept: list[tuple[Attribution, float]] = []
    for attribution, around in zip(unique, holders(unique), strict=True):
        confidence = confidence_of(page, attribution, bool(around))
        relayed = any(is_relay(attribution, unique[each]) for each in around)
        if confidence >= page.verbs.weights[_threshold(attribution, relayed)]:
            kept.append((attribution, confidence))
    return kept


def in_order(attributions: list[Attribution]) -> list[Attribution]:
    """In order of the text, an outer quote before the ones inside it; of two with the same content the first found."""
    ordered = sorted(attributions, key=lambda a: (a.pieces[0][0], -a.pieces[-1][1]))
    return list({attribution.pieces: attribution for attribution in reversed(ordered)}.values())[::-1]


def _threshold(attribution: Attribution, relayed: bool) -> str:
    if relayed:
        return RELAYED
    cue = attribution.cue
    if kind_of(attribution) != "phrase" or cue is None:
        return SHOWN
    sided = cue.frame.claim_of(attribution.complement) not in ("asserted", "asked")
    return STANCE if sided and (not cue.noun or attribution.complement in ("that", "infinitive")) else PHRASE


def resolve(page: Page, cast: Cast, attributions: list[tuple[Attribution, float]]) -> tuple[Quote, ...]:
    """The quotes: every attribution with the actors behind its source, its addressee and those who passed it on."""
    known = know(page, cast)
    kept = [attribution for attribution, _ in attributions]
    speakers = find_speakers(page, known, kept)
    passed_on = relays(page, known, kept, speakers)
    quotes: list[Quote] = []
    for (attribution, confidence), speaker, via in zip(attributions, speakers, passed_on, strict=True):
        addressee = find_addressee(page, known, attribution)
        if addressee is None and is_reply(page, attribution):
            addressee = _spoke_before(page, quotes, attribution, speaker)
        spans = tuple(Span(start, end) for start, end in attribution.pieces)
        quotes.append(
            Quote(
                id=f"q{len(quotes) + 1}",
                spans=spans,
                kind=_kind(page, attribution),
                claim=claim_of(page, known, attribution, speaker.actor if speaker else None),
                speaker=speaker,
                cue=_cue_span(page, attribution),
                addressee=addressee,
                via=via,
                about=_about(page, known, attribution, speaker),
                evidence=Evidence(_sentences(page, attribution), attribution.rule, round(confidence, 2)),
                verb=attribution.cue.frame.lemma if attribution.cue else "",
            )
        )
    return tuple(quotes)


def _spoke_before(page: Page, quotes: list[Quote], attribution: Attribution, speaker: Party | None) -> Party | None:
    """Whoever spoke last in the same or the paragraph before, if it was somebody else."""
    last = next((quote for quote in reversed(quotes) if quote.speaker is not None), None)
    if last is None or last.speaker is None or (speaker is not None and last.speaker.actor == speaker.actor):
        return None
    between = page.text[last.spans[-1].end : attribution.pieces[0][0]]
    return Party(None, last.speaker.actor) if last.speaker.actor and between.count("\n\n") <= 1 else None


def _cue_span(page: Page, attribution: Attribution) -> Span | None:
    cue = attribution.cue
    if cue is None:
        return Span(*attribution.phrase) if attribution.phrase else None
    last = page.doc[cue.last]
    return Span(cue.token.idx, last.idx + len(last.text))


def _kind(page: Page, attribution: Attribution) -> QuoteKind:
    if attribution.complement == "direct":
        return "direct"
    inside = any(s.start < end and start < s.end for start, end in attribution.pieces for s in page.stretches)
    return "mixed" if inside else "indirect"


def _about(page: Page, known: Known, attribution: Attribution, speaker: Party | None) -> tuple[str, ...]:
    """The actors that the content speaks of, in order; the speaker only where the content names it."""
    found: dict[str, None] = {}
    for piece in attribution.pieces:
        for token in page.tokens(*piece):
            mention = known.at.get(token.i)
            if mention is None or known.actors[mention.actor].kind == "place":
                continue
            if mention.form == "pronoun" and speaker is not None and mention.actor == speaker.actor:
                continue
            found[mention.actor] = None
    return tuple(found)


def _sentences(page: Page, attribution: Attribution) -> tuple[Span, ...]:
    """The sentences that hold content, cue and source."""
    heads = [attribution.cue.token] if attribution.cue else []
    heads += [attribution.source] if attribution.source is not None else []
    heads += [t for piece in attribution.pieces for t in page.tokens(*piece)]
    spans = []
    for first, end in sorted({page.sentences[head.i] for head in heads}):
        words = [t for t in page.doc[first:end] if not t.is_space]
        if words:
            spans.append(Span(words[0].idx, words[-1].idx + len(words[-1].text)))
    return tuple(spans)

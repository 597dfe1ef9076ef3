"""Where a holder stands on an issue: what a clause is about, and on which side its words fall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from onrecord.knowledge.stance_words import Attitudes, StanceWords
from onrecord.records import (
    Basis,
    Claim,
    Evidence,
    Modality,
    Position,
    Quote,
    Span,
    Stance,
    StanceProbabilities,
)
from onrecord.stages.stance.attitude import Side, negated, side_of, side_of_doer
from onrecord.stages.stance.people import People, modality_of_quote, span_of
from onrecord.stages.stance.terms import Hit, find_hits

# How often each kind of evidence was right on our own statements, tests/gold/issue_statements.jsonl: governed 24 of 28,
# said 10 of 16, claim 11 of 15; those hardly met there have the share of all, 46 of 60.
SURE = {"governed": 0.86, "called": 0.77, "said": 0.62, "a consequence": 0.77, "does it": 0.77, "claim": 0.73}
WANTED: frozenset[Claim] = frozenset({"demanded", "promised", "threatened"})


def stances_of_quote(doc: Doc, people: People, quote: Quote, words: StanceWords) -> Iterator[Stance]:
    """The speaker's sides on the issues that the quote is about."""
    if quote.speaker is None or quote.speaker.actor is None or quote.claim == "asked":
        return
    for span in quote.spans:
        content = doc.char_span(span.start, span.end, alignment_mode="expand")
        if content is None:
            continue
        for part in clauses(content):
            for hit in find_hits(part, words):
                side = side_of_hit(hit, part, words.attitudes)
                if side and side.holder is not None and not people.is_own(side.holder, quote.speaker.actor, part):
                    continue
                sign, rule, sure = weigh(side, quote, hit, part, words.attitudes)
                yield stance(
                    holder=quote.speaker.actor,
                    hit=hit,
                    sign=sign * hit.sense,
                    sure=sure,
                    rule=rule,
                    basis="said",
                    modality=modality_of_quote(quote),
                    spans=quote.evidence.spans,
                    quote=quote.id,
                )


def side_of_hit(hit: Hit, part: Slice, attitudes: Attitudes) -> Side | None:
    """The side that the words round the term take, else that of who does what the term says."""
    return side_of(hit.anchor, part, attitudes) or (side_of_doer(hit.anchor) if hit.does else None)


def weigh(side: Side | None, quote: Quote, hit: Hit, part: Slice, attitudes: Attitudes) -> tuple[int, str, float]:
    """The side's sign with the claim's: to demand, promise or threaten a thing is for it, to deny it against."""
    denial = attitudes.verbs.get(tuple(quote.verb.split()), 0) < 0 and quote.claim == "denied"
    if side is not None:
        key = next((key for key in SURE if side.rule.startswith(key)), "said")
        turned = -1 if denial and not side.conditional else 1
        return side.sign * turned, f"issue: {side.rule}", SURE[key]
    if not denial and quote.claim not in WANTED:
        return 0, "issue: no side taken", 0.0
    sign = (-1 if denial else 1) * negations_above(hit.anchor, part)
    return sign, f"issue: what was {quote.claim}", SURE["claim"]


def negations_above(anchor: Token, part: Slice) -> int:
    """-1 where the words from the anchor up to the head of its clause are negated once (or thrice), else 1."""
    sign = -1 if negated(anchor) else 1
    for word in anchor.ancestors:
        if part.start <= word.i < part.end and negated(word):
            sign = -sign
    return sign


def clauses(content: Slice) -> Iterator[Slice]:
    """The sentences of a quote's content, cut at its bounds."""
    for sentence in content.doc.sents:
        start, end = max(sentence.start, content.start), min(sentence.end, content.end)
        if start < end:
            yield content.doc[start:end]


def stances_outside_quotes(doc: Doc, people: People, quotes: Sequence[Quote], words: StanceWords) -> Iterator[Stance]:
    """Sides that the outlet's own voice ascribes (*narrated*) or that an act shows (*did*)."""
    quoted = [span for quote in quotes for span in quote.spans]
    for sentence in doc.sents:
        for hit in find_hits(sentence, words):
            place = Span(hit.anchor.idx, hit.anchor.idx + len(hit.anchor.text))
            if any(span.overlaps(place) for span in quoted):
                continue
            side = side_of_hit(hit, sentence, words.attitudes)
            if side is None or side.holder is None or (holder := people.at(side.holder)) is None:
                continue
            key = next((key for key in SURE if side.rule.startswith(key)), "said")
            basis: Basis = "did" if side.did else "narrated"
            yield stance(
                holder=holder,
                hit=hit,
                sign=side.sign * hit.sense,
                sure=SURE[key],
                rule=f"issue: {side.rule}",
                basis=basis,
                modality="actual",
                spans=(span_of(sentence),),
                quote=None,
            )


def stance(
    *,
    holder: str,
    hit: Hit,
    sign: int,
    sure: float,
    rule: str,
    basis: Basis,
    modality: Modality,
    spans: tuple[Span, ...],
    quote: str | None,
) -> Stance:
    """The record; sign 0 is an issue spoken of without a side: abstained."""
    rest = 1 - sure
    chances = {
        1: StanceProbabilities(sure, rest / 3, rest * 2 / 3),
        -1: StanceProbabilities(rest / 3, sure, rest * 2 / 3),
        0: StanceProbabilities(1 / 3, 1 / 3, 1 / 3),
    }[sign]
    position: Position = "supports" if sign > 0 else "opposes" if sign < 0 else "abstained"
    return Stance(
        holder=holder,
        target=hit.issue.id,
        target_name=hit.issue.name,
        position=position,
        basis=basis,
        modality=modality,
        event=None,
        probabilities=chances,
        evidence=Evidence(spans, rule, max(chances)),
        quote=quote,
    )

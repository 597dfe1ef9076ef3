"""How each actor is spoken of: the tone of every mention, in the voice it belongs to.

Target-dependent sentiment as Hamborg and Donnay define it (NewsMTSC, EACL 2021).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.knowledge.models import Judge
from onrecord.records import Cast, Evidence, Mention, Quote, Span, Tone, ToneLabel, ToneProbabilities
from onrecord.stages.parse import sentences

RULE = "model: tone of the target in its sentence"


@dataclass(frozen=True, slots=True)
class TargetToJudge:
    """A text of a sentence or two, and the target in it."""

    text: str
    target: Span


def judge_targets(targets: Sequence[TargetToJudge], judge: Judge) -> list[ToneProbabilities]:
    """The probabilities for each target, in order; a text that recurs is encoded once."""
    texts = list(dict.fromkeys(each.text for each in targets))
    encoded = dict(zip(texts, judge.encode(texts), strict=True))
    return [judge.tone(encoded[each.text], each.target) for each in targets]


def judge_tone(doc: Doc, cast: Cast, quotes: Sequence[Quote], judge: Judge) -> tuple[Tone, ...]:
    """One Tone for every mention of an actor that can be spoken well or ill of (a place cannot)."""
    places = {actor.id for actor in cast.actors if actor.kind == "place"}
    voices = [(span, quote.speaker.actor) for quote in quotes if quote.speaker for span in quote.spans]
    spans = sentences(doc)
    targets: list[TargetToJudge] = []
    judged: list[tuple[Mention, Span]] = []
    for mention, sentence in zip_sentences(cast.mentions, spans):
        if mention.actor not in places and mention.form != "demonym":
            moved = Span(mention.span.start - sentence.start, mention.span.end - sentence.start)
            targets.append(TargetToJudge(sentence.of(doc.text), moved))
            judged.append((mention, sentence))
    threshold = judge.settings["tone_threshold"]
    return tuple(
        tone_of(mention, sentence, voice_at(mention.span, voices), chances, threshold)
        for (mention, sentence), chances in zip(judged, judge_targets(targets, judge), strict=True)
    )


def tone_of(mention: Mention, sentence: Span, voice: str | None, chances: ToneProbabilities, threshold: float) -> Tone:
    """The record; below the threshold the engine does not say."""
    surest = max(chances)
    labels: tuple[ToneLabel, ...] = ("negative", "neutral", "positive")
    return Tone(
        actor=mention.actor,
        mention=mention.span,
        voice=voice,
        label=labels[chances.index(surest)] if surest >= threshold else "abstained",
        score=chances.positive - chances.negative,
        probabilities=chances,
        evidence=Evidence((sentence,), RULE, surest),
    )


def voice_at(span: Span, voices: Sequence[tuple[Span, str | None]]) -> str | None:
    """The speaker of the shortest quote round a mention, or None for the outlet."""
    around = [(quoted.end - quoted.start, speaker) for quoted, speaker in voices if quoted.covers(span)]
    return min(around, key=lambda each: each[0])[1] if around else None


def zip_sentences(mentions: Sequence[Mention], spans: Sequence[Span]) -> list[tuple[Mention, Span]]:
    """Each mention with the sentence it stands in; both in order of the text."""
    found, at = [], 0
    for mention in sorted(mentions, key=lambda mention: mention.span):
        while at < len(spans) and spans[at].end <= mention.span.start:
            at += 1
        if at < len(spans) and spans[at].covers(mention.span):
            found.append((mention, spans[at]))
    return found

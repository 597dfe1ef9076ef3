"""How each actor is spoken of: the tone of every mention, in the voice it belongs to.

Target-dependent sentiment as Hamborg and Donnay define it (NewsMTSC, EACL 2021).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.knowledge.models import Judge
from onrecord.records import Cast, Evidence, Mention, Quote, Span, Tone, ToneLabel, ToneProbabilities
from onrecord.stages.encode import Reading, moved, veiled

RULE = "model: tone of the target in its sentence"
LABELS: tuple[ToneLabel, ...] = ("negative", "neutral", "positive")


@dataclass(frozen=True, slots=True)
class TargetToJudge:
    """A text of a sentence or two, and the target in it."""

    text: str
    target: Span


def judge_targets(
    targets: Sequence[TargetToJudge], names: Mapping[str, Sequence[Span]], judge: Judge
) -> list[ToneProbabilities]:
    """The probabilities for each target, in order; a text that recurs is read once. `names` has those in each text."""
    veils = [veiled(each.text, names[each.text], [each.target]) for each in targets]
    each_once = list(dict.fromkeys(veils))
    encoded = dict(zip(each_once, judge.encode(each_once), strict=True))
    return [judge.tone(encoded[veil], each.target) for veil, each in zip(veils, targets, strict=True)]


def judge_tone(cast: Cast, quotes: Sequence[Quote], reading: Reading, judge: Judge) -> tuple[Tone, ...]:
    """One Tone for every mention of an actor that can be spoken well or ill of (a place cannot)."""
    places = {actor.id for actor in cast.actors if actor.kind == "place"}
    voices = [(span, quote.speaker.actor) for quote in quotes if quote.speaker for span in quote.spans]
    threshold = judge.settings["tone_threshold"]
    tones = []
    for mention in cast.mentions:
        found = reading.sentence_of(mention.span)
        if found and mention.actor not in places and mention.form != "demonym":
            sentence, encoded = found
            chances = judge.tone(encoded, moved(mention.span, sentence))
            tones.append(tone_of(mention, sentence, voice_at(mention.span, voices), chances, threshold))
    return tuple(tones)


def tone_of(mention: Mention, sentence: Span, voice: str | None, chances: ToneProbabilities, threshold: float) -> Tone:
    """The record; below the threshold the engine does not say."""
    surest = max(chances)
    return Tone(
        actor=mention.actor,
        mention=mention.span,
        voice=voice,
        label=LABELS[chances.index(surest)] if surest >= threshold else "abstained",
        score=chances.positive - chances.negative,
        probabilities=chances,
        evidence=Evidence((sentence,), RULE, surest),
    )


def voice_at(span: Span, voices: Sequence[tuple[Span, str | None]]) -> str | None:
    """The speaker of the shortest quote round a mention, or None for the outlet."""
    around = [(quoted.end - quoted.start, speaker) for quoted, speaker in voices if quoted.covers(span)]
    return min(around, key=lambda each: each[0])[1] if around else None

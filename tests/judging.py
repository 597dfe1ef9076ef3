"""Asking the model about single sentences, as the command line does."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.knowledge.tools import Tools
from onrecord.records import Event, StanceProbabilities, ToneProbabilities
from onrecord.stages.mentions import names_in
from onrecord.stages.stance import PairToJudge, judge_pairs
from onrecord.stages.tone import TargetToJudge, judge_targets


def tones_of(tools: Tools, targets: Sequence[TargetToJudge]) -> list[ToneProbabilities]:
    """The tone of each target."""
    with tools.nlp.memory_zone():
        names = {each.text: names_in(tools.nlp(each.text), tools.gazetteer) for each in targets}
    return judge_targets(targets, names, tools.judge)


def stances_of(tools: Tools, pairs: Sequence[PairToJudge]) -> list[tuple[StanceProbabilities, Event | None]]:
    """The stance of each source to its target, and the act told."""
    with tools.nlp.memory_zone():
        parsed = {pair.text: tools.nlp(pair.text) for pair in pairs}
        names = {text: names_in(doc, tools.gazetteer) for text, doc in parsed.items()}
        return judge_pairs(pairs, parsed, names, tools.stance_words, tools.judge)

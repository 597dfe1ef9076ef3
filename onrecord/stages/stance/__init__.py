"""Which side each holder takes, and on what: issues by the words that govern them, actors by a model of the pair.

One row an expression. *said* is a speaker's, from a quote; *did* an act's; *narrated* the outlet's (codebook).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.knowledge.models import Judge
from onrecord.knowledge.stance_words import Acts, StanceWords
from onrecord.limits import PARSE_BATCH
from onrecord.records import Cast, Event, Quote, Span, Stance, StanceProbabilities
from onrecord.stages.encode import Reading, moved
from onrecord.stages.stance.acts import act_between, act_near
from onrecord.stages.stance.between import Pair, find_pairs, judge_pair
from onrecord.stages.stance.issues import stances_of_quote, stances_outside_quotes
from onrecord.stages.stance.people import People, head_of


@dataclass(frozen=True, slots=True)
class PairToJudge:
    """A text of a sentence or two, with a source and a target in it."""

    text: str
    source: Span
    target: Span


def find_stances(
    doc: Doc, cast: Cast, quotes: Sequence[Quote], reading: Reading, words: StanceWords, judge: Judge
) -> tuple[Stance, ...]:
    """Every expression of a side, on issues and towards actors, in order of the text."""
    people = People(cast)
    found = [stance for quote in quotes for stance in stances_of_quote(doc, people, quote, words)]
    found += stances_outside_quotes(doc, people, quotes, words)
    found += towards_actors(doc, people, list(find_pairs(doc, people, quotes, words.acts)), reading, words.acts, judge)
    return tuple(sorted(found, key=lambda stance: (stance.evidence.spans[0], stance.holder, stance.target)))


def towards_actors(
    doc: Doc, people: People, pairs: Sequence[Pair], reading: Reading, acts: Acts, judge: Judge
) -> list[Stance]:
    """A stance a pair, from the vectors of its sentence."""
    threshold = judge.settings["stance_threshold"]
    stances = []
    for pair in pairs:
        if found := reading.sentence_of(pair.sentence):
            chances = judge.stance(found[1], moved(pair.source, found[0]), moved(pair.target, found[0]))
            stances.append(judge_pair(doc, people, pair, chances, acts, threshold))
    return stances


def judge_pairs(
    pairs: Sequence[PairToJudge], words: StanceWords, judge: Judge, nlp: Language
) -> list[tuple[StanceProbabilities, Event | None]]:
    """For each pair the probabilities and the act that links them; None only where no act is the likelier."""
    texts = list(dict.fromkeys(pair.text for pair in pairs))
    encoded = dict(zip(texts, judge.encode(texts), strict=True))
    judged = []
    with nlp.memory_zone():
        parsed = dict(zip(texts, nlp.pipe(texts, batch_size=PARSE_BATCH), strict=True))
        for pair in pairs:
            chances = judge.stance(encoded[pair.text], pair.source, pair.target)
            judged.append((chances, event_of(parsed[pair.text], pair, chances, words.acts)))
    return judged


def event_of(doc: Doc, pair: PairToJudge, chances: StanceProbabilities, acts: Acts) -> Event | None:
    """The act found in the grammar, else in the words; where none is, the plainest act of the side the model sees."""
    source, target = head_of(doc, pair.source), head_of(doc, pair.target)
    if source is not None and target is not None:
        found = act_between(source, target, acts) or act_near(source, acts)
        if found:
            return found[0]
    if chances.neutral == max(chances):
        return None
    return acts.events["SUPPORT" if chances.supports > chances.opposes else "ACCUSE"]

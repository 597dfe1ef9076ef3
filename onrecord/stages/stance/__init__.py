"""Which side each holder takes, and on what: issues by the words that govern them, actors by a model of the pair.

One row an expression. *said* is a speaker's, from a quote; *did* an act's; *narrated* the outlet's (codebook).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from onrecord.knowledge.models import NO_ACT, Encoded, Judge
from onrecord.knowledge.stance_words import Acts, StanceWords
from onrecord.records import Cast, Event, Quote, Span, Stance, StanceProbabilities
from onrecord.stages.encode import Reading, veiled
from onrecord.stages.stance.acts import act_between, act_near
from onrecord.stages.stance.between import Pair, find_pairs, judge_pair
from onrecord.stages.stance.issues import stances_of_quote, stances_outside_quotes
from onrecord.stages.stance.merge import merge
from onrecord.stages.stance.people import People, head_of, own_words, spoken_for
from onrecord.stages.stance.sides import sides_on_issues


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
    people = People(cast, acting_places(doc, cast, quotes, words))
    whole = {quote.id: quote.spans for quote in quotes}
    quotes = [replace(quote, spans=own) for quote in quotes if (own := own_words(doc.text, quote, quotes))]
    quotes = [spoken_for(doc, people, quote) for quote in quotes]
    by_words = [stance for quote in quotes for stance in stances_of_quote(doc, people, quote, words)]
    by_words += stances_outside_quotes(doc, people, quotes, words)
    found = merge(by_words, sides_on_issues(doc, people, quotes, whole, reading, words, judge))
    found += towards_actors(doc, people, list(find_pairs(doc, people, quotes, words.acts)), reading, words.acts, judge)
    return tuple(sorted(found, key=lambda stance: (stance.evidence.spans[0], stance.holder, stance.target)))


def acting_places(doc: Doc, cast: Cast, quotes: Sequence[Quote], words: StanceWords) -> set[str]:
    """Places that stand for who governs them: they are quoted, or do what only somebody can do (*Brennia vetoed*)."""
    places = {actor.id for actor in cast.actors if actor.kind == "place"}
    acting = {quote.speaker.actor for quote in quotes if quote.speaker and quote.speaker.actor in places}
    for mention in cast.mentions:
        head = head_of(doc, mention.span) if mention.actor in places else None
        if head is not None and head.dep_ == "nsubj" and head.head.pos_ == "VERB":
            verb = (head.head.lemma_.lower(),)
            if verb in words.attitudes.verbs or verb in words.acts.verbs:
                acting.add(mention.actor)
    return {actor for actor in acting if actor}


def towards_actors(
    doc: Doc, people: People, pairs: Sequence[Pair], reading: Reading, acts: Acts, judge: Judge
) -> list[Stance]:
    """A stance a pair, from the vectors of its sentence."""
    found = [(pair, reading.sentence_of(pair.sentence)) for pair in pairs]
    return [judge_pair(doc, people, pair, at[1], acts, judge) for pair, at in found if at]


def judge_pairs(
    pairs: Sequence[PairToJudge],
    parsed: Mapping[str, Doc],
    names: Mapping[str, Sequence[Span]],
    words: StanceWords,
    judge: Judge,
) -> list[tuple[StanceProbabilities, Event | None]]:
    """For each pair the probabilities and the act that links them; None only where no act is the likelier. `parsed` and
    `names` have the parse of each text and where it names someone."""
    veils = [veiled(pair.text, names[pair.text], [pair.source, pair.target]) for pair in pairs]
    each_once = list(dict.fromkeys(veils))
    encoded = dict(zip(each_once, judge.encode(each_once), strict=True))
    judged = []
    for pair, veil in zip(pairs, veils, strict=True):
        chances = judge.stance(encoded[veil], pair.source, pair.target)
        judged.append((chances, event_of(parsed[pair.text], pair, encoded[veil], chances, words.acts, judge)))
    return judged


def event_of(
    doc: Doc, pair: PairToJudge, sentence: Encoded, chances: StanceProbabilities, acts: Acts, judge: Judge
) -> Event | None:
    """The likeliest act; None where none is likelier than any, and no side is taken either."""
    likely = judge.act(sentence, pair.source, pair.target, act_by_grammar(doc, pair, acts))
    if likely[NO_ACT] > 0.5 and chances.neutral == max(chances):
        return None
    return acts.events[max((root for root in likely if root != NO_ACT), key=likely.__getitem__)]


def act_by_grammar(doc: Doc, pair: PairToJudge, acts: Acts) -> str | None:
    """The category of the act that links source and target, or else of the first in the sentence."""
    source, target = head_of(doc, pair.source), head_of(doc, pair.target)
    if source is None or target is None:
        return None
    found = act_between(source, target, acts)
    event = found[0] if found else act_near(source, acts)
    return event.root if event else None

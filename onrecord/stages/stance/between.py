"""Where one actor stands towards another: the model's view of a pair in its sentence, and the act that links them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.knowledge.models import Encoded, Judge
from onrecord.knowledge.stance_words import Acts
from onrecord.records import (
    Basis,
    Event,
    Evidence,
    Mention,
    Modality,
    Position,
    Quote,
    Span,
    Stance,
)
from onrecord.stages.encode import moved
from onrecord.stages.stance.acts import MODALITY, act_between, act_told
from onrecord.stages.stance.attitude import negated
from onrecord.stages.stance.people import FIRST_PERSON, People, head_of, modality_of_quote, span_of

ACTORS_A_SENTENCE = 8  # a list of twenty states makes 380 pairs and no stance


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and a target in one sentence, and the quote they stand in, if any."""

    sentence: Span
    source: Span
    target: Span
    holder: str
    aim: str
    quote: Quote | None


def find_pairs(doc: Doc, people: People, quotes: Sequence[Quote], acts: Acts) -> Iterator[Pair]:
    """Speaker and whoever the quote is about; outside quotes, whoever acts and whoever the act is about; in words that
    are not given literally, what they take for granted: *demands an answer to the League that arms Velmark*."""
    yield from quoted_pairs(doc, people, quotes)
    quoted = [span for quote in quotes for span in quote.spans]
    told = [(span, quote.speaker) for quote in quotes if quote.kind == "indirect" for span in quote.spans]
    for sentence in doc.sents:
        place = span_of(sentence)
        here = people.within(place)
        free = [m for m in here if not any(span.covers(m.span) for span in quoted)]
        if 2 <= len(free) <= ACTORS_A_SENTENCE:
            yield from acting_pairs(doc, people, place, free, acts)
        for span, speaker in (each for each in told if each[0].overlaps(place)):
            inside = [m for m in here if span.covers(m.span) and (speaker is None or m.actor != speaker.actor)]
            if 2 <= len(inside) <= ACTORS_A_SENTENCE:
                yield from acting_pairs(doc, people, place, inside, acts, granted=True)


def acting_pairs(
    doc: Doc, people: People, place: Span, here: list[Mention], acts: Acts, granted: bool = False
) -> Iterator[Pair]:
    """Each mention that acts, with each that its act is about; with `granted` only acts told by a noun or a relative
    clause."""
    heads = [(m, head) for m in here if m.form != "demonym" and (head := head_of(doc, m.span)) is not None]
    for source, actor in heads:
        act = act_of_actor(actor, acts)
        if act is None or (granted and act.pos_ != "NOUN" and act.dep_ != "relcl"):
            continue
        for target, aim in heads:
            below = act in aim.ancestors and not is_within(aim, actor) and not is_doer(aim, actor)
            if (below or (act.pos_ == "NOUN" and is_subject_of(aim, act))) and not people.same_side(
                source.actor, target.actor
            ):
                yield Pair(place, source.span, target.span, source.actor, target.actor, None)


def act_of_actor(actor: Token, acts: Acts) -> Token | None:
    """The word that tells what an actor does: *A attacked*, *was attacked by A*, *A, which backs*, *an attack by A*,
    *A's support*."""
    if actor.dep_ in {"nsubj", "nsubjpass"} and actor.head.pos_ in {"VERB", "AUX"}:
        return actor.head
    if actor.head.dep_ == "agent" and actor.head.head.pos_ == "VERB":
        return actor.head.head
    for child in actor.children:
        if child.dep_ == "relcl" and any(each.lower_ in {"that", "which", "who"} for each in child.children):
            return child
    noun = actor.head.head if actor.dep_ == "pobj" and actor.head.lower_ in {"by", "from", "of"} else actor.head
    if actor.dep_ in {"pobj", "poss"} and noun.pos_ == "NOUN" and (noun.lemma_.lower(),) in acts.nouns:
        return noun
    return None


def is_doer(aim: Token, actor: Token) -> bool:
    """Whether the one did to the other what the passive tells: *Keel was condemned by Veltin* is no act of Keel's."""
    return actor.dep_ == "nsubjpass" and aim.head.dep_ == "agent" and aim.head.head == actor.head


def is_subject_of(aim: Token, noun: Token) -> bool:
    """Whether a word is the subject that a noun is said of: *Karsovia was the target of reprisals*."""
    return aim.dep_ in {"nsubj", "nsubjpass"} and aim.head in noun.ancestors


def is_within(token: Token, other: Token) -> bool:
    """Whether a word stands inside the phrase of another, its relative clauses apart."""
    if token.i == other.i:
        return True
    if other not in token.ancestors:
        return False
    below = next(each for each in (token, *token.ancestors) if each.head.i == other.i)
    return below.dep_ != "relcl"


def quoted_pairs(doc: Doc, people: People, quotes: Sequence[Quote]) -> Iterator[Pair]:
    """One pair a quote and actor in it, in the sentence of the quote that names the actor first."""
    for quote in quotes:
        if quote.speaker is None or quote.speaker.actor is None or quote.speaker.actor not in people.actors:
            continue
        seen: set[str] = set()
        for span in quote.spans:
            for mention in people.within(span):
                aim = head_of(doc, mention.span)
                if (
                    aim is None
                    or mention.actor in seen
                    or mention.form == "demonym"
                    or aim.lower_ in FIRST_PERSON  # whoever relays the words is not who says *we* in them
                    or people.same_side(quote.speaker.actor, mention.actor)
                ):
                    continue
                seen.add(mention.actor)
                sentence = span_of(aim.sent)
                named = (
                    quote.speaker.span
                    if quote.speaker.span and sentence.covers(quote.speaker.span)
                    else first_person(people, aim, quote)
                )
                if named:
                    yield Pair(sentence, named, mention.span, quote.speaker.actor, mention.actor, quote)


def first_person(people: People, aim: Token, quote: Quote) -> Span | None:
    """Where the speaker names their own side in the sentence: *I*, *we*, or their own name."""
    assert quote.speaker is not None
    for token in aim.sent:
        place = Span(token.idx, token.idx + len(token.text)) if token.text else None
        if place and (token.lower_ in {"i", "we"} or people.at(token) == quote.speaker.actor):
            return place
    return None


def judge_pair(doc: Doc, people: People, pair: Pair, encoded: Encoded, acts: Acts, judge: Judge) -> Stance:
    """The record: the model's position where it is sure enough, with the act where one is told."""
    spans = moved(pair.source, pair.sentence), moved(pair.target, pair.sentence)
    chances = judge.stance(encoded, *spans)
    source, target = head_of(doc, pair.source), head_of(doc, pair.target)
    event, told = None, None
    if source is not None and target is not None:
        found = act_between(source, target, acts)
        likely = judge.act(encoded, *spans, found[0].root if found else None)
        event, told = act_told(likely, found, acts, judge.settings["act_threshold"])
    surest = max(chances)
    positions: tuple[Position, ...] = ("supports", "opposes", "neutral")
    sure_enough = surest >= judge.settings["stance_threshold"]
    return Stance(
        holder=pair.holder,
        target=pair.aim,
        target_name=people.actors[pair.aim].name,
        position=positions[chances.index(surest)] if sure_enough else "abstained",
        basis=basis_of(pair, event),
        modality=modality_of(pair, event, told),
        event=event,
        probabilities=chances,
        evidence=Evidence((pair.sentence,), "model: source towards target in their sentence", surest),
        quote=pair.quote.id if pair.quote else None,
    )


def basis_of(pair: Pair, event: Event | None) -> Basis:
    """Said where it stands in a quote, did where an act is told, else narrated."""
    if pair.quote is not None:
        return "said"
    return "did" if event else "narrated"


def modality_of(pair: Pair, event: Event | None, told: Token | None) -> Modality:
    """A threat is not an act, and *will not* is not *did*."""
    if pair.quote is not None:
        return modality_of_quote(pair.quote)
    if told is not None and negated(told):
        return "denied"
    return MODALITY.get(event.root, "actual") if event else "actual"

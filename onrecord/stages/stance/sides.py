"""Which side a holder takes on an issue, by the model: one question for each issue that a sentence may be about.

The question is the issue's own statement (data/issues.yaml), so an issue added after training can be asked too:
its terms find the sentences, the model reads the side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.knowledge.models import Encoded, Judge, SideProbabilities, SideQuestion
from onrecord.knowledge.stance_words import Issue, StanceWords
from onrecord.records import Basis, Evidence, Modality, Position, Quote, Span, Stance, StanceProbabilities
from onrecord.stages.encode import Reading
from onrecord.stages.stance.holders import told_of
from onrecord.stages.stance.issues import clauses, side_of_hit
from onrecord.stages.stance.people import People, head_of, modality_of_quote
from onrecord.stages.stance.terms import find_hits, issues_in

HOLDERS_A_SENTENCE = 3
LIKELY = 0.5  # outside quotes an issue that is not named must be as likely as this to be asked about
GUESSES = 1  # issues that the model alone finds in a sentence: a second brought eight more sides, none of them keyed


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the model, and what a stance made of its answer would say."""

    question: SideQuestion
    issue: Issue
    holder: str
    basis: Basis
    modality: Modality
    spans: tuple[Span, ...]
    quote: str | None


def sides_on_issues(
    doc: Doc,
    people: People,
    quotes: Sequence[Quote],
    whole: Mapping[str, tuple[Span, ...]],
    reading: Reading,
    words: StanceWords,
    judge: Judge,
) -> list[Stance]:
    """The sides that speakers take in their quotes, and that the outlet's own voice ascribes outside them. Each quote's
    spans are its speaker's own words; `whole` has all of them by its id."""
    asked = [
        each
        for quote in quotes
        for each in about_quote(
            doc,
            people,
            quote,
            quotes,
            told_of_others(doc, people, quote, whole[quote.id], words),
            reading,
            words,
            judge,
        )
    ]
    asked += about_narration(doc, people, quotes, reading, words, judge)
    if not asked:
        return []
    answers = judge.sides([each.question for each in asked])
    said, narrated = judge.settings["side_threshold"], judge.settings["narrated_side_threshold"]
    stances = [
        stance_of(each, answer, said if each.basis == "said" else narrated)
        for each, answer in zip(asked, answers, strict=True)
    ]
    return [stance for stance in stances if stance is not None]


def about_quote(
    doc: Doc,
    people: People,
    quote: Quote,
    quotes: Sequence[Quote],
    others: set[str],
    reading: Reading,
    words: StanceWords,
    judge: Judge,
) -> Iterator[Asked]:
    """Each issue once a quote, asked of the sentence that is likeliest about it; but not those that are `others`', nor
    those that the sentence names in somebody else's words only."""
    speaker = quote.speaker
    if speaker is None or speaker.actor is None or speaker.actor not in people.actors or quote.claim == "asked":
        return
    best: dict[str, tuple[float, Issue, Span]] = {}
    for sentence, encoded in zip(reading.spans, reading.encoded, strict=True):
        said = [span for span in quote.spans if span.overlaps(sentence)]
        if said:
            beside = [span for other in quotes if actor_of(other) != speaker.actor for span in other.spans]
            theirs = others | (named_in(doc, sentence, beside, words) - named_in(doc, sentence, said, words))
            for issue, sure in likely_issues(doc, sentence, said, encoded, words, judge, 0.0):
                if issue.id not in theirs and sure > best.get(issue.id, (0.0,))[0]:
                    best[issue.id] = (sure, issue, sentence)
    name = people.actors[speaker.actor].name
    for _, issue, sentence in best.values():
        part = own_part(quote, quotes, sentence)
        text, holder = as_told(doc, part, speaker.span, name)
        question = SideQuestion(issue.statement, text, holder)
        modality = modality_of_quote(quote)
        yield Asked(question, issue, speaker.actor, "said", modality, quote.evidence.spans, quote.id)


def told_of_others(doc: Doc, people: People, quote: Quote, spans: Sequence[Span], words: StanceWords) -> set[str]:
    """The issues on which a quote's words give the side to somebody else: *A said that B had ruled out …*."""
    others: set[str] = set()
    speaker = quote.speaker.actor if quote.speaker else None
    for span in spans if speaker else ():
        content = doc.char_span(span.start, span.end, alignment_mode="expand")
        for part in clauses(content) if content is not None else ():
            for hit in find_hits(part, words):
                side = side_of_hit(hit, part, words.attitudes)
                holder = side.holder if side else None
                actor = people.actors.get(people.at(holder) or "") if holder is not None else None
                # A state may be the speaker's own, which is not always known.
                if actor and actor.kind == "person" and actor.id != speaker:
                    others.add(hit.issue.id)
    return others


def actor_of(quote: Quote) -> str | None:
    """Who speaks, where that is known."""
    return quote.speaker.actor if quote.speaker else None


def own_part(quote: Quote, quotes: Sequence[Quote], sentence: Span) -> Span:
    """The sentence, or where somebody else speaks in it too, what runs from the speaker to the end of their words
    (whoever relays them stays in sight): *Keel ruled out a truce, while Veltin shrugged off the threat*."""
    assert quote.speaker is not None
    relays = {party.actor for party in quote.via}
    speaking = {
        actor_of(other) for other in quotes if other.speaker and any(span.overlaps(sentence) for span in other.spans)
    }
    if len(speaking - relays) < 2:
        return sentence
    pieces = [span for span in (quote.speaker.span, quote.cue, *quote.spans) if span and sentence.covers(span)]
    return Span(min(span.start for span in pieces), max(span.end for span in pieces)) if pieces else sentence


def as_told(doc: Doc, sentence: Span, speaker: Span | None, name: str) -> tuple[str, Span]:
    """The sentence and where it names its speaker; a sentence without the attribution gets one."""
    text = sentence.of(doc.text)
    if speaker is not None and sentence.covers(speaker):
        return text, Span(speaker.start - sentence.start, speaker.end - sentence.start)
    return f"{name} said: {text}", Span(0, len(name))


def about_narration(
    doc: Doc, people: People, quotes: Sequence[Quote], reading: Reading, words: StanceWords, judge: Judge
) -> Iterator[Asked]:
    """Each issue of a sentence, asked of everyone who acts in it outside a quote and is not its speaker."""
    quoted = [span for quote in quotes for span in quote.spans]
    for sentence, encoded in zip(reading.spans, reading.encoded, strict=True):
        speaking = {
            party.actor
            for quote in quotes
            if any(span.overlaps(sentence) for span in quote.evidence.spans)
            for party in (quote.speaker, *quote.via)
            if party is not None
        }
        outside = [
            m
            for m in people.within(sentence)
            if m.actor not in speaking and not any(span.overlaps(m.span) for span in quoted)
        ]
        holders: dict[str, tuple[Span, Basis]] = {}
        for mention in outside:
            head = head_of(doc, mention.span)
            alone = people.actors[mention.actor].kind in {"person", "state"}
            act = told_of(head, words, alone) if head is not None and mention.form != "demonym" else None
            if act is not None and mention.actor not in holders:
                done = (act.lemma_.lower(),) in words.attitudes.acts
                holders[mention.actor] = (mention.span, "did" if done else "narrated")
        if not holders:
            continue
        free = [Span(sentence.start, sentence.end)]
        for issue, _ in likely_issues(doc, sentence, free, encoded, words, judge, LIKELY):
            for actor, (span, basis) in list(holders.items())[:HOLDERS_A_SENTENCE]:
                named = Span(span.start - sentence.start, span.end - sentence.start)
                question = SideQuestion(issue.statement, sentence.of(doc.text), named)
                yield Asked(question, issue, actor, basis, "actual", (sentence,), None)


def likely_issues(
    doc: Doc,
    sentence: Span,
    parts: Sequence[Span],
    encoded: Encoded,
    words: StanceWords,
    judge: Judge,
    least: float,
) -> list[tuple[Issue, float]]:
    """The issues that the sentence may be about: those whose terms stand in one of the parts, and those that the model
    finds likeliest, with a probability of at least `least`."""
    chances = judge.topics(encoded)
    likely = []
    named = named_in(doc, sentence, parts, words)
    likeliest = sorted(chances, key=chances.__getitem__, reverse=True)[:GUESSES]
    enough = max(least, judge.settings["topic_threshold"])
    for issue in words.issues:
        sure = chances.get(issue.id, 0.0)
        if issue.id in named or (issue.id in likeliest and sure >= enough):
            likely.append((issue, sure + (issue.id in named)))
    return likely


def named_in(doc: Doc, sentence: Span, parts: Sequence[Span], words: StanceWords) -> set[str]:
    """The issues whose terms stand in what the sentence and the parts share."""
    return {
        issue.id
        for part in parts
        if (inside := overlap(part, sentence))
        and (found := doc.char_span(inside.start, inside.end, alignment_mode="expand"))
        for issue in issues_in(found, words)
    }


def overlap(one: Span, other: Span) -> Span | None:
    """What two spans share."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def stance_of(asked: Asked, answer: SideProbabilities, threshold: float) -> Stance | None:
    """The record; None where the text is not about the issue, abstained where the side is not sure enough."""
    if answer.absent == max(answer):
        return None
    chances = StanceProbabilities(answer.supports, answer.opposes, answer.neutral + answer.absent)
    surest = max(chances)
    positions: tuple[Position, ...] = ("supports", "opposes", "neutral")
    return Stance(
        holder=asked.holder,
        target=asked.issue.id,
        target_name=asked.issue.name,
        position=positions[chances.index(surest)] if surest >= threshold else "abstained",
        basis=asked.basis,
        modality=asked.modality,
        event=None,
        probabilities=chances,
        evidence=Evidence(asked.spans, "model: side taken on the issue's statement", surest),
        quote=asked.quote,
    )

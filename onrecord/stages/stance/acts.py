"""What one actor does to another: the act that links two places in a sentence, as a PLOVER category."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from onrecord.knowledge.models import NO_ACT
from onrecord.knowledge.stance_words import Acts, Phrase
from onrecord.records import Event, Modality
from onrecord.stages.stance.attitude import negated

MODALITY: dict[str, Modality] = {
    "THREATEN": "threatened",
    "REQUEST": "demanded",
    "AGREE": "promised",
    "REJECT": "denied",
}


def act_between(source: Token, target: Token, acts: Acts) -> tuple[Event, Token] | None:
    """The event and the word that tells it, or None where no act is found on the way from source to target."""
    path = way_between(source, target)
    for verb in [token for token in path if token.pos_ in {"VERB", "AUX"}]:
        if root := act_of(verb, acts):
            return acts.events[in_time(root, verb, acts)], verb
    for noun in [token for token in path if token.pos_ == "NOUN"]:
        if root := acts.nouns.get((noun.lemma_.lower(),)):
            return acts.events[root], noun
    return None


def act_near(source: Token, acts: Acts) -> Event | None:
    """The first act told in the sentence: for sentences whose grammar does not link source and target."""
    for token in source.sent:
        if token.i == source.i or token.pos_ not in {"VERB", "NOUN"}:
            continue
        root = act_of(token, acts) if token.pos_ == "VERB" else acts.nouns.get((token.lemma_.lower(),))
        if root:
            return acts.events[in_time(root, token, acts)]
    return None


def act_told(
    chances: Mapping[str, float], found: tuple[Event, Token] | None, acts: Acts, sure: float
) -> tuple[Event | None, Token | None]:
    """The likeliest act, where it is at least `sure`, and the word that tells it by the grammar (`found`)."""
    root = max(chances, key=chances.__getitem__)
    if root == NO_ACT or chances[root] < sure:
        return None, None
    return acts.events[root], found[1] if found else None


def in_time(root: str, verb: Token, acts: Acts) -> str:
    """What is refused is REJECT, and what is friendly and still to come is AGREE."""
    ahead = any(child.lower_ in {"will", "shall", "would", "’ll", "'ll"} for child in verb.children)
    if negated(verb) and (ahead or root in acts.intended or root == "AGREE"):
        return "REJECT"
    return "AGREE" if ahead and root in acts.intended else root


def way_between(source: Token, target: Token) -> list[Token]:
    """The words from source up to where the two meet and down to target; the source's own verb comes first."""
    up = [source, *source.ancestors]
    down = [target, *target.ancestors]
    meeting = next((token for token in up if token in down), None)
    if meeting is None:
        return []
    climb = up[1 : up.index(meeting) + 1]
    descend = list(reversed(down[: down.index(meeting)]))
    return [*climb, *descend][: len(climb) + max(len(descend) - 1, 0)]


def act_of(verb: Token, acts: Acts) -> str | None:
    """The category of a verb, read with its particle, its object noun where it is light, and its complement."""
    lemma = verb.lemma_.lower()
    if lemma in acts.takes_over:
        return acts.takes_over[lemma]
    if lemma in acts.saying:
        return None
    for child in verb.children:
        if child.dep_ in {"prt", "prep", "advmod"} and (root := acts.verbs.get((lemma, child.lower_))):
            return root
    if lemma in acts.light or (lemma,) not in acts.verbs:
        for noun in objects_of(verb, lemma in acts.light):
            for phrase in phrases_ending_in(noun):
                if root := acts.nouns.get(phrase):
                    return root
    return acts.verbs.get((lemma,))


def objects_of(verb: Token, light: bool) -> list[Token]:
    """The verb's objects, and those of its prepositions where the verb is light."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}]
    if light:
        objects += [o for child in verb.children if child.dep_ == "prep" for o in child.children if o.dep_ == "pobj"]
    return objects


def phrases_ending_in(noun: Token) -> list[Phrase]:
    """The noun with the word before it, then alone."""
    alone = (noun.lemma_.lower(),)
    before = [child for child in noun.lefts if child.dep_ in {"compound", "amod"}]
    return [(before[-1].lemma_.lower(), *alone), alone] if before else [alone]

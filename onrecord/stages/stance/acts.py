"""What one actor does to another: the act that links two places in a sentence, as a PLOVER category."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.knowledge.stance_words import Acts, Phrase
from onrecord.records import Event, Modality

LIGHT = frozenset(
    {
        "hold",
        "have",
        "make",
        "take",
        "launch",
        "carry",
        "conduct",
        "give",
        "impose",
        "express",
        "offer",
        "do",
        "begin",
        "start",
        "stage",
        "issue",
        "sign",
        "reach",
        "put",
        "voice",
        "continue",
        "resume",
        "provide",
        "send",
        "end",
        "announce",
        "open",
        "receive",
        "pay",
        "lead",
        "face",
        "deploy",
        "be",
        "show",
    }
)
SAYING = frozenset({"say", "tell", "state", "add", "announce", "report", "note", "declare"})
# A verb here names the act of its complement as asked for, promised, refused or threatened.
TAKES_OVER = {
    "threaten": "THREATEN",
    "warn": "THREATEN",
    "refuse": "REJECT",
    "decline": "REJECT",
    "reject": "REJECT",
    "demand": "REQUEST",
    "urge": "REQUEST",
    "ask": "REQUEST",
    "call": "REQUEST",
    "request": "REQUEST",
    "promise": "AGREE",
    "pledge": "AGREE",
    "vow": "AGREE",
    "agree": "AGREE",
    "plan": "AGREE",
    "offer": "AGREE",
    "accuse": "ACCUSE",
    "blame": "ACCUSE",
    "deny": "REJECT",
    "oppose": "REJECT",
}
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
        if root := act_of(verb, path, acts):
            return acts.events[root], verb
    for noun in [token for token in path if token.pos_ == "NOUN"]:
        if root := acts.nouns.get((noun.lemma_.lower(),)):
            return acts.events[root], noun
    return None


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


def act_of(verb: Token, path: list[Token], acts: Acts) -> str | None:
    """The category of a verb, read with its particle, its object noun where it is light, and its complement."""
    lemma = verb.lemma_.lower()
    if lemma in TAKES_OVER and lemma not in {"call"}:
        return TAKES_OVER[lemma]
    if lemma in SAYING:
        return None
    small = [child.lower_ for child in verb.children if child.dep_ in {"prt", "prep", "advmod", "aux"}]
    for word in small:
        if root := acts.verbs.get((lemma, word)):
            return root
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}]
    objects += [
        below
        for child in verb.children
        if child.dep_ == "prep"
        for below in child.children
        if below.dep_ == "pobj" and lemma in LIGHT
    ]
    if lemma in LIGHT or acts.verbs.get((lemma,)) is None:
        for noun in objects:
            for phrase in phrases_ending_in(noun):
                if root := acts.nouns.get(phrase):
                    return root
    return acts.verbs.get((lemma,))


def phrases_ending_in(noun: Token) -> list[Phrase]:
    """The noun with the word before it, then alone."""
    alone = (noun.lemma_.lower(),)
    before = [child for child in noun.lefts if child.dep_ in {"compound", "amod"}]
    return [(before[-1].lemma_.lower(), *alone), alone] if before else [alone]

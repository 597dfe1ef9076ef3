"""Who may hold a side that nobody is quoted with: by the word that tells what they do or hold."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.knowledge.stance_words import StanceWords
from onrecord.stages.stance.attitude import CONDITION
from onrecord.stages.stance.between import act_of_actor

SUPPOSED = CONDITION | {"would", "could", "might", "whether", "lest"}


def told_of(holder: Token, words: StanceWords, alone: bool) -> Token | None:
    """The word that tells what a holder does or holds: an act, or a noun of theirs (*her opposition to*). A holder who
    can be meant `alone` may also have a noun that goes before (*her opposition cost Veltin her seat*) or, where the
    grammar broke down over the sentence, stand for its root. None for what is only done to them, or only thought of."""
    if act := act_of_actor(holder, words.acts):
        return None if undergoes(holder, act, words) or only_thought(act) else act
    noun = holder.head.head if holder.dep_ == "pobj" and holder.head.lower_ == "of" else holder.head
    if holder.dep_ in {"poss", "pobj"} and noun.lemma_.lower() in words.attitudes.nouns:
        return noun
    if not alone:
        return None
    if owned := owned_before(holder):
        return owned if owned.lemma_.lower() in words.attitudes.nouns else None
    return holder if holder.dep_ == "ROOT" else None


def only_thought(act: Token) -> bool:
    """Whether an act stands in what somebody wants, fears or supposes: *a promise that the League would not expand*,
    *if Karsovia attacks*."""
    helpers = {child.lower_ for child in act.children if child.dep_ in {"aux", "mark"}}
    return act.dep_ in {"acl", "relcl", "ccomp", "advcl"} and bool(helpers & SUPPOSED)


def undergoes(holder: Token, act: Token, words: StanceWords) -> bool:
    """Whether an act is only done to its subject: *was struck off the list*, *was the target of reprisals*; not *is
    expected to refuse*."""
    if holder.dep_ == "nsubjpass":
        return not any(child.dep_ in {"xcomp", "ccomp", "conj"} for child in act.children)
    undergone = words.attitudes.undergone
    return act.lemma_ == "be" and any(child.dep_ == "attr" and child.lemma_ in undergone for child in act.children)


def owned_before(holder: Token) -> Token | None:
    """The noun that opens the sentence as *his* or *her* own, of somebody named after it."""
    first = next((word for word in holder.sent if not word.is_space and not word.is_punct), holder)
    owned = first.head
    before = first.dep_ == "poss" and first.pos_ == "PRON" and owned.dep_ in {"nsubj", "nsubjpass"}
    verb = owned.head
    # *cost Veltin her seat*, *has made Veltin few friends*: the parser may take the name for the subject of the rest.
    return owned if before and (holder.head == verb or holder.head.head == verb) and holder.i > verb.i else None

"""First step of the cascade: the words of the page that report speech."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.knowledge.verbs import Frame
from onrecord.stages.quotes.page import Cue, Page

# A report in these is no report: *would say*, *might say*, *should say*, *can say*; *will say* and *must say* are kept.
HYPOTHETICAL = frozenset({"would", "could", "might", "may", "should", "can", "ca"})
ATTRIBUTES = frozenset({"amod", "compound", "nmod", "aux", "auxpass"})  # *the alleged plot* has no cue
# To say something is to have said it after these: *went on to say*, *took to the air to say*; but *wants to say*.
FULFILLED = frozenset(
    "go take proceed continue begin start come appear call write use rush hasten move step pause stand rise return "
    "phone release issue send hold give visit travel".split()
)


def find_cues(page: Page) -> tuple[Cue, ...]:
    """Every reporting verb that does report: not negated, not hypothetical, not a mere wish to speak."""
    found = []
    for token in page.doc:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ATTRIBUTES:
            continue
        if (frame := _frame_of(token, page)) and not is_unspoken(token):
            found.append(Cue(token, _last_word(token, frame), frame))
    return tuple(found)


def _frame_of(token: Token, page: Page) -> Frame | None:
    lemma = token.lemma_.lower()
    for rest, frame in page.verbs.phrasal.get(lemma, ()):
        if _particle(token, rest) is not None:
            return frame
    return page.verbs.verbs.get(lemma) or page.verbs.verbs.get(_stem(token))


def _stem(token: Token) -> str:
    """The verb under a regular ending, for those that the lemmatizer does not know: *texted*, *radioed*."""
    word = token.lower_
    return word[:-2] if word.endswith("ed") else word[:-1] if word.endswith("s") else word


def _particle(token: Token, word: str) -> Token | None:
    """The second word of a phrasal verb, close by: *points out*, *made it clear*."""
    for near in token.doc[token.i + 1 : token.i + 4]:
        if near.lower_ == word and token in (near.head, near.head.head):
            return near
    return None


def _last_word(token: Token, frame: Frame) -> int:
    _, _, rest = frame.lemma.partition(" ")
    particle = _particle(token, rest) if rest else None
    return particle.i if particle is not None else token.i


def is_unspoken(token: Token) -> bool:
    """Whether a reporting verb stands for words that were not said."""
    children = list(token.children)
    if is_negated(token):
        return True
    if any(child.dep_ == "aux" and child.lower_ in HYPOTHETICAL for child in children):
        return True
    if token.lemma_ in ("quote", "cite") and any(
        c.lower_ == "as" and any(g.dep_ == "pcomp" for g in c.children) for c in children
    ):
        return True  # *quoted her as saying*: the saying is the cue
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in children):
        return True
    if token.tag_ == "VB" and token.dep_ == "ROOT" and not any(c.dep_ in ("aux", "nsubj") for c in children):
        return token.is_sent_start is not True or any(c.dep_ in ("ccomp", "mark") for c in children)  # *Note that …*
    if token.tag_ == "VB" and any(child.lower_ == "to" for child in token.lefts):
        head = token.head
        return (
            token.dep_ == "acl" or is_negated(head) or (token.dep_ != "ROOT" and head.lemma_.lower() not in FULFILLED)
        )
    return False


def is_negated(token: Token) -> bool:
    """Whether a verb is denied: *did not say*; not *“Probably not,” she said*, where the parser may say so too."""
    return any(
        child.dep_ == "neg" and not any(between.is_punct for between in token.doc[child.i + 1 : token.i])
        for child in token.children
    )

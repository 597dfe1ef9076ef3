"""Pronouns of the third person."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.records import Candidate, Span

_SINGULAR = frozenset("he him his himself she her hers herself it its itself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
# "It is clear that …", "it appears …": the word stands for no one.
_EMPTY_VERBS = frozenset("seem appear happen turn rain snow follow matter".split())


def find_pronouns(doc: Doc) -> list[Candidate]:
    """Every he, she, it and they, in all their cases, but not the *it* of "it is clear that"."""
    found = []
    for token in doc:
        word = token.lower_
        if (word in _SINGULAR or word in _PLURAL) and not token.text.isupper() and not _stands_for_none(token):
            span = Span(token.idx, token.idx + len(token))
            found.append(Candidate(span, "pronoun", None, token.i, plural=word in _PLURAL))
    return found


def _stands_for_none(token: Token) -> bool:
    if token.lower_ != "it":
        return False
    verb = token.head
    if token.dep_ == "expl" or verb.lemma_ in _EMPTY_VERBS:
        return True
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    complement = any(child.dep_ in ("acomp", "attr") for child in verb.children)
    clause = any(child.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and child.i > verb.i for child in verb.children)
    return (verb.lemma_ == "be" and complement and clause) or (token.dep_ == "nsubjpass" and clause)

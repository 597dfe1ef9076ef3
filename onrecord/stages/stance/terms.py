"""Which issues a stretch of text names: the terms of data/issues.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Slice
from spacy.tokens import Token

from onrecord.knowledge.stance_words import Issue, Phrase, StanceWords, Term


@dataclass(frozen=True, slots=True)
class Hit:
    """An issue spoken of: the term's head word, its sense, and whether who does what it says is for it."""

    issue: Issue
    anchor: Token
    sense: int
    does: bool


def find_hits(within: Slice, words: StanceWords) -> Iterator[Hit]:
    """Each issue that a sentence or clause is about, at its first term."""
    lemmas = [token.lemma_.lower() for token in within]
    for issue in words.issues:
        for term in issue.terms:
            if (at := place_of(term, lemmas, within)) is not None:
                yield Hit(issue, within[at], term.sense, term.does)
                break


def place_of(term: Term, lemmas: Sequence[str], within: Slice) -> int | None:
    """Where a term's anchor ends, if the words near it allow it."""
    for at in range(len(lemmas)):
        for phrase in term.anchors:
            if not starts_with(lemmas, at, phrase):
                continue
            last = at + len(phrase) - 1
            elsewhere = [i for i in range(len(lemmas)) if not at <= i <= last]
            near = not term.near or any(starts_with(lemmas, i, word) for word in term.near for i in elsewhere)
            if near and (not term.noun or within[last].pos_ in {"NOUN", "PROPN"}):
                return last
    return None


def starts_with(lemmas: Sequence[str], at: int, phrase: Phrase) -> bool:
    """Whether the phrase stands at that place; the singular of its words is enough."""
    return tuple(lemmas[at : at + len(phrase)]) == phrase


def issues_in(within: Slice, words: StanceWords) -> Iterator[Issue]:
    """The issues named, each once."""
    for hit in find_hits(within, words):
        yield hit.issue

"""Sentences and grammar: the one parse that every later stage reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.limits import PARSE_BATCH
from onrecord.records import Span


def parse(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """One spaCy Doc a text, in order; its character offsets are those of the text.

    Call it inside `nlp.memory_zone()` and let go of every Doc before the zone ends.
    """
    yield from nlp.pipe(texts, batch_size=PARSE_BATCH)


def sentences(doc: Doc) -> tuple[Span, ...]:
    """The sentences of a parsed text, without the white space around them."""
    found = []
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            found.append(Span(words[0].idx, words[-1].idx + len(words[-1].text)))
    return tuple(found)

"""Sentences and grammar: the one parse that every later stage reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.limits import MARK_RUN, PARSE_BATCH, WORD_RUN
from onrecord.records import Span

# A text taken verbatim was not broken up by intake, and these make spaCy's tokenizer quadratic.
_LONG_RUN = re.compile(rf"((?:[^\w\s]|_){{{MARK_RUN}}})((?:[^\w\s]|_)+)|(\S{{{WORD_RUN}}})(\S+)")


def parse(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """One spaCy Doc a text, in order; its character offsets are those of the text.

    Call it inside `nlp.memory_zone()` and let go of every Doc before the zone ends. Of a run of marks or letters that
    no writer makes, the Doc holds the beginning and then blanks.
    """
    yield from nlp.pipe(map(blank_long_runs, texts), batch_size=PARSE_BATCH)


def blank_long_runs(text: str) -> str:
    """The text at the same length, with the tails of endless runs blanked."""
    return _LONG_RUN.sub(lambda run: (run[1] or run[3]) + " " * len(run[2] or run[4]), text)


def sentences(doc: Doc) -> tuple[Span, ...]:
    """The sentences of a parsed text, without the white space around them."""
    found = []
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            found.append(Span(words[0].idx, words[-1].idx + len(words[-1].text)))
    return tuple(found)

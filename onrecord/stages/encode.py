"""Every sentence through the model once, its names hidden: the reading that tone and stance share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.knowledge.models import Encoded, Judge, Name, Veiled
from onrecord.records import NAMED, Mention, Span
from onrecord.stages.parse import sentences


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentences of a text in order, and the model's vectors of each."""

    spans: tuple[Span, ...]
    encoded: tuple[Encoded, ...]

    def sentence_of(self, span: Span) -> tuple[Span, Encoded] | None:
        """The sentence that holds a span, and its vectors; None where a span runs over two sentences."""
        low, high = 0, len(self.spans)
        while low < high:
            middle = (low + high) // 2
            if self.spans[middle].end <= span.start:
                low = middle + 1
            else:
                high = middle
        found = low < len(self.spans) and self.spans[low].covers(span)
        return (self.spans[low], self.encoded[low]) if found else None


SMALL = frozenset({"of", "and", "de", "von", "van", "for", "the", "&", "al", "bin", "’s", "'s"})
PRONOUNS = frozenset("i you he she it we they me him her us them my your his its our their this that".split())


def encode(doc: Doc, mentions: Sequence[Mention], judge: Judge) -> Reading:
    """The Reading of a parsed text, the names in it hidden from the model."""
    spans = sentences(doc)
    named = sorted((m.span, m.actor) for m in mentions if m.form in NAMED)
    return Reading(spans, tuple(judge.encode([sentence_of(doc.text, span, named) for span in spans])))


def sentence_of(text: str, sentence: Span, named: Sequence[tuple[Span, str]]) -> Veiled:
    """One sentence with the names that lie wholly inside it; `named` in order of the text."""
    first = bisect_left(named, sentence.start, key=lambda each: each[0].start)
    last = bisect_left(named, sentence.end, key=lambda each: each[0].start)
    inside = [(moved(span, sentence), actor) for span, actor in named[first:last] if sentence.covers(span)]
    return Veiled(sentence.of(text), numbered(inside))


def numbered(named: Sequence[tuple[Span, str]]) -> tuple[Name, ...]:
    """The names in order, the longest of those that overlap, each with the number of its owner's first appearance."""
    names: list[Name] = []
    owners: dict[str, int] = {}
    for span, owner in sorted(named, key=lambda each: (each[0].start, -each[0].end)):
        if not names or names[-1].span.end <= span.start:
            names.append(Name(span, owners.setdefault(owner, len(owners))))
    return tuple(names)


def veiled(text: str, names: Sequence[Span], asked: Sequence[Span]) -> Veiled:
    """The text with its names hidden, and with those of the asked spans that read like names and hold none. Names with
    the same last word count as one's."""
    more = [
        span for span in asked if reads_like_a_name(span.of(text)) and not any(span.overlaps(other) for other in names)
    ]
    return Veiled(text, numbered([(span, span.of(text).split()[-1].lower()) for span in (*names, *more)]))


def reads_like_a_name(words: str) -> bool:
    """Whether every word but the small ones begins with a capital: *Mara Veltin*, *the Bank of Ostravia*."""
    tall = [word for word in words.split() if word.lower() not in SMALL | {"a", "an"}]
    return bool(tall) and tall[0].lower() not in PRONOUNS and all(word[:1].isupper() for word in tall)


def moved(span: Span, sentence: Span) -> Span:
    """A span counted from the start of its sentence."""
    return Span(span.start - sentence.start, span.end - sentence.start)

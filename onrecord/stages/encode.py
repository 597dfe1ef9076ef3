"""Every sentence through the model once: the reading that tone and stance share."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.knowledge.models import Encoded, Judge
from onrecord.records import Span
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


def encode(doc: Doc, judge: Judge) -> Reading:
    """The Reading of a parsed text."""
    spans = sentences(doc)
    return Reading(spans, tuple(judge.encode([span.of(doc.text) for span in spans])))


def moved(span: Span, sentence: Span) -> Span:
    """A span counted from the start of its sentence."""
    return Span(span.start - sentence.start, span.end - sentence.start)

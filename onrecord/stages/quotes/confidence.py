"""How sure a quote is: a readable list of features, each with a weight that was fitted once
(data/quote_confidence.csv)."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from spacy.tokens import Token

from onrecord.stages.quotes.page import Attribution, Page

CLAUSES = frozenset({"that-clause", "bare-clause", "that-rest", "bare-rest", "which-rest"})
BESIDE = frozenset(
    {"parataxis-after", "parataxis-inside", "as-clause", "according-to", "stranded", "run-on", "leaning"}
)
UTTERANCES = frozenset({"quote-before", "quote-after", "quote-continued", "quote-name", "quote-colon", "floating"})
WORDS = (3, 6, 10, 20, 40)


def confidence_of(page: Page, attribution: Attribution, nested: bool) -> float:
    """The probability that a reader would mark this very content as a quote, from 0 to 1."""
    weights = page.verbs.weights
    return 1 / (1 + exp(-sum(weights.get(feature, 0.0) for feature in features(page, attribution, nested))))


def features(page: Page, attribution: Attribution, nested: bool) -> Iterator[str]:
    """What the confidence rests on, by name."""
    kind = kind_of(attribution)
    yield "always"
    yield f"rule {attribution.rule}"
    yield f"{kind} source {_source_type(page, attribution.source)}"
    words = sum(page.text[start:end].count(" ") + 1 for start, end in attribution.pieces)
    yield f"{kind} words {next((limit for limit in WORDS if words <= limit), 'more')}"
    if nested:
        yield f"{kind} nested"
    if kind != "utterance" and any(
        s.start < end and start < s.end for start, end in attribution.pieces for s in page.stretches
    ):
        yield f"{kind} has marks"
    if attribution.cue is not None:
        yield from _of_cue(kind, attribution.cue.token)
        yield f"{kind} verb {attribution.cue.frame.lemma}"
        yield f"{kind} {attribution.rule} {attribution.cue.frame.claim}"
        yield f"{kind} verb that {'also' if 'that' in attribution.cue.frame.takes else 'never'} takes a clause"
    if kind == "utterance":
        yield from _of_utterance(page, attribution)


def kind_of(attribution: Attribution) -> str:
    """Whether the content is an utterance, a clause, what stands beside its attribution, or a mere phrase."""
    for kind, rules in (("utterance", UTTERANCES), ("clause", CLAUSES), ("beside", BESIDE)):
        if attribution.rule in rules:
            return kind
    return "phrase"


def _source_type(page: Page, source: Token | None) -> str:
    if source is None:
        return "none"
    if source.pos_ == "PRON":
        return "first or second person" if source.lower_ in ("i", "we", "you") else "pronoun"
    if source.ent_type_:
        return "person" if source.ent_type_ == "PERSON" else "name"
    lemma = source.lemma_.lower()
    if lemma in page.verbs.documents:
        return "document"
    return "description" if lemma in page.verbs.speakers else "other"


def _of_cue(kind: str, verb: Token) -> Iterator[str]:
    if verb.dep_ not in ("ROOT", "conj"):
        yield f"{kind} cue {verb.dep_}"
    yield f"{kind} cue {verb.tag_}"
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass"):
            yield f"{kind} aux {child.lemma_.lower()}"


def _of_utterance(page: Page, attribution: Attribution) -> Iterator[str]:
    start = attribution.pieces[0][0]
    stretch = next((s for s in page.stretches if s.start <= start < s.closes), None)
    if stretch is not None and stretch.single:
        yield "utterance single marks"
    if stretch is not None and not stretch.whole:
        yield "utterance missing mark"
    if attribution.rule == "floating" and stretch is not None and page.line_of(stretch.opens)[0] == stretch.opens:
        yield "floating opens its paragraph"
    if len(attribution.pieces) > 1:
        yield "utterance in pieces"

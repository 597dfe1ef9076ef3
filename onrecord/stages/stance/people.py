"""Which actor stands where: look-ups from words of the parse to the cast."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from onrecord.records import Cast, Claim, Mention, Modality, Party, Quote, Span

_MODALITY: dict[Claim, Modality] = {
    "threatened": "threatened",
    "demanded": "demanded",
    "promised": "promised",
    "denied": "denied",
}
OF_SOMEBODY = frozenset({"his", "her", "its", "their", "him", "them"})
FIRST_PERSON = frozenset({"i", "we", "us", "our", "my"})


class People:
    """The cast of one article, by place and by id. Places are left out, but for those in `acting`."""

    def __init__(self, cast: Cast, acting: Collection[str] = ()) -> None:
        self.actors = {actor.id: actor for actor in cast.actors if actor.kind != "place" or actor.id in acting}
        self.mentions = sorted((m for m in cast.mentions if m.actor in self.actors), key=lambda m: m.span)

    def at(self, token: Token) -> str | None:
        """The actor of the shortest mention that holds the word."""
        here = [m for m in self.mentions if m.span.start <= token.idx < m.span.end]
        return min(here, key=lambda m: m.span.end - m.span.start).actor if here else None

    def within(self, span: Span) -> list[Mention]:
        """The mentions that lie inside a span, in order."""
        return [mention for mention in self.mentions if span.covers(mention.span)]

    def is_own(self, subject: Token, speaker: str, part: Slice) -> bool:
        """Whether a subject inside a quote is the speaker's own side: outside the content, *I* or *we*, the speaker,
        or the state the speaker belongs to."""
        if not part.start <= subject.i < part.end or subject.lower_ in FIRST_PERSON:
            return True
        actor = self.at(subject)
        return actor is not None and actor in {speaker, self.state_of(speaker)}

    def state_of(self, actor: str) -> str | None:
        """The state an actor belongs to, where that is known."""
        return self.actors[actor].state if actor in self.actors else None

    def same_side(self, one: str, other: str) -> bool:
        """Whether two actors are one, or one is the other's state: nobody takes a stance on themselves."""
        return one == other or self.state_of(one) == other or self.state_of(other) == one


def head_of(doc: Doc, span: Span) -> Token | None:
    """The word of a span that governs the others."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None else None


def span_of(sentence: Slice) -> Span:
    """The characters of a sentence without the white space round it."""
    words: Sequence[Token] = [token for token in sentence if not token.is_space] or [sentence[0]]
    return Span(words[0].idx, words[-1].idx + len(words[-1].text))


def modality_of_quote(quote: Quote) -> Modality:
    """What a quote's claim makes of the stance in it: a threat is not an act."""
    return _MODALITY.get(quote.claim, "actual")


def own_words(text: str, quote: Quote, quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """What of a quote is its speaker's own: not what it tells of somebody else's words, *“Keel said the dam must go,”
    an aide reported*. None of it where it is all somebody else's."""
    left = list(quote.spans)
    for inner in quotes:
        if inner is not quote and quote.speaker is not None and any(_same(quote.speaker, party) for party in inner.via):
            for span in inner.spans:
                left = [piece for each in left for piece in _without(each, span)]
    return tuple(span for span in left if any(letter.isalnum() for letter in span.of(text)))


def spoken_for(doc: Doc, people: People, quote: Quote) -> Quote:
    """The quote as that of whom its speaker speaks for: *Veltin wants a truce, her office said* tells Veltin's side."""
    speaker = quote.speaker.span.of(doc.text).lower().split() if quote.speaker and quote.speaker.span else []
    if quote.kind == "direct" or not OF_SOMEBODY & set(speaker):
        return quote
    for mention in (m for span in quote.spans for m in people.within(span)):
        head = head_of(doc, mention.span)
        if mention.form == "name" and head is not None and head.dep_ in {"nsubj", "nsubjpass"}:
            via = (quote.speaker,) if quote.speaker else ()
            return replace(quote, speaker=Party(mention.span, mention.actor), via=via + quote.via)
    return quote


def _same(one: Party, other: Party) -> bool:
    return one == other or (one.actor is not None and one.actor == other.actor)


def _without(span: Span, cut: Span) -> list[Span]:
    """What is left of a span."""
    if not span.overlaps(cut):
        return [span]
    sides = ((span.start, min(cut.start, span.end)), (max(cut.end, span.start), span.end))
    return [Span(start, end) for start, end in sides if start < end]

"""Ways to read a few sentences: for their quotes, and for who is in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.records import Actor, Article, Cast, Party, Quote, Span
from onrecord.stages.actors import resolve_actors
from onrecord.stages.mentions import find_mentions
from onrecord.stages.quotes import find_quotes


@dataclass(frozen=True)
class Told:
    """A quote in words: its content (pieces parted by " | "), and its parties as the text names them, else by name."""

    content: str
    speaker: str | None
    kind: str
    claim: str
    verb: str
    addressee: str | None
    via: tuple[str | None, ...]
    quote: Quote
    actor: str | None


Tell = Callable[[str], list[Told]]


@pytest.fixture(scope="session")
def tell(tools: Tools) -> Tell:
    """Text to its quotes, as the first stages of the pipeline find them."""

    def told(text: str) -> list[Told]:
        doc = tools.nlp(text)
        article = Article(id="test", title="", text=text)
        cast = resolve_actors(article, doc, find_mentions(doc, tools.gazetteer), tools.gazetteer)
        return [in_words(text, cast, quote) for quote in find_quotes(doc, cast, tools.verbs)]

    return told


def in_words(text: str, cast: Cast, quote: Quote) -> Told:
    """What a test compares."""
    names = {actor.id: actor.name for actor in cast.actors}

    def name(party: Party | None) -> str | None:
        if party is None:
            return None
        return party.span.of(text) if party.span else names.get(party.actor or "")

    return Told(
        content=" | ".join(span.of(text) for span in quote.spans),
        speaker=name(quote.speaker),
        kind=quote.kind,
        claim=quote.claim,
        verb=quote.verb,
        addressee=name(quote.addressee),
        via=tuple(name(party) for party in quote.via),
        quote=quote,
        actor=names.get(quote.speaker.actor) if quote.speaker and quote.speaker.actor else None,
    )


class Reading:
    """A cast and its text, with look-ups a test can read."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text, self.cast = text, cast
        self.actors = {actor.id: actor for actor in cast.actors}

    def who(self, words: str, nth: int = 0) -> str | None:
        """The name of the actor that these words mention, at their nth place, or None."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        wanted = Span(start, start + len(words))
        found = [each.actor for each in self.cast.mentions if each.span == wanted]
        return self.actors[found[0]].name if found else None

    def shown(self) -> set[str]:
        return {actor.name for actor in self.cast.actors if actor.kind not in ("place", "unnamed")}

    def named(self, name: str) -> Actor:
        return next(actor for actor in self.cast.actors if actor.name == name)

    def why(self, name: str, alias: str) -> str:
        return next(reason.why for reason in self.named(name).reasons if reason.alias == alias)


Resolve = Callable[..., Reading]


@pytest.fixture
def resolve(tools: Tools) -> Resolve:
    def resolved(text: str, published: date | None = date(2022, 2, 10)) -> Reading:
        doc = tools.nlp(text)
        article = Article(id="a1", title="", text=text, published=published)
        return Reading(text, resolve_actors(article, doc, find_mentions(doc, tools.gazetteer), tools.gazetteer))

    return resolved

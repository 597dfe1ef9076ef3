"""A way to read a few sentences for their quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.records import Article, Cast, Party, Quote
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

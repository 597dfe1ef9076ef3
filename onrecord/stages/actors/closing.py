"""The finished cast; and, once the quotes are known, the first person and the sources that say nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.records import Cast, Mention, Quote, Span, Stance
from onrecord.stages.actors.reading import Reading

_FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())


def close_cast(reading: Reading) -> Cast:
    """Actors in order of their first mention, mentions in order of the text."""
    mentions = sorted(reading.mentions, key=lambda each: (each.span, each.actor))
    seen = dict.fromkeys(mention.actor for mention in sorted(mentions, key=lambda each: each.form == "demonym"))
    firsts = {actor: min(m.span.start for m in mentions if m.actor == actor) for actor in seen}
    actors = [reading.roster.drafts[actor].actor() for actor in sorted(seen, key=firsts.__getitem__)]
    return Cast(tuple(actors), tuple(mentions))


def resolve_first_person(doc: Doc, cast: Cast, quotes: Iterable[Quote]) -> Cast:
    """The cast with every I, we and my inside a quote as a mention of the quote's speaker."""
    taken = {mention.span for mention in cast.mentions}
    known = {actor.id for actor in cast.actors}
    added: dict[Span, Mention] = {}
    for quote in sorted(quotes, key=lambda each: each.kind == "indirect"):
        speaker = quote.speaker.actor if quote.speaker else None
        if speaker not in known or speaker is None or quote.kind == "indirect":
            continue
        for span in quote.spans:
            words = doc.char_span(span.start, span.end, alignment_mode="expand")
            for token in words or ():
                if token.lower_ in _FIRST_PERSON and token.text != "US":
                    place = Span(token.idx, token.idx + len(token))
                    if place not in taken:
                        added.setdefault(place, Mention(place, speaker, "pronoun"))
    mentions = sorted([*cast.mentions, *added.values()], key=lambda each: (each.span, each.actor))
    return replace(cast, mentions=tuple(mentions))


def drop_silent(cast: Cast, quotes: Iterable[Quote], stances: Iterable[Stance]) -> Cast:
    """The cast without the unnamed actors that neither speak nor take a side, and without their mentions."""
    heard = {stance.holder for stance in stances} | {stance.target for stance in stances}
    for quote in quotes:
        parties = [quote.speaker, quote.addressee, *quote.via]
        heard |= {party.actor for party in parties if party and party.actor} | set(quote.about)
    kept = tuple(actor for actor in cast.actors if actor.kind != "unnamed" or actor.id in heard)
    ids = {actor.id for actor in kept}
    return Cast(kept, tuple(mention for mention in cast.mentions if mention.actor in ids))

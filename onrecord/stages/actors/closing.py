"""The finished cast; and, once the quotes are known, the first person and the sources that say nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.records import Actor, Cast, Mention, Quote, Span, Stance
from onrecord.stages.actors.governments import is_location
from onrecord.stages.actors.reading import Reading

_I = frozenset("i me my mine myself".split())
_WE = frozenset("we us our ours ourselves".split())


def close_cast(reading: Reading) -> Cast:
    """Actors in order of their first mention, mentions in order of the text. Who is only there as an adjective ("a
    Polish village") is no actor; a state that is only there as a place ("talks in Belarus") is one of kind place."""
    bearing = {mention.actor for mention in reading.mentions if mention.form != "demonym"}
    mentions = sorted((each for each in reading.mentions if each.actor in bearing), key=lambda each: each.span)
    actors = []
    for actor in dict.fromkeys(mention.actor for mention in mentions):
        finished = reading.roster.drafts[actor].actor()
        actors.append(replace(finished, kind="place") if _is_mere_place(reading, finished) else finished)
    return Cast(tuple(actors), tuple(mentions))


def _is_mere_place(reading: Reading, actor: Actor) -> bool:
    if actor.name in reading.roster.gazetteer.nouns.platforms:
        return not reading.roster.drafts[actor.id].acts
    if actor.kind != "state":
        return False
    heads = [seen.head for seen in reading.seen if seen.draft.id == actor.id and seen.form != "demonym"]
    return all(is_location(reading.doc[head], reading.roster.gazetteer.nouns) for head in heads)


def resolve_first_person(doc: Doc, cast: Cast, quotes: Iterable[Quote]) -> Cast:
    """The cast with every I and my inside a quote as a mention of its speaker, and every we and our where the speaker
    is a body or speaks for one; whom a private person's *we* takes in, nobody can tell."""
    taken = {mention.span for mention in cast.mentions}
    known = {actor.id: actor for actor in cast.actors}
    added: dict[Span, Mention] = {}
    for quote in sorted(quotes, key=lambda each: each.kind == "indirect"):
        speaker = quote.speaker.actor if quote.speaker else None
        if speaker not in known or speaker is None or quote.kind == "indirect":
            continue
        actor = known[speaker]
        own = _I | _WE if actor.kind != "person" or actor.state or actor.office else _I
        for span in quote.spans:
            words = doc.char_span(span.start, span.end, alignment_mode="expand")
            for token in words or ():
                if token.lower_ in own and token.text != "US":
                    place = Span(token.idx, token.idx + len(token))
                    if place not in taken:
                        added.setdefault(place, Mention(place, speaker, "pronoun"))
    mentions = sorted([*cast.mentions, *added.values()], key=lambda each: (each.span, each.actor))
    return replace(cast, mentions=tuple(mentions))


def drop_silent(
    cast: Cast, quotes: tuple[Quote, ...], stances: tuple[Stance, ...]
) -> tuple[Cast, tuple[Quote, ...], tuple[Stance, ...]]:
    """The cast without the unnamed actors that neither speak nor take a side, and quotes and stances without them."""
    heard = {stance.holder for stance in stances}
    for quote in quotes:
        heard |= {party.actor for party in (quote.speaker, *quote.via) if party and party.actor}
    silent = {actor.id for actor in cast.actors if actor.kind == "unnamed"} - heard
    kept = Cast(
        tuple(actor for actor in cast.actors if actor.id not in silent),
        tuple(mention for mention in cast.mentions if mention.actor not in silent),
    )
    return (
        kept,
        tuple(_without(quote, silent) for quote in quotes),
        tuple(stance for stance in stances if stance.target not in silent),
    )


def _without(quote: Quote, silent: set[str]) -> Quote:
    """The quote, not about the silent, and said to a mere audience where it was said to one of them."""
    addressee = quote.addressee
    if addressee is not None and addressee.actor in silent:
        addressee = replace(addressee, actor=None) if addressee.span else None
    return replace(quote, addressee=addressee, about=tuple(actor for actor in quote.about if actor not in silent))

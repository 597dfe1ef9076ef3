"""A report in which what was one actor's is another's, or nobody's: in every field that names an actor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.records import Actor, Mention, Party, Quote, Report, Span, Stance, Tone

# Who an actor is now at these places of the text: the same id, another's, or None for nobody's.
Whose = Callable[[str, Sequence[Span]], str | None]

FOLLOWING = ("pronoun", "description")  # forms that stand for a name before them


def reassigned(report: Report, cast: Mapping[str, Actor], whose: Whose, added: Sequence[Mention] = ()) -> Report:
    """The report with every mention, party, tone and stance given to whoever it is now.

    `cast` holds the actors that may come in; whoever was in and is named nowhere any more goes out. `added` are
    mentions that were not there. A tone or a stance of nobody goes; a speaker of nobody keeps the words of the text.
    """
    mentions = [replace(one, actor=now) for one in report.mentions if (now := whose(one.actor, [one.span]))]
    if added:
        mentions = sorted([*mentions, *added], key=lambda mention: mention.span)
    quotes = tuple(_quote(quote, report, whose, added) for quote in report.quotes)
    speakers = {before.id: (before, after) for before, after in zip(report.quotes, quotes, strict=True)}
    known = {actor.id for actor in report.actors}
    found = replace(
        report,
        actors=(*report.actors, *(actor for id_, actor in cast.items() if id_ not in known)),
        mentions=tuple(mentions),
        quotes=quotes,
        tones=tuple(kept for tone in report.tones if (kept := _tone(tone, report.quotes, quotes, whose))),
        stances=tuple(held for stance in report.stances if (held := _stance(stance, speakers, cast, whose))),
    )
    named = _ids(found)
    gone = (_ids(report) | set(cast)) - named  # those whom the article lists without naming them stay
    return replace(found, actors=tuple(actor for actor in found.actors if actor.id not in gone))


def _quote(quote: Quote, report: Report, whose: Whose, added: Sequence[Mention]) -> Quote:
    speaker, addressee = (_party(each, quote, whose, added) for each in (quote.speaker, quote.addressee))
    via = tuple(new for each in quote.via if (new := _party(each, quote, whose, added)))
    return replace(quote, speaker=speaker, addressee=addressee, via=via, about=_about(quote, report, whose, added))


def _party(party: Party | None, quote: Quote, whose: Whose, added: Sequence[Mention]) -> Party | None:
    if party is None:
        return None
    if party.actor is None:
        named = [one.actor for one in added if party.span and one.span.covers(party.span)]
        return replace(party, actor=named[0]) if named else party
    now = whose(party.actor, [party.span] if party.span else quote.spans)
    return replace(party, actor=now) if now or party.span else None


def _about(quote: Quote, report: Report, whose: Whose, added: Sequence[Mention]) -> tuple[str, ...]:
    found: list[str | None] = []
    for actor in quote.about:
        inside = [one.span for one in report.mentions if one.actor == actor and _within(one.span, quote.spans)]
        found += [whose(actor, [span]) for span in inside] or [whose(actor, quote.spans)]
    found += [one.actor for one in added if _within(one.span, quote.spans)]
    return tuple(dict.fromkeys(actor for actor in found if actor))


def _tone(tone: Tone, before: Sequence[Quote], after: Sequence[Quote], whose: Whose) -> Tone | None:
    actor = whose(tone.actor, [tone.mention])
    if actor is None:
        return None
    voice = tone.voice and whose(tone.voice, [tone.mention])
    for old, new in zip(before, after, strict=True):  # the voice is that of the quote around it
        if old.speaker and old.speaker.actor == tone.voice and _within(tone.mention, old.spans):
            voice = new.speaker.actor if new.speaker else None
    return replace(tone, actor=actor, voice=voice)


def _stance(
    stance: Stance, quotes: Mapping[str, tuple[Quote, Quote]], cast: Mapping[str, Actor], whose: Whose
) -> Stance | None:
    holder = whose(stance.holder, stance.evidence.spans)
    before, after = quotes.get(stance.quote or "", (None, None))
    if before and after and before.speaker and before.speaker.actor == stance.holder:
        holder = after.speaker.actor if after.speaker else None
    target = whose(stance.target, stance.evidence.spans)
    itself = holder == target and stance.holder != stance.target  # two that turn out to be one hold none towards it
    if holder is None or target is None or itself:
        return None
    name = cast[target].name if target != stance.target and target in cast else stance.target_name
    return replace(stance, holder=holder, target=target, target_name=name)


def _ids(report: Report) -> set[str | None]:
    parties = [party for quote in report.quotes for party in (quote.speaker, quote.addressee, *quote.via) if party]
    return (
        {mention.actor for mention in report.mentions}
        | {party.actor for party in parties}
        | {actor for quote in report.quotes for actor in quote.about}
        | {each for tone in report.tones for each in (tone.actor, tone.voice)}
        | {each for stance in report.stances for each in (stance.holder, stance.target)}
    )


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(each.covers(span) for each in spans)


def shares(mentions: Sequence[Mention], takes: Callable[[Mention], bool], taker: str) -> Whose | None:
    """Whose each place is when one takes some mentions of others; None when there is none to take.

    A pronoun or a description goes with the name before it, or with the first where none is before; and so does a
    place that has no mention of its own, such as the speaker whom a quote only implies.
    """
    taken = [takes(mention) for mention in mentions]
    if not any(taken):
        return None
    of: dict[str, list[tuple[Span, str]]] = {}
    for actor in {mention.actor for mention, takes_it in zip(mentions, taken, strict=True) if takes_it}:
        own = [(one, gone) for one, gone in zip(mentions, taken, strict=True) if one.actor == actor]
        first = next(gone for one, gone in own if gone or one.form not in FOLLOWING)
        of[actor], last = [], first
        for one, gone in own:
            last = gone if gone or one.form not in FOLLOWING else last
            of[actor].append((one.span, taker if last else actor))
    return lambda actor, spans: _at(of[actor], spans) if actor in of and spans else actor


def _at(places: Sequence[tuple[Span, str]], spans: Sequence[Span]) -> str:
    for place, now in places:
        if any(place.overlaps(span) for span in spans):
            return now
    return next((now for place, now in reversed(places) if place.start <= spans[0].start), places[0][1])

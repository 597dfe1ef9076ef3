"""A report as the corrections by hand have it. The machine's own report is left as it was.

Every correction takes the report that those before it have left. Names to show come last, so that an actor who joins
another bears the name that the other was given, whenever that was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Actor, Mention, Reason, Report, Span
from onrecord.store.corrections import Correction
from onrecord.store.fold import fold
from onrecord.store.reassign import reassigned, shares


def corrected(report: Report, corrections: Sequence[Correction]) -> tuple[Report, list[int]]:
    """The report after the settled corrections, and the positions of those that changed something in it."""
    changing: list[int] = []
    for position, one in enumerate(corrections):
        after = _STEPS[one.kind](report, one) if one.kind in _STEPS else report
        if after != report:
            report, changing = after, [*changing, position]
    renamed = {one.actor.id: (position, one.into) for position, one in enumerate(corrections) if one.kind == "rename"}
    for actor in report.actors:
        position, shown = renamed.get(actor.id, (0, None))
        if shown and shown.name != actor.name:
            report, changing = _renamed(report, actor.id, shown.name), [*changing, position]
    return report, changing


def _merged(report: Report, one: Correction) -> Report:
    """All of `actor` as `into`, who keeps what the article says of them and is told the names of the other."""
    into = one.into
    if into is None or into.id == one.actor.id or not _involved(report, one.actor.id):
        return report
    gone, here = _listed(report, one.actor.id), _listed(report, into.id)
    joined = here or replace(into, office=None, reasons=())
    if gone:
        joined = replace(joined, office=joined.office or gone.office, reasons=joined.reasons + _reasons(gone, joined))
    found = reassigned(report, {into.id: joined}, lambda id_, _: into.id if id_ == one.actor.id else id_)
    actors = [joined if actor.id == into.id else actor for actor in found.actors if actor.id != one.actor.id]
    if gone and joined not in actors:  # listed, but named nowhere
        actors.append(joined)
    return replace(found, actors=_of_state(actors, one.actor.id, into.id))


def _reasons(gone: Actor, into: Actor) -> tuple[Reason, ...]:
    told = f"counted as {into.name} by hand"
    own = tuple(Reason(each.alias, f"{each.why}; {gone.name} is {told}") for each in gone.reasons)
    return own if gone.name in {each.alias for each in own} else (*own, Reason(gone.name, told))


def _dropped(report: Report, one: Correction) -> Report:
    """Without the actor: its speech is nobody's that is known, and what is thought of it or by it goes."""
    id_ = one.actor.id
    if not _involved(report, id_):
        return report
    found = reassigned(report, {}, lambda each, _: None if each == id_ else each)
    return replace(found, actors=_of_state([actor for actor in found.actors if actor.id != id_], id_, None))


def _split(report: Report, one: Correction) -> Report:
    """What is called by the name goes to the other actor, and with it what refers back to it."""
    into = one.into
    if into is None or (one.article and one.article != report.article.id):
        return report
    wanted = set(map(folded_name, one.aliases))

    def takes(mention: Mention) -> bool:
        return mention.actor == one.actor.id and folded_name(mention.span.of(report.article.text)) in wanted

    whose = shares(report.mentions, takes, into.id)
    if whose is None:
        return report
    why = tuple(Reason(alias, f"taken from {one.actor.name} by hand") for alias in one.aliases)
    return _given(reassigned(report, {into.id: replace(into, office=None)}, whose), into.id, why)


def _made(report: Report, one: Correction) -> Report:
    """The actor by hand, with every mention that bears one of its names, and the places where nobody was seen."""
    wanted, made = set(map(folded_name, one.aliases)), one.actor
    places = list(_places(report, one.aliases))

    def takes(mention: Mention) -> bool:
        named = folded_name(mention.span.of(report.article.text)) in wanted
        return named or any(place.covers(mention.span) for place in places)

    free = [place for place in places if not any(place.overlaps(mention.span) for mention in report.mentions)]
    whose = shares(report.mentions, takes, made.id)
    if whose is None and not free:
        return report
    added = [Mention(place, made.id, "name") for place in free]
    found = reassigned(report, {made.id: made}, whose or (lambda id_, _: id_), added)
    return _given(found, made.id, tuple(Reason(alias, "named so by hand") for alias in one.aliases))


def _places(report: Report, aliases: Sequence[str]) -> Iterator[Span]:
    """Where a name stands in the text, in its own case, as whole words; the longest name at each place."""
    words = [r"\s+".join(map(re.escape, alias.split())) for alias in sorted(aliases, key=len, reverse=True)]
    for found in re.finditer(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", report.article.text):
        yield Span(found.start(), found.end())


def _renamed(report: Report, id_: str, name: str) -> Report:
    actors = tuple(replace(each, name=name) if each.id == id_ else each for each in report.actors)
    stances = tuple(replace(each, target_name=name) if each.target == id_ else each for each in report.stances)
    return replace(report, actors=actors, stances=stances)


def _given(report: Report, id_: str, why: tuple[Reason, ...]) -> Report:
    """The actor with reasons for the names it has been given."""
    return replace(
        report,
        actors=tuple(replace(one, reasons=one.reasons + why) if one.id == id_ else one for one in report.actors),
    )


def _of_state(actors: Sequence[Actor], state: str, now: str | None) -> tuple[Actor, ...]:
    """Whoever belongs to a state belongs to the one that it is now, or to none."""
    return tuple(replace(actor, state=now) if actor.state == state else actor for actor in actors)


def _listed(report: Report, id_: str) -> Actor | None:
    return next((actor for actor in report.actors if actor.id == id_), None)


def _involved(report: Report, id_: str) -> bool:
    """Whether the article has anything to do with the actor."""
    return any(id_ in (actor.id, actor.state) for actor in report.actors) or any(
        stance.target == id_ for stance in report.stances
    )


def folded_name(name: str) -> str:
    """A name as it is compared: one spelling finds the other, and a line break is a space."""
    return fold(" ".join(name.split()))


_STEPS = {"merge": _merged, "drop": _dropped, "split": _split, "new": _made}

"""Corrections of actors: what each says, how it is written down, and which make no sense after those before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final, Literal, cast, get_args

from onrecord.errors import BadCorrection
from onrecord.knowledge.naming import name_key
from onrecord.limits import ALIASES_OF_A_CORRECTION, TITLE_CHARACTERS
from onrecord.records import Actor, Kind

CorrectionKind = Literal["merge", "split", "rename", "drop", "new", "apart"]
KINDS: Final = get_args(CorrectionKind)
ACTING: Final = ("person", "state", "organisation", "group")  # what an actor by hand, or one that others join, can be
BY_HAND: Final = "hand:"  # how the id of an actor begins that no article and no list of ours knows
NAME_IN_ID = 100  # characters: an id says roughly whose it is, and stays shorter than the longest name


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction by hand.

    merge: all that is `actor` is `into`. split: what is called one of `aliases` (in `article` alone, where that is
    given) is not `actor` but `into`. rename: `into` is the same actor with the name to show. drop: `actor` is none.
    new: `actor` is made by hand and borne by `aliases`. apart: `actor` and `into` are not the same, so that their
    likeness is not offered again. Of an actor, id, name, kind, wikidata and state count here.
    """

    kind: CorrectionKind
    actor: Actor
    into: Actor | None = None
    aliases: tuple[str, ...] = ()
    article: str | None = None
    made: datetime = datetime(1970, 1, 1, tzinfo=UTC)

    def __post_init__(self) -> None:
        needs_other, has_aliases = self.kind not in ("drop", "new"), self.kind in ("split", "new")
        if needs_other and self.into is None:
            raise BadCorrection(f"a correction of kind {self.kind} has to say which other actor it means")
        if has_aliases and not self.aliases:
            raise BadCorrection(f"a correction of kind {self.kind} has to say which names it means")
        if len(self.aliases) > ALIASES_OF_A_CORRECTION:
            raise BadCorrection(f"an actor is given {ALIASES_OF_A_CORRECTION} names at most")
        actors = [self.actor, *([self.into] if self.into else [])]
        names = [*(one.name for one in actors), *self.aliases]
        if not all(name.strip() for name in names):
            raise BadCorrection("a name is empty")
        ids = [id_ for one in actors for id_ in (one.id, one.wikidata, one.state) if id_]
        if any(len(each) > TITLE_CHARACTERS for each in names + ids):
            raise BadCorrection(f"a name or an id is longer than {TITLE_CHARACTERS} characters")
        made = self.actor if self.kind == "new" else self.into if self.kind in ("merge", "split") else None
        if made and made.kind not in ACTING:
            raise BadCorrection(f"{made.name} would be of kind {made.kind}, which does not act")
        if self.kind == "new" and not self.actor.id.startswith(BY_HAND):
            raise BadCorrection(f"the id of an actor by hand begins with {BY_HAND}")

    @property
    def makes(self) -> str | None:
        """The id of the actor by hand that comes into being with it."""
        made = self.actor if self.kind == "new" else self.into if self.kind == "split" else None
        return made.id if made and made.id.startswith(BY_HAND) else None


def merge(actor: Actor, into: Actor) -> Correction:
    """All that is the one is the other."""
    return Correction("merge", actor, into, made=now())


def rename(actor: Actor, name: str) -> Correction:
    """The actor is shown under another name."""
    return Correction("rename", actor, replace(actor, name=" ".join(name.split())), made=now())


def drop(actor: Actor) -> Correction:
    """This is no actor."""
    return Correction("drop", actor, made=now())


def apart(actor: Actor, other: Actor) -> Correction:
    """The two are not the same, however alike their names."""
    return Correction("apart", actor, other, made=now())


def split(actor: Actor, alias: str, into: Actor, article: str | None = None) -> Correction:
    """What is called so, everywhere or in one article, is not the actor but another."""
    return Correction("split", actor, into, (alias,), article, made=now())


def new(actor: Actor, aliases: Iterable[str]) -> Correction:
    """An actor by hand, and the names it is called by."""
    return Correction("new", actor, aliases=tuple(dict.fromkeys(" ".join(one.split()) for one in aliases)), made=now())


def by_hand(name: str, kind: Kind, state: str | None, taken: Iterable[str]) -> Actor:
    """An actor that no article and no list knows, under an id that is not taken yet."""
    plain = " ".join(name.split())
    first, others = f"{BY_HAND}{kind}:{(name_key(plain) or plain)[:NAME_IN_ID]}", set(taken)
    ids = (first if n == 1 else f"{first}-{n}" for n in range(1, len(others) + 2))
    return Actor(next(each for each in ids if each not in others), plain, kind, state=state)


def now() -> datetime:
    """The time to the second."""
    return datetime.now(UTC).replace(microsecond=0)


# ------------------------------------------------------------------ one after another


def settled(corrections: Sequence[Correction]) -> list[Correction]:
    """The same, with whoever an earlier merge has made somebody else named as that other: A into B and B into C is A
    into C, in either order. What would make an actor itself is left as it is and changes nothing."""
    gone: dict[str, Actor] = {}
    found = []
    for one in corrections:
        into = last_of(one.into, gone) if one.into and one.kind in ("merge", "split") else one.into
        found.append(replace(one, into=into))
        if one.kind == "merge" and into and into.id != one.actor.id:
            gone.setdefault(one.actor.id, into)
    return found


def merged(corrections: Iterable[Correction]) -> dict[str, Actor]:
    """Whom each merged actor, by id, is said to be."""
    return {one.actor.id: one.into for one in corrections if one.kind == "merge" and one.into}


def last_of(actor: Actor, gone: Mapping[str, Actor]) -> Actor:
    """Who an actor is after the merges, one after another. They never run in a circle: nobody is merged into one that
    has become them."""
    while actor.id in gone:
        actor = gone[actor.id]
    return actor


def check(correction: Correction, before: Sequence[Correction]) -> None:
    """Raises BadCorrection, with a sentence, where it makes no sense after the corrections before it."""
    gone = merged(before)
    dropped = {one.actor.id for one in before if one.kind == "drop"}
    actor, into = correction.actor, correction.into
    if correction.article and correction.kind != "split":
        raise BadCorrection(f"a correction of kind {correction.kind} cannot be meant for one article alone")
    if correction.kind == "rename" and into and into.id != actor.id:
        raise BadCorrection(f"a rename gives another name to one actor, and {actor.id} and {into.id} are two")
    if actor.id in dropped:
        raise BadCorrection(f"{actor.name} has been set aside as not an actor: undo that first")
    if actor.id in gone:
        raise BadCorrection(f"{actor.name} is counted as {last_of(actor, gone).name} already: undo that first")
    if correction.kind == "new" and actor.id in {one.makes for one in before}:
        raise BadCorrection(f"another actor by hand has the id {actor.id}")
    if into is None or correction.kind == "rename":
        return
    into = last_of(into, gone)
    if into.id in dropped:
        raise BadCorrection(f"{into.name} has been set aside as not an actor, and cannot be joined: undo that first")
    if into.id == actor.id:
        raise BadCorrection(f"{actor.name} and {correction.into.name if correction.into else ''} are one actor already")


def resting_on(n: int, log: Mapping[int, Correction]) -> list[int]:
    """The numbers of the later corrections that cannot stay when this one goes: those that speak of an actor which it
    alone had made by hand."""
    if log[n].makes is None:
        return []
    going = [n]
    for number in sorted(other for other in log if other > n):
        kept = {log[each].makes for each in log if each not in going and each < number}
        lost = {log[each].makes for each in going} - kept - {None}
        one = log[number]
        if {one.actor.id, one.into.id if one.into else None} & lost and one.makes not in lost:
            going.append(number)
    return going[1:]


# ------------------------------------------------------------------ as JSON


def as_record(correction: Correction) -> dict[str, Any]:
    """The correction as JSON holds it; README.md tells the fields."""
    found: dict[str, Any] = {"kind": correction.kind, "actor": _actor(correction.actor)}
    if correction.into:
        found["into"] = _actor(correction.into)
    if correction.aliases:
        found["aliases"] = list(correction.aliases)
    if correction.article:
        found["article"] = correction.article
    return found | {"made": correction.made.isoformat()}


def from_record(record: object) -> Correction:
    """The correction that a JSON value tells of. Raises BadCorrection naming what is wrong with it."""
    if not isinstance(record, dict):
        raise BadCorrection("not a JSON object")
    kind = record.get("kind")
    if kind not in KINDS:
        raise BadCorrection(f"kind is one of {', '.join(KINDS)}")
    aliases, article = record.get("aliases", []), record.get("article")
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise BadCorrection("aliases is a list of names")
    if not (article is None or isinstance(article, str)):
        raise BadCorrection("article is the id of an article, or left out")
    into = _read_actor(record["into"], "into") if record.get("into") is not None else None
    return Correction(
        cast(CorrectionKind, kind), _read_actor(record.get("actor"), "actor"), into, tuple(aliases), article or None,
        _read_time(record.get("made")),
    )  # fmt: skip


def _actor(actor: Actor) -> dict[str, Any]:
    known = {"wikidata": actor.wikidata, "state": actor.state}
    given = {name: value for name, value in known.items() if value}
    return {"id": actor.id, "name": actor.name, "kind": actor.kind, **given}


def _read_actor(value: object, which: str) -> Actor:
    if not isinstance(value, dict):
        raise BadCorrection(f"{which} is an object with id, name and kind")
    fields = [value.get(name) for name in ("id", "name", "kind", "wikidata", "state")]
    if not all(isinstance(field, str) for field in fields[:3]) or not fields[0]:
        raise BadCorrection(f"{which} needs an id, a name and a kind")
    if not all(field is None or isinstance(field, str) for field in fields[3:]):
        raise BadCorrection(f"wikidata and state of {which} are ids, or left out")
    if fields[2] not in get_args(Kind):
        raise BadCorrection(f"kind of {which} is one of {', '.join(get_args(Kind))}")
    id_, name, kind, wikidata, state = cast(list[str], fields)
    return Actor(id_, name, cast(Kind, kind), wikidata or None, None, state or None)


def _read_time(value: object) -> datetime:
    if value is None:
        return now()
    try:
        made = datetime.fromisoformat(value) if isinstance(value, str) else None
        # The list is shown in one zone. A time at the end of the calendar may have no equal there.
        made = made and made.replace(tzinfo=made.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        made = None
    if made is None:
        raise BadCorrection("made is a time such as 2022-02-03T10:00:00+00:00, or left out")
    return made

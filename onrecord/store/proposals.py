"""Actors whose names are so near that they may be one: offered with the reason, never merged by themselves.

The engine has merged what it can tell. What is offered here rests on names alone, so that a person has to look.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from onrecord.records import Actor
from onrecord.store.connection import reading
from onrecord.store.corrections import ACTING, Correction, last_of, merged
from onrecord.store.fold import readable
from onrecord.store.likeness import like_bodies, like_of_two_kinds, like_people
from onrecord.store.log import read_log
from onrecord.store.sides import known


@dataclass(frozen=True, slots=True)
class Proposal:
    """`actor` may be the same as `into`, because of `why`; `articles` are those that name either."""

    actor: Actor
    into: Actor
    why: str
    articles: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """An actor as it is shown, and in how many articles."""

    actor: Actor
    articles: int


def proposals(path: Path) -> list[Proposal]:
    """The pairs that may be one actor, those in the most articles first, without those that have been refused."""
    with reading(path) as connection:
        connection.execute("BEGIN")
        seen, log = _seen(connection), list(read_log(connection).values())
    people = {id_: each.actor.name for id_, each in seen.items() if each.actor.kind == "person"}
    bodies = {id_: each.actor.name for id_, each in seen.items() if each.actor.kind != "person"}
    found: dict[frozenset[str], Proposal] = {}
    refused = _refused(log)
    near = chain(like_people(people, known()), like_bodies(bodies), like_of_two_kinds(people, bodies))
    for one, other, why in near:
        pair = frozenset((one, other))
        if pair not in refused and pair not in found and _can_be_one(seen[one].actor, seen[other].actor):
            found[pair] = _proposal(seen, one, other, why)
    return sorted(found.values(), key=lambda each: (-each.articles, each.actor.name, each.into.name))


def _seen(connection: sqlite3.Connection) -> dict[str, _Seen]:
    # max() makes SQLite take the other columns from the newest article's row.
    rows = connection.execute(
        "SELECT id, name, kind, wikidata, state, count(*), max(article) FROM actors GROUP BY id ORDER BY id"
    )
    return {
        id_: _Seen(Actor(id_, readable(name), kind, wikidata, None, state), articles)
        for id_, name, kind, wikidata, state, articles, _ in rows
        if kind in ACTING
    }


def _refused(log: Sequence[Correction]) -> set[frozenset[str]]:
    """The pairs that are said to be two, under whatever ids they go now."""
    gone = merged(log)
    pairs = ((one.actor, one.into) for one in log if one.kind == "apart" and one.into)
    return {frozenset((last_of(one, gone).id, last_of(other, gone).id)) for one, other in pairs}


def _can_be_one(one: Actor, other: Actor) -> bool:
    """Whether nothing that is known of both says that they are two."""
    two = one.wikidata and other.wikidata and one.wikidata != other.wikidata
    apart = one.state and other.state and one.state != other.state
    return not two and not apart


def _proposal(seen: Mapping[str, _Seen], one: str, other: str, why: str) -> Proposal:
    """Whoever is known, named in full and often met stays; the other would be counted as them."""

    def standing(each: _Seen) -> tuple[bool, int, int, str]:
        actor = each.actor
        return actor.wikidata is not None, len(actor.name.split()), each.articles, actor.id

    less, more = sorted((seen[one], seen[other]), key=standing)
    return Proposal(less.actor, more.actor, why, less.articles + more.articles)

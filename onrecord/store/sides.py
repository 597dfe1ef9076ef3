"""Whose side an actor is on as a plain fact: the state it belongs to, and the blocs that this state is a member of."""

from __future__ import annotations

from functools import cache

from onrecord.knowledge.gazetteer import Gazetteer, load_gazetteer


@cache
def known() -> Gazetteer:
    """The gazetteer, read once for as long as the process lives."""
    return load_gazetteer()


def state_names() -> dict[str, str]:
    """The name of every known state by id, in the order of the alphabet."""
    states = [entry for entry in known().entries.values() if entry.kind == "state"]
    return {entry.id: entry.name for entry in sorted(states, key=lambda entry: entry.name)}


def members() -> dict[str, frozenset[str]]:
    """The ids of the states of each bloc, by its name."""
    entries = known().entries.values()
    blocs = sorted({bloc for entry in entries for bloc in entry.blocs})
    return {bloc: frozenset(entry.id for entry in entries if bloc in entry.blocs) for bloc in blocs}

"""Who the ids in the rows are: names and kinds, and everyone read as their state where that is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from onrecord.store.fold import readable
from onrecord.store.sides import known

# The kinds that speak and act for their state when everyone is read by state; a group or a place does not.
SPEAKS_FOR_STATE = ("person", "organisation", "unnamed")


class Who:
    """The actors of an archive by id, each with the name it was last given."""

    def __init__(self, connection: sqlite3.Connection, by_state: bool) -> None:
        # max() makes SQLite take the other columns from the newest article's row.
        found = connection.execute("SELECT id, name, kind, state, max(article) FROM actors GROUP BY id").fetchall()
        self._of: dict[str, tuple[str, str, str | None]] = {
            id_: (readable(name), kind, state) for id_, name, kind, state, _ in found
        }
        self._rolled: dict[str, str] = {}
        if by_state:
            self._rolled = {
                id_: state for id_, (_, kind, state) in self._of.items() if state and kind in SPEAKS_FOR_STATE
            }
            # A state may be known only as somebody's: no text of the archive names it.
            for state in set(self._rolled.values()) - set(self._of):
                entry = known().entries.get(state)
                self._of[state] = (entry.name if entry else state, "state", state)

    def read_as(self, ids: pd.Series[Any]) -> pd.Series[Any]:
        """Each id, or that of the state it is read as."""
        return self._each(ids, self._rolled, otherwise=True) if self._rolled else ids

    def all_read_as(self, ids: Iterable[str]) -> list[str]:
        """The same for a list, each once, without places."""
        kept = [self._rolled.get(id_, id_) for id_ in ids if not self.is_place(id_)]
        return list(dict.fromkeys(kept))

    def names(self, ids: pd.Series[Any]) -> pd.Series[Any]:
        """The name of each; missing where the id is no actor's."""
        return self._each(ids, {id_: name for id_, (name, _, _) in self._of.items()})

    def kinds(self, ids: pd.Series[Any]) -> pd.Series[Any]:
        """The kind of each."""
        return self._each(ids, {id_: kind for id_, (_, kind, _) in self._of.items()})

    def states(self, ids: pd.Series[Any]) -> pd.Series[Any]:
        """The state that each belongs to; missing where it is not known."""
        return self._each(ids, {id_: state for id_, (_, _, state) in self._of.items() if state})

    def name(self, id_: str) -> str:
        """The name of one, or its id."""
        return self._of[id_][0] if id_ in self._of else id_

    def is_place(self, id_: str) -> bool:
        """Whether this is a place, which neither speaks nor acts."""
        return id_ in self._of and self._of[id_][1] == "place"

    def knows(self, ids: pd.Series[Any]) -> pd.Series[bool]:
        """Whether each id is an actor's."""
        return ids.isin(list(self._of))

    @staticmethod
    def _each(ids: pd.Series[Any], values: dict[str, str], otherwise: bool = False) -> pd.Series[Any]:
        """Look each distinct id up once: a column of 40,000 holds a few hundred."""
        codes, distinct = pd.factorize(ids)
        found = [values.get(id_, id_ if otherwise else None) for id_ in distinct]
        table = np.array([*found, None], dtype=object)  # the last is for a missing id, whose code is -1
        return pd.Series(table[codes], index=ids.index, dtype="str")


def involve(
    frame: pd.DataFrame, wanted: Sequence[str], single: Sequence[str], many: Sequence[str] = ()
) -> pd.Series[bool]:
    """Which rows name one of the wanted ids in any of the columns; `many` are those that hold lists."""
    hit = pd.Series(False, index=frame.index)
    for column in single:
        hit |= frame[column].isin(wanted)
    sought = set(wanted)
    for column in many:
        hit |= pd.Series([not sought.isdisjoint(ids) for ids in frame[column]], index=frame.index, dtype=bool)
    return hit

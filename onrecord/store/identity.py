"""Who an actor is taken to be: names, offices by date, and why each alias is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from onrecord.store.columns import Columns, read_columns
from onrecord.store.connection import reading
from onrecord.store.writing import stored

_OFFICES: Columns = {
    "office": ("office", "str"),
    "first": ("min(day)", "datetime64[s]"),
    "last": ("max(day)", "datetime64[s]"),
    "articles": ("count(*)", "int64"),
}
_ALIASES: Columns = {
    "alias": ("alias", "str"),
    "why": ("why", "str"),
    "articles": ("count(DISTINCT n)", "int64"),
}


@dataclass(frozen=True, slots=True)
class Identity:
    """What the articles say of one actor.

    offices: office, first, last (day on which an article gives it), articles; newest first.
    aliases: alias, why, articles; most frequent first.
    """

    wikidata: str | None
    offices: pd.DataFrame
    aliases: pd.DataFrame


def identity(path: Path, actor: str) -> Identity:
    """The identity of an actor over the whole archive; empty tables when no article has it."""
    own = (
        "SELECT a.n AS n, c.nth AS nth, c.office AS office, coalesce(a.written_start, a.published) AS day"
        " FROM actors c JOIN articles a ON a.n = c.article WHERE c.id = CAST(? AS TEXT)"
    )
    given = [stored(actor)]
    with reading(path) as connection:
        connection.execute("BEGIN")
        wikidata = connection.execute("SELECT max(wikidata) FROM actors WHERE id = CAST(? AS TEXT)", given).fetchone()[
            0
        ]
        offices = read_columns(
            connection,
            _OFFICES,
            f"FROM ({own}) WHERE office <> '' GROUP BY office ORDER BY max(day) DESC, office",
            given,
        )
        aliases = read_columns(
            connection,
            _ALIASES,
            f"FROM ({own}) o JOIN reasons r ON r.article = o.n AND r.actor = o.nth"
            " GROUP BY alias, why ORDER BY count(DISTINCT n) DESC, alias",
            given,
        )
    return Identity(wikidata, offices, aliases)

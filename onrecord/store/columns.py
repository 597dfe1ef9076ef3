"""The tables that charts, drawers and exports are made of: which columns each has, and how it is read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from onrecord.store.fold import readable

DAY = "datetime64[s]"

# Column -> (SQL, pandas dtype). Lists come as JSON and are made lists by `read`.
Columns = dict[str, tuple[str, str]]

CAUTIONS = """(SELECT json_group_array(caution) FROM (
    SELECT caution FROM cautions WHERE article = articles.n ORDER BY nth
))"""

# The stated day, unless the text contradicts it or none is stated: then the first on which it can have been written.
DAY_OF = """CASE WHEN published BETWEEN written_start AND written_end THEN published
    ELSE coalesce(written_start, published) END"""

ARTICLES: Columns = {
    "n": ("n", "int64"),
    "article_id": ("id", "str"),
    "outlet": ("outlet", "str"),
    "day": (DAY_OF, DAY),
    "title": ("title", "str"),
    "published": ("published", DAY),
    "written_start": ("written_start", DAY),
    "written_end": ("written_end", DAY),
    "language": ("language", "str"),
    "url": ("url", "str"),
    "author": ("author", "str"),
    "n_quotes": ("(SELECT count(*) FROM quotes WHERE article = articles.n)", "int64"),
    "n_actors": ("(SELECT count(*) FROM actors WHERE article = articles.n AND kind <> 'place')", "int64"),
    "cautions": (CAUTIONS, "list"),
}

MENTIONS: Columns = {
    "n": ("article", "int64"),
    "actor": ("actor", "str"),
    "form": ("form", "str"),
    "start": ("start", "int64"),
    "end": ("stop", "int64"),
    "surface": ("surface", "str"),
    "sentence": ("sentence", "str"),
    "sentence_start": ("sentence_start", "int64"),
}

VIA = """(SELECT json_group_array(json_array(actor, words)) FROM (
    SELECT actor, words FROM parties v
    WHERE v.article = q.article AND v.quote = q.nth AND v.role = 'via' ORDER BY v.nth
))"""

QUOTES: Columns = {
    "n": ("q.article", "int64"),
    "quote_id": ("q.id", "str"),
    "kind": ("q.kind", "str"),
    "claim": ("q.claim", "str"),
    "speaker": ("s.actor", "str"),
    "speaker_text": ("s.words", "str"),
    "verb": ("q.verb", "str"),
    "cue_text": ("q.cue", "str"),
    "addressee": ("a.actor", "str"),
    "addressee_text": ("a.words", "str"),
    "via": (VIA, "list"),
    "about": ("q.about", "list"),
    "text": ("q.said", "str"),
    "start": ("coalesce(json_extract(q.spans, '$[0][0]'), 0)", "int64"),
    "end": ("coalesce(json_extract(q.spans, '$[#-1][1]'), 0)", "int64"),
    "sentence": ("q.sentence", "str"),
    "sentence_start": ("q.sentence_start", "int64"),
    "rule": ("q.rule", "str"),
    "confidence": ("q.confidence", "float64"),
}

TONES: Columns = {
    "n": ("article", "int64"),
    "actor": ("actor", "str"),
    "start": ("start", "int64"),
    "end": ("stop", "int64"),
    "voice": ("voice", "str"),
    "label": ("label", "str"),
    "score": ("score", "float64"),
    "negative": ("negative", "float64"),
    "neutral": ("neutral", "float64"),
    "positive": ("positive", "float64"),
    "sentence": ("sentence", "str"),
    "sentence_start": ("sentence_start", "int64"),
    "rule": ("rule", "str"),
    "confidence": ("confidence", "float64"),
}

STANCES: Columns = {
    "n": ("article", "int64"),
    "holder": ("holder", "str"),
    "target": ("target", "str"),
    "target_name": ("target_name", "str"),
    "position": ("position", "str"),
    "basis": ("basis", "str"),
    "modality": ("modality", "str"),
    "root": ("root", "str"),
    "quad": ("quad", "str"),
    "event_score": ("event_score", "float64"),
    "score": ("supports - opposes", "float64"),
    "supports": ("supports", "float64"),
    "opposes": ("opposes", "float64"),
    "neutral": ("neutral", "float64"),
    "quote_id": ("quote", "str"),
    "start": ("coalesce(json_extract(evidence, '$[0][0]'), 0)", "int64"),
    "end": ("coalesce(json_extract(evidence, '$[#-1][1]'), 0)", "int64"),
    "sentence": ("sentence", "str"),
    "sentence_start": ("sentence_start", "int64"),
    "rule": ("rule", "str"),
    "confidence": ("confidence", "float64"),
}

_PARTY = "LEFT JOIN parties {0} ON {0}.article = q.article AND {0}.quote = q.nth AND {0}.role = '{1}'"
FROM_QUOTES = f"quotes q {_PARTY.format('s', 'speaker')} {_PARTY.format('a', 'addressee')}"


PLACE = ("article_id", "outlet", "day", "title")  # in front of every row

# The columns that a reader of Rows gets, in this order, after those of PLACE.
MENTION_COLUMNS = (
    "actor",
    "actor_name",
    "kind",
    "state",
    "form",
    "start",
    "end",
    "surface",
    "sentence",
    "sentence_start",
)
QUOTE_COLUMNS = (
    *("quote_id", "kind", "claim", "speaker", "speaker_name", "speaker_text", "verb", "cue_text"),
    *("addressee", "addressee_name", "via", "via_names", "about", "about_names"),
    *("text", "start", "end", "sentence", "sentence_start", "rule", "confidence"),
)
TONE_COLUMNS = (
    *("actor", "actor_name", "kind", "state", "start", "end", "voice", "voice_name"),
    *("label", "score", "negative", "neutral", "positive", "sentence", "sentence_start", "rule", "confidence"),
)
STANCE_COLUMNS = (
    *("holder", "holder_name", "holder_kind", "target", "target_name", "target_kind", "position", "basis", "modality"),
    *("root", "quad", "event_score", "score", "supports", "opposes", "neutral", "quote_id"),
    *("start", "end", "sentence", "sentence_start", "rule", "confidence"),
)


def read(connection: sqlite3.Connection, table: str, columns: Columns, articles: Iterable[int] | None) -> pd.DataFrame:
    """A table's rows of the articles with these numbers (None: of all), in the order of the archive."""
    number = columns["n"][0]
    order = number if table == "articles" else f"{number}, {'q.' if table == FROM_QUOTES else ''}nth"
    if articles is None:
        return read_columns(connection, columns, f"FROM {table} ORDER BY {order}", [])
    chosen = f"FROM {table} WHERE {number} IN (SELECT value FROM json_each(?)) ORDER BY {order}"  # noqa: S608
    return read_columns(connection, columns, chosen, [json.dumps(list(articles))])


def read_columns(connection: sqlite3.Connection, columns: Columns, source: str, given: Sequence[Any]) -> pd.DataFrame:
    """Columns out of `source`, the rest of a query, each with the type that it is to have."""
    # Never a person's words: what stands in a query is written in this folder, what is sought is bound.
    query = f"SELECT {', '.join(sql for sql, _ in columns.values())} {source}"
    found = connection.execute(query, given).fetchall()
    values = zip(*found, strict=True) if found else [()] * len(columns)
    return pd.DataFrame(
        {name: _column(cells, kind) for (name, (_, kind)), cells in zip(columns.items(), values, strict=True)}
    )


def _column(cells: Iterable[Any], kind: str) -> pd.Series[Any]:
    values = list(cells)
    if kind == "list":
        return pd.Series([json.loads(cell) for cell in values], dtype="object")
    if kind == DAY:
        # Not pd.to_datetime: it guesses, and a year before 1677 is a typing error to keep, not to fail on.
        return pd.Series(np.array(values, dtype="datetime64[s]"))
    try:
        return pd.Series(values, dtype=kind)
    except UnicodeEncodeError:
        return pd.Series([readable(cell) if cell else cell for cell in values], dtype="str")

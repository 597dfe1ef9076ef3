"""Full-text search: a person's words, as they come, against articles and quotes."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from onrecord.limits import SEARCH_SECONDS, SEARCH_WORDS
from onrecord.store.columns import DAY_OF
from onrecord.store.connection import reading
from onrecord.store.fold import fold, readable
from onrecord.store.who import Who

STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 10_000  # about a millisecond of SQLite's work

# Words between quotation marks are one phrase; any other run of non-spaces is a word, whatever marks it has.
TERM = re.compile(r'"([^"]*)"(?!\S)|(\S+)')

_ARTICLES = f"""
    SELECT a.id, a.title, a.outlet, {DAY_OF}
    FROM found_articles f JOIN articles a ON a.n = f.rowid
    WHERE found_articles MATCH ? ORDER BY f.rank, a.n LIMIT ?"""  # noqa: S608  # words of ours alone
_QUOTES = f"""
    SELECT a.id, q.id, s.actor, s.words, q.said, a.outlet, {DAY_OF}
    FROM found_quotes f JOIN quotes q ON q.n = f.rowid JOIN articles a ON a.n = q.article
    LEFT JOIN parties s ON s.article = q.article AND s.quote = q.nth AND s.role = 'speaker'
    WHERE found_quotes MATCH ? ORDER BY f.rank, q.n LIMIT ?"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found, best first; `stopped` says that the time was up, so that something may be missing.

    articles: article_id, title, outlet, day. quotes: article_id, quote_id, speaker, speaker_name, text, outlet, day.
    """

    articles: pd.DataFrame
    quotes: pd.DataFrame
    stopped: bool = False


def search(path: Path, query: str, limit: int = 200) -> Matches:
    """The articles and quotes that hold every word, in any order and case, with or without accents, stress marks and
    apostrophes. "Words in quotation marks" are a phrase, and a word that ends in * stands for all that begin so."""
    expression = match_expression(query)
    articles: list[tuple[str, ...]] = []
    quotes: list[tuple[str, ...]] = []
    stopped = False
    with reading(path) as connection:
        names = Who(connection, by_state=False)
        if expression:
            connection.set_progress_handler(_past(SEARCH_SECONDS), STEPS_BETWEEN_LOOKS_AT_THE_CLOCK)
            try:
                quotes = connection.execute(_QUOTES, (expression, limit)).fetchall()
                articles = connection.execute(_ARTICLES, (expression, limit)).fetchall()
            except sqlite3.OperationalError as error:
                if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
                    raise
                stopped = True
    found = _table(quotes, ["article_id", "quote_id", "speaker", "speaker_name", "text", "outlet", "day"])
    found["speaker_name"] = names.names(found["speaker"]).fillna(found["speaker_name"])
    return Matches(_table(articles, ["article_id", "title", "outlet", "day"]), found, stopped)


def match_expression(query: str) -> str:
    """A person's words as an FTS5 expression that always parses; empty when there is no word in them."""
    terms = []
    for phrase, word in TERM.findall(query)[:SEARCH_WORDS]:
        plain, folded = _quoted(phrase or word.strip('"')), _quoted(fold(phrase or word.strip('"')))
        if any(character.isalnum() for character in plain):
            star = "*" if word.endswith("*") else ""
            terms.append(f"({plain}{star} OR {folded}{star})")
    return " AND ".join(terms)


def _quoted(words: str) -> str:
    return '"' + readable(words).replace('"', '""') + '"'


def _past(seconds: float) -> Callable[[], int]:
    end = time.monotonic() + seconds
    return lambda: int(time.monotonic() > end)


def _table(found: list[tuple[str, ...]], columns: list[str]) -> pd.DataFrame:
    cleaned = [[readable(cell) if cell else cell for cell in row] for row in found]
    table = pd.DataFrame(cleaned, columns=columns, dtype="str")
    return table.assign(day=pd.to_datetime(table["day"], format="%Y-%m-%d", errors="coerce"))

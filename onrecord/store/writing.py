"""A report as rows of the archive's tables."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.records import Evidence, Party, Quote, Report, Span, Stance, Tone
from onrecord.store.fold import fold, readable

Value = str | int | float | None
Row = tuple[Value, ...]


def write_report(connection: sqlite3.Connection, report: Report) -> int:
    """Put a report in the place of whatever the archive holds under its id, and give the number of its row; the caller
    holds the transaction."""
    delete_article(connection, report.article.id)
    n = _insert(connection, "articles", [_article(report)])
    passages = _Passages(report)
    tables: dict[str, Iterable[Row]] = {
        "edits": ((n, i, e.start, e.end, e.source, e.rule) for i, e in enumerate(report.article.edits)),
        "sentences": ((n, i, s.start, s.end) for i, s in enumerate(report.sentences)),
        "dates": ((n, i, d.span.start, d.span.end, d.date.isoformat(), d.what) for i, d in enumerate(report.dates)),
        "cautions": ((n, i, caution) for i, caution in enumerate(report.cautions)),
        **_with_actors(n, report, passages),
    }
    for table, rows in tables.items():
        _insert(connection, table, list(rows))
    for i, quote in enumerate(report.quotes):
        quote_n = _insert(connection, "quotes", [(None, *_quote(n, i, quote, passages))])
        _insert(connection, "found_quotes", [_searched(_names_and_words(report, quote, passages))], quote_n)
    _insert(connection, "found_articles", [_searched(f"{report.article.title}\n{report.article.text}")], n)
    return n


def write_corrected(connection: sqlite3.Connection, n: int, report: Report) -> None:
    """Put a corrected report into the twins of the tables that name actors (shown.py), for the article of row `n`."""
    passages, numbers = _Passages(report), _quote_numbers(connection, n)
    for table, rows in _with_actors(n, report, passages).items():
        _insert(connection, f"corrected_{table}", list(rows))
    quotes = [(numbers[i], *_quote(n, i, quote, passages)) for i, quote in enumerate(report.quotes)]
    _insert(connection, "corrected_quotes", quotes)


def find_quotes_by_names_of(connection: sqlite3.Connection, n: int, report: Report) -> None:
    """Have the quotes of an article found by the names that the report gives."""
    passages, numbers = _Passages(report), _quote_numbers(connection, n)
    for i, quote in enumerate(report.quotes):
        connection.execute("DELETE FROM found_quotes WHERE rowid = ?", (numbers[i],))
        _insert(connection, "found_quotes", [_searched(_names_and_words(report, quote, passages))], numbers[i])


def _with_actors(n: int, report: Report, passages: _Passages) -> dict[str, Iterable[Row]]:
    """The rows of every table that names an actor, but for the quotes, whose rows have numbers of their own."""
    return {
        "actors": ((n, i, a.id, a.name, a.kind, a.wikidata, a.office, a.state) for i, a in enumerate(report.actors)),
        "reasons": (
            (n, a, i, r.alias, r.why) for a, actor in enumerate(report.actors) for i, r in enumerate(actor.reasons)
        ),
        "mentions": (
            (n, i, m.span.start, m.span.end, m.actor, m.form, passages.of(m.span), *passages.around(m.span))
            for i, m in enumerate(report.mentions)
        ),
        "tones": (_tone(n, i, tone, passages) for i, tone in enumerate(report.tones)),
        "stances": (_stance(n, i, stance, passages) for i, stance in enumerate(report.stances)),
        "parties": (row for i, quote in enumerate(report.quotes) for row in _parties(n, i, quote, passages)),
    }


def _quote_numbers(connection: sqlite3.Connection, n: int) -> list[int]:
    """The numbers of an article's quotes, which the full-text index knows them by."""
    return [number for (number,) in connection.execute("SELECT n FROM quotes WHERE article = ? ORDER BY nth", (n,))]


def delete_article(connection: sqlite3.Connection, article_id: str) -> bool:
    """Delete an article, all that hangs on it and its words in the full-text index; false when it is not there."""
    found = connection.execute("SELECT n FROM articles WHERE id = CAST(? AS TEXT)", (stored(article_id),)).fetchone()
    if found is None:
        return False
    connection.execute("DELETE FROM found_quotes WHERE rowid IN (SELECT n FROM quotes WHERE article = ?)", found)
    connection.execute("DELETE FROM found_articles WHERE rowid = ?", found)
    connection.execute("DELETE FROM articles WHERE n = ?", found)
    return True


def stored(value: Value) -> Value | bytes:
    """A value as SQLite takes it: text as bytes, for sqlite3 refuses a str that holds a lone surrogate."""
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value


class _Passages:
    """The words that spans cover, and the sentences around them."""

    def __init__(self, report: Report) -> None:
        self.text = report.article.text
        self.sentences = sorted(report.sentences)
        self.starts = [sentence.start for sentence in self.sentences]

    def of(self, span: Span | None) -> str:
        return span.of(self.text) if span else ""

    def around(self, span: Span) -> tuple[str, int]:
        """The sentence in which the span begins, and where that sentence begins; the span itself outside any."""
        at = bisect_right(self.starts, span.start) - 1
        found = self.sentences[at] if at >= 0 and self.sentences[at].overlaps(span) else span
        return found.of(self.text), found.start

    def behind(self, evidence: Evidence, otherwise: Sequence[Span]) -> tuple[str, int]:
        """All sentences of the evidence, and where the first begins."""
        spans = evidence.spans or otherwise
        if not spans:
            return "", 0
        return " ".join(span.of(self.text) for span in spans), spans[0].start


def _article(report: Report) -> Row:
    article, made_by = report.article, report.made_by
    days = [day.isoformat() for day in article.written] if article.written else [None, None]
    return (
        None,
        article.id,
        article.title,
        article.text,
        article.origin,
        article.outlet,
        article.author,
        article.url,
        article.published.isoformat() if article.published else None,
        *days,
        article.language,
        made_by.engine,
        made_by.model,
        made_by.data,
        article.stated,
    )


def _quote(n: int, nth: int, quote: Quote, passages: _Passages) -> Row:
    return (
        n,
        nth,
        quote.id,
        _spans(quote.spans),
        quote.kind,
        quote.claim,
        quote.verb,
        quote.cue.start if quote.cue else None,
        quote.cue.end if quote.cue else None,
        json.dumps(quote.about),
        _spans(quote.evidence.spans),
        quote.evidence.rule,
        float(quote.evidence.confidence),
        " ".join(span.of(passages.text) for span in quote.spans),
        passages.of(quote.cue),
        *passages.behind(quote.evidence, quote.spans),
    )


def _parties(n: int, quote_nth: int, quote: Quote, passages: _Passages) -> Iterator[Row]:
    by_role: dict[str, Sequence[Party]] = {
        "speaker": [quote.speaker] if quote.speaker else [],
        "addressee": [quote.addressee] if quote.addressee else [],
        "via": quote.via,
    }
    for role, parties in by_role.items():
        for nth, party in enumerate(parties):
            start, stop = (party.span.start, party.span.end) if party.span else (None, None)
            yield n, quote_nth, role, nth, start, stop, party.actor, passages.of(party.span)


def _tone(n: int, nth: int, tone: Tone, passages: _Passages) -> Row:
    return (
        n,
        nth,
        tone.actor,
        tone.mention.start,
        tone.mention.end,
        tone.voice,
        tone.label,
        float(tone.score),
        *map(float, tone.probabilities),
        _spans(tone.evidence.spans),
        tone.evidence.rule,
        float(tone.evidence.confidence),
        *passages.behind(tone.evidence, [tone.mention]),
    )


def _stance(n: int, nth: int, stance: Stance, passages: _Passages) -> Row:
    event = stance.event
    return (
        n,
        nth,
        stance.holder,
        stance.target,
        stance.target_name,
        stance.position,
        stance.basis,
        stance.modality,
        event.root if event else None,
        event.quad if event else None,
        float(event.score) if event else None,
        *map(float, stance.probabilities),
        _spans(stance.evidence.spans),
        stance.evidence.rule,
        float(stance.evidence.confidence),
        stance.quote,
        *passages.behind(stance.evidence, []),
    )


def _spans(spans: Iterable[Span]) -> str:
    return json.dumps([[span.start, span.end] for span in spans])


def _names_and_words(report: Report, quote: Quote, passages: _Passages) -> str:
    """What a quote is found by: who speaks, to whom, through whom, and the sentences around it."""
    names = {actor.id: actor.name for actor in report.actors}
    parties = [party for party in (quote.speaker, quote.addressee, *quote.via) if party]
    people = [names.get(party.actor or "", "") for party in parties]
    said = " ".join(span.of(passages.text) for span in quote.spans)
    return "\n".join([*people, passages.behind(quote.evidence, [])[0], said])


def _searched(text: str) -> Row:
    return readable(text), fold(text)


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row], rowid: int | None = None) -> int:
    """Insert rows that name every column of the table, and give the last one's number."""
    if not rows:
        return 0
    types = [column[2] for column in connection.execute(f"PRAGMA table_info({table})")]
    marks = ["CAST(? AS TEXT)" if declared in ("TEXT", "") else "?" for declared in types]
    into = table
    if rowid is not None:
        into, marks = f"{table} (rowid, text, folded)", ["?", *marks]
        rows = [(rowid, *row) for row in rows]
    statement = f"INSERT INTO {into} VALUES ({', '.join(marks)})"  # noqa: S608  # a table's name cannot be bound
    connection.executemany(statement, [tuple(map(stored, row)) for row in rows[:-1]])
    return int(connection.execute(statement, tuple(map(stored, rows[-1]))).lastrowid or 0)

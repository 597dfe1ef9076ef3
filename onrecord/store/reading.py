"""Rows of the archive's tables as the report that they were made from."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from onrecord import records as r

Row = tuple[Any, ...]


def read_report(connection: sqlite3.Connection, n: int) -> r.Report:
    """The report of the article whose row is `n`, equal to the one that was saved."""
    *columns, engine, model, data, given = connection.execute("SELECT * FROM articles WHERE n = ?", (n,)).fetchone()
    return r.Report(
        article=_article(columns, given, tuple(r.Edit(*row) for row in _rows(connection, "edits", n))),
        actors=_actors(connection, n),
        mentions=tuple(
            r.Mention(r.Span(start, stop), actor, form)
            for start, stop, actor, form, *_ in _rows(connection, "mentions", n)
        ),
        quotes=_quotes(connection, n),
        tones=tuple(_tone(row) for row in _rows(connection, "tones", n)),
        stances=tuple(_stance(row) for row in _rows(connection, "stances", n)),
        dates=tuple(
            r.Scheduled(r.Span(start, stop), date.fromisoformat(day), what)
            for start, stop, day, what in _rows(connection, "dates", n)
        ),
        cautions=tuple(caution for (caution,) in _rows(connection, "cautions", n)),
        sentences=tuple(r.Span(*row) for row in _rows(connection, "sentences", n)),
        made_by=r.Provenance(engine, model, data),
    )


def _rows(connection: sqlite3.Connection, table: str, n: int) -> Iterator[Row]:
    """The article's rows in the report's order, without the two numbers that keep it."""
    # The name of a table cannot be bound; it is always one of ours.
    for row in connection.execute(f"SELECT * FROM {table} WHERE article = ? ORDER BY nth", (n,)):  # noqa: S608
        yield row[2:]


def _article(columns: list[Any], given: str, edits: tuple[r.Edit, ...]) -> r.Article:
    _, id_, title, text, origin, outlet, author, url, published, start, end, language = columns
    return r.Article(
        id=id_,
        title=title,
        text=text,
        origin=origin,
        outlet=outlet,
        author=author,
        url=url,
        published=date.fromisoformat(published) if published else None,
        written=(date.fromisoformat(start), date.fromisoformat(end)) if start else None,
        language=language,
        edits=edits,
        stated=given,
    )


def _actors(connection: sqlite3.Connection, n: int) -> tuple[r.Actor, ...]:
    reasons: dict[int, list[r.Reason]] = defaultdict(list)
    for nth, alias, why in connection.execute(
        "SELECT actor, alias, why FROM reasons WHERE article = ? ORDER BY actor, nth", (n,)
    ):
        reasons[nth].append(r.Reason(alias, why))
    return tuple(
        r.Actor(id_, name, kind, wikidata, office, state, tuple(reasons[nth]))
        for nth, (id_, name, kind, wikidata, office, state) in enumerate(_rows(connection, "actors", n))
    )


def _quotes(connection: sqlite3.Connection, n: int) -> tuple[r.Quote, ...]:
    parties: dict[tuple[int, str], list[r.Party]] = defaultdict(list)
    for quote, role, start, stop, actor in connection.execute(
        "SELECT quote, role, start, stop, actor FROM parties WHERE article = ? ORDER BY quote, role, nth", (n,)
    ):
        parties[quote, role].append(r.Party(_span(start, stop), actor))
    found = connection.execute(
        "SELECT nth, id, spans, kind, claim, verb, cue_start, cue_stop, about, evidence, rule, confidence"
        " FROM quotes WHERE article = ? ORDER BY nth",
        (n,),
    )
    return tuple(_quote(row, parties) for row in found)


def _quote(row: Row, parties: dict[tuple[int, str], list[r.Party]]) -> r.Quote:
    nth, id_, spans, kind, claim, verb, cue_start, cue_stop, about, evidence, rule, confidence = row
    return r.Quote(
        id=id_,
        spans=_spans(spans),
        kind=kind,
        claim=claim,
        speaker=next(iter(parties[nth, "speaker"]), None),
        cue=_span(cue_start, cue_stop),
        addressee=next(iter(parties[nth, "addressee"]), None),
        via=tuple(parties[nth, "via"]),
        about=tuple(json.loads(about)),
        evidence=r.Evidence(_spans(evidence), rule, confidence),
        verb=verb,
    )


def _tone(row: Row) -> r.Tone:
    actor, start, stop, voice, label, score, negative, neutral, positive, evidence, rule, confidence, *_ = row
    return r.Tone(
        actor=actor,
        mention=r.Span(start, stop),
        voice=voice,
        label=label,
        score=score,
        probabilities=r.ToneProbabilities(negative, neutral, positive),
        evidence=r.Evidence(_spans(evidence), rule, confidence),
    )


def _stance(row: Row) -> r.Stance:
    holder, target, target_name, position, basis, modality, root, quad, event_score, *rest = row
    supports, opposes, neutral, evidence, rule, confidence, quote, *_ = rest
    return r.Stance(
        holder=holder,
        target=target,
        target_name=target_name,
        position=position,
        basis=basis,
        modality=modality,
        event=r.Event(root, quad, event_score) if root is not None else None,
        probabilities=r.StanceProbabilities(supports, opposes, neutral),
        evidence=r.Evidence(_spans(evidence), rule, confidence),
        quote=quote,
    )


def _span(start: int | None, stop: int | None) -> r.Span | None:
    return r.Span(start, stop) if start is not None and stop is not None else None


def _spans(stored: str) -> tuple[r.Span, ...]:
    return tuple(r.Span(start, stop) for start, stop in json.loads(stored))

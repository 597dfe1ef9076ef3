"""A report as layers of marks: who is named, what was said, where a side is taken, tone, dates, and repairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from components import words_article as told
from components import words_evidence
from components.found import dates_of, quotes_of, repairs_of, spelt, stances_of, tones_of
from components.paint import Look, Mark, Point, PointLook
from onrecord.records import Party, Quote, Report, Span


@dataclass(frozen=True, slots=True)
class Layer:
    """Marks on stretches of the text, and points between its characters."""

    marks: tuple[Mark, ...] = ()
    points: tuple[Point, ...] = ()


def layer(name: str, report: Report) -> Layer:
    """One of LAYERS, drawn from the report."""
    return LAYERS[name](report)


def chosen(spans: Iterable[Span], why: str) -> Layer:
    """What the reader came for, or ticked in a table; a pointer stands before the first of it."""
    found = sorted(spans)
    marks = tuple(Mark(span, "chosen", why) for span in found)
    return Layer(marks, tuple(Point(span.start, "here", told.POINTER, why) for span in found[:1]))


def _actors(report: Report) -> Layer:
    actors = {actor.id: actor for actor in report.actors if actor.kind != "place"}
    marks = []
    for mention in report.mentions:
        if actor := actors.get(mention.actor):
            surface = mention.span.of(report.article.text)
            row = {"actor_name": actor.name, "surface": surface, "form": mention.form}
            label = told.actor_label(actor, surface)
            marks.append(Mark(mention.span, cast(Look, actor.kind), words_evidence.mention_told(row), label))
    return Layer(tuple(marks))


def _quotes(report: Report) -> Layer:
    marks: list[Mark] = []
    parts: dict[tuple[Span, Look], list[int]] = defaultdict(list)
    for number, (quote, finding) in enumerate(zip(report.quotes, quotes_of(report), strict=True), 1):
        look = cast(Look, f"said-{quote.kind}")
        for nth, span in enumerate(quote.spans):
            marks.append(Mark(span, look, finding.told, str(number) if nth == 0 else ""))
        for part, span in _parts(quote):
            parts[span, part].append(number)
    for (span, part), numbers in parts.items():
        marks.append(Mark(span, part, told.part_told(part, numbers), told.part_label(part, numbers)))
    return Layer(tuple(marks))


def _parts(quote: Quote) -> list[tuple[Look, Span]]:
    """Where its speaker, addressee, relays and cue stand."""
    parties: list[tuple[Look, Party | None]] = [("speaker", quote.speaker), ("addressee", quote.addressee)]
    parties += [("relay", party) for party in quote.via]
    found = [(look, party.span) for look, party in parties if party and party.span]
    return found + ([("cue", quote.cue)] if quote.cue else [])


def _stances(report: Report) -> Layer:
    """Each sentence that a stance rests on once, and at its end a sign for each stance with a side."""
    under: dict[Span, list[str]] = defaultdict(list)
    unsure: dict[int, list[str]] = defaultdict(list)
    points = []
    for stance, finding in zip(report.stances, stances_of(report), strict=True):
        for span in stance.evidence.spans:
            under[span].append(finding.told)
        if stance.evidence.spans:
            end = max(span.end for span in stance.evidence.spans)
            if stance.position == "abstained":
                unsure[end].append(finding.told)
            else:
                points.append(Point(end, cast(PointLook, stance.position), told.stance_sign(finding.row), finding.told))
    # All that are not sure share one sign: there are as many of them as of the others, and they say less.
    points += [
        Point(end, "abstained", told.unsure_sign(list(dict.fromkeys(given))), " · ".join(dict.fromkeys(given)))
        for end, given in unsure.items()
    ]
    marks = tuple(Mark(span, "evidence", " · ".join(dict.fromkeys(sentences))) for span, sentences in under.items())
    return Layer(marks, tuple(dict.fromkeys(points)))


def _tones(report: Report) -> Layer:
    return Layer(
        tuple(
            Mark(
                finding.spans[0],
                cast(Look, f"tone-{finding.row['label']}"),
                finding.told,
                told.TONE_SIGNS[finding.row["label"]],
            )
            for finding in tones_of(report)
        )
    )


def _dates(report: Report) -> Layer:
    return Layer(
        tuple(
            Mark(one.spans[0], "date", one.told, told.date_label(one.row["date"], one.row["text"]))
            for one in dates_of(report)
        )
    )


def _repairs(report: Report) -> Layer:
    marks, points = [], []
    for edit, finding in zip(report.article.edits, repairs_of(report), strict=True):
        if edit.start < edit.end:
            marks.append(
                Mark(Span(edit.start, edit.end), "repaired", finding.told, told.ADDED_LABEL if not edit.source else "")
            )
            if edit.source:
                points.append(Point(edit.start, "was", spelt(edit.source), finding.told))
        else:
            points.append(
                Point(edit.start, "dropped", told.dropped_label(edit.source), finding.told, spelt(edit.source))
            )
    return Layer(tuple(marks), tuple(points))


LAYERS: dict[str, Callable[[Report], Layer]] = {
    "actors": _actors,
    "quotes": _quotes,
    "stances": _stances,
    "tone": _tones,
    "dates": _dates,
    "repairs": _repairs,
}

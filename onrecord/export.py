"""What leaves the archive: reports as JSON lines, rows as CSV and as a workbook."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd
import xlsxwriter

from onrecord.errors import OnRecordError
from onrecord.records import Actor, Article, Party, Quote, Report, Span, Stance, Tone

# Spreadsheets read a cell that begins so as a formula, or drop the mark and then read one.
FORMULA_MARKS = re.compile("^[=+\\-@\t\r\n＝＋－＠]")
# Other readers of JSON lines than ours may break a line at these.
LINE_BREAKS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\u0085": "\\u0085"})
CELL_CHARACTERS = 32_767  # what a cell of a workbook holds
SHEET_ROWS = 1_048_576

# ------------------------------------------------------------------ reports


def as_contract(report: Report) -> dict[str, Any]:
    """A report in the shape of `analyse`: one line of its output."""
    return {
        "article": _article(report.article),
        "actors": [_actor(actor) for actor in report.actors],
        "mentions": [{**_ends(m.span), "actor": m.actor, "form": m.form} for m in report.mentions],
        "quotes": [_quote(quote) for quote in report.quotes],
        "tones": [_tone(tone) for tone in report.tones],
        "stances": [_stance(stance) for stance in report.stances],
        "dates": [{**_ends(d.span), "date": d.date.isoformat(), "what": d.what} for d in report.dates],
        "cautions": list(report.cautions),
        "made_by": {
            "engine": report.made_by.engine,
            "model": report.made_by.model,
            "data": report.made_by.data,
        },
    }


def as_lossless(report: Report) -> dict[str, Any]:
    """The same and all that it leaves out: origin, author and edits of the article, states and reasons of actors, verbs
    and evidence, sentences. The report can be made again from it."""
    line = as_contract(report)
    article = report.article
    line["article"] |= {
        "origin": article.origin,
        "author": article.author,
        "stated": article.stated,
        "edits": [{"start": e.start, "end": e.end, "source": e.source, "rule": e.rule} for e in article.edits],
    }
    for row, actor in zip(line["actors"], report.actors, strict=True):
        row |= {"state": actor.state, "reasons": [{"alias": r.alias, "why": r.why} for r in actor.reasons]}
    for row, quote in zip(line["quotes"], report.quotes, strict=True):
        row |= {"verb": quote.verb, "evidence": _pairs(quote.evidence.spans)}
    for row, tone in zip(line["tones"], report.tones, strict=True):
        row |= {"evidence": _pairs(tone.evidence.spans)}
    line["sentences"] = _pairs(report.sentences)
    return line


def to_line(record: dict[str, Any]) -> str:
    """One line of JSON lines, without its line break: readable, and safe for readers that break lines at U+2028."""
    line = json.dumps(record, ensure_ascii=False, allow_nan=False).translate(LINE_BREAKS)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate, which only an escape can carry
        return json.dumps(record, allow_nan=False)
    return line


def to_jsonl(reports: Iterable[Report]) -> bytes:
    """Reports in the lossless form, one a line."""
    return "".join(f"{to_line(as_lossless(report))}\n" for report in reports).encode("utf-8")


def _article(article: Article) -> dict[str, Any]:
    written = article.written
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "written": [day.isoformat() for day in written] if written else None,
        "outlet": article.outlet,
        "url": article.url,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "wikidata": actor.wikidata,
        "office": actor.office,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "spans": _pairs(quote.spans),
        "kind": quote.kind,
        "claim": quote.claim,
        "speaker": _party(quote.speaker),
        "cue": _ends(quote.cue) if quote.cue else None,
        "addressee": _party(quote.addressee),
        "via": [_party(party) for party in quote.via],
        "about": list(quote.about),
        "rule": quote.evidence.rule,
        "confidence": quote.evidence.confidence,
    }


def _party(party: Party | None) -> dict[str, Any] | None:
    if party is None:
        return None
    ends = _ends(party.span) if party.span else {"start": None, "end": None}
    return {**ends, "actor": party.actor}


def _tone(tone: Tone) -> dict[str, Any]:
    return {
        "actor": tone.actor,
        **_ends(tone.mention),
        "voice": tone.voice,
        "label": tone.label,
        "score": tone.score,
        "probabilities": tone.probabilities._asdict(),
        "confidence": tone.evidence.confidence,
        "rule": tone.evidence.rule,
    }


def _stance(stance: Stance) -> dict[str, Any]:
    event = stance.event
    return {
        "holder": stance.holder,
        "target": stance.target,
        "target_name": stance.target_name,
        "position": stance.position,
        "basis": stance.basis,
        "modality": stance.modality,
        "event": {"root": event.root, "quad": event.quad, "score": event.score} if event else None,
        "probabilities": stance.probabilities._asdict(),
        "confidence": stance.evidence.confidence,
        "evidence": _pairs(stance.evidence.spans),
        "quote": stance.quote,
        "rule": stance.evidence.rule,
    }


def _ends(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


# ------------------------------------------------------------------ rows


def rows_to_jsonl(frame: pd.DataFrame) -> bytes:
    """A table as JSON lines: lists as lists, days as ISO dates, what is missing as null."""
    names = [str(name) for name in frame.columns]
    lines = (to_line(dict(zip(names, row, strict=True))) for row in _rows(frame, _value))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def to_csv(frame: pd.DataFrame) -> bytes:
    """A table as CSV (UTF-8 with the mark that spreadsheets look for), its text cells defused."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(frame.columns)
    writer.writerows(_rows(frame, _cell))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def to_workbook(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """Tables as one workbook (xlsx), a sheet each, their text cells defused and cut at what a cell holds.

    Raises OnRecordError when a table has more rows than a sheet holds.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as workbook:
        for name, frame in sheets.items():
            if len(frame) >= SHEET_ROWS:
                raise OnRecordError(f"{name}: {len(frame):,} rows are more than a sheet holds; export them as CSV")
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, [str(column) for column in frame.columns])
            for number, row in enumerate(_rows(frame, _cell), 1):
                for column, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(number, column, value[:CELL_CHARACTERS])
                    elif value is not None:
                        sheet.write_number(number, column, value)
    return out.getvalue()


def defused(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before a mark that begins one."""
    return f"'{text}" if FORMULA_MARKS.match(text) else text


def _rows(frame: pd.DataFrame, convert: Callable[[Any], Any]) -> Iterator[tuple[Any, ...]]:
    return zip(*([convert(value) for value in frame[name].tolist()] for name in frame.columns), strict=True)


def _value(value: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(value, list):
        return value
    if pd.isna(value):
        return None
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else value


def _cell(value: Any) -> str | int | float | None:
    """A cell as a spreadsheet has it: numbers stay numbers, lists are joined, text is defused."""
    plain = "; ".join(map(str, value)) if isinstance(value, list) else _value(value)
    # A lone surrogate has no place in either file.
    return defused(plain.encode("utf-8", "replace").decode("utf-8")) if isinstance(plain, str) else plain

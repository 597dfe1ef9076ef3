"""What leaves the archive: the contract's shape, nothing lost, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from onrecord import export
from onrecord import records as r
from onrecord.errors import OnRecordError
from onrecord.export import as_contract, as_lossless, defused, rows_to_jsonl, to_csv, to_jsonl, to_line, to_workbook
from tests.store.invented import KARSOVIA, KEEL, VELTIN, full_report, plain_report

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("https://x")',
]
NO_FORMULAS = ["a=1", " =1", "'=1", "", "1", "—", "“=1”", "https://example.org"]


def test_a_report_has_exactly_the_shape_of_the_contract() -> None:
    line = as_contract(full_report())
    assert list(line) == [
        "article", "actors", "mentions", "quotes", "tones", "stances", "dates", "cautions", "made_by",
    ]  # fmt: skip
    listed = ("actors", "mentions", "quotes", "tones", "stances", "dates")
    assert {name: list(line[name][0]) for name in listed} == {
        "actors": ["id", "name", "kind", "wikidata", "office"],
        "mentions": ["start", "end", "actor", "form"],
        "quotes": [
            "id", "spans", "kind", "claim", "speaker", "cue", "addressee", "via", "about", "rule", "confidence",
        ],
        "tones": ["actor", "start", "end", "voice", "label", "score", "probabilities", "confidence", "rule"],
        "stances": [
            "holder", "target", "target_name", "position", "basis", "modality", "event", "probabilities", "confidence",
            "evidence", "quote", "rule",
        ],
        "dates": ["start", "end", "date", "what"],
    }  # fmt: skip
    assert line["made_by"] == {"engine": "0.1.0", "model": "invented 1", "data": "0123abcd"}
    assert line["cautions"] == list(full_report().cautions)
    assert {name: value for name, value in line["article"].items() if name != "text"} == {
        "id": "full", "title": "Harbour — the row", "language": "en", "published": "2022-02-03",
        "written": ["2022-02-01", "2022-02-02"], "outlet": "Demo Wire North", "url": "https://example.org/a?b=1",
    }  # fmt: skip


def test_parties_that_are_not_named_are_no_actors_or_are_none_at_all_are_told_apart() -> None:
    demand, relayed, split = as_contract(full_report())["quotes"]
    assert demand["speaker"] == {"start": 0, "end": 11, "actor": VELTIN}
    assert demand["addressee"] == {"start": 17, "end": 26, "actor": None}
    assert demand["cue"] == {"start": 12, "end": 16}
    assert demand["via"] == []
    assert relayed["speaker"] == {"start": None, "end": None, "actor": VELTIN}
    assert relayed["cue"] is None
    assert relayed["addressee"] is None
    assert [party["actor"] for party in relayed["via"]] == [KEEL, None]
    assert split["speaker"] is None
    assert split["addressee"] == {"start": None, "end": None, "actor": KARSOVIA}
    assert len(split["spans"]) == 2


def test_a_stance_with_and_without_an_event() -> None:
    with_event, without = as_contract(full_report())["stances"]
    assert with_event["event"] == {"root": "DEMAND", "quad": "verbal conflict", "score": -5.0}
    assert with_event["probabilities"] == {"supports": 0.03, "opposes": 0.9, "neutral": 0.07}
    assert without["event"] is None
    assert without["quote"] is None


def test_an_article_without_dates_says_null() -> None:
    whole = full_report()
    bare = as_contract(replace(whole, article=replace(whole.article, published=None, written=None, url=None)))[
        "article"
    ]
    assert (bare["published"], bare["written"], bare["url"]) == (None, None, None)


@pytest.mark.parametrize("odd", ["", "\u2028 and \u0085", "\ud800", "a\0b", '\\u2028 "quoted"'])
def test_a_report_can_be_made_again_from_its_lossless_line(odd: str) -> None:
    whole = full_report()
    article = replace(whole.article, text=whole.article.text + odd, title=odd, edits=(r.Edit(0, 0, odd, "rule"),))
    saved = replace(whole, article=article)
    written = to_jsonl([saved, plain_report(1)])
    lines = written.decode("utf-8").splitlines()
    assert len(lines) == 2
    assert [made_again(json.loads(line)) for line in lines] == [saved, plain_report(1)]
    assert as_lossless(saved)["quotes"][0].items() > as_contract(saved)["quotes"][0].items()


def test_json_lines_refuse_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_line({"score": float("nan")})


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", NO_FORMULAS)
def test_other_cells_are_left_as_they_are(text: str) -> None:
    assert defused(text) == text


def table() -> pd.DataFrame:
    texts = [*FORMULAS, *NO_FORMULAS, 'two\nlines, "and" marks', "\ud800"]
    return pd.DataFrame(
        {
            "text": pd.Series(texts, dtype="object"),
            "score": [-0.5] * len(texts),
            "n": [-3] * len(texts),
            "names": [["=a", "b"]] * len(texts),
            "day": pd.to_datetime(["2022-02-01"] * (len(texts) - 1) + [None]),
            "missing": [float("nan")] * len(texts),
        }
    )


def test_csv_keeps_numbers_as_numbers_and_every_row() -> None:
    written = to_csv(table())
    assert written.startswith(b"\xef\xbb\xbf")
    read = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in read[: len(FORMULAS)]] == [f"'{text}" for text in FORMULAS]
    assert [row["text"] for row in read[len(FORMULAS) : -2]] == NO_FORMULAS
    assert read[-2]["text"] == 'two\nlines, "and" marks'
    assert read[-1] == {"text": "?", "score": "-0.5", "n": "-3", "names": "'=a; b", "day": "", "missing": ""}
    assert read[0]["day"] == "2022-02-01"


def cells(workbook: bytes, sheet: int) -> list[list[str | float | None]]:
    """The cells of a sheet as the file has them; a formula would fail the test."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(workbook)) as packed:
        strings = [
            "".join(part.text or "" for part in item.iter(f"{{{space['x']}}}t"))
            for item in ElementTree.fromstring(packed.read("xl/sharedStrings.xml")).findall("x:si", space)
        ]
        tree = ElementTree.fromstring(packed.read(f"xl/worksheets/sheet{sheet}.xml"))
    assert not list(tree.iter(f"{{{space['x']}}}f"))
    assert not list(tree.iter(f"{{{space['x']}}}hyperlink"))
    # A workbook writes a carriage return, which XML would turn into a line feed, as _x000D_.
    strings = [string.replace("_x000D_", "\r") for string in strings]
    rows = []
    for row in tree.iter(f"{{{space['x']}}}row"):
        values = [(cell.get("t"), cell.findtext("x:v", namespaces=space)) for cell in row.findall("x:c", space)]
        rows.append([None if v is None else strings[int(v)] if kind == "s" else float(v) for kind, v in values])
    return rows


def test_a_workbook_has_a_sheet_for_each_table_with_defused_text_and_real_numbers() -> None:
    short = pd.DataFrame({"sentence": ["x" * 40_000], "odd": ["a\x01b\ufffe"]})
    written = to_workbook({"stances": table(), "quotes": short})
    first, second = cells(written, 1), cells(written, 2)
    assert first[0] == ["text", "score", "n", "names", "day", "missing"]
    assert first[1][:5] == ["'=1+1", -0.5, -3.0, "'=a; b", "2022-02-01"]
    assert [row[0] for row in first[1 : len(FORMULAS) + 1]] == [f"'{text}" for text in FORMULAS]
    assert len(first) == len(table()) + 1
    assert len(str(second[1][0])) == 32_767


def test_a_table_that_no_sheet_holds_is_refused_and_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "SHEET_ROWS", 5)
    with pytest.raises(OnRecordError, match="stances: 22 rows"):
        to_workbook({"stances": table()})


def test_rows_as_json_lines_keep_lists_days_and_gaps() -> None:
    read = [json.loads(line) for line in rows_to_jsonl(table()).splitlines()]
    assert read[0] == {
        "text": "=1+1", "score": -0.5, "n": -3, "names": ["=a", "b"], "day": "2022-02-01", "missing": None,
    }  # fmt: skip
    assert read[-1]["text"] == "\ud800"
    assert read[-1]["day"] is None


def made_again(line: dict[str, Any]) -> r.Report:
    """The report of a lossless line: with nothing but the line to go by."""
    article = line["article"]
    written = article["written"]
    return r.Report(
        article=r.Article(
            **{
                name: article[name]
                for name in ("id", "title", "text", "origin", "outlet", "author", "url", "language", "stated")
            },
            published=date.fromisoformat(article["published"]) if article["published"] else None,
            written=(date.fromisoformat(written[0]), date.fromisoformat(written[1])) if written else None,
            edits=tuple(r.Edit(**edit) for edit in article["edits"]),
        ),
        actors=tuple(
            r.Actor(**{**actor, "reasons": tuple(r.Reason(**reason) for reason in actor["reasons"])})
            for actor in line["actors"]
        ),
        mentions=tuple(r.Mention(span_of(m), m["actor"], m["form"]) for m in line["mentions"]),
        quotes=tuple(quote_again(quote) for quote in line["quotes"]),
        tones=tuple(tone_again(tone) for tone in line["tones"]),
        stances=tuple(stance_again(stance) for stance in line["stances"]),
        dates=tuple(r.Scheduled(span_of(d), date.fromisoformat(d["date"]), d["what"]) for d in line["dates"]),
        cautions=tuple(line["cautions"]),
        sentences=tuple(r.Span(*ends) for ends in line["sentences"]),
        made_by=r.Provenance(**line["made_by"]),
    )


def span_of(row: dict[str, Any]) -> r.Span:
    return r.Span(row["start"], row["end"])


def party_of(row: dict[str, Any]) -> r.Party:
    return r.Party(None if row["start"] is None else span_of(row), row["actor"])


def evidence_in(row: dict[str, Any]) -> r.Evidence:
    return r.Evidence(tuple(r.Span(*ends) for ends in row["evidence"]), row["rule"], row["confidence"])


def quote_again(row: dict[str, Any]) -> r.Quote:
    return r.Quote(
        spans=tuple(r.Span(*ends) for ends in row["spans"]),
        speaker=party_of(row["speaker"]) if row["speaker"] else None,
        cue=span_of(row["cue"]) if row["cue"] else None,
        addressee=party_of(row["addressee"]) if row["addressee"] else None,
        via=tuple(party_of(party) for party in row["via"]),
        about=tuple(row["about"]),
        evidence=evidence_in(row),
        **{name: row[name] for name in ("id", "kind", "claim", "verb")},
    )


def tone_again(row: dict[str, Any]) -> r.Tone:
    return r.Tone(
        mention=span_of(row),
        probabilities=r.ToneProbabilities(**row["probabilities"]),
        evidence=evidence_in(row),
        **{name: row[name] for name in ("actor", "voice", "label", "score")},
    )


def stance_again(row: dict[str, Any]) -> r.Stance:
    names = ("holder", "target", "target_name", "position", "basis", "modality", "quote")
    return r.Stance(
        event=r.Event(**row["event"]) if row["event"] else None,
        probabilities=r.StanceProbabilities(**row["probabilities"]),
        evidence=evidence_in(row),
        **{name: row[name] for name in names},
    )

"""JSON lines: each row an article or a refusal with its number."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from onrecord.records import Article, Refusal
from tests.intake.conftest import TEXT

Upload = Callable[..., list[Article | Refusal]]


def test_a_row_fills_the_fields(upload: Upload) -> None:
    row = {
        "id": "x/1",
        "title": "Dam shut",
        "text": TEXT,
        "published": "2022-03-04",
        "outlet": "Coast Wire",
        "author": "Lenn Aster",
        "url": "https://coast.example/dam",
        "shelf": [1, 2],
    }
    (article,) = upload(json.dumps(row))
    assert isinstance(article, Article)
    assert (article.id, article.title, article.text) == ("x/1", "Dam shut", TEXT)
    assert (article.published, article.outlet, article.author) == (date(2022, 3, 4), "Coast Wire", "Lenn Aster")
    assert article.url == "https://coast.example/dam"


def test_rows_are_told_by_content_not_by_name(upload: Upload) -> None:
    found = upload(f'\n{{"text": "{TEXT}"}}\n\n  {{"text": "{TEXT}"}}  \n', "notes.txt")
    assert [type(each) for each in found] == [Article, Article]


def test_three_bad_rows_among_ten_spoil_no_other(upload: Upload) -> None:
    rows = [json.dumps({"id": number, "text": f"{TEXT} {number}"}) for number in range(10)]
    rows[2], rows[5], rows[8] = '{"text": "unclosed', '{"title": "no text"}', "[1, 2]"
    found = upload("\n".join(rows), "rows.jsonl")
    assert [each.id for each in found if isinstance(each, Article)] == ["0", "1", "3", "4", "6", "7", "9"]
    refused = [each for each in found if isinstance(each, Refusal)]
    assert [each.name for each in refused] == ["rows.jsonl, line 3", "rows.jsonl, line 6", "rows.jsonl, line 9"]
    assert all(each.reason and each.detail for each in refused)


@pytest.mark.parametrize(
    "row",
    [
        '{"text": null}',
        '{"text": 7}',
        '{"text": ["a"]}',
        '{"text": ""}',
        '{"text": "dam", "title": 7}',
        '{"text": "dam", "published": 20220304}',
        '{"text": "dam", "id": [1]}',
        '{"text": "dam", "id": true}',
        '{"text": "dam", "n": NaN}',
        '{"text": "dam", "n": -Infinity}',
        '{"text": "dam", "n": ' + "9" * 5_000 + "}",
        '{"text": ' + "[" * 100_000 + "}",
        '{"text": "dam",}',
        "null",
        "7",
        '"dam"',
        "{'text': 'dam'}",
    ],
)
def test_a_bad_row_is_refused_by_itself(row: str, upload: Upload) -> None:
    good = json.dumps({"text": TEXT})
    found = upload(f"{good}\n{row}\n{good}")
    assert [type(each) for each in found] == [Article, Refusal, Article]


def test_line_separators_inside_a_string_part_no_row(upload: Upload) -> None:
    found = upload(f'{{"text": "one\u2028two\u2029three\x85four {TEXT}"}}', verbatim=True)
    assert len(found) == 1
    assert isinstance(found[0], Article)
    assert found[0].text == f"one\u2028two\u2029three\x85four {TEXT}"


def test_lone_surrogates_are_made_storable_one_for_one(upload: Upload) -> None:
    (article,) = upload('{"id": "a\\ud800", "text": "dam \\ud83d\\ude00 and \\udc00 water"}', verbatim=True)
    assert isinstance(article, Article)
    assert article.text == "dam 😀 and \ufffd water"
    assert article.id == "a\ufffd"
    article.text.encode()


def test_a_line_that_is_not_utf8_is_refused(upload: Upload) -> None:
    found = upload(b'{"text": "caf\xe9"}\n{"text": "dam"}\n')
    assert [type(each) for each in found] == [Refusal, Article]


def test_a_date_that_is_no_date_leaves_the_row(upload: Upload) -> None:
    (article,) = upload('{"text": "dam", "published": "soon"}')
    assert isinstance(article, Article)
    assert article.published is None


def test_verbatim_text_is_exactly_that_of_the_row(upload: Upload) -> None:
    text = " \r\n“Good.”He left ,\u00a0she\u200b stayed.\nSee also  Ten lakes\n"
    (article,) = upload(json.dumps({"text": text}), verbatim=True)
    assert isinstance(article, Article)
    assert (article.text, article.edits) == (text, ())

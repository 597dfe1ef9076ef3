"""Plain text and markdown with front matter become articles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.intake import read_text
from onrecord.limits import ARTICLE_CHARACTERS, TITLE_CHARACTERS
from onrecord.records import Article, Refusal
from onrecord.text import TextWords
from tests.intake.conftest import TEXT

Upload = Callable[..., list[Article | Refusal]]

FRONT = """---
title: "Dam: Ostravia shuts the gates"
published: 2022-03-04
outlet: Coast Wire
author: Lenn Aster
url: https://coast.example/dam
language: en
sources: [https://a.example, https://b.example]
shelf: 7
---

"""


def test_pasted_text_becomes_an_article(words: TextWords) -> None:
    article = read_text(TEXT, words=words, published=date(2022, 3, 4), outlet="Coast Wire")
    assert isinstance(article, Article)
    assert (article.text, article.title, article.origin) == (TEXT, "", "pasted text")
    assert (article.published, article.outlet, article.language) == (date(2022, 3, 4), "Coast Wire", "en")
    assert len(article.id) == 16


def test_pasted_text_is_repaired_unless_verbatim(words: TextWords) -> None:
    source = TEXT + "\r\n\r\nSee also  Ten lakes\r\n\r\n“Good.”He left ,she stayed."
    repaired = read_text(source, words=words)
    exact = read_text(source, words=words, verbatim=True)
    assert isinstance(repaired, Article)
    assert isinstance(exact, Article)
    assert "See also" not in repaired.text
    assert repaired.edits
    assert (exact.text, exact.edits) == (source, ())


def test_front_matter_fills_the_fields_and_leaves_the_text(upload: Upload) -> None:
    (article,) = upload(FRONT + TEXT, "dam.md")
    assert isinstance(article, Article)
    assert article.title == "Dam: Ostravia shuts the gates"
    assert (article.published, article.outlet, article.author) == (date(2022, 3, 4), "Coast Wire", "Lenn Aster")
    assert (article.url, article.language, article.origin) == ("https://coast.example/dam", "en", "dam.md")
    assert article.text.strip() == TEXT


def test_an_input_title_is_not_put_before_the_text(upload: Upload) -> None:
    (article,) = upload(f"---\ntitle: Another headline\n---\nVeltin shuts the dam again\n\n{TEXT}\n")
    assert isinstance(article, Article)
    assert article.title == "Another headline"
    assert article.text.startswith("Veltin shuts the dam again\n\n")


def test_a_headline_in_the_text_is_its_title(upload: Upload) -> None:
    (article,) = upload(f"Veltin shuts the dam again\n\n{TEXT}")
    assert isinstance(article, Article)
    assert article.title == "Veltin shuts the dam again"


def test_a_page_date_counts_only_where_no_date_is_given(upload: Upload) -> None:
    page = f"August 7, 2022\n\nVeltin shuts the dam again\n\n{TEXT}"
    dates = [
        upload(page)[0],
        upload(page, published=date(2022, 3, 4))[0],
        upload(f"---\npublished: 2021-12-30\n---\n{page}", published=date(2022, 3, 4))[0],
    ]
    assert [article.published for article in dates if isinstance(article, Article)] == [
        date(2022, 8, 7),
        date(2022, 3, 4),
        date(2021, 12, 30),
    ]


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("2022-03-04", date(2022, 3, 4)),
        ("2022-03-04T10:30:00Z", date(2022, 3, 4)),
        ("2022-03-04 10:30:00+02:00", date(2022, 3, 4)),
        ("2022-02-31", None),
        ("4 March 2022", None),
        ("20220304", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_are_iso_or_none(stated: str, published: date | None, upload: Upload) -> None:
    (article,) = upload(f"---\npublished: {stated}\noutlet: Coast Wire\n---\n{TEXT}")
    assert isinstance(article, Article)
    assert (article.published, article.outlet) == (published, "Coast Wire")


@pytest.mark.parametrize(
    ("stated", "kept"), [("2022-02-30", "2022-02-30"), ("yesterday", "yesterday"), ("2022-03-04", "")]
)
def test_what_is_given_for_a_date_and_is_no_day_is_kept_to_be_told(stated: str, kept: str, upload: Upload) -> None:
    (article,) = upload(f"---\npublished: {stated}\n---\n{TEXT}")
    assert isinstance(article, Article)
    assert article.stated == kept


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "ftp://coast.example/x",
        "//coast.example/x",
        "https://",
        "http://[broken",
        "'https://coast.example/a b'",
        '"https://coast.example/\\x07"',
        "http:\\\\coast.example",
    ],
)
def test_only_web_addresses_are_kept(url: str, upload: Upload) -> None:
    (article,) = upload(f"---\ntitle: Dam\nurl: {url}\n---\n{TEXT}")
    assert isinstance(article, Article)
    assert article.url is None


def test_front_matter_that_is_no_yaml_is_refused_with_its_line(upload: Upload) -> None:
    (refusal,) = upload(f"---\noutlet: Coast Wire\ntitle: Dam: shut\n---\n{TEXT}", "dam.md")
    assert isinstance(refusal, Refusal)
    assert refusal.name == "dam.md"
    assert "line 3" in refusal.detail


def test_rules_of_dashes_in_a_text_are_not_front_matter(upload: Upload) -> None:
    text = f"---\n{TEXT}\n---\n{TEXT}\n"
    (article,) = upload(text)
    assert isinstance(article, Article)
    assert article.text == text


def test_what_is_no_text_in_a_field_is_passed_over(upload: Upload) -> None:
    (article,) = upload(f"---\ntitle: [a, b]\noutlet: {{a: b}}\nauthor: 7\n---\n{TEXT}")
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.author) == ("", "", "7")


def test_a_title_as_long_as_a_paragraph_is_no_title(upload: Upload) -> None:
    (article,) = upload(f"---\ntitle: {'dam ' * TITLE_CHARACTERS}\n---\n{TEXT}")
    assert isinstance(article, Article)
    assert article.title == ""


def test_verbatim_offsets_are_those_of_the_text_after_the_front_matter(upload: Upload) -> None:
    (article,) = upload(f"---\ntitle: Dam\n---\n\r\n {TEXT}\r\n", verbatim=True)
    assert isinstance(article, Article)
    assert article.text == f"\r\n {TEXT}\r\n"


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b'"""""', "—".encode() * 300])
def test_nothing_to_read_is_refused(content: bytes, upload: Upload) -> None:
    (refusal,) = upload(content)
    assert isinstance(refusal, Refusal)
    assert refusal.reason in ("is empty", "holds no words")


def test_a_text_too_long_is_refused_with_both_numbers(words: TextWords) -> None:
    refusal = read_text("dam " * (ARTICLE_CHARACTERS // 4 + 1), words=words)
    assert isinstance(refusal, Refusal)
    assert "200,004" in refusal.detail
    assert "200,000" in refusal.detail

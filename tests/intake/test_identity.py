"""An article's id tells the same article again, and another one apart."""

from __future__ import annotations

from datetime import date

from onrecord.intake import read, read_text
from onrecord.records import Article
from onrecord.text import TextWords
from tests.intake.conftest import TEXT


def _id(content: str, words: TextWords, name: str = "a.txt", outlet: str = "", published: date | None = None) -> str:
    (article,) = read(name, content.encode(), words=words, outlet=outlet, published=published)
    assert isinstance(article, Article)
    return article.id


def test_the_same_upload_has_the_same_id(words: TextWords) -> None:
    assert _id(TEXT, words) == _id(TEXT, words)


def test_a_repair_of_the_source_keeps_the_id(words: TextWords) -> None:
    assert _id(TEXT + "\r\n\r\nIt rained.", words) == _id(TEXT + "\n\nIt rained.", words)


def test_another_outlet_day_file_or_text_is_another_article(words: TextWords) -> None:
    ids = [
        _id(TEXT, words),
        _id(TEXT + " It rained.", words),
        _id(TEXT, words, name="b.txt"),
        _id(TEXT, words, outlet="Coast Wire"),
        _id(TEXT, words, published=date(2022, 3, 4)),
    ]
    assert len(set(ids)) == len(ids)


def test_with_an_address_the_file_name_does_not_matter(words: TextWords) -> None:
    content = f"---\nurl: https://coast.example/dam\n---\n{TEXT}"
    assert _id(content, words, name="a.md") == _id(content, words, name="b.md")


def test_pasted_twice_is_one_article(words: TextWords) -> None:
    first, second = read_text(TEXT, words=words), read_text(TEXT, words=words)
    assert first == second

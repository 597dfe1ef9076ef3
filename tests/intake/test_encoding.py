"""Bytes in any encoding that news comes in become the right characters."""

from __future__ import annotations

import codecs
import os
import random
from collections.abc import Callable

import pytest

from onrecord.intake.encoding import decode
from onrecord.records import Article, Refusal

Upload = Callable[..., list[Article | Refusal]]

ENGLISH = "The president’s “talks” were – she said – over, and the café stayed shut."
GERMAN = "Die Präsidentin sagte, die Gespräche würden fortgesetzt."
FRENCH = "La présidente a déclaré que l’accord était prêt."
RUSSIAN = "Президент сказала, что переговоры продолжатся."
UKRAINIAN = "Президентка заявила, що переговори триватимуть."
POLISH = "Prezydent powiedziała w poniedziałek, że rozmowy z sąsiednim krajem będą trwały w przyszłym tygodniu."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8_u"),
        (POLISH, "cp1250"),
    ],
)
def test_text_is_decoded(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_big_endian_marks_are_known() -> None:
    assert decode(codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be")) == ENGLISH


def test_a_declared_encoding_goes_before_a_guess() -> None:
    text = f"charset=iso-8859-7\n{'Η πρόεδρος είπε'}"
    assert decode(text.encode("iso-8859-7")) == text


@pytest.mark.parametrize("name", ["hex", "rot13", "zip", "idna", "unicode_escape", "utf-7", "no-such", "../x"])
def test_a_declared_codec_that_is_no_encoding_of_text_is_passed_over(name: str) -> None:
    text = f"encoding: {name}\nPräsidentin \\x41 +ADw-"
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
        (b"PK\x03\x04\x14\x00", "is a ZIP archive or an office document"),
        (b"\x1f\x8b\x08\x00", "is a gzip archive"),
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b"{\\rtf1\\ansi", "is an RTF document"),
        (b"<!DOCTYPE html><html><p>Dam", "is a web page or a feed"),
        (b'<?xml version="1.0"?><rss>', "is a web page or a feed"),
        (bytes(range(256)), "is not text"),
        (b"\x00\x01\x02" * 400, "is not text"),
        (random.Random(3).randbytes(5_000), "is not text"),
    ],
)
def test_what_is_not_text_is_refused_by_its_content(beginning: bytes, kind: str, upload: Upload) -> None:
    (refusal,) = upload(beginning + b"more of it", "article.txt")
    assert isinstance(refusal, Refusal)
    assert refusal.reason == kind


def test_one_stray_control_character_makes_no_binary_file(upload: Upload) -> None:
    (article,) = upload(b"The dam\x00 is shut, she said.")
    assert isinstance(article, Article)
    assert article.text == "The dam is shut, she said."


def test_rows_in_utf16_are_read(upload: Upload) -> None:
    found = upload('{"text": "The dam is shut."}\n{"text": "It is open."}'.encode("utf-16"))
    assert [type(each) for each in found] == [Article, Article]


def test_random_bytes_never_raise(upload: Upload) -> None:
    for seed in range(40):
        chance = random.Random(seed)
        found = upload(bytes(chance.choices(range(32, 256), k=chance.randint(1, 400))))
        assert all(isinstance(each, Article | Refusal) for each in found)
    assert upload(os.urandom(10))

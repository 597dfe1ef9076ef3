"""Files made to break or to stall the reading of them. Bombs are made here and stored nowhere."""

from __future__ import annotations

import gzip
import io
import json
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from onrecord import limits
from onrecord.intake import read, read_path
from onrecord.records import Article, Refusal
from onrecord.text import TextWords

ROW = b'{"text": "The dam is shut, Mara Veltin said on Thursday."}\n'


def _only(content: bytes, words: TextWords, name: str = "upload") -> Article | Refusal:
    (found,) = read(name, content, words=words)
    return found


def test_ten_megabytes_in_one_line_are_refused(words: TextWords) -> None:
    refusal = _only(b"a" * limits.UPLOAD_BYTES, words)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "is too long"


def test_an_upload_past_the_limit_is_refused_unread(words: TextWords) -> None:
    refusal = _only(b"a" * (limits.UPLOAD_BYTES + 1), words)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "is too large"


def test_a_row_of_ten_megabytes_is_refused_and_the_rest_kept(words: TextWords, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(
        ROW + b'{"text": "' + b"a" * 10_000_000 + b'"}\n' + ROW + b'{"text": "' + b"a" * 3_000_000 + b'"}\n'
    )
    found = list(read_path(path, words=words))
    assert [type(each) for each in found] == [Article, Refusal, Article, Refusal]
    refused = [each for each in found if isinstance(each, Refusal)]
    assert [each.name for each in refused] == ["rows.jsonl, line 2", "rows.jsonl, line 4"]
    assert {each.reason for each in refused} == {"is too long"}


def test_a_long_file_of_rows_is_never_held_whole(words: TextWords, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": ""}\n' * 1_000_000)
    tracemalloc.start()
    rows = read_path(path, words=words)
    for _ in range(5_000):
        next(rows)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < limits.MEGABYTE


def test_archives_are_refused_and_not_unpacked(words: TextWords) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "a" * 20_000_000)
    for content in (bomb.getvalue(), gzip.compress(b"a" * 20_000_000)):
        refusal = _only(content, words)
        assert isinstance(refusal, Refusal)
        assert "archive" in refusal.reason


@pytest.mark.parametrize(
    "block",
    [
        "a: &a [x, x]\n" + "\n".join(f"b{n}: &b{n} [*a, *a, *a, *a]" for n in range(50)),
        "a: &a [*a]",
        "a: " + "[" * 15_000,
        "a: " + "{a: " * 4_000,
        "- " * 5_000,
        "a: !!python/object/apply:os.system ['exit 1']",
        "a: !!binary x",
        "a: " + "9" * 15_000,
        "? " * 5_000,
        "a: |\n" + "  x\n" * 4_000,
        "title: dam\n" * 1_500,
    ],
)
def test_front_matter_builds_and_runs_nothing(block: str, words: TextWords) -> None:
    began = time.process_time()
    found = _only(f"---\ntitle: Dam\n{block}\n---\nThe dam is shut.".encode(), words)
    assert time.process_time() - began < 2
    assert isinstance(found, Refusal) or found.text.endswith("The dam is shut.")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("..\\..\\windows\\system.ini", "windows/system.ini"),
        ("/etc/passwd", "etc/passwd"),
        ("a\x00b\n.txt", "ab .txt"),
        ("\u202egpj.exe", "gpj.exe"),
        ("\ud800.txt", "\ufffd.txt"),
        ("", "unnamed"),
        ("..", "unnamed"),
        ("x" * 300, "x" * limits.LABEL_CHARACTERS),
        ("<script>.md", "<script>.md"),
    ],
)
def test_a_name_is_a_label_and_never_a_path(name: str, shown: str, words: TextWords) -> None:
    article = _only(b"The dam is shut.", words, name)
    assert isinstance(article, Article)
    assert article.origin == shown
    refusal = _only(b"", words, name)
    assert isinstance(refusal, Refusal)
    assert refusal.name == article.origin


def test_fields_are_sound_and_bounded(words: TextWords) -> None:
    row = {
        "text": "The dam is shut.",
        "title": "Dam\u202e shut\x00",
        "outlet": "o" * 9_000,
        "url": "https://a.example/" + "u" * 9_000,
    }
    article = _only(json.dumps(row).encode(), words)
    assert isinstance(article, Article)
    assert article.title == "Dam shut"
    assert len(article.outlet) == limits.FIELD_CHARACTERS
    assert article.url is None


def test_no_refusal_tells_the_text(words: TextWords) -> None:
    found = list(read("rows", b'{"text": "secret", "title": 7}\n{"text": "secret\n', words=words))
    assert all(isinstance(each, Refusal) for each in found)
    assert "secret" not in str(found)

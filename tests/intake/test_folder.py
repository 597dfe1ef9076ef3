"""Files and folders from the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from onrecord import limits
from onrecord.intake import read_path
from onrecord.records import Article, Refusal
from onrecord.text import TextWords
from tests.intake.conftest import TEXT


def _origins(path: Path, words: TextWords) -> list[str]:
    return [each.origin for each in read_path(path, words=words) if isinstance(each, Article)]


def test_a_folder_is_read_in_order_of_names_hidden_files_left_out(tmp_path: Path, words: TextWords) -> None:
    for name in ("b.txt", "a/z.md", "a/c.txt", ".hidden.txt", ".git/x.txt", "d"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{name} {TEXT}")
    assert _origins(tmp_path, words) == ["b.txt", "d", "a/c.txt", "a/z.md"]


def test_ids_do_not_hang_on_where_the_folder_lies(tmp_path: Path, words: TextWords) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT)
    (first,), (second,) = (list(read_path(tmp_path / folder, words=words)) for folder in ("one", "two"))
    assert first == second


def test_links_out_of_the_folder_are_refused(tmp_path: Path, words: TextWords) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.txt").write_text(f"secret {TEXT}")
    (inside / "a.txt").write_text(TEXT)
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "linked").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "broken.txt").symlink_to(inside / "gone.txt")
    found = list(read_path(inside, words=words))
    assert [each.origin for each in found if isinstance(each, Article)] == ["a.txt"]
    refused = {each.name: each.reason for each in found if isinstance(each, Refusal)}
    assert refused == {
        "broken.txt": "cannot be opened",
        "link.txt": "is a link out of the folder",
        "linked": "is a link out of the folder",
    }


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, words: TextWords) -> None:
    os.mkfifo(tmp_path / "pipe")
    (refusal,) = read_path(tmp_path, words=words)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "is no file"


def test_a_missing_file_is_refused(tmp_path: Path, words: TextWords) -> None:
    (refusal,) = read_path(tmp_path / "gone.txt", words=words)
    assert isinstance(refusal, Refusal)
    assert (refusal.name, refusal.reason) == ("gone.txt", "cannot be opened")


def test_one_bad_file_spoils_no_other(tmp_path: Path, words: TextWords) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(TEXT)
    assert [type(each) for each in read_path(tmp_path, words=words)] == [Refusal, Refusal, Article]


def test_long_files_of_rows_are_read_and_other_long_files_refused(
    tmp_path: Path, words: TextWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UPLOAD_BYTES", 10_000)
    rows = tmp_path / "rows.jsonl"
    rows.write_text("\n".join(json.dumps({"id": number, "text": TEXT}) for number in range(200)))
    assert rows.stat().st_size > 10_000
    assert len(_origins(rows, words)) == 200
    text = tmp_path / "long.txt"
    text.write_text(TEXT * 200)
    (refusal,) = read_path(text, words=words)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "is too large"

"""Anything a person hands in, to an Article or a Refusal that says why not."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from onrecord import limits
from onrecord.intake.articles import Given, label, make_article, refuse_size
from onrecord.intake.encoding import decode, foreign_kind, without_wide_encoding
from onrecord.intake.frontmatter import read_front_matter
from onrecord.intake.jsonlines import looks_like_json_lines, read_json_lines
from onrecord.records import Article, Refusal
from onrecord.text import TextWords

__all__ = ["read", "read_path", "read_text"]

GLANCE_BYTES = 4_096  # enough to tell what a file is


def read(
    name: str,
    content: bytes,
    *,
    words: TextWords,
    published: date | None = None,
    outlet: str = "",
    verbatim: bool = False,
) -> Iterator[Article | Refusal]:
    """The articles of one upload: plain text, markdown with front matter or JSON lines, told by its content.

    `name` is a label only. `published` and `outlet` fill what the content does not state. `verbatim` keeps each text
    exactly as it stands. Past limits.UPLOAD_BYTES: one Refusal.
    """
    given = Given(words, published, outlet, verbatim)
    if len(content) > limits.UPLOAD_BYTES:
        yield refuse_size(label(name), len(content))
    else:
        yield from _read_stream(label(name), io.BytesIO(without_wide_encoding(content)), given)


def read_text(
    text: str,
    *,
    words: TextWords,
    published: date | None = None,
    outlet: str = "",
    verbatim: bool = False,
) -> Article | Refusal:
    """The article of one pasted text, which may begin with front matter."""
    given = Given(words, published, outlet, verbatim)
    return _text_article("pasted text", text, given)


def read_path(
    path: Path,
    *,
    words: TextWords,
    published: date | None = None,
    outlet: str = "",
    verbatim: bool = False,
) -> Iterator[Article | Refusal]:
    """The articles of a file, or of all files below a folder in order of their names, hidden ones left out.

    JSON lines are read one by one, however long the file; of other files limits.UPLOAD_BYTES at most. Links that
    lead out of the folder, and what is no file, are refused.
    """
    given = Given(words, published, outlet, verbatim)
    if not path.is_dir():
        yield from _read_file(path, label(path.name), given)
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                inside = Path(folder) / name
                yield from _read_inside(path, inside, label(str(inside.relative_to(path))), given)


def _read_inside(folder: Path, path: Path, name: str, given: Given) -> Iterator[Article | Refusal]:
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        yield Refusal(name, "is a link out of the folder", "Only what lies in the folder is read: copy the file there.")
    elif not path.is_dir():  # a linked folder inside the folder is read where it lies
        yield from _read_file(path, name, given)


def _read_file(path: Path, name: str, given: Given) -> Iterator[Article | Refusal]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield Refusal(name, "is no file", "Only ordinary files are read.")
            return
        with path.open("rb") as stream:
            yield from _read_stream(name, stream, given)
    except OSError as error:
        yield Refusal(name, "cannot be opened", f"{error.strerror or error}.")


def _read_stream(name: str, stream: BinaryIO, given: Given) -> Iterator[Article | Refusal]:
    """The reader that fits the beginning of the content takes over."""
    beginning = stream.read(GLANCE_BYTES)
    if not beginning.strip():
        yield Refusal(name, "is empty", "There is no text in it.")
    elif kind := foreign_kind(beginning):
        yield Refusal(name, f"is {kind}", "Plain text, markdown and JSON lines are read: paste the article's text.")
    elif looks_like_json_lines(beginning):
        stream.seek(0)
        yield from read_json_lines(name, stream, given)
    else:
        content = beginning + stream.read(limits.UPLOAD_BYTES + 1 - len(beginning))
        if len(content) > limits.UPLOAD_BYTES:
            yield refuse_size(name, len(content))
            return
        text = decode(content)
        if text is None:
            yield Refusal(name, "cannot be decoded", "Its characters are in no known encoding: save it as UTF-8.")
        else:
            yield _text_article(name, text, given)


def _text_article(name: str, text: str, given: Given) -> Article | Refusal:
    raw = read_front_matter(name, text)
    return raw if isinstance(raw, Refusal) else make_article(raw, given)

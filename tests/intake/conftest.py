"""What every test of intake may use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.intake import read
from onrecord.knowledge.textwords import load_text_words
from onrecord.records import Article, Refusal
from onrecord.text import TextWords

TEXT = "The president of Ostravia, Mara Veltin, said on Thursday that the dam would be closed for the winter."


@pytest.fixture(scope="session")
def words() -> TextWords:
    """The word lists of data/."""
    return load_text_words()


@pytest.fixture(scope="session")
def upload(words: TextWords) -> Callable[..., list[Article | Refusal]]:
    """An upload of bytes or characters under a name, read to its end."""

    def read_all(content: bytes | str, name: str = "upload.txt", **given: Any) -> list[Article | Refusal]:
        raw = content.encode() if isinstance(content, str) else content
        return list(read(name, raw, words=words, **given))

    return read_all

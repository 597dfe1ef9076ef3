"""What every test may use: the real tools, loaded once, and a way to read a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.knowledge.tools import Tools, load_tools
from onrecord.pipeline import analyse
from onrecord.records import Article, Report


@pytest.fixture(scope="session")
def tools() -> Tools:
    """The parser, the data and the model, as the app loads them."""
    return load_tools()


@pytest.fixture(scope="session")
def read(tools: Tools) -> Callable[[str], Report]:
    """Sentences to a Report, as of a day in 2022."""

    def read_text(text: str) -> Report:
        return analyse(Article(id="test", title="", text=text, published=date(2022, 2, 10)), tools)

    return read_text

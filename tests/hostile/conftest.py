"""What every hostile test may use."""

from __future__ import annotations

import pytest

from onrecord.knowledge.textwords import load_text_words
from onrecord.text import TextWords


@pytest.fixture(scope="session")
def words() -> TextWords:
    """The word lists of data/."""
    return load_text_words()

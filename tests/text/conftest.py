"""Word lists for the tests of text: the real ones, and invented names in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.knowledge.textwords import load_text_words
from onrecord.text import TextWords

LANDS = frozenset({"Karsovia", "Karsovian", "Ostravia", "Ostravian", "Brunkham"})
PEOPLE = frozenset({"Veltin", "Keel", "Aster"})
GIVEN = frozenset({"Mara", "Doran", "Lenn"})


@pytest.fixture(scope="session")
def words() -> TextWords:
    """The lists of data/, to which Mara Veltin, Doran Keel, Lenn Aster, Karsovia and Ostravia are known as well."""
    real = load_text_words()
    return replace(
        real,
        name_ends=real.name_ends | LANDS | PEOPLE,
        name_starts=real.name_starts | LANDS | PEOPLE | GIVEN,
        lands=real.lands | LANDS,
        name_pairs=real.name_pairs | {"Mara Veltin", "Doran Keel"},
    )

"""The measured accuracy, as data/measured.json gives it, by stage."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import DataError
from onrecord.knowledge.data import DATA

FILE = DATA / "measured.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: of which stage, on which labelled texts, and how it is done again."""

    stage: str
    set: str
    measure: str
    value: float
    command: str
    date: str


def load_figures(path: Path = FILE) -> tuple[Figure, ...]:
    """All of them in the order of the file; none where the file is missing. Raises DataError when it is malformed."""
    if not path.exists():
        return ()
    try:
        rows = json.loads(path.read_text("utf8"))["figures"]
        return tuple(Figure(**{**row, "value": float(row["value"])}) for row in rows)
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"data/{path.name} is not as it should be: {error}. Restore the file.") from error

"""One row of a frame, told in words: what was found, where it comes from, and on what grounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components import words, words_evidence


def kind_of(rows: pd.DataFrame) -> str:
    """Which of the five frames the rows belong to: stance, quote, tone, mention or article."""
    for column, kind in (("holder", "stance"), ("claim", "quote"), ("voice", "tone"), ("surface", "mention")):
        if column in rows.columns:
            return kind
    return "article"


def unsure(rows: pd.DataFrame) -> int:
    """How many of the rows abstain, and so are in no mean."""
    verdict = {"stance": "position", "tone": "label"}.get(kind_of(rows))
    return 0 if verdict is None else int((rows[verdict] == "abstained").sum())


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as mappings, with None for whatever is missing (a missing name in a table is a number, and true)."""
    scalar = [column for column in rows.columns if rows[column].dtype != object]
    found = rows.astype(object).to_dict("records")
    return [{**row, **{column: None for column in scalar if pd.isna(row[column])}} for row in found]


def told(row: Mapping[str, Any]) -> str:
    """What was found, as a plain sentence."""
    if "holder" in row:
        return words_evidence.stance_told(row)
    if "claim" in row:
        return words_evidence.quote_told(row)
    if "voice" in row:
        return words_evidence.tone_told(row)
    if "surface" in row:
        return words_evidence.mention_told(row)
    return row["title"] or words.NO_TITLE


def source(row: Mapping[str, Any]) -> str:
    """Outlet, day and title."""
    day = words.NO_DATE if row["day"] is None else f"{row['day']:%-d %B %Y}"
    parts = [row["outlet"] or words.NO_OUTLET, day, row["title"] or words.NO_TITLE]
    return " · ".join(parts if "sentence" in row else parts[:2])


def grounds(row: Mapping[str, Any]) -> str:
    """The rule that found it, and how sure it is."""
    if "rule" not in row:
        return ""
    return words_evidence.GROUNDS.format(rule=row["rule"], confidence=f"{row['confidence']:.0%}")

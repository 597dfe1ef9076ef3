"""A figure's table with what a chart prints beside each mark, and the way from a mark back to its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from components import words
from components.evidence import Behind, Find
from components.plain import line
from onrecord.store.figures import Every, FrameName, evidence_of
from onrecord.store.frames import Rows

MIDDLE = 0.1  # a mean nearer to zero than this points to neither side
LABEL = 42  # characters of a name beside a chart


def with_figures(figure: pd.DataFrame, keys: Sequence[str], minimum: int) -> pd.DataFrame:
    """The figure with key, enough, printed (mean and n), short (mean), counted (n), spread (the interval), between
    (the same in a small place), told (all of it as a sentence) and side."""
    done = figure.copy()
    done["key"] = keys_of(done, keys)
    done["enough"] = (done["n"] >= minimum) & done["mean"].notna()
    rows = done.to_dict("records")
    means = [None if pd.isna(row["mean"]) else float(row["mean"]) for row in rows]
    given = list(zip(rows, means, strict=True))
    done["printed"] = [words.figure(mean, row["n"], row["abstained"], row["enough"]) for row, mean in given]
    done["short"] = [words.figure_short(mean, row["enough"]) for row, mean in given]
    done["counted"] = [words.n_short(row["n"], row["abstained"]) for row in rows]
    done["spread"] = [words.interval(*_bounds(row)) if mean is not None else "" for row, mean in given]
    done["between"] = [words.interval_short(*_bounds(row)) for row in rows]
    done["told"] = [
        words.figure_told(mean, row["n"], row["abstained"], row["enough"], spread)
        for (row, mean), spread in zip(given, done["spread"], strict=True)
    ]
    done["side"] = [_side(mean) for mean in means]
    return done


def ranked(done: pd.DataFrame) -> pd.DataFrame:
    """Those with enough rows first, from the most opposed to the most supportive; below them, unranked, the few and
    then those without a mean."""
    order = done.assign(rank=done["mean"].where(done["enough"]), missing=done["mean"].isna())
    order = order.sort_values(["rank", "missing"], na_position="last", kind="stable")
    return order.drop(columns=["rank", "missing"]).reset_index(drop=True)


def keys_of(frame: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    """One string a row that names it among the figure's rows."""
    return ["|".join(str(value) for value in row) for row in frame[list(columns)].itertuples(index=False)]


def behind(rows: Rows, frame: FrameName, figure: pd.DataFrame, title: str, every: Every = "day") -> Find:
    """From a key of the figure to the rows it counts; the title's {fields} are filled from the figure's row."""
    by_key: dict[str, dict[str, Any]] = {row["key"]: row for row in figure.to_dict("records")}

    def find(key: str) -> Behind:
        row = by_key.get(key)
        if row is None:  # the filters have changed since the mark was drawn
            return Behind(words.EVIDENCE, getattr(rows, frame).head(0))
        return Behind(title.format_map(row), evidence_of(rows, frame, row, every))

    return find


def beside(ids: Iterable[str], names: Iterable[object], limit: int = LABEL) -> list[str]:
    """A short name an id, on one line; where two share a name the second is numbered, for a chart would merge them."""
    given: dict[str, str] = {}
    for identity, name in zip(ids, names, strict=True):
        if identity not in given:
            short = line(name, limit) or words.NO_TITLE
            taken = sum(other == short or other.startswith(f"{short} (") for other in given.values())
            given[identity] = f"{short} ({taken + 1})" if short in given.values() else short
    return [given[identity] for identity in ids]


def _bounds(row: dict[str, Any]) -> tuple[float | None, float | None]:
    return (None, None) if pd.isna(row["low"]) else (float(row["low"]), float(row["high"]))


def _side(mean: float | None) -> str:
    if mean is None or abs(mean) < MIDDLE:
        return "middle"
    return "left" if mean < 0 else "right"

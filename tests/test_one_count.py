"""The number on the screen, the sentences behind it and the lines in the file are made of the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from onrecord.export import rows_to_jsonl, to_csv
from onrecord.store import archive, figures
from onrecord.store.figures import FrameName, evidence_of
from onrecord.store.frames import Filter, Rows, rows
from tests.store.invented import full_report, plain_report


def most_spoken_of(found: Rows) -> str:
    """Of whom the outlets themselves speak most."""
    return str(figures.spoken_of(found)["actor"].iloc[0])


FIGURES: dict[str, tuple[FrameName, Callable[[Rows], pd.DataFrame]]] = {
    "articles by day": ("articles", lambda found: figures.articles_by_day(found, "month")),
    "matrix": ("stances", figures.stance_matrix),
    "stance by issue": ("stances", lambda found: figures.stance_by_issue(found, by_basis=True)),
    "stance over time": ("stances", lambda found: figures.stance_over_time(found, "harbour-talks")),
    "tone by outlet": ("tones", lambda found: figures.tone_by_outlet(found, most_spoken_of(found))),
    "tone over time": ("tones", lambda found: figures.tone_over_time(found, "month")),
    "verbs by outlet": ("quotes", figures.verbs_by_outlet),
    "quoted by outlet": ("quotes", figures.quoted_by_outlet),
}
FILTERS = {
    "all": Filter(),
    "some outlets": Filter(outlets=("Demo Outlet 1", "Demo Wire North")),
    "one actor": Filter(actors=("name:person:person 07",)),
    "an issue": Filter(issue="harbour-talks"),
    "by state": Filter(by_state=True),
    "one state": Filter(by_state=True, actors=("or-state-1",), outlets=("Demo Outlet 1",)),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("one count") / "mine.sqlite"
    archive.save(path, full_report())
    for n in range(0, 120, 10):
        archive.save(path, plain_report(n, outlet=f"Demo Outlet {n // 10 % 3}"))
    return path


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("chosen", FILTERS)
def test_figure_drawer_and_export_agree(filled: Path, chosen: str, figure: str) -> None:
    found = rows(filled, FILTERS[chosen])
    frame, draw = FIGURES[figure]
    table = draw(found)
    assert len(table) > 0
    for row in table.to_dict("records"):
        behind = evidence_of(found, frame, row, "month")
        counted = row["n"] + row.get("abstained", 0)
        assert counted == len(behind) > 0
        if "mean" in row:
            verdict = behind["position" if frame == "stances" else "label"]
            said = behind.loc[verdict != "abstained", "score"]
            assert len(said) == row["n"]
            assert said.mean() == pytest.approx(row["mean"], nan_ok=True)
            assert behind.loc[verdict != "abstained", "article_id"].nunique() == row["n_articles"]
        assert len(list(csv.reader(io.StringIO(to_csv(behind).decode("utf-8-sig"))))) == counted + 1
        assert len([json.loads(line) for line in rows_to_jsonl(behind).split(b"\n") if line]) == counted

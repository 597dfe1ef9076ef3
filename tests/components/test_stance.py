"""The Stance page: issues to choose from, the way back, and what was said beside what was done on a line of time."""

from __future__ import annotations

from pathlib import Path

import pytest

from components import words, words_evidence
from components import words_pages as told
from onrecord.records import Report
from onrecord.store import figures
from onrecord.store.frames import Filter, Rows, rows
from tests.components.invented import IDS
from tests.components.reader import Open, drawn, pick, run, shown, tick


@pytest.fixture
def found(home: Path, corpus: list[Report]) -> Rows:
    return rows(home / "demo.sqlite", Filter())


def test_chosen_issue_is_shown_and_the_way_back_leads_to_all_of_them(found: Rows, open_page: Open) -> None:
    app = open_page("stance")
    app.pills[0].set_value("harbour-dam")
    assert run(app).header[0].value == "Damming the harbour"
    (back,) = [button for button in app.button if button.label == told.BACK_TO_ISSUES]
    back.click()
    assert not run(app).header
    assert told.ALL_ISSUES in shown(app)


def test_each_issue_says_how_many_stances_there_are(found: Rows, open_page: Open) -> None:
    n = int((found.stances["target"] == "harbour-dam").sum())
    assert f"Damming the harbour · {n}" in open_page("stance").pills[0].options


def test_matrix_prints_the_interval_in_each_cell_of_two_articles_or_more(found: Rows, open_page: Open) -> None:
    cells = drawn(open_page("matrix"), 0)
    assert any(cell["between"] for cell in cells)
    assert all(bool(cell["between"]) == (cell["n_articles"] >= 2) for cell in cells)


def test_line_of_time_begins_with_a_pair_of_clear_words_and_acts(found: Rows, open_page: Open) -> None:
    clear = found.stances[found.stances["position"] != "abstained"]
    both = clear.groupby(["holder", "target"])["basis"].agg(set)
    both = both[both.map({"said", "did"}.issubset)]
    pair = open_page("stance").selectbox(key="pair").value
    assert not len(both) or tuple(pair.split("|")) in both.index


def test_marks_of_the_line_of_time_are_all_stances_of_the_pair(found: Rows, open_page: Open) -> None:
    app = open_page("stance", pair="Doran Keel → Damming the harbour")
    marks = drawn(app, 1)
    theirs = found.stances[(found.stances["holder"] == IDS["Doran Keel"]) & (found.stances["target"] == "harbour-dam")]
    assert sum(mark["rows"] for mark in marks) == int(theirs["day"].notna().sum())
    assert {mark["basis"] for mark in marks} == set(theirs["basis"])


def test_mark_of_the_line_of_time_opens_its_sentences(found: Rows, open_page: Open) -> None:
    app = open_page("stance")
    mark = drawn(app, 1)[0]
    app = pick(app, "line of time", mark["key"])
    assert words_evidence.evidence_count("stance", mark["rows"], 1) in shown(app)


def test_what_is_too_unclear_to_call_is_a_mark_of_its_own_and_never_neutral(found: Rows, open_page: Open) -> None:
    unsure = found.stances[(found.stances["position"] == "abstained") & found.stances["day"].notna()]
    pairs = figures.pairs_by_basis(found).set_index(["holder", "target"])
    first = unsure.iloc[0]
    row = pairs.loc[(first["holder"], first["target"])]
    app = open_page("stance", pair=told.pair(row))
    marks = [mark for mark in drawn(app, 1) if mark["position"] == "abstained"]
    assert marks
    assert all(mark["mean"] is None and mark["n"] == 0 and mark["abstained"] == mark["rows"] for mark in marks)
    twin = next(n for n, one in enumerate(app.dataframe) if "position_name" in one.value)
    assert words.NOT_SURE in set(app.dataframe[twin].value["position_name"])


def test_row_of_the_line_of_time_opens_its_sentences(found: Rows, open_page: Open) -> None:
    app = tick(open_page("stance", issue="Damming the harbour"), "line of time table", 0)
    assert words.NO_EVIDENCE not in shown(app)
    assert app.text


@pytest.mark.parametrize(
    ("page", "query", "charts"),
    [("matrix", {}, 1), ("stance", {}, 2), ("stance", {"issue": "Damming the harbour"}, 3), ("overview", {}, 2),
     ("actors", {"who": "Mara Veltin"}, 2)],  # nobody stands towards her, and all are of one basis on the dam
)  # fmt: skip
def test_measured_accuracy_stands_beside_each_chart_of_tone_or_stance(
    page: str, query: dict[str, str], charts: int, corpus: list[Report], open_page: Open
) -> None:
    captions = [caption.value for caption in open_page(page, **query).caption]
    assert sum(caption.startswith(words.MEASURED_HERE) for caption in captions) == charts

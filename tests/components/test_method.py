"""The Method page: it says what is measured and what is not, and its exports hold what the screen counts."""

from __future__ import annotations

import csv
import io
import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from components import measured, method
from components import words_method as told
from components.measured import Figure, load_figures
from onrecord.errors import DataError
from onrecord.knowledge.stance_words import load_issues
from onrecord.records import Report
from onrecord.store.frames import Filter
from onrecord.store.frames import rows as rows_of
from tests.components.reader import Open, run, shown

FIGURE = {
    "stage": "quotes", "set": "Invented articles", "measure": "F1 at overlap 0.8", "value": 71.5,
    "command": "measure quotes", "date": "2022-05-05",
}  # fmt: skip


@pytest.fixture
def figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of figures in the place of the project's own."""
    path = tmp_path / "measured.json"
    monkeypatch.setattr(measured, "FILE", path)
    monkeypatch.setattr(method, "load_figures", lambda: load_figures(path))
    return path


def test_without_figures_every_stage_says_that_it_is_not_measured(figures: Path, open_page: Open) -> None:
    app = open_page("method")
    assert [caption.value for caption in app.caption].count(told.NOT_MEASURED) == len(told.STAGES)


def test_a_figure_stands_under_its_stage_with_set_measure_and_command(figures: Path, open_page: Open) -> None:
    figures.write_text(json.dumps({"figures": [FIGURE, FIGURE | {"stage": "speed"}]}), "utf8")
    app = open_page("method")
    assert [caption.value for caption in app.caption].count(told.NOT_MEASURED) == len(told.STAGES) - 1
    assert app.dataframe[0].value.iloc[0].to_dict() == {key: FIGURE[key] for key in told.MEASURED_HEADINGS}
    assert told.OTHER_STAGES in shown(app)


def test_commands_that_do_not_come_with_the_program_are_told_apart_from_those_that_do(open_page: Open) -> None:
    commands = {figure.command for figure in load_figures()}
    assert {command.partition(" ")[0] for command in commands} == {"measure.py", "python"}
    for command in commands:
        if command.startswith("python -m "):
            assert find_spec(command.split()[2])
    assert "`measure.py` and the texts it reads do not come with this program" in shown(open_page("method"))


def test_method_promises_sentences_only_behind_what_opens_them(open_page: Open) -> None:
    text = shown(open_page("method"))
    assert "every mark of a chart and every row of a table leads to the sentences behind it" in text
    assert "every number" not in told.READING  # the sizes at the top of the Overview and of an actor open nothing


def test_figures_are_read_as_they_stand(figures: Path) -> None:
    figures.write_text(json.dumps({"figures": [FIGURE]}), "utf8")
    assert load_figures(figures) == (Figure(**FIGURE),)  # type: ignore[arg-type]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"figures": [{}]}', '{"figures": [{"stage": 1}]}', "{nope"])
def test_a_malformed_file_of_figures_is_named(content: str, figures: Path) -> None:
    figures.write_text(content, "utf8")
    with pytest.raises(DataError, match=r"measured\.json"):
        load_figures(figures)


def test_the_figures_of_the_project_name_stages_sets_and_commands() -> None:
    for figure in load_figures():
        assert all((figure.stage, figure.set, figure.measure, figure.command, figure.date))


def test_every_issue_is_listed_with_its_sentence(corpus: object, open_page: Open) -> None:
    tables = [frame.value for frame in open_page("method").dataframe]
    (issues,) = [table for table in tables if "statement" in table.columns]
    assert list(issues["id"]) == [issue.id for issue in load_issues()]


def test_the_codebook_explains_every_label_that_pages_show() -> None:
    explained = " ".join(label for _, _, labels in told.CODEBOOK for label, _ in labels)
    for label in (
        "person state organisation group unnamed name office pronoun description metonym demonym direct mixed indirect "
        "asserted denied threatened demanded promised asked declined negative neutral positive supports opposes "
        "said did narrated actual"
    ).split():
        assert label in explained, label


def test_it_says_that_copies_are_not_folded(corpus: object, open_page: Open) -> None:
    assert "Copies are not folded yet" in shown(open_page("method"))


def test_a_hosted_instance_says_what_its_host_may_count(
    corpus: object, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    monkeypatch.setenv("ONRECORD_HOSTED", "1")
    page = shown(open_page("method"))
    assert told.PRIVACY_HOSTED in page
    assert told.PRIVACY_TOLD not in page


def test_at_home_it_says_that_nothing_leaves_the_machine(corpus: object, open_page: Open) -> None:
    assert told.PRIVACY_TOLD in shown(open_page("method"))


def test_versions_count_the_articles_of_each(corpus: list[Report], open_page: Open) -> None:
    tables = [frame.value for frame in open_page("method").dataframe]
    (versions,) = [table for table in tables if "engine" in table.columns]
    assert versions.to_dict("records") == [
        {"engine": "0.1.0", "model": "invented model", "data": "invented data", "n": len(corpus)}
    ]


# One count everywhere: what the page says, what is in the rows, and what is in the file.


@pytest.mark.parametrize("chosen", [Filter(), Filter(outlets=("Demo Wire North",)), Filter(issue="harbour-dam")])
@pytest.mark.parametrize("what", ["quotes", "stances", "tones", "mentions", "articles"])
def test_an_export_has_a_line_for_each_row_of_the_screen(chosen: Filter, what: str, corpus: object, home: Path) -> None:
    rows = rows_of(home / "demo.sqlite", chosen)
    n = len(getattr(rows, what))
    assert n
    assert len(method.exported(rows, home, what, "jsonl").splitlines()) == n
    table = list(csv.reader(io.StringIO(method.exported(rows, home, what, "csv").decode("utf-8-sig"))))
    assert len(table) == n + 1


def test_whole_articles_are_those_under_the_filter(corpus: object, home: Path) -> None:
    path = home / "demo.sqlite"
    rows = rows_of(path, Filter(outlets=("Demo Wire North",)))
    lines = [json.loads(line) for line in method.exported(rows, path, "reports", "jsonl").splitlines()]
    assert [line["article"]["id"] for line in lines] == list(rows.articles["article_id"])
    assert {line["article"]["outlet"] for line in lines} == {"Demo Wire North"}


def test_a_workbook_begins_like_one(corpus: object, home: Path) -> None:
    path = home / "demo.sqlite"
    assert method.exported(rows_of(path, Filter()), path, "quotes", "xlsx").startswith(b"PK")


def test_the_number_beside_the_button_is_that_of_the_filter(corpus: object, home: Path, open_page: Open) -> None:
    n = len(rows_of(home / "demo.sqlite", Filter(outlets=("Demo Wire North",))).quotes)
    assert told.export_size("quotes", n) in shown(open_page("method", outlet=["Demo Wire North"]))


def test_nothing_can_be_exported_of_an_empty_collection(open_page: Open) -> None:
    (button,) = run(open_page("method", collection="Mine")).get("download_button")
    assert button.proto.disabled

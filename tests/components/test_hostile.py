"""Names, titles and outlets that would like to be markdown, HTML or a link stay the characters that they are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from components.plain import line, plain
from onrecord.records import Report
from onrecord.store.archive import save
from tests.components.invented import reports
from tests.components.reader import Open, tick

VECTORS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<iframe srcdoc="<script>alert(1)</script>">',
    "<style>body{display:none}</style>",
    "</mark><script>alert(1)</script>",
    "![](https://tracker.example/x.png)",
    "[text](javascript:alert(1))",
    "https://tracker.example/x and www.tracker.example and a@tracker.example",
    ":red[x] :material/home: :smile: :blue-background[y]",
    "$5bn to $10bn",
    "`code` **bold** _it_ ~~gone~~ # head\n- list\n1. one\n> quote\n| a | b |",
    '=HYPERLINK("https://tracker.example")',
)
LIVE = re.compile(r"(?<!\\)(!\[|\[|\]|\(|<|\$|`|\*|:(?=[a-z])|@|_|~|#|\|)")


@pytest.mark.parametrize("vector", VECTORS)
def test_no_mark_of_markdown_survives_bare(vector: str) -> None:
    assert not LIVE.search(plain(vector))


@pytest.mark.parametrize("vector", VECTORS)
def test_what_is_escaped_reads_as_it_was_written(vector: str) -> None:
    assert re.sub(r"\\(.)", r"\1", plain(vector)).replace("\u2060", "") == line(vector)


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200b", "\x00", "\x1b", "\ud800", "\ufeff"])
def test_marks_that_turn_or_hide_text_are_left_out(mark: str) -> None:
    assert plain(f"ab{mark}cd") == "abcd"


def test_long_name_is_cut() -> None:
    assert len(line("x" * 10_000)) == 300


@pytest.fixture
def hostile(home: Path) -> list[Report]:
    """The invented corpus under names from VECTORS."""
    made = []
    for n, report in enumerate(reports(8)):
        vector = VECTORS[n % len(VECTORS)]
        article = replace(report.article, title=vector, outlet=f"O {vector}", author=vector, url="javascript:alert(1)")
        actors = tuple(
            replace(actor, name=f"{actor.name} {VECTORS[i]}", office=VECTORS[i])
            for i, actor in enumerate(report.actors)
        )
        stances = tuple(
            replace(stance, target_name=VECTORS[8] if stance.target in ("harbour-dam", "talks") else stance.target_name)
            for stance in report.stances
        )
        made.append(replace(report, article=article, actors=actors, stances=stances, cautions=(vector,)))
        save(home / "demo.sqlite", made[-1])
    return made


@pytest.mark.parametrize(
    ("page", "query", "table"),
    [("overview", {}, "newest"), ("overview", {}, "stand table"), ("actors", {}, None),
     ("matrix", {"towards": "Both"}, "matrix table"),
     ("quotes", {}, "quotes"), ("stance", {}, "matrix table")],
)  # fmt: skip
def test_pages_show_hostile_names_as_characters(
    page: str, query: dict[str, str], table: str | None, hostile: list[Report], open_page: Open
) -> None:
    app = open_page(page, **query)
    if table:
        app = tick(app, table, 0)
    for element in (*app.markdown, *app.caption, *app.header, *app.subheader, *app.title, *app.info, *app.warning):
        bare = re.sub(r"\\.", "", str(element.value))
        assert not {mark for mark in ("<", "![", "$", ":red") if mark in bare}, element.value


def test_one_hostile_actor_is_shown_as_characters(hostile: list[Report], open_page: Open) -> None:
    name = open_page("actors").selectbox(key="who").options[0]
    app = open_page("actors", who=name)
    assert app.header
    assert not LIVE.search(app.header[0].value)
    facts = [element.value for element in app.markdown if "Person" in element.value or "State" in element.value]
    assert facts
    assert not LIVE.search(facts[0])


def test_screens_never_write_html_themselves() -> None:
    folder = Path(__file__).parents[2] / "components"
    for path in [*folder.glob("*.py"), folder.parent / "app.py"]:
        source = path.read_text("utf8")
        assert "unsafe_allow" not in source, path.name
        assert "components.v1" not in source, path.name
        assert path.name == "highlight.py" or "st.html(" not in source, path.name

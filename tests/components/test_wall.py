"""HTML is put on a page in one place only, and the engine stays out of the screens' way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "app.py", *sorted((ROOT / "components").glob("*.py"))]
SHEETS = sorted((ROOT / "components").glob("*.css"))
UNSAFE = re.compile(r"unsafe_allow_|st\.html\(|components\.v1|components\.v2|st\.iframe\(|st\.markdown\([^)]*unsafe")
STATE = re.compile(r"session_state")


@pytest.mark.parametrize("source", [one for one in SOURCES if one.name != "highlight.py"], ids=lambda one: one.name)
def test_no_other_file_puts_html_on_a_page(source: Path) -> None:
    assert not UNSAFE.findall(source.read_text("utf8"))


def test_the_one_that_does_never_lets_scripts_in() -> None:
    highlight = (ROOT / "components" / "highlight.py").read_text("utf8")
    assert "st.html(" in highlight
    assert "unsafe_allow_" not in highlight


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.name)
def test_a_style_sheet_asks_nobody_for_anything(sheet: Path) -> None:
    style = sheet.read_text("utf8")
    assert style
    assert not re.search(r"url\(|@import|expression\(|http", style)


@pytest.mark.parametrize("source", [one for one in SOURCES if one.name != "session.py"], ids=lambda one: one.name)
def test_session_state_is_read_and_written_in_one_place(source: Path) -> None:
    text = source.read_text("utf8")
    code = re.sub(r'"""[\s\S]*?"""|#.*', "", text)
    assert not STATE.findall(code)

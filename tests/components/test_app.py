"""The app as a whole: what it imports, and what it says when the engine gives up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from onrecord.records import Report
from tests.components.conftest import APP
from tests.components.reader import Open, shown

OPENED = """
import sys
from pathlib import Path
from components import demo
Path({home!r}, "demo.read.txt").write_text(demo.signature(), "utf8")
from streamlit.testing.v1 import AppTest
app = AppTest.from_file({app!r}, default_timeout=60).run()
assert not app.exception and app.metric[0].value == "14", app
print([name for name in ("spacy", "onnxruntime", "tokenizers", "torch") if name in sys.modules])
"""


def test_looking_at_articles_loads_no_parser_and_no_model(home: Path, corpus: list[Report]) -> None:
    script = OPENED.format(app=str(APP), home=str(home))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=APP.parent, check=True)
    assert done.stdout.strip().endswith("[]")


def test_app_is_short() -> None:
    assert len(APP.read_text("utf8").splitlines()) <= 60


def test_damaged_archive_is_told_in_words(home: Path, open_page: Open) -> None:
    (home / "demo.sqlite").write_bytes(b"this is no archive" * 400)
    assert "demo.sqlite is no archive" in shown(open_page("overview")).replace("\\", "")

"""Own articles that an older version read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from components import words
from onrecord.knowledge.data import fingerprint
from onrecord.records import Provenance
from onrecord.store import archive
from onrecord.version import VERSION
from tests.components.invented import reports
from tests.components.reader import Open, run, shown


def test_articles_of_an_older_version_are_said_and_read_again(home: Path, open_page: Open) -> None:
    for report in reports(2):
        archive.save(home / "mine.sqlite", replace(report, made_by=Provenance("0.0.1", "old", "old")))
    app = open_page("overview", collection="Mine")
    assert words.STALE.format(n="2 articles were") in shown(app)
    (again,) = [button for button in app.button if button.label == words.STALE_AGAIN]
    again.click()
    app = run(app)
    made_by = {(entry.made_by.engine, entry.made_by.data) for entry in archive.articles(home / "mine.sqlite")}
    assert made_by == {(VERSION, fingerprint())}
    assert "older version" not in shown(app)


def test_articles_of_this_version_are_left_alone(home: Path, open_page: Open) -> None:
    (report,) = reports(1)
    archive.save(home / "mine.sqlite", replace(report, made_by=Provenance(VERSION, "any", fingerprint())))
    assert "older version" not in shown(open_page("overview", collection="Mine"))

"""Corrected articles beside the machine's: undone without a trace, made anew with every article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from onrecord.store import archive
from onrecord.store import corrections as c
from onrecord.store.connection import reading
from onrecord.store.correcting import correct, corrections, undo
from onrecord.store.frames import Filter, rows
from onrecord.store.identity import identity
from onrecord.store.search import search
from onrecord.store.shown import TWINNED
from tests.store.corrected_corpus import (
    ASTER,
    CAPTAIN,
    WELTIN,
    actor,
    fill,
    ids,
    person,
    same,
    two_asters,
)
from tests.store.invented import VELTIN, full_report, plain_report


def machines_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the machine found, as it lies in the file."""
    with reading(path) as connection:
        return {table: connection.execute(f"SELECT * FROM main.{table}").fetchall() for table in TWINNED}


ALL = {
    "merge": [c.merge(person(0), person(1))],
    "rename": [c.rename(person(0), "Orla Finch")],
    "drop": [c.drop(person(0))],
    "split": [c.split(person(0), "Person 00", CAPTAIN)],
    "new": [c.new(CAPTAIN, ["harbour", "Person 03"])],
    "all": [
        c.rename(person(0), "Orla Finch"), c.merge(person(2), person(0)), c.drop(person(5)),
        c.split(person(0), "Person 02", CAPTAIN), c.new(replace(CAPTAIN, id="hand:x"), ["villages"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", ALL)
def test_undone_correction_leaves_rows_reports_and_search_as_they_were(filled: Path, kind: str) -> None:
    before, machine = rows(filled, Filter()), machines_rows(filled)
    reports = [archive.report(filled, id_) for id_ in before.articles["article_id"]]
    found_before = search(filled, "person 00").quotes
    for one in ALL[kind]:
        assert correct(filled, one) > 0 or kind == "all"
        assert machines_rows(filled) == machine
    assert not same(rows(filled, Filter()), before)
    for kept in reversed(corrections(filled)):
        undo(filled, kept.number)
    assert same(rows(filled, Filter()), before)
    assert [archive.report(filled, id_) for id_ in before.articles["article_id"]] == reports
    assert machines_rows(filled) == machine
    pd.testing.assert_frame_equal(search(filled, "person 00").quotes, found_before)
    with reading(filled) as connection:
        assert all(connection.execute(f"SELECT count(*) FROM corrected_{t}").fetchone() == (0,) for t in TWINNED)


@pytest.mark.parametrize("kind", ALL)
def test_articles_read_later_are_corrected_as_those_read_before(path: Path, tmp_path: Path, kind: str) -> None:
    later = tmp_path / "later.sqlite"
    fill(path)
    for one in ALL[kind]:
        correct(path, one)
        correct(later, one)
    fill(later)
    assert same(rows(later, Filter()), rows(path, Filter()))
    assert search(later, "orla").quotes.equals(search(path, "orla").quotes)


def test_article_read_again_stays_corrected(filled: Path) -> None:
    correct(filled, c.merge(actor(filled, WELTIN), person(1)))
    archive.save(filled, two_asters())
    assert WELTIN not in ids(rows(filled, Filter()))
    assert [kept.articles for kept in corrections(filled)] == [1]


def test_quote_is_found_by_the_corrected_name_of_its_speaker(filled: Path) -> None:
    assert search(filled, "finch").quotes.empty
    correct(filled, c.rename(person(0), "Orla Finch"))
    found = search(filled, "finch").quotes
    assert set(found["speaker_name"]) >= {"Orla Finch"}
    theirs = rows(filled, Filter()).quotes
    assert len(found) == (theirs[["speaker", "addressee"]] == person(0).id).any(axis=1).sum()


def test_identity_tells_the_names_of_both(filled: Path) -> None:
    correct(filled, c.merge(actor(filled, ASTER), actor(filled, WELTIN)))
    found = identity(filled, WELTIN)
    assert set(found.aliases["alias"]) == {"Aster", "Lenn Aster"}
    assert list(found.offices["office"]) == ["Envoy"]
    assert identity(filled, ASTER).aliases.empty


def test_removed_article_takes_its_corrected_rows_with_it_and_leaves_the_correction(filled: Path) -> None:
    correct(filled, c.merge(actor(filled, WELTIN), person(1)))
    archive.remove(filled, "asters")
    assert [kept.articles for kept in corrections(filled)] == [0]
    archive.clear(filled)
    with reading(filled) as connection:
        tables = [f"corrected_{table}" for table in TWINNED] + ["corrected"]
        assert all(connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,) for table in tables)


def test_every_table_that_names_an_actor_has_a_twin_of_the_same_columns(filled: Path) -> None:
    correct(filled, c.drop(person(0)))
    with reading(filled) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        columns = {t: [row[1] for row in connection.execute(f"PRAGMA main.table_info({t})")] for t in tables}
    naming = {t for t in tables if {"actor", "holder", "about", "wikidata"} & set(columns[t])}
    assert {t for t in naming if not t.startswith("corrected")} == set(TWINNED)
    assert all(columns[t] == columns[f"corrected_{t}"] for t in TWINNED)


def test_actor_of_full_report_survives_every_field(path: Path) -> None:
    archive.save(path, full_report())
    archive.save(path, plain_report(0))
    correct(path, c.merge(actor(path, VELTIN), person(0)))
    report = archive.report(path, "full")
    assert VELTIN not in repr(report)
    expected = repr(full_report().quotes).replace(VELTIN, person(0).id)
    assert repr(report.quotes) == expected

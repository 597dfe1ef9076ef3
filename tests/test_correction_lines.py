"""Corrections out of one archive and into another, as a file and on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.correction_lines import export_lines, import_lines
from onrecord.errors import BadCorrection
from onrecord.records import Actor
from onrecord.store import corrections as c
from onrecord.store.correcting import correct, corrections
from onrecord.store.frames import Filter, rows
from tests.store.corrected_corpus import ASTER, fill, person

ROOT = Path(__file__).resolve().parents[1]
BOARD = Actor("hand:organisation:nets-board", "Nets Board", "organisation", state="or-ostravia")
ASTER_AS_FOUND = Actor(ASTER, "Lenn Aster", "person", state="or-ostravia")
EVERY_KIND = [
    c.merge(person(0), person(1)),
    c.split(ASTER_AS_FOUND, "Captain Aster", Actor("hand:person:x", "Cpt.\u2028“Aster”", "person"), "asters"),
    c.rename(person(2), "Órla Finch"),
    c.drop(person(3)),
    c.new(BOARD, ["The Nets Board", "Nets Board"]),
    c.apart(person(4), person(5)),
]


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    path = tmp_path / "corrected.sqlite"
    fill(path)
    for one in EVERY_KIND:
        correct(path, one)
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.sqlite"
    fill(path)
    return path


def listed(path: Path) -> list[c.Correction]:
    return [kept.correction for kept in corrections(path)]


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", "corrections", *arguments]
    environment = os.environ | {"ONRECORD_HOME": str(home)}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf8",
                          timeout=120, check=False)  # fmt: skip


def test_every_kind_comes_back_as_it_went_out_and_does_the_same(corrected: Path, other: Path) -> None:
    came = import_lines(other, export_lines(corrected))
    assert (came.taken, came.there, came.bad) == (len(EVERY_KIND), 0, ())
    assert listed(other) == listed(corrected)
    assert rows(other, Filter()).mentions.equals(rows(corrected, Filter()).mentions)


def test_same_file_brought_in_twice_changes_nothing_the_second_time(corrected: Path, other: Path) -> None:
    import_lines(other, export_lines(corrected))
    came = import_lines(other, export_lines(corrected))
    assert (came.taken, came.there) == (0, len(EVERY_KIND))
    assert listed(other) == listed(corrected)


def test_a_line_is_one_object_with_the_fields_that_are_told_of(corrected: Path) -> None:
    lines = [json.loads(line) for line in export_lines(corrected).decode().splitlines()]
    assert [line["kind"] for line in lines] == ["merge", "split", "rename", "drop", "new", "apart"]
    merge, split, *_, new, _ = lines
    one = person(0)
    assert merge["actor"] == {"id": one.id, "name": one.name, "kind": "person", "state": one.state}
    assert merge["into"]["id"] == person(1).id
    assert (split["aliases"], split["article"]) == (["Captain Aster"], "asters")
    assert new["aliases"] == ["The Nets Board", "Nets Board"]


def test_line_by_hand_needs_no_time(other: Path) -> None:
    line = b'{"kind": "drop", "actor": {"id": "name:person:person 00", "name": "Person 00", "kind": "person"}}'
    assert import_lines(other, b"\xef\xbb\xbf" + line).taken == 1
    assert person(0).id not in set(rows(other, Filter()).mentions["actor"])


ACTOR = {"id": "a", "name": "A", "kind": "person"}
WRONG: dict[str, tuple[Any, str]] = {
    "no JSON": ("{not json", "is not JSON: Expecting property name"),
    "no object": ([1], "not a JSON object"),
    "no kind": ({}, "kind is one of merge, split, rename, drop, new, apart"),
    "unknown kind": ({"kind": "delete", "actor": ACTOR}, "kind is one of merge"),
    "kind that cannot be looked up": ({"kind": [], "actor": ACTOR}, "kind is one of merge"),
    "no actor": ({"kind": "drop"}, "actor is an object with id, name and kind"),
    "actor without a name": (
        {"kind": "drop", "actor": {"id": "a", "kind": "person"}},
        "needs an id, a name and a kind",
    ),
    "actor of no kind": ({"kind": "drop", "actor": ACTOR | {"kind": "army"}}, "kind of actor is one of person"),
    "state that is none": ({"kind": "drop", "actor": ACTOR | {"state": 3}}, "wikidata and state of actor are ids"),
    "long id": ({"kind": "drop", "actor": ACTOR | {"id": "x" * 501}}, "longer than 500 characters"),
    "merge into nobody": ({"kind": "merge", "actor": ACTOR}, "which other actor"),
    "merge into itself": ({"kind": "merge", "actor": ACTOR, "into": ACTOR}, "A and A are one actor already"),
    "merge into a place": ({"kind": "merge", "actor": ACTOR, "into": ACTOR | {"kind": "place"}}, "does not act"),
    "rename into another": (
        {"kind": "rename", "actor": ACTOR, "into": ACTOR | {"id": "b"}},
        "a rename gives another name to one actor, and a and b are two",
    ),
    "merge in one article": (
        {"kind": "merge", "actor": ACTOR, "into": ACTOR | {"id": "b"}, "article": "asters"},
        "a correction of kind merge cannot be meant for one article alone",
    ),
    "split without a name": ({"kind": "split", "actor": ACTOR, "into": ACTOR | {"id": "b"}}, "which names it means"),
    "aliases that are none": ({"kind": "new", "actor": ACTOR, "aliases": "A"}, "aliases is a list of names"),
    "article that is none": ({"kind": "drop", "actor": ACTOR, "article": 7}, "article is the id of an article"),
    "no time": ({"kind": "drop", "actor": ACTOR, "made": "yesterday"}, "made is a time such as"),
    "time before the calendar": (
        {"kind": "drop", "actor": ACTOR, "made": "0001-01-01T00:00:00+14:00"},
        "made is a time such as",
    ),
    "long line": ("x" * 10_000_000, "is longer than 2,000,000 bytes"),
    "binary": ("\x00\x01\x02\x7f", "is not JSON"),
    "nested": ("[" * 100_000, "nested too deeply"),
    "long number": ("9" * 5_000, "thousands of digits"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_bad_line_is_named_with_its_number_and_reason_and_stops_no_other(other: Path, wrong: str) -> None:
    line, why = WRONG[wrong]
    good = [json.dumps(c.as_record(one)) for one in EVERY_KIND[:2]]
    came = import_lines(
        other, "\n".join([good[0], "", line if isinstance(line, str) else json.dumps(line), good[1]]).encode()
    )
    ((number, said),) = came.bad
    assert number == 3
    assert why in said
    assert listed(other) == EVERY_KIND[:2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_file_of_another_system_is_read_and_a_line_that_stands_twice_taken_once(other: Path, encoding: str) -> None:
    lines = [json.dumps(c.as_record(one)) for one in (*EVERY_KIND, *EVERY_KIND[:2])]
    came = import_lines(other, "\r\n".join([*lines, "", ""]).encode(encoding))
    assert (came.taken, came.there, came.bad) == (len(EVERY_KIND), 2, ())
    assert listed(other) == EVERY_KIND


def test_file_of_millions_of_lines_is_refused_whole(other: Path) -> None:
    line = json.dumps(c.as_record(c.drop(person(0)))).encode()
    with pytest.raises(BadCorrection, match="more than 20,000 lines"):
        import_lines(other, line + b"\n{}" * 3_000_000)
    assert listed(other) == []


def test_time_of_any_zone_is_told_in_utc(other: Path) -> None:
    line = c.as_record(c.drop(person(0))) | {"made": "2022-02-03T23:30:00-05:00"}
    import_lines(other, json.dumps(line).encode())
    assert [one.made.isoformat() for one in listed(other)] == ["2022-02-04T04:30:00+00:00"]


def test_line_that_is_not_utf8_is_refused(other: Path) -> None:
    assert import_lines(other, b'{"kind": "\xff"}').bad == ((1, "is not UTF-8"),)


def test_command_line_exports_and_imports_and_tells_of_bad_lines(corrected: Path, other: Path, tmp_path: Path) -> None:
    file = tmp_path / "corrections.jsonl"
    assert run(tmp_path, "export", "--store", str(corrected), "--out", str(file)).returncode == 0
    assert file.read_bytes() == export_lines(corrected)
    file.write_bytes(b"{}\n" + file.read_bytes())
    done = run(tmp_path, "import", str(file), "--store", str(other))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "line 1: kind is one of merge, split, rename, drop, new, apart", "6 taken in, 0 there already, 1 refused",
    ]  # fmt: skip
    assert listed(other) == listed(corrected)


def test_command_line_takes_ones_own_collection_unless_told_otherwise(corrected: Path, tmp_path: Path) -> None:
    file = tmp_path / "corrections.jsonl"
    file.write_bytes(export_lines(corrected))
    assert run(tmp_path, "import", str(file)).returncode == 0
    assert listed(tmp_path / "mine.sqlite") == listed(corrected)
    assert run(tmp_path, "export").stdout.encode() == export_lines(corrected)


def test_command_line_says_which_file_is_not_there(tmp_path: Path) -> None:
    missing = str(tmp_path / "none")
    for arguments in (
        ("import", missing),
        ("export", "--store", missing),
        ("import", str(ROOT / "README.md"), "--store", missing),
    ):
        done = run(tmp_path, *arguments)
        assert done.returncode == 2
        assert missing in done.stderr

"""Where the collections lie; a hosted demo is read-only and one visitor never sees another's articles."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import ArchiveFull, ReadOnlyArchive
from onrecord.store import archive
from onrecord.store.places import DEFAULT_HOME, Places, end_session, home, hosted, local_places, session_places
from onrecord.store.search import search
from tests.store.invented import full_report, plain_report

ROOT = Path(__file__).parents[2]


@pytest.fixture
def as_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_HOSTED", "1")


def test_home_is_the_folder_that_the_environment_names_and_is_made(tmp_path: Path) -> None:
    assert home() == tmp_path / "home"
    assert home().is_dir()
    assert local_places() == Places(home() / "demo.sqlite", home() / "mine.sqlite", hosted=False)


def test_home_without_a_name_is_in_the_checkout_and_git_does_not_see_it() -> None:
    assert DEFAULT_HOME == ROOT / ".onrecord"
    assert ".onrecord/" in (ROOT / ".gitignore").read_text().splitlines()


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("", False), ("0", False), (" ", False)])
def test_hosting_is_switched_on_by_the_environment(value: str, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_HOSTED", value)
    assert hosted() is expected


@pytest.mark.usefixtures("as_host")
def test_two_visitors_never_see_each_others_articles() -> None:
    one, other = session_places(), session_places()
    archive.save(one.mine, full_report())
    archive.save(other.mine, plain_report(1))
    assert [entry.id for entry in archive.articles(one.mine)] == ["full"]
    assert [entry.id for entry in archive.articles(other.mine)] == ["plain-1"]
    assert search(other.mine, "harbour Karsovia").articles.empty
    assert one.demo == other.demo
    assert archive.count(one.demo) == 0
    assert one.mine.parent.stat().st_mode & 0o077 == 0
    end_session(one)
    assert not one.mine.parent.exists()
    assert archive.count(other.mine) == 1
    end_session(other)


def test_ending_a_session_at_home_removes_nothing() -> None:
    places = local_places()
    archive.save(places.mine, full_report())
    end_session(places)
    end_session(Places(places.demo, places.mine, hosted=True))
    assert archive.count(places.mine) == 1


def test_a_visitors_folder_goes_when_the_process_ends(tmp_path: Path) -> None:
    script = "from onrecord.store.places import session_places; print(session_places().mine.parent)"
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip()
    assert not Path(told.stdout.strip()).exists()


@pytest.mark.usefixtures("as_host")
def test_the_demo_of_a_host_is_made_beside_and_then_only_read() -> None:
    places = session_places()
    for report in (full_report(), plain_report(1)):
        archive.save(places.workshop, report)
    assert archive.count(places.demo) == 0
    archive.publish_demo(places)
    assert archive.report(places.demo, "full") == full_report()
    assert not places.workshop.exists()
    for change in (
        lambda: archive.save(places.demo, plain_report(2)),
        lambda: archive.remove(places.demo, "full"),
        lambda: archive.clear(places.demo),
    ):
        with pytest.raises(ReadOnlyArchive):
            change()
    assert archive.count(places.demo) == 2
    end_session(places)


@pytest.mark.usefixtures("as_host")
def test_a_half_made_demo_never_takes_the_place_of_a_whole_one() -> None:
    places = session_places()
    for n in range(3):
        archive.save(places.workshop, plain_report(n))
    archive.publish_demo(places)
    archive.publish_demo(places)
    archive.save(places.workshop, plain_report(7))
    archive.publish_demo(places)
    assert archive.count(places.demo) == 3
    end_session(places)


def test_at_home_the_demo_is_its_own_workshop() -> None:
    places = local_places()
    archive.save(places.workshop, full_report())
    archive.publish_demo(places)
    assert archive.count(places.demo) == 1
    archive.save(places.demo, plain_report(1))
    assert archive.count(places.demo) == 2


@pytest.mark.usefixtures("as_host")
def test_a_visitor_may_keep_so_many_articles_and_replace_or_remove_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "ARCHIVE_ARTICLES_HOSTED", 3)
    places = session_places()
    for n in range(3):
        archive.save(places.mine, plain_report(n, sentences=2))
    with pytest.raises(ArchiveFull, match="3 articles"):
        archive.save(places.mine, plain_report(3, sentences=2))
    archive.save(places.mine, plain_report(2, sentences=3))
    archive.remove(places.mine, "plain-0")
    archive.save(places.mine, plain_report(3, sentences=2))
    assert [entry.id for entry in archive.articles(places.mine)] == ["plain-1", "plain-2", "plain-3"]
    for n in range(4):
        archive.save(places.workshop, plain_report(n, sentences=2))
    end_session(places)

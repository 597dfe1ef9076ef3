"""Where the collections lie: two files on one's own machine, or the shared demo and a visitor's own folder."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

DEFAULT_HOME = Path(__file__).parents[2] / ".onrecord"
SESSION_FOLDER = "onrecord-visitor-"

_sessions: set[Path] = set()


@dataclass(frozen=True, slots=True)
class Places:
    """The file of each collection. A hosted demo is analysed into `workshop` and then published as `demo`;
    at home the two are one file."""

    demo: Path
    mine: Path
    hosted: bool = False

    @property
    def workshop(self) -> Path:
        """The file that the demo corpus is analysed into."""
        return _workshop(self.demo) if self.hosted else self.demo


def home() -> Path:
    """The folder that ONRECORD_HOME names, else `.onrecord` in the checkout; made if it is not there."""
    named = os.environ.get("ONRECORD_HOME", "").strip()
    folder = Path(named).expanduser() if named else DEFAULT_HOME
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def hosted() -> bool:
    """Whether this instance serves visitors (ONRECORD_HOSTED=1)."""
    return os.environ.get("ONRECORD_HOSTED", "").strip() not in ("", "0")


def local_places() -> Places:
    """Both collections under one's own home."""
    return Places(home() / "demo.sqlite", home() / "mine.sqlite")


def session_places() -> Places:
    """The shared demo, and a fresh folder of the visitor's own, which nobody else is told of.

    Call `end_session` when the visitor goes; what is left is removed when the process ends.
    """
    folder = Path(tempfile.mkdtemp(prefix=SESSION_FOLDER))
    _sessions.add(folder)
    return Places(home() / "demo.sqlite", folder / "mine.sqlite", hosted=True)


def end_session(places: Places) -> None:
    """Remove a visitor's folder and all that is in it; the collections of one's own home are left alone."""
    folder = places.mine.parent
    if places.hosted and folder in _sessions:
        _sessions.discard(folder)
        shutil.rmtree(folder, ignore_errors=True)


def read_only(path: Path) -> bool:
    """Whether the file may be read but not changed: the demo of a hosted instance."""
    return hosted() and path.resolve() == (home() / "demo.sqlite").resolve()


def limited(path: Path) -> bool:
    """Whether the file is a visitor's, who may keep ARCHIVE_ARTICLES_HOSTED articles."""
    return hosted() and path.resolve() != _workshop(home() / "demo.sqlite").resolve()


def _workshop(demo: Path) -> Path:
    return demo.with_name("demo.workshop.sqlite")


@atexit.register
def _end_all() -> None:
    while _sessions:
        shutil.rmtree(_sessions.pop(), ignore_errors=True)

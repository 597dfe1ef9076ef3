from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.corrected_corpus import fill


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the archives of whoever runs it."""
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ONRECORD_HOSTED", raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where an archive will be."""
    return tmp_path / "mine.sqlite"


@pytest.fixture
def filled(path: Path) -> Path:
    """An archive with the articles to correct."""
    fill(path)
    return path

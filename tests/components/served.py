"""The app as a visitor meets it: a server of its own, and a real Chromium that notes whom the page asks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
SECONDS = 90  # until the server answers, on a busy machine
MILLISECONDS = 60_000  # until the page shows what it should

needs_chromium = pytest.mark.skipif(
    not CHROMIUM.exists(), reason=f"{CHROMIUM} is not installed: apt-get install chromium"
)


@contextmanager
def server(home: Path, **environment: str) -> Iterator[str]:
    """The address of the app, served from this home until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.fileWatcherType", "none"]
    command += ["--browser.gatherUsageStats", "false"]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=log, stderr=log, env=os.environ | {"ONRECORD_HOME": str(home)} | environment
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.read() == b"ok":
                    return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise AssertionError(f"the server did not answer in {SECONDS} s")


@dataclass
class Visit:
    """A browser window on the app; `asked` lists every host that its pages asked, `dialogs` what popped up."""

    address: str
    page: Any
    asked: set[str] = field(default_factory=set)
    dialogs: list[str] = field(default_factory=list)

    def open(self, name: str, **query: str | list[str]) -> None:
        """Open a page and wait until it has been drawn."""
        self.page.goto(f"{self.address}/{name}?{urlencode(query, doseq=True)}")
        self.settled()

    def settled(self) -> None:
        """Wait until the app has stopped running."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=MILLISECONDS)

    def strangers(self) -> set[str]:
        """The hosts asked that are not the app's own."""
        return self.asked - {urlsplit(self.address).netloc}


@contextmanager
def visit(address: str, **context: object) -> Iterator[Visit]:
    """A fresh Chromium on the app."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS.split())
        try:
            page = browser.new_context(viewport={"width": 1400, "height": 900}, **context).new_page()  # type: ignore[arg-type]
            visiting = Visit(address, page)
            page.on("request", lambda request: _note(visiting, request.url))
            page.on("dialog", lambda dialog: (visiting.dialogs.append(dialog.message), dialog.dismiss()))
            yield visiting
        finally:
            browser.close()


def _note(visiting: Visit, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("data", "blob"):
        visiting.asked.add(parts.netloc)

"""The picture in the README: starts the app, waits for the demo, and takes docs/overview.png.

make screenshot      (needs Debian's chromium at /usr/bin/chromium)
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PORT = 8599
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def wait_for_server(address: str, seconds: float = 60) -> None:
    """Return when the health page answers ok; raise TimeoutError when it does not in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(f"{address} did not start within {seconds:.0f} s")


def main() -> None:
    """Serve, look, save."""
    address = f"http://127.0.0.1:{PORT}"
    with tempfile.TemporaryDirectory() as home:
        command = [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            "app.py",
            "--server.port",
            str(PORT),
            "--server.headless",
            "true",
        ]
        server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "ONRECORD_HOME": home})
        try:
            wait_for_server(address)
            with sync_playwright() as driver:
                browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
                page = browser.new_page(viewport={"width": 1400, "height": 1000})
                page.goto(address)
                page.get_by_text("Who is talked about").wait_for(timeout=180_000)
                page.locator("[data-testid=stVegaLiteChart] svg").nth(2).wait_for(timeout=60_000)
                page.wait_for_timeout(1_000)  # the charts' last frame
                (ROOT / "docs").mkdir(exist_ok=True)
                page.screenshot(path=str(ROOT / "docs" / "overview.png"))
                browser.close()
        finally:
            server.terminate()
            server.wait(10)


if __name__ == "__main__":
    main()

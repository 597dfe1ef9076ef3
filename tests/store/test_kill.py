"""A process that is killed in the middle of a batch leaves each article whole or absent, and the batch goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from onrecord.store import archive
from tests.store.invented import plain_report

BATCH = 60
WHOLE_BEFORE_THE_KILL = 5

SAVE_ALL = """
import sys
from pathlib import Path
from onrecord.store import archive
from tests.store.invented import MADE_BY, plain_report
path = Path(sys.argv[1])
for n in range(int(sys.argv[2])):
    if not archive.known(path, f"plain-{n}", MADE_BY):
        archive.save(path, plain_report(n))
        print(n, flush=True)
"""

STOP_INSIDE_A_SAVE = """
import sys, time
from pathlib import Path
from onrecord.store.connection import writing
from onrecord.store.writing import write_report
from tests.store.invented import full_report
with writing(Path(sys.argv[1])) as connection:
    write_report(connection, full_report("plain-0"))
    print("all rows written, nothing committed", flush=True)
    time.sleep(60)
"""


def batch(path: Path) -> subprocess.Popen[str]:
    return child(SAVE_ALL, str(path), str(BATCH))


def child(script: str, *arguments: str) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    return subprocess.Popen([sys.executable, "-c", script, *arguments], cwd=root, stdout=subprocess.PIPE, text=True)


def test_a_killed_batch_loses_no_saved_article_keeps_no_half_one_and_resumes(path: Path) -> None:
    with batch(path) as process:
        assert process.stdout is not None
        for _ in range(WHOLE_BEFORE_THE_KILL):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        told = WHOLE_BEFORE_THE_KILL + len(process.stdout.read().splitlines())
    assert process.returncode == -signal.SIGKILL
    saved = {entry.id for entry in archive.articles(path)}
    assert told <= len(saved) < BATCH
    assert all(archive.report(path, f"plain-{n}") == plain_report(n) for n in range(len(saved)))

    with batch(path) as process:
        assert process.stdout is not None
        again = process.stdout.read().split()
    assert again == [str(n) for n in range(len(saved), BATCH)]
    assert archive.count(path) == BATCH
    assert archive.report(path, f"plain-{BATCH - 1}") == plain_report(BATCH - 1)


def test_a_save_that_is_killed_before_its_end_leaves_what_was_there(path: Path) -> None:
    archive.save(path, plain_report(0))
    with child(STOP_INSIDE_A_SAVE, str(path)) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert archive.report(path, "plain-0") == plain_report(0)
    archive.save(path, plain_report(1))
    assert archive.count(path) == 2

"""The demo corpus: read on first start with a bar on the page, taken up where it stopped, and its state."""

from __future__ import annotations

import hashlib
import threading
import time
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import words
from components.plain import plain
from components.session import DEMO, current, places
from onrecord.errors import OnRecordError
from onrecord.knowledge.data import DATA, fingerprint
from onrecord.records import Article, Refusal
from onrecord.store import archive
from onrecord.version import VERSION

FOLDER = DATA / "articles"
SECONDS_BETWEEN_LOOKS = 0.5  # how often a window that waits for another one looks how far it is
_reading = threading.Lock()  # one window of the process reads; the others watch


def prepare(collection: str) -> None:
    """Read what of the demo has not been read yet, unless the visitor has stopped it; then draw the page anew."""
    if collection != DEMO or current().demo_stopped or _complete() or not _files():
        return
    st.empty()  # stands where the page does, and so clears what it showed before
    st.title(words.NAME)
    st.caption(words.TAGLINE)
    bar = st.progress(0.0, words.DEMO_LOADING)
    if not places().hosted:
        st.button(words.DEMO_STOP, on_click=_stop, args=(True,), icon=":material/stop_circle:")
    if _reading.acquire(blocking=False):
        try:
            _read_all(bar)
        except OnRecordError as error:
            current().demo_trouble, current().demo_stopped = str(error), True
        finally:
            _reading.release()
    else:
        _watch(bar)
    st.rerun()


def notice(collection: str) -> None:
    """Say that these are demo articles, how many of them have been read, and which could not be."""
    if collection != DEMO:
        return
    if not _files() and not archive.count(places().demo):
        st.warning(words.DEMO_MISSING)
        return
    st.info(words.DEMO_NOTICE, icon=":material/info:")
    if current().demo_trouble:
        st.error(f"{words.DEMO_TROUBLE} {plain(current().demo_trouble)}")
    if current().demo_stopped and not _complete():
        done, total = archive.count(places().demo), len(_files())
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(words.DEMO_PART.format(done=done, total=total))
            st.button(words.DEMO_GO_ON, on_click=_stop, args=(False,), icon=":material/play_circle:")
    refused = _refused()
    if refused:
        st.warning(words.DEMO_REFUSED.format(n=len(refused)) + "".join(f"\n- {plain(one)}" for one in refused))


def _read_all(bar: DeltaGenerator) -> None:
    # Imported here: the parser takes two seconds and 250 MB, and a corpus that has been read needs neither.
    from onrecord.knowledge.tools import load_tools
    from onrecord.pipeline import analyse_many

    tools, path = load_tools(), places().workshop
    articles, refused = _articles()
    _drop_others(path, {article.id for article in articles})
    left = [article for article in articles if not archive.known(path, article.id, tools.made_by)]
    done = len(articles) - len(left)
    for found in analyse_many(left, tools):
        bar.progress(done / len(articles), words.DEMO_READING.format(done=done, total=len(articles)))
        if isinstance(found, Refusal):
            refused.append(found)
        else:
            archive.save(path, found)
            done += 1
    archive.publish_demo(places())
    _record().write_text("\n".join([signature(), *(f"{one.name}: {one.reason}" for one in refused)]), "utf8")


def _watch(bar: DeltaGenerator) -> None:
    total = len(_files())
    while _reading.locked():
        done = min(archive.count(places().workshop), total)
        bar.progress(done / total, words.DEMO_ELSEWHERE.format(done=done, total=total))
        time.sleep(SECONDS_BETWEEN_LOOKS)


def _stop(stopped: bool) -> None:
    current().demo_stopped, current().demo_trouble = stopped, ""


def _articles() -> tuple[list[Article], list[Refusal]]:
    from onrecord.intake import read_path
    from onrecord.knowledge.textwords import load_text_words

    found = list(read_path(FOLDER, words=load_text_words()))
    return [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Refusal)]


def _drop_others(path: Path, wanted: set[str]) -> None:
    """Take out what an earlier version of the corpus had."""
    for entry in archive.articles(path):
        if entry.id not in wanted:
            archive.remove(path, entry.id)


def _complete() -> bool:
    return _recorded()[:1] == [signature()]


def _refused() -> list[str]:
    return _recorded()[1:]


def _recorded() -> list[str]:
    record = _record()
    return record.read_text("utf8").splitlines() if record.exists() else []


def _record() -> Path:
    """The note beside the archive that says what the demo was last read with, and what could not be read."""
    return places().demo.with_name("demo.read.txt")


def signature() -> str:
    """Changes with the engine, its word lists, its models and the articles, and is cheap enough for every page."""
    digest = hashlib.sha256(f"{VERSION} {fingerprint()}".encode())
    for path in [*_files(), *sorted((DATA / "models").rglob("*"))]:
        state = path.stat()
        digest.update(f"{path.name} {state.st_size} {state.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def _files() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))

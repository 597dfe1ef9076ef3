"""A time limit for work that may never end: a fault in a pattern or a loop must not hang a server."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.errors import AnalysisTooLong


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise AnalysisTooLong in this thread when the block runs longer.

    It works in any thread, which a signal does not; it takes effect at the next step of Python code, so that one long
    call into C is waited for.
    """
    thread = ctypes.c_ulong(threading.get_ident())
    guard = threading.Lock()
    over = False

    def interrupt() -> None:
        with guard:
            if not over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(AnalysisTooLong))

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with guard:
            over = True
        timer.cancel()

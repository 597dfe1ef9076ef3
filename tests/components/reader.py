"""What a reader does with the app, under AppTest: open a page, tick a row, click a mark, read what is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from components import session

Open = Callable[..., AppTest]


def run(app: AppTest) -> AppTest:
    """Run once more; no exception may reach the page."""
    app.run()
    assert not app.exception, [(one.message, one.stack_trace) for one in app.exception]
    return app


def turn(app: AppTest, page: str) -> None:
    """Have another page opened by the next run. The pages are callables, so AppTest has no path to switch to."""
    app._page_hash = calc_hash(page)


def tick(app: AppTest, key: str, row: int) -> AppTest:
    """Tick a row of a table: one of the drawer's, or one that is drawn anew after each drawer."""
    anew = f"{key} {app.session_state[session.KEY].drawers}"
    name = anew if anew in app.session_state else key
    app.session_state[name] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return run(app)


def pick(app: AppTest, key: str, mark: str) -> AppTest:
    """Click the mark of a chart that carries this key."""
    app.session_state[f"{key} {app.session_state[session.KEY].turns[key]}"] = {"selection": {"pick": [{"key": mark}]}}
    return run(app)


def drawn(app: AppTest, nth: int) -> list[dict[str, Any]]:
    """The rows that a chart of the page is drawn from: the largest of its tables."""
    tables = [
        pyarrow.ipc.open_stream(table.data.data).read_pandas()
        for table in app.get("vega_lite_chart")[nth].proto.datasets
    ]
    rows = max(tables, key=len).astype(object)
    return rows.where(rows.notna(), None).to_dict("records")


def shown(app: AppTest) -> str:
    """All text on the page, the drawer's included."""
    kinds = (
        app.title,
        app.header,
        app.subheader,
        app.markdown,
        app.caption,
        app.text,
        app.info,
        app.warning,
        app.error,
    )
    return "\n".join(str(element.value) for elements in kinds for element in elements)

"""What a reader of the archive is shown: corrected articles as corrected, all others as the machine found them."""

from __future__ import annotations

import sqlite3

# Every table that names an actor has a twin for the rows of corrected articles, column for column (0002_corrections).
TWINNED = ("actors", "reasons", "mentions", "quotes", "parties", "tones", "stances")


def show_corrected(connection: sqlite3.Connection) -> None:
    """Have every query of this connection see corrected articles as corrected, whatever it asks.

    A temporary view hides the table of its name, so nothing that reads can miss a correction; the machine's own rows
    are still there as `main.mentions`. Without corrections there is nothing to hide, and nothing is slower.
    """
    if connection.execute("SELECT 1 FROM corrected LIMIT 1").fetchone() is None:
        return
    connection.execute("PRAGMA temp_store = MEMORY")  # the folder for temporary files may be closed to us
    for table in TWINNED:
        connection.execute(
            f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table}"  # noqa: S608  # names of ours alone
            " WHERE article NOT IN (SELECT article FROM main.corrected)"
            f" UNION ALL SELECT * FROM main.corrected_{table}"
        )

"""The issues as sentences: what one holds who supports each (data/issues.yaml)."""

from __future__ import annotations

from functools import cache

from onrecord.knowledge.data import read_yaml


@cache
def statements() -> dict[str, str]:
    """The statement of each issue, by id. Raises DataError."""
    return {str(issue["id"]): str(issue["statement"]) for issue in read_yaml("issues.yaml")}

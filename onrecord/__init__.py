"""On Record: who said what, to whom, about whom, and where they stand.

>>> from onrecord.knowledge.tools import load_tools
>>> report = analyse(Article(id="1", title="", text="…"), load_tools())
"""

from typing import TYPE_CHECKING, Any

from onrecord.records import Article, Report

if TYPE_CHECKING:
    from onrecord.pipeline import analyse

__all__ = ["Article", "Report", "analyse"]


def __getattr__(name: str) -> Any:
    if name == "analyse":  # imported when asked for: it brings spaCy, and a screen must not wait for that
        from onrecord.pipeline import analyse

        return analyse
    raise AttributeError(name)

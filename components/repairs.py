"""Repairs taken back: the article as it would be without some of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from onrecord.records import Article, Edit
from onrecord.text.edits import undo


def without(article: Article, undone: Collection[int]) -> Article:
    """The article with the edits of these positions undone in its text, and the others moved to where they now stand.

    It keeps its id, so that saving its new report replaces the old one; when it was written is to be found anew.
    """
    taken_back = [edit for nth, edit in enumerate(article.edits) if nth in undone]
    kept: list[Edit] = []
    moved = 0
    for nth, edit in enumerate(article.edits):
        if nth in undone:
            moved += len(edit.source) - (edit.end - edit.start)
        else:
            kept.append(replace(edit, start=edit.start + moved, end=edit.end + moved))
    return replace(article, text=undo(article.text, taken_back), edits=tuple(kept), written=None)

"""Plain text, and markdown with front matter: a block of `key: value` between two lines of three dashes."""

from __future__ import annotations

import re

import yaml

from onrecord import limits
from onrecord.intake.articles import Raw
from onrecord.records import Refusal

KEYS = ("title", "published", "outlet", "author", "url", "language")
FENCE = re.compile(r"\A---[ \t]*\r?\n")
CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
FIRST_KEY = re.compile(r"\A\s*(?:#[^\n]*\n\s*)*[A-Za-z][\w -]{0,60}:(?:\s|\Z)")


def read_front_matter(name: str, text: str) -> Raw | Refusal:
    """The text and what its front matter states of KEYS; other keys are passed over.

    Every value is read as characters: nothing is built from the file, and a wrong date spoils nothing else.
    """
    opening = FENCE.match(text)
    block = text[opening.end() : opening.end() + limits.FRONT_MATTER_CHARACTERS] if opening else ""
    closing = CLOSING.search(block)
    if not opening or not closing or not FIRST_KEY.match(block):
        return Raw(name, text, origin=name)
    try:
        stated = yaml.load(block[: closing.start()], Loader=yaml.BaseLoader)  # noqa: S506 - it makes only str, list and dict
    except (yaml.YAMLError, RecursionError) as error:
        return Refusal(name, "has front matter that cannot be read", _place(error))
    if not isinstance(stated, dict):
        return Raw(name, text, origin=name)
    fields = {key: value for key in KEYS if isinstance(value := stated.get(key), str)}
    return Raw(name, text[opening.end() + closing.end() :], origin=name, **fields)


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 2}" if mark else "one of its lines"  # counted from the fence, which is line 1
    return f"Mend {where}, or take the front matter out: a value with a colon in it wants quotation marks."

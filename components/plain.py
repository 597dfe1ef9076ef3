"""Text from outside, made harmless for the places that read markdown.

Article text itself never goes through markdown: screens use `st.text` and tables for it. Titles, names and outlets
have to stand in captions, headings and labels, and come through here first.
"""

from __future__ import annotations

import re
import unicodedata

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&=^\"'@/])")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_ADDRESS = re.compile(r"(?i)\b[a-z]+(?=://)|\bwww(?=\.)|@")
_WORD_JOINER = "\u2060"  # unseen; stops the renderer from making a link of what looks like an address


def line(text: object, limit: int = 300) -> str:
    """The text on one line, without controls or marks that turn the reading direction, cut at `limit`."""
    kept = (" " if character.isspace() else character for character in str(text) if _shown(character))
    joined = " ".join("".join(kept).split())
    return joined if len(joined) <= limit else joined[: limit - 1].rstrip() + "…"


def plain(text: object, limit: int = 300) -> str:
    """The text as markdown that shows exactly these characters: no link, colour, formula, image or emphasis."""
    guarded = _ADDRESS.sub(lambda hit: hit[0] + _WORD_JOINER, line(text, limit))
    return _MARKDOWN.sub(r"\\\1", guarded)


def _shown(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in _INVISIBLE

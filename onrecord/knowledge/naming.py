"""Names as keys: foldings that keep the length, and a key under which the spellings of one name are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

WORD = re.compile(r"\n|[^\W_]+|[^\w\s]")


@cache
def _folding() -> dict[int, str]:
    """One character for one, so that offsets stay: é -> e, ’ -> ', ł -> l."""
    table = {ord(mark): "'" for mark in "’‘ʼʹ`´′"} | {ord(mark): "-" for mark in "‐‑–—−"}
    table |= {ord(a): b for a, b in zip("øØłŁđĐıðÐŋħ", "oOlLdDidDnh", strict=True)}
    for code in range(0xC0, 0x250):
        plain = unicodedata.normalize("NFD", chr(code))[0]
        if plain.isascii() and plain.isalpha():
            table.setdefault(code, plain)
    return table


def fold(text: str) -> str:
    """The text without diacritics and with plain apostrophes and hyphens, as long as before."""
    return text.translate(_folding())


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Folded words, marks and line breaks with their offsets."""
    return [(match.group(), match.start(), match.end()) for match in WORD.finditer(fold(text))]


@cache
def name_key(name: str) -> str:
    """The name folded for an id or a comparison: lower case, no marks, no leading article."""
    words = [word.lower() for word, _, _ in words_of(name) if word.isalnum()]
    return "-".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


# Transliterations of one Slavic name differ in these (Zelensky, Zelenskyy, Zelenskij; Kuleba; Sergei, Sergey;
# Lukashenko, Lukashenka stay two: a last letter may be a gender).
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|sch|tsch|sh|sz|š", "s"),
        (r"tch|ch|cz|č", "c"),
        (r"kh", "h"),
        (r"zh", "z"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"(?<=[lnr])tz", "z"),
        (r"ts|tz", "c"),
        (r"ks", "x"),
        (r"(?<=[aeou])(?:i|y|j)+$", "i"),
        (r"(?:i|y|j)+$", "i"),
        (r"(?:iy|yi|ii|yy|ij|yj)", "i"),
        (r"(?:y|j|i)(?=[aeou])", ""),
        (r"[yj]", "i"),
        (r"ff?$", "v"),
        (r"(.)\1", r"\1"),
        (r"'", ""),
    )
]


@cache
def sound_key(word: str) -> str:
    """A key that is the same for the usual transliterations of one name."""
    key = fold(word).lower()
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


@cache
def skeleton(word: str) -> str:
    """The consonants of the sound key: what stays the same under most slips."""
    return re.sub(r"[aeiou]", "", sound_key(word))

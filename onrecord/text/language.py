"""Which language a text is in."""

from __future__ import annotations

import re

import pycld2  # type: ignore[import-untyped]

ENGLISH = "en"
UNDETERMINED = "und"  # ISO 639's own code for it
SAMPLE_CHARACTERS = 5_000  # the detector is sure long before; a page in two languages goes by its beginning
LATIN_LETTERS = 60  # fewer say too little: names alone look like Czech or Basque
OLD_CODES = {"iw": "he", "jw": "jv", "zh-Hant": "zh"}  # what the detector calls them, and ISO 639 does
LETTERS = re.compile(r"[^\W\d_]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def language_of(text: str) -> str:
    """The ISO 639 code of the language of a text; `en` where a short text in Latin letters leaves it open.

    The detector takes printable characters only.
    """
    sample = "".join(character if character.isprintable() else " " for character in text[:SAMPLE_CHARACTERS])
    letters, latin = len(LETTERS.findall(sample)), len(LATIN.findall(sample))
    mostly_latin = latin * 2 >= letters
    if mostly_latin and letters < LATIN_LETTERS:
        return ENGLISH
    sure, _, guesses = pycld2.detect(sample, bestEffort=not mostly_latin)
    code: str = guesses[0][1]
    if code in ("un", "xxx") or code.startswith("xx-") or (mostly_latin and not sure):
        return ENGLISH if mostly_latin else UNDETERMINED
    return OLD_CODES.get(code, code)

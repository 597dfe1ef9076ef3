"""Which language a text is in."""

from __future__ import annotations

import re

import pycld2  # type: ignore[import-untyped]

ENGLISH = "en"
UNDETERMINED = "und"  # ISO 639's own code for it
SAMPLE_CHARACTERS = 5_000  # the detector is sure long before; a page in two languages goes by its beginning
LATIN_LETTERS = 60  # fewer say too little: names alone look like Czech or Basque
OLD_CODES = {"iw": "he", "jw": "jv", "zh-Hant": "zh"}  # what the detector calls them, and ISO 639 does
# What the detector gets wrong of English news is text full of foreign names: such words tell that it is English.
ENGLISH_WORDS = re.compile(r"\b(?:the|and|that|with|his|from|which|this|has|says?)\b", re.IGNORECASE)
ENGLISH_SHARE = 40  # letters for each such word, at most: English news has one for about 25
LETTERS = re.compile(r"[^\W\d_]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def language_of(text: str) -> str:
    """The ISO 639 code of the language of a text; `en` where a short text in Latin letters leaves it open.

    The detector takes printable characters only.
    """
    sample = text[:SAMPLE_CHARACTERS].replace("\n", " ")
    if not sample.isprintable():
        sample = "".join(character if character.isprintable() else " " for character in sample)
    letters, latin = len(LETTERS.findall(sample)), len(LATIN.findall(sample))
    if latin * 2 >= letters:
        return _latin_language(sample, letters)
    _, _, guesses = pycld2.detect(sample, bestEffort=True)
    return _code(guesses[0][1], UNDETERMINED)


def _latin_language(sample: str, letters: int) -> str:
    if letters < LATIN_LETTERS or len(ENGLISH_WORDS.findall(sample)) * ENGLISH_SHARE > letters:
        return ENGLISH
    sure, _, guesses = pycld2.detect(sample)
    return _code(guesses[0][1], ENGLISH) if sure else ENGLISH


def _code(detected: str, otherwise: str) -> str:
    unknown = detected in ("un", "xxx") or detected.startswith("xx-")  # a script, or nothing, but no language
    return otherwise if unknown else OLD_CODES.get(detected, detected)

"""Text as the full-text index takes it."""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = re.compile("['’‘ʼʹ′`´]")
POSSESSIVE = re.compile("['’]s\\b")  # d’Artagnan’s is found as dartagnan
STRESS = re.compile("[\u0300\u0301]")
LONE_SURROGATE_OR_NUL = re.compile("[\ud800-\udfff\0]")


def fold(text: str) -> str:
    """Lower case, without apostrophes, possessive endings and stress marks, ё as е: one spelling finds the other."""
    plain = unicodedata.normalize("NFC", STRESS.sub("", unicodedata.normalize("NFD", readable(text))))
    return APOSTROPHES.sub("", POSSESSIVE.sub("", plain)).casefold().replace("ё", "е")


def readable(text: str) -> str:
    """The same number of characters, with U+FFFD for what no table, index or spreadsheet can hold."""
    return LONE_SURROGATE_OR_NUL.sub("\ufffd", text)

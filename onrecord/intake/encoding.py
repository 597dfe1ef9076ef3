"""Bytes to characters."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from onrecord.text import language_of

# The longer mark first: that of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database"),
)
MARKUP = re.compile(rb"\A\s*<(?:!doctype html|html|head|body|\?xml|rss|feed)\b", re.IGNORECASE)
CONTROLS = bytes(range(9)) + b"\x0b" + bytes(range(14, 32)) + b"\x7f"
MOST_CONTROLS = 0.02  # share of control bytes; random bytes have 0.1, and text that went through a scraper a handful
DECLARED = re.compile(rb"(?:charset|encoding|coding)\s*[=:]\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
DECLARED_WITHIN = 1_024
NOT_CHARACTER_SETS = ("unicode_escape", "raw_unicode_escape", "idna", "punycode", "utf-7", "undefined", "mbcs", "oem")

# English and its neighbours in windows-1252, which guessing takes for a Macintosh's or a Baltic code page when few
# letters are accented. Text of other alphabets has far more bytes above 127.
WESTERN = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi")
MOST_WESTERN_HIGH_BYTES = 0.2
# Short Cyrillic is taken for Japanese or Arabic. In the right one of its code pages nearly every word is written in
# lower case, but for a capital in front; in the wrong ones case is swapped or letters are marks.
CYRILLIC = ("cp1251", "koi8_u", "cp866")
CYRILLIC_WORD = re.compile(r"[А-ЯЁІЇЄҐ]?[а-яёіїєґ]+(?:['’-][а-яёіїєґ]+)*")
WORD = re.compile(r"[^\s\d.,:;!?\"«»“”„()–—-]+")
LEAST_CYRILLIC = 0.8  # share of such words
# What else news is written in; guessing among all hundred code pages takes short Russian for Japanese.
LIKELY = (
    "cp1251 koi8_u koi8_r cp866 iso8859_5 mac_cyrillic cp1250 iso8859_2 cp1252 cp1254 cp1253 cp1255 cp1256 cp1257 "
    "gb18030 big5 shift_jis euc_jp euc_kr"
).split()
GUESSED_FROM_BYTES = 50_000


def foreign_kind(beginning: bytes) -> str:
    """What a file is, from its first bytes, when it is not text; else nothing."""
    for mark, kind in FOREIGN:
        if beginning.startswith(mark):
            return kind
    if MARKUP.match(beginning.removeprefix(codecs.BOM_UTF8)):
        return "a web page or a feed"
    if any(beginning.startswith(mark) for mark, _ in MARKS):
        return ""
    controls = len(beginning) - len(beginning.translate(None, CONTROLS))
    return "not text" if controls > MOST_CONTROLS * len(beginning) and controls > 1 else ""


def without_wide_encoding(content: bytes) -> bytes:
    """UTF-16 and UTF-32 turned into UTF-8, so that lines can be told apart by their bytes; all else as it is."""
    for mark, encoding in MARKS[1:]:
        if content.startswith(mark):
            return content.decode(encoding, "replace").encode()
    return content


def decode(content: bytes) -> str | None:
    """The characters: by byte-order mark, declared encoding, UTF-8, or the likeliest code page; None when none fits."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    for encoding in (*_declared(content), "utf-8"):
        text = _strictly(content, encoding)
        if text is not None:
            return text
    return _guessed(content)


def _declared(content: bytes) -> list[str]:
    found = DECLARED.search(content[:DECLARED_WITHIN])
    if not found:
        return []
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return []
    return [] if name.replace("-", "_") in NOT_CHARACTER_SETS or name in NOT_CHARACTER_SETS else [name]


def _guessed(content: bytes) -> str | None:
    western = _strictly(content, "cp1252")
    high = len(content) - len(content.translate(None, bytes(range(128, 256))))
    if western is not None and high <= MOST_WESTERN_HIGH_BYTES * len(content) and language_of(western) in WESTERN:
        return western
    sample = content[:GUESSED_FROM_BYTES]
    for encoding in CYRILLIC:
        found = WORD.findall(sample.decode(encoding, "replace"))
        if sum(1 for word in found if CYRILLIC_WORD.fullmatch(word)) > LEAST_CYRILLIC * len(found):
            return _strictly(content, encoding)
    best = from_bytes(sample, cp_isolation=LIKELY).best()
    return _strictly(content, best.encoding) if best else None


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):  # LookupError: a codec that is not of characters, such as "hex"
        return None

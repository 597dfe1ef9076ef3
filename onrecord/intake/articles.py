"""What a reader found, made into an Article: fields made sound, the text repaired, an id given."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from onrecord import limits
from onrecord.records import Article, Refusal
from onrecord.text import Canonical, TextWords, canonical, clean_field, language_of

DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9:.,+Zz -]*)?")
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of every article: the word lists, and what holds where an article does not state it."""

    words: TextWords
    published: date | None = None
    outlet: str = ""
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Raw:
    """What a reader found of one article, as it stood there. `name` says where: it heads a Refusal."""

    name: str
    text: str
    origin: str
    id: str = ""
    title: str = ""
    published: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = ""


def make_article(raw: Raw, given: Given) -> Article | Refusal:
    """The article, or why there is none: no words in it, or too many."""
    source = sound(raw.text)
    if len(source) > limits.ARTICLE_CHARACTERS:
        most = f"{limits.ARTICLE_CHARACTERS:,}"
        return Refusal(raw.name, "is too long", f"It has {len(source):,} characters, and an article may have {most}.")
    text = Canonical(source, language_of(source)) if given.verbatim else canonical(source, given.words)
    if not any(character.isalnum() for character in text.text):
        return Refusal(raw.name, "holds no words", "There is nothing to read in it but marks and white space.")
    outlet = clean_field(raw.outlet, limits.FIELD_CHARACTERS) or clean_field(given.outlet, limits.FIELD_CHARACTERS)
    published = date_of(raw.published) or given.published or text.published
    url = url_of(raw.url)
    return Article(
        id=raw.id or _identify(url or raw.origin, outlet, published, text.text),
        title=_title(raw.title) or text.title,
        text=text.text,
        origin=raw.origin,
        outlet=outlet,
        author=clean_field(raw.author, limits.FIELD_CHARACTERS) or text.author,
        url=url,
        published=published,
        language=_language(raw.language) or text.language,
        edits=text.edits,
        stated="" if date_of(raw.published) else clean_field(raw.published, limits.LABEL_CHARACTERS),
    )


def sound(text: str) -> str:
    """The text with halves of surrogate pairs joined, and lone ones, which no file or database holds, made U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if not _encodes(text) else text


def label(name: str) -> str:
    """A file's name to be shown, never to be opened: no way up or out of a folder, no control characters."""
    parts = clean_field(sound(name).replace("\\", "/"), limits.LABEL_CHARACTERS).split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "unnamed"


def date_of(stated: str) -> date | None:
    """The day of an ISO date (a time of day may follow); None for anything else."""
    found = DATE.fullmatch(stated.strip())
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:  # the 31st of February
        return None


def url_of(stated: str) -> str | None:
    """A web address of http or https without white space or control characters; None for anything else."""
    url = stated.strip()
    if len(url) > limits.FIELD_CHARACTERS or not url.isprintable() or " " in url or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # a malformed host in brackets
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def refuse_size(name: str, size: int) -> Refusal:
    """The refusal of a file past the limit."""
    most = limits.UPLOAD_BYTES // limits.MEGABYTE
    has = f"{size / limits.MEGABYTE:,.1f} MB or more"
    return Refusal(name, "is too large", f"It has {has}, and a file may have {most} MB.")


def _identify(where: str, outlet: str, published: date | None, text: str) -> str:
    """Sixteen hex digits: the same text elsewhere, or of another day, is another article."""
    parts = (where, outlet, published.isoformat() if published else "", text)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _title(stated: str) -> str:
    title = clean_field(stated, limits.TITLE_CHARACTERS + 1)
    return title if len(title) <= limits.TITLE_CHARACTERS else ""


def _language(stated: str) -> str:
    found = LANGUAGE.fullmatch(stated.strip())
    return found[1].lower() if found else ""


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True

"""JSON lines: an article a line, each accepted or refused by itself."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from onrecord import limits
from onrecord.intake.articles import Given, Raw, make_article, sound
from onrecord.records import Article, Refusal

ROW = re.compile(rb'\A\s*\{\s*(?:"|\}|\Z)')
FIELDS = ("title", "published", "outlet", "author", "url")
MOST_LINE_BYTES = 4 * limits.LINE_CHARACTERS  # a character has four bytes at most


def looks_like_json_lines(beginning: bytes) -> bool:
    """Whether content begins as JSON lines do: an object with a key in quotation marks."""
    return bool(ROW.match(beginning.removeprefix(codecs.BOM_UTF8)))


def read_json_lines(name: str, stream: BinaryIO, given: Given) -> Iterator[Article | Refusal]:
    """An Article or a Refusal for every line that is not blank, without ever holding more than one line."""
    for number, line in enumerate(_lines(stream), 1):
        where = f"{name}, line {number}"
        if line is None:
            most = f"{limits.LINE_CHARACTERS:,}"
            yield Refusal(where, "is too long", f"A line may have {most} characters.")
        elif line.strip():
            raw = _raw(name, where, line)
            yield raw if isinstance(raw, Refusal) else make_article(raw, given)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line, parted at line feeds alone (U+2028 stands inside strings); None for one past the limit."""
    while line := stream.readline(MOST_LINE_BYTES):
        if line.endswith(b"\n") or len(line) < MOST_LINE_BYTES:
            yield line.removeprefix(codecs.BOM_UTF8)
        else:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MOST_LINE_BYTES)
            yield None


def _raw(name: str, where: str, line: bytes) -> Raw | Refusal:
    row = _row(where, line)
    if isinstance(row, Refusal):
        return row
    text, own_id = row.get("text"), row.get("id")
    if not isinstance(text, str):
        return Refusal(where, "has no text", 'Each line needs a "text" in quotation marks.')
    if own_id is not None and (isinstance(own_id, bool) or not isinstance(own_id, str | int)):
        return Refusal(where, "has a wrong id", 'An "id" is text or a whole number.')
    fields = {field: row[field] for field in FIELDS if row.get(field) is not None}
    wrong = [field for field, value in fields.items() if not isinstance(value, str)]
    if wrong:
        return Refusal(where, f"has a wrong {wrong[0]}", f'"{wrong[0]}" is text in quotation marks.')
    return Raw(where, text, origin=name, id="" if own_id is None else sound(str(own_id)), **fields)


def _row(where: str, line: bytes) -> dict[str, Any] | Refusal:
    try:
        decoded = line.decode()
        if len(decoded) > limits.LINE_CHARACTERS:
            return Refusal(where, "is too long", f"A line may have {limits.LINE_CHARACTERS:,} characters.")
        row = json.loads(decoded, parse_constant=_not_json)
    except UnicodeDecodeError:
        return Refusal(where, "cannot be decoded", "JSON lines are UTF-8.")
    except RecursionError:
        return Refusal(where, "is nested too deeply", "An article is one object with text in it.")
    except json.JSONDecodeError as error:
        return Refusal(where, "is not JSON", f"{error.msg} at character {error.pos + 1}.")
    except ValueError:  # NaN or Infinity, or a number of more digits than Python turns into one
        return Refusal(where, "is not JSON", "One of its numbers is none that JSON knows, or has thousands of digits.")
    if not isinstance(row, dict):
        return Refusal(where, "is not an object", 'Each line is one object, such as {"text": "…"}.')
    return row


def _not_json(constant: str) -> NoReturn:
    raise ValueError(constant)

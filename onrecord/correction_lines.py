"""Corrections as JSON lines, one each, in order: out of an archive, and into one.

{"kind": "merge", "actor": {"id", "name", "kind", "wikidata"?, "state"?}, "into": {…}, "made": "2022-02-03T10:00:00Z"}

kind is merge, split, rename, drop, new or apart (store/corrections.py tells what each does). split and new have
"aliases": […]; split may have "article": the id of the only one it is meant for; drop and new have no "into". "made"
may be left out.
"""

from __future__ import annotations

import codecs
import json
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import BadCorrection
from onrecord.export import to_line
from onrecord.intake.encoding import without_wide_encoding
from onrecord.limits import CORRECTION_LINES, LINE_CHARACTERS
from onrecord.store.correcting import correct_all, corrections
from onrecord.store.corrections import Correction, as_record, from_record


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: how many lines were taken in, how many were there, and what is wrong with which others."""

    taken: int
    there: int
    bad: tuple[tuple[int, str], ...]


def export_lines(path: Path) -> bytes:
    """All corrections of an archive, one a line."""
    lines = (to_line(as_record(kept.correction)) for kept in corrections(path))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def import_lines(path: Path, content: bytes) -> Imported:
    """Take the good lines into an archive, in their order and in one transaction, and apply them.

    A line that is there already is left as it is: the same file can be brought in twice.
    Raises BadCorrection for a file of too many lines, of which none is taken.
    """
    content = without_wide_encoding(content).removeprefix(codecs.BOM_UTF8)
    if content.count(b"\n") > CORRECTION_LINES:
        raise BadCorrection(f"a file of more than {CORRECTION_LINES:,} lines is not brought in at once: divide it")
    lines = content.split(b"\n")  # not splitlines: U+2028 stands inside strings
    numbered = [(number, _read(line)) for number, line in enumerate(lines, 1) if line.strip()]
    outcomes = correct_all(path, [one for _, one in numbered])
    bad = [(number, str(why)) for (number, _), why in zip(numbered, outcomes, strict=True) if not isinstance(why, bool)]
    return Imported(outcomes.count(True), outcomes.count(False), tuple(bad))


def _read(line: bytes) -> Correction | BadCorrection:
    try:
        if len(line) > LINE_CHARACTERS:
            return BadCorrection(f"is longer than {LINE_CHARACTERS:,} bytes")
        return from_record(json.loads(line.decode("utf-8")))
    except BadCorrection as error:
        return error
    except UnicodeDecodeError:
        return BadCorrection("is not UTF-8")
    except json.JSONDecodeError as error:
        return BadCorrection(f"is not JSON: {error.msg} at character {error.pos + 1}")
    except RecursionError:
        return BadCorrection("is nested too deeply")
    except ValueError:  # Python turns none of more digits into a number
        return BadCorrection("holds a number of thousands of digits")

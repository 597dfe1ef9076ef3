"""What is read: NewsMTSC and DSA, our own labelled sentences, and our passages that nobody labelled."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import yaml
from own import LABELS, own_rows

ISSUES = Path(__file__).resolve().parents[1] / "data" / "issues.yaml"


@dataclass(frozen=True)
class Rows:
    """The sentences as they were read. Acts and issues: (to learn from, held back)."""

    tone: list[dict]
    stance: list[dict]
    tone_checks: dict[str, list[dict]]
    stance_checks: dict[str, list[dict]]
    acts: tuple[list[dict], list[dict]]
    issues: tuple[list[dict], list[dict]]
    passages: list[dict]

    def texts(self) -> list[str]:
        """Every labelled text: the words in them are those that the small model keeps."""
        checks = [*self.tone_checks.values(), *self.stance_checks.values()]
        return [row["text"] for rows in (self.tone, self.stance, *checks, *self.acts, *self.issues) for row in rows]

    def all_texts(self) -> list[str]:
        """Our passages too: for the names in them."""
        return self.texts() + [row["text"] for row in self.passages]


def read_all(tone: Path, stance: Path) -> Rows:
    """All sets, from the folders of NewsMTSC and DSA and our own."""
    return Rows(
        tone=read_rows(tone / "newsmtsc_train.jsonl.gz"),
        stance=read_rows(stance / "dsa_train.jsonl.gz"),
        tone_checks={name: read_rows(tone / f"{name}.jsonl") for name in ("newsmtsc_rw_dev", "newsmtsc_mt_dev")},
        stance_checks={"dsa_dev": read_rows(stance / "dsa_dev.jsonl")},
        acts=own_rows("acts"),
        issues=own_rows("issues"),
        passages=read_rows(LABELS / "passages.jsonl"),
    )


def read_rows(path: Path) -> list[dict]:
    """The objects of a JSON lines file, which may be gzipped."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf8", newline="\n") as file:
        return [json.loads(line) for line in file if line.strip()]


def read_statements() -> dict[str, str]:
    """The issues and the sentence that each is."""
    return {issue["id"]: issue["statement"] for issue in yaml.safe_load(ISSUES.read_text(encoding="utf8"))}

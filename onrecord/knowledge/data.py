"""Reading data/: the domain's word lists and tables, and the fingerprint that tells two versions apart."""

from __future__ import annotations

import csv
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from onrecord.errors import DataError

DATA = Path(__file__).resolve().parents[2] / "data"


def read_yaml(name: str) -> Any:
    """The parsed content of data/NAME. Raises DataError when it is missing or is not YAML."""
    path = DATA / name
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # much faster where libyaml is there
    try:
        with path.open(encoding="utf8") as file:
            return yaml.load(file, Loader=loader)  # noqa: S506 - both loaders are the safe ones
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"data/{name} cannot be read: {error}. Restore the file or mend the line named.") from error


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of data/NAME by column. Raises DataError when it is missing."""
    try:
        with (DATA / name).open(encoding="utf8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise DataError(f"data/{name} cannot be read: {error}. Restore the file.") from error


@cache
def fingerprint() -> str:
    """Twelve hex digits that change whenever a word list or table of data/ changes (articles and models apart:
    articles are read, and a model has a name and hash of its own)."""
    digest = hashlib.sha256()
    for path in sorted(DATA.glob("*.yaml")) + sorted(DATA.glob("*.csv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]

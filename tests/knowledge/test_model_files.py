"""The model that ships is the model that was measured."""

from __future__ import annotations

import hashlib
import json

from onrecord.knowledge.models import HALVES, MODELS, NAME, load_judge

FILES = (*HALVES, "heads.npz", "tokenizer.json", "settings.json")
MEGABYTES = 25


def test_model_files_are_those_that_were_measured() -> None:
    """data/models/NAME/hashes.json is written by training/calibrate.py; CHANGELOG.md has the figures of these files."""
    pinned = json.loads((MODELS / NAME / "hashes.json").read_text(encoding="utf8"))
    found = {file: hashlib.sha256((MODELS / NAME / file).read_bytes()).hexdigest() for file in FILES}
    assert found == pinned


def test_model_is_small_enough_to_ship() -> None:
    assert sum((MODELS / NAME / file).stat().st_size for file in FILES) <= MEGABYTES * 1_000_000


def test_every_record_tells_which_model_made_it() -> None:
    judge = load_judge()
    assert judge.name.startswith(f"{NAME} ")
    assert judge.name == load_judge().name

"""What the documents tell of the project is so."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from pathlib import Path

import pytest

from onrecord import pipeline

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md")
NAMED = re.compile(r"`([^`\s]+)`")
LINKED = re.compile(r"\]\((?!https?:)([^)#]+)")
PATH = re.compile(r"[\w.*-]*(?:/[\w.*-]*)+|[\w-]+\.(?:py|md|toml|txt|yaml|csv)")
CODE = re.compile(r"^```\n(.*?)^```|`([^`\n]+)`", re.DOTALL | re.MULTILINE)
CALL = re.compile(r"([a-z_.]+)\.([a-z_]+)\(\)")
MADE_WHEN_USED = (".onrecord/",)
# A file named without its folder stands in one of these.
FOLDERS = ("", "onrecord", "components", "data")


def named_in(document: str) -> list[str]:
    """What stands in code marks or is linked to, outside blocks of commands."""
    text = re.sub(r"^```.*?^```", "", (ROOT / document).read_text(encoding="utf8"), flags=re.DOTALL | re.MULTILINE)
    return NAMED.findall(text) + LINKED.findall(text)


def exists(path: str) -> bool:
    """Whether there is such a file or folder, or one that fits the pattern."""
    return any(any((ROOT / folder).glob(path.rstrip("/"))) for folder in FOLDERS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_a_document_names_is_there(document: str) -> None:
    paths = [name for name in named_in(document) if PATH.fullmatch(name) and name not in MADE_WHEN_USED]
    assert paths
    assert [path for path in paths if not exists(path)] == []


def test_every_function_that_the_way_of_an_article_names_is_there() -> None:
    calls = [found for name in named_in("ARCHITECTURE.md") if (found := CALL.fullmatch(name))]
    assert len(calls) > 3
    for call in calls:
        assert callable(getattr(importlib.import_module(f"onrecord.{call[1]}"), call[2]))


def row_of_map(place: str) -> str:
    """The row of the map that tells of a place."""
    lines = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf8").splitlines()
    (row,) = (line for line in lines if line.startswith(f"| `{place}`"))
    return row


def test_components_named_in_the_map_are_there() -> None:
    row = row_of_map("components/")
    assert [name for name in NAMED.findall(row)[1:] if not (ROOT / "components" / f"{name}.py").exists()] == []


def stages_called() -> list[str]:
    """The stages whose functions the pipeline calls, in order of the calls."""
    tree = ast.parse(inspect.getsource(pipeline))
    stage_of = {
        name.name: node.module.rpartition(".")[2]
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("onrecord.stages.")
        for name in node.names
    }
    steps = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in ("analyse", "read")]
    calls = [node for step in steps for node in ast.walk(step) if isinstance(node, ast.Call)]
    names = [call.func.id for call in sorted(calls, key=lambda call: call.lineno) if isinstance(call.func, ast.Name)]
    return list(dict.fromkeys(stage_of[name] for name in names if name in stage_of))


def test_stages_are_called_in_the_order_in_which_the_pipeline_tells_them() -> None:
    told = re.findall(r"^\s*\d\. (\w+)", pipeline.analyse.__doc__ or "", re.MULTILINE)
    assert [stage for stage in stages_called() if stage != "encode"] == told


def test_map_names_every_stage() -> None:
    row = row_of_map("onrecord/stages/")
    stages = {path.stem for path in (ROOT / "onrecord/stages").iterdir() if not path.name.startswith("_")}
    assert [stage for stage in sorted(stages) if stage not in row] == []


def test_every_table_of_data_is_told_of() -> None:
    headings = re.findall(r"^## (.+)", (ROOT / "data/README.md").read_text(encoding="utf8"), re.MULTILINE)
    told = {name.strip("/") for heading in headings for name in heading.split(", ")}
    kept = {path.name for path in (ROOT / "data").iterdir() if not path.name.startswith((".", "README"))}
    assert kept - told == set()
    assert {name for name in told if "." in name} - kept == set()


def test_make_has_every_target_that_the_readme_names() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf8"), re.MULTILINE))
    named = [name for document in DOCUMENTS for name in re.findall(r"\bmake ([a-z]+)\b", code_of(document))]
    assert {"run", "test"} <= set(named) <= targets


def code_of(document: str) -> str:
    """What stands in code marks and in blocks of commands."""
    text = (ROOT / document).read_text(encoding="utf8")
    return "\n".join(block or name for block, name in CODE.findall(text))

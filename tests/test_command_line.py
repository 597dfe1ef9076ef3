"""The command line as a user meets it: a real process, real files, the shapes of the README."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
STORY = (
    "Mara Veltin, the president of Ostravia, told reporters on Monday that sanctions would be a grave mistake. "
    "“We will not give way,” she said. Doran Keel of Karsovia praised the talks."
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command's exit status and what it printed."""
    command = [sys.executable, "-m", "onrecord", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf8", timeout=120, check=False)


def write_lines(path: Path, rows: list[Any]) -> Path:
    """JSON lines; a string row is written as it stands."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
    return path


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def test_analyse_answers_every_good_line_and_names_the_bad_ones(tmp_path: Path) -> None:
    good = [{"id": f"a{i}", "text": STORY, "published": "2022-02-10", "outlet": "Demo"} for i in range(7)]
    source = write_lines(tmp_path / "in.jsonl", [*good[:3], "{not json", *good[3:], {"title": "no text"}, "[1, 2]"])
    done = run("analyse", str(source), "--out", str(tmp_path / "out.jsonl"))
    assert done.returncode == 1
    assert [row["article"]["id"] for row in read_lines(tmp_path / "out.jsonl")] == [f"a{i}" for i in range(7)]
    refusals = [json.loads(line)["refusal"] for line in done.stderr.splitlines()]
    assert len(refusals) == 3
    assert all(refusal["name"] and refusal["reason"] for refusal in refusals)


def test_report_has_the_fields_of_the_contract(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", [{"id": "x", "text": STORY, "published": "2022-02-10"}])
    assert run("analyse", str(source), "--out", str(tmp_path / "out.jsonl")).returncode == 0
    (report,) = read_lines(tmp_path / "out.jsonl")
    wanted = {"article", "actors", "mentions", "quotes", "tones", "stances", "dates", "cautions", "made_by"}
    assert set(report) == wanted
    text = report["article"]["text"]
    assert any(
        "sanctions would be a grave mistake" in text[a:b] for quote in report["quotes"] for a, b in quote["spans"]
    )
    ids = {actor["id"] for actor in report["actors"]}
    assert {mention["actor"] for mention in report["mentions"]} <= ids
    assert {tone["actor"] for tone in report["tones"]} <= ids


def test_verbatim_keeps_the_text_to_the_letter(tmp_path: Path) -> None:
    text = "See also  Another story\n\nMara VeltinShe said  it , twice."
    source = write_lines(tmp_path / "in.jsonl", [{"id": "x", "title": "A headline", "text": text}])
    run("analyse", str(source), "--verbatim", "--out", str(tmp_path / "out.jsonl"))
    (report,) = read_lines(tmp_path / "out.jsonl")
    assert report["article"]["text"] == text
    assert report["article"]["title"] == "A headline"


def test_stages_can_be_left_out(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", [{"id": "x", "text": STORY}])
    assert run("analyse", str(source), "--without", "tone,stance", "--out", str(tmp_path / "out.jsonl")).returncode == 0
    (report,) = read_lines(tmp_path / "out.jsonl")
    assert report["quotes"]
    assert report["tones"] == []
    assert report["stances"] == []


def test_text_in_another_language_gives_an_empty_report_with_a_caution(tmp_path: Path) -> None:
    text = "Президент Остравии Мара Велтин заявила в понедельник, что её страна не пойдёт на уступки. " * 3
    source = write_lines(tmp_path / "in.jsonl", [{"id": "x", "text": text}])
    assert run("analyse", str(source), "--out", str(tmp_path / "out.jsonl")).returncode == 0
    (report,) = read_lines(tmp_path / "out.jsonl")
    assert report["article"]["language"] == "ru"
    assert report["actors"] == report["quotes"] == report["tones"] == []
    assert "Russian" in report["cautions"][0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyse", "no-such-file.txt"),
        ("tone", "no-such-file.jsonl"),
        ("analyse", "README.md", "--without", "quotes"),
        ("analyse", "README.md", "--out", "tests"),
        ("analyse", "SECURITY.md", "--out", "SECURITY.md"),
        ("analyse", "SECURITY.md", "--store", "tests"),
        ("analyse", "SECURITY.md", "--store", "README.md/archive.sqlite"),
    ],
)
def test_what_cannot_be_done_ends_with_status_two_and_a_sentence(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_input_is_never_emptied_by_writing_the_answers_over_it(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", [{"id": 1, "text": "Mara Veltin won.", "start": 0, "end": 4}])
    before = source.read_bytes()
    assert run("tone", str(source), "--out", str(source)).returncode == 2
    assert source.read_bytes() == before


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("analyse", ("--verbatim", "--without", "--store", "--out")),
        ("tone", ("{id, text, start, end}", "--out")),
        ("stance", ("source: [a, b], target: [a, b]", "--out")),
    ],
)
def test_help_tells_the_options_and_the_shape_of_a_line(command: str, says: tuple[str, ...]) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    told = " ".join(done.stdout.split())
    assert [words for words in says if words not in told] == []


def test_output_is_utf8_and_one_line_an_article_to_every_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    rows = [
        {"id": "é\u2028", "text": "Mara Veltin, “the \u2028dam”, spoke."},
        {"id": "x", "title": "é", "text": 7},
        "é",
    ]
    done = run("analyse", str(write_lines(tmp_path / "ü.jsonl", rows)), "--verbatim")
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["article"]["id"] == "é\u2028"
    assert "\u2028" in json.loads(line)["article"]["text"]
    refusals = [json.loads(line)["refusal"]["name"] for line in done.stderr.splitlines()]
    assert refusals == ["ü.jsonl, line 2", "ü.jsonl, line 3"]


@pytest.mark.parametrize("command", ["tone", "stance"])
def test_a_line_that_no_reader_expects_stops_no_other(command: str, tmp_path: Path) -> None:
    where = {"tone": '"start": 0, "end": 4', "stance": '"source": [0, 4], "target": [5, 11]'}[command]
    wrong = {"tone": '"start": null, "end": 4', "stance": '"source": null, "target": [5, 11]'}[command]
    digits, marks = "9" * 5_000, "“" * 5_000
    rows = [
        f'{{"id": "\\ud800", "text": "Mara Veltin won.", {where}}}',
        f'{{"id": "half", "text": "Mara Veltin\\ud800 won.", {where}}}',
        f'{{"id": NaN, "text": "Mara Veltin won.", {where}}}',
        f'{{"id": {digits}, "text": "Mara Veltin won.", {where}}}',
        f'{{"id": "none", "text": "Mara Veltin won.", {wrong}}}',
        f'{{"id": "marks", "text": "{marks}", {where}}}',
    ]
    done = run(command, str(write_lines(tmp_path / "in.jsonl", rows)))
    assert done.returncode == 1
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in answers] == ["\ud800", "half", "marks"]
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["line 3", "line 4", "line 5"]
    assert "Traceback" not in done.stderr


def test_tone_answers_in_order_and_reports_bad_lines_by_number(tmp_path: Path) -> None:
    text = "Mara Veltin was praised for her courage."
    rows = [
        {"id": 1, "text": text, "start": 0, "end": 11},
        {"id": 2, "text": text, "start": 30, "end": 400},
        "nonsense",
        {"id": 3, "text": "Doran Keel was condemned as a liar.", "start": 0, "end": 10},
    ]
    done = run("tone", str(write_lines(tmp_path / "in.jsonl", rows)), "--out", str(tmp_path / "out.jsonl"))
    assert done.returncode == 1
    answers = read_lines(tmp_path / "out.jsonl")
    assert [(row["id"], row["label"]) for row in answers] == [(1, "positive"), (3, "negative")]
    assert all(abs(sum(row["probabilities"].values()) - 1) < 0.001 for row in answers)
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["line 2", "line 3"]


def test_stance_names_the_act(tmp_path: Path) -> None:
    rows = [{"id": "s", "text": "Ostravia attacked Karsovia at dawn.", "source": [0, 8], "target": [18, 26]}]
    done = run("stance", str(write_lines(tmp_path / "in.jsonl", rows)), "--out", str(tmp_path / "out.jsonl"))
    assert done.returncode == 0
    (answer,) = read_lines(tmp_path / "out.jsonl")
    assert answer["label"] == "opposes"
    assert answer["event"] == {"root": "ASSAULT", "quad": "material conflict", "score": -9.0}


def test_nothing_is_stored_unless_asked(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", [{"id": "x", "text": STORY}])
    archive = tmp_path / "archive.sqlite"
    run("analyse", str(source), "--out", str(tmp_path / "out.jsonl"))
    assert not archive.exists()
    run("analyse", str(source), "--out", str(tmp_path / "out.jsonl"), "--store", str(archive))
    assert archive.exists()

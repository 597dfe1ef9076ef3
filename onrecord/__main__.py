"""The command line: python -m onrecord analyse | tone | stance | corrections. The shapes are told in README.md."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from onrecord import correction_lines
from onrecord.answers import Answer, answer_stances, answer_tones
from onrecord.errors import OnRecordError
from onrecord.export import as_contract, to_line
from onrecord.intake import read_path
from onrecord.knowledge.textwords import load_text_words
from onrecord.knowledge.tools import load_tools
from onrecord.pipeline import OPTIONAL_STAGES, analyse_many
from onrecord.records import Article, Refusal, Report
from onrecord.store import archive
from onrecord.store.places import home

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Read news articles: actors, quotes, tone and stance.",
    rich_markup_mode=None,  # it would take the [a, b] of the help for a style
    pretty_exceptions_enable=False,
)

correcting = typer.Typer(no_args_is_help=True, help="Corrections of actors, one JSON line each.", rich_markup_mode=None)
app.add_typer(correcting, name="corrections")

Out = Annotated[Path | None, typer.Option("--out", help="Write JSON lines to this file instead of standard output.")]

Input = Annotated[Path, typer.Argument(metavar="INPUT", help="A file of JSON lines.")]
Store = Annotated[
    Path | None, typer.Option("--store", help="The archive file; left out, one's own collection (mine.sqlite).")
]


@app.command("analyse")
def analyse_command(
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="INPUT", help="Files of any kind that is read, folders of them, or JSON lines."),
    ],
    verbatim: Annotated[bool, typer.Option("--verbatim", help="Take each text exactly as given: no repair.")] = False,
    without: Annotated[str, typer.Option("--without", help="Stages to leave out: tone,stance.")] = "",
    store: Annotated[Path | None, typer.Option("--store", help="Also save every report to this archive file.")] = None,
    out: Out = None,
) -> None:
    """One JSON line an article; what was refused is told on standard error."""
    left_out = {name.strip() for name in without.split(",") if name.strip()}
    if unknown := left_out - set(OPTIONAL_STAGES):
        stop(f"--without takes {' and '.join(OPTIONAL_STAGES)}, not {', '.join(sorted(unknown))}.")
    if missing := [str(path) for path in inputs if not path.exists()]:
        stop(f"No such file or folder: {', '.join(missing)}.")
    refused = 0
    with written_to(out, inputs) as target:
        for outcome in analysed(inputs, verbatim, left_out):
            if isinstance(outcome, Refusal):
                refused += 1
                told = {"refusal": {"name": outcome.name, "reason": outcome.reason, "detail": outcome.detail}}
                print(to_line(told), file=sys.stderr)
                continue
            if store:
                archive.save(store, outcome)
            target.write(to_line(as_contract(outcome)) + "\n")
    raise typer.Exit(1 if refused else 0)


def analysed(inputs: list[Path], verbatim: bool, without: set[str]) -> Iterator[Report | Refusal]:
    """A report an article and a refusal for each that could not be read, in the order of the inputs."""
    tools, words = load_tools(), load_text_words()
    taken = (taken for path in inputs for taken in read_path(path, verbatim=verbatim, words=words))
    for number, outcome in enumerate(taken, 1):
        if isinstance(outcome, Article):
            yield from analyse_many([outcome], tools, without)
        else:
            yield outcome
        show_progress(number)
    end_progress()


@app.command("tone")
def tone_command(source: Input, out: Out = None) -> None:
    """How each line's target is spoken of. In: {id, text, start, end}, one a line."""
    answer(source, out, "tone")


@app.command("stance")
def stance_command(source: Input, out: Out = None) -> None:
    """What each line's source says or does towards its target. In: {id, text, source: [a, b], target: [a, b]}."""
    answer(source, out, "stance")


def answer(source: Path, out: Path | None, what: str) -> None:
    """Answer every line of a file; the exit status is 1 when some were refused."""
    if not source.is_file():
        stop(f"No such file: {source}.")
    refused = 0
    with source.open("rb") as lines, written_to(out, [source]) as target:
        given: Iterable[bytes] = lines
        answers: Iterator[Answer] = (answer_tones if what == "tone" else answer_stances)(given, load_tools())
        for number, answered in enumerate(answers, 1):
            if answered.refusal:
                refused += 1
                print(f"line {answered.line}: {answered.refusal}", file=sys.stderr)
            else:
                target.write(to_line(answered.values) + "\n")
            show_progress(number)
    end_progress()
    raise typer.Exit(1 if refused else 0)


@correcting.command("export")
def export_corrections(store: Store = None, out: Out = None) -> None:
    """Every correction of an archive, in the order in which they were made."""
    path = archive_file(store)
    with written_to(out, [path]) as target:
        target.write(correction_lines.export_lines(path).decode("utf-8"))


@correcting.command("import")
def import_corrections(source: Input, store: Store = None) -> None:
    """Take in every good line and apply it; the bad ones are told on standard error, and what is there stays once."""
    if not source.is_file():
        stop(f"No such file: {source}.")
    came = correction_lines.import_lines(archive_file(store), source.read_bytes())
    for number, why in came.bad:
        print(f"line {number}: {why}", file=sys.stderr)
    print(f"{came.taken} taken in, {came.there} there already, {len(came.bad)} refused", file=sys.stderr)
    raise typer.Exit(1 if came.bad else 0)


def archive_file(store: Path | None) -> Path:
    """The archive that is named, which has to be there, or one's own collection."""
    if store is not None and not store.is_file():
        stop(f"No such archive: {store}.")
    return store or home() / "mine.sqlite"


@contextmanager
def written_to(out: Path | None, inputs: Iterable[Path]) -> Iterator[TextIO]:
    """The file to write to, or standard output; like standard error, always UTF-8. Never one of the inputs, which would
    be emptied before it is read."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if out is None:
        yield sys.stdout
        return
    if out.resolve() in {path.resolve() for path in inputs}:
        stop(f"{out} is the input: write elsewhere.")
    try:
        file = out.open("w", encoding="utf8")
    except OSError as error:
        stop(f"{out} cannot be written: {error.strerror}.")
    with file:
        yield file


def show_progress(number: int) -> None:
    """Count on one line of a terminal; nothing where standard error is a file or a pipe."""
    if sys.stderr.isatty():
        print(f"\r{number} read", end="", file=sys.stderr, flush=True)


def end_progress() -> None:
    """End the line that show_progress counted on."""
    if sys.stderr.isatty():
        print(file=sys.stderr)


def stop(message: str) -> None:
    """Say what is wrong and end with status 2: nothing could be done."""
    print(message, file=sys.stderr)
    raise typer.Exit(2)


def main() -> None:
    """Run the command line; a fault that the engine names ends with status 2 and its sentence."""
    try:
        app()
    except OnRecordError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from error


if __name__ == "__main__":
    main()

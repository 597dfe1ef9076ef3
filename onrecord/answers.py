"""Lines in, answers out: the `tone` and `stance` commands, which always answer with the likeliest label."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NoReturn

from spacy.tokens import Doc

from onrecord.intake.articles import sound
from onrecord.knowledge.tools import Tools
from onrecord.limits import ARTICLE_CHARACTERS, LINE_CHARACTERS
from onrecord.records import Span
from onrecord.stages.mentions import names_in
from onrecord.stages.parse import parse
from onrecord.stages.stance import PairToJudge, judge_pairs
from onrecord.stages.tone import TargetToJudge, judge_targets

AT_ONCE = 64  # sentences a batch: enough to fill the model, little enough to keep memory flat


@dataclass(frozen=True, slots=True)
class Answer:
    """What one line gets: values to print, or the reason why it was refused."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    refusal: str = ""


class BadLine(ValueError):
    """A line that cannot be answered; the message says why."""


def answer_tones(lines: Iterable[bytes], tools: Tools) -> Iterator[Answer]:
    """{id, label, score, probabilities} a line, in order."""

    def judge(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        targets = [TargetToJudge(row["text"], Span(row["start"], row["end"])) for row in rows]
        with parsed_with_names(rows, tools) as (_, names):
            judged = judge_targets(targets, names, tools.judge)
        return [
            {
                "id": row["id"],
                "label": most_likely(chances._asdict()),
                "score": round(chances.positive - chances.negative, 4),
                "probabilities": rounded(chances._asdict()),
            }
            for row, chances in zip(rows, judged, strict=True)
        ]

    yield from answered(lines, lambda row: [(row["start"], row["end"])], judge)


def answer_stances(lines: Iterable[bytes], tools: Tools) -> Iterator[Answer]:
    """{id, label, probabilities, event} a line, in order."""

    def judge(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        pairs = [PairToJudge(row["text"], Span(*row["source"]), Span(*row["target"])) for row in rows]
        with parsed_with_names(rows, tools) as (parsed, names):
            judged = judge_pairs(pairs, parsed, names, tools.stance_words, tools.judge)
        return [
            {
                "id": row["id"],
                "label": most_likely(chances._asdict()),
                "probabilities": rounded(chances._asdict()),
                "event": {"root": event.root, "quad": event.quad, "score": event.score} if event else None,
            }
            for row, (chances, event) in zip(rows, judged, strict=True)
        ]

    yield from answered(lines, lambda row: [tuple(row["source"]), tuple(row["target"])], judge)


@contextmanager
def parsed_with_names(
    rows: list[dict[str, Any]], tools: Tools
) -> Iterator[tuple[dict[str, Doc], dict[str, list[Span]]]]:
    """Each text's parse and where it names someone, as long as the context lasts."""
    texts = list(dict.fromkeys(row["text"] for row in rows))
    with tools.nlp.memory_zone():
        parsed = dict(zip(texts, parse(texts, tools.nlp), strict=True))
        yield parsed, {text: names_in(doc, tools.gazetteer) for text, doc in parsed.items()}


def answered(
    lines: Iterable[bytes],
    spans_of: Callable[[dict[str, Any]], list[tuple[Any, ...]]],
    judge: Callable[[list[dict[str, Any]]], list[dict[str, Any]]],
) -> Iterator[Answer]:
    """Read, judge in batches, and answer in the order of the lines; a bad line stops nothing."""
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    while batch := list(islice(numbered, AT_ONCE)):
        read = [(number, read_line(line, spans_of)) for number, line in batch]
        judged = iter(judge([row for _, row in read if isinstance(row, dict)]))
        for number, row in read:
            yield Answer(number, refusal=row) if isinstance(row, str) else Answer(number, next(judged))


def read_line(line: bytes, spans_of: Callable[[dict[str, Any]], list[tuple[Any, ...]]]) -> dict[str, Any] | str:
    """The row, or the reason why it cannot be answered."""
    try:
        if len(line) > LINE_CHARACTERS:
            raise BadLine(f"longer than {LINE_CHARACTERS:,} bytes")
        row = json.loads(line, parse_constant=not_json)
        if not isinstance(row, dict):
            raise BadLine("not a JSON object")
        text = row["text"]
        if "id" not in row or not isinstance(text, str) or len(text) > ARTICLE_CHARACTERS:
            raise BadLine(f"needs an id and a text of at most {ARTICLE_CHARACTERS:,} characters")
        for span in spans_of(row):
            if len(span) != 2 or not all(type(edge) is int for edge in span) or not 0 <= span[0] < span[1] <= len(text):
                raise BadLine(f"{list(span)} is not a span of a text of {len(text)} characters")
        return row | {"text": sound(text)}  # a lone surrogate becomes U+FFFD, one for one
    except KeyError as error:
        return f"has no {error.args[0]!r}"
    except RecursionError:
        return "is nested too deeply"
    except BadLine as error:
        return str(error)
    except json.JSONDecodeError as error:
        return f"is not JSON: {error.msg} at character {error.pos + 1}"
    except UnicodeDecodeError:
        return "is not UTF-8"
    except ValueError:  # Python turns none of more digits into a number
        return "holds a number of thousands of digits"
    except TypeError:  # null, or a number, where [a, b] should stand
        return "has a span that is not two numbers"


def not_json(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python reads and JSON does not know."""
    raise BadLine(f"{constant} is no JSON")


def most_likely(chances: dict[str, float]) -> str:
    """The label of the largest probability."""
    return max(chances, key=chances.__getitem__)


def rounded(chances: dict[str, float]) -> dict[str, float]:
    """Four digits: what the model can tell apart."""
    return {label: round(float(chance), 4) for label, chance in chances.items()}

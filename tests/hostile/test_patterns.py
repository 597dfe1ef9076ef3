"""No pattern of text or intake can be made to run for long."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest

import onrecord.intake
import onrecord.text

CHARACTERS = 20_000
SECONDS = 0.5
MARKS = """a A aA aAa é 中 1 _ . a. A. , a, a: " ' ’ ” “ a” ." 's a's ( [ — - a- -- & &amp; &# &a { {" < <html @ / a/"""
WORDS = "http:// www. .com 1st 1A 2022- 12.12. charset="
SPACED = ["Aa ", "12 ", ". ", "a. ", " ,", "a ,", " .", "a .", "By Aa ", "By A", " and A", "jan ", "See also "]
BLANK = [" ", "\t", "\n", "\r", "---\n", "#\n", "# a\n", "a: b\n", "\u0301"]
UNITS = [*MARKS.split(), *WORDS.split(), *SPACED, *BLANK]
TAILS = ("", "!", "a", "A", "1", ".", "\n", "\x00")


def _modules() -> Iterator[Any]:
    for package in (onrecord.text, onrecord.intake):
        yield package
        for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            yield importlib.import_module(found.name)


def _patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    for module in _modules():
        for name, value in vars(module).items():
            for number, each in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(each, re.Pattern):
                    yield f"{module.__name__}.{name}[{number}]", each


PATTERNS = dict(_patterns())


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 30


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_quick_on_pumped_strings(name: str) -> None:
    pattern = PATTERNS[name]
    for unit in UNITS:
        for tail in TAILS:
            text = (unit * (CHARACTERS // len(unit) + 1))[:CHARACTERS] + tail
            pumped: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
            began = time.process_time()
            for _ in pattern.finditer(pumped):
                pass
            pattern.match(pumped)
            pattern.fullmatch(pumped)
            took = time.process_time() - began
            assert took < SECONDS, f"{name} took {took:.1f} s on {unit!r} … {tail!r}"


def test_no_pattern_is_compiled_out_of_sight() -> None:
    for module in _modules():
        assert module.__file__
        with open(module.__file__, encoding="utf8") as source:
            for line in source:
                assert not re.match(r"\s+.*\bre\.(match|search|sub|split|fullmatch|finditer)\(", line), line

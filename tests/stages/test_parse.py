"""The parse keeps offsets, ends sentences at paragraphs, and is not slowed by runs that no writer makes."""

from __future__ import annotations

import time

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.stages.parse import parse, sentences


def test_offsets_are_those_of_the_text(tools: Tools) -> None:
    text = "A headline without a stop\n\n“We will,” Mara Veltin said.  She left."
    (doc,) = parse([text], tools.nlp)
    assert doc.text == text
    assert next(span.of(text) for span in sentences(doc)) == "A headline without a stop"


def test_walk_to_the_root_always_ends(tools: Tools) -> None:
    (doc,) = parse(["Mara Veltin , said\n\n- which which The talks, on Monday, " * 40], tools.nlp)
    for token in doc:
        steps = 0
        while token.head.i != token.i:
            token, steps = token.head, steps + 1
            assert steps <= len(doc)


@pytest.mark.parametrize("run", ['"' * 5_000, "_" * 20_000, "'s" * 4_000, "—" * 5_000, "x" * 50_000])
def test_verbatim_text_of_endless_marks_is_parsed_in_time(tools: Tools, run: str) -> None:
    text = f"Mara Veltin said so. {run} Doran Keel left."
    began = time.process_time()
    (doc,) = parse([text], tools.nlp)
    assert time.process_time() - began < 2
    assert len(doc.text) == len(text)
    assert [token.text for token in doc][-3:-1] == ["Keel", "left"]

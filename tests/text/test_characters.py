"""Broken characters are repaired, and quotation marks stay as they were written."""

from __future__ import annotations

import pytest

from onrecord.limits import MARK_RUN, WORD_RUN
from onrecord.text.characters import repair_characters
from onrecord.text.edits import Draft, undo


def _repaired(source: str) -> str:
    draft = repair_characters(Draft(source))
    assert undo(draft.text, draft.edits) == source
    return draft.text


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("â€œWe are ready,â€\x9d she said.", "“We are ready,” she said."),
        ("donâ€™t", "don’t"),
        ("JoÃ£o and RenÃ©e", "João and Renée"),
        ("FranÃƒÂ§ois", "François"),
        ("The &quot;talks&quot; &amp; the dam", 'The "talks" & the dam'),
        ("&#8220;Yes,&#8221; he said. It&#x2019;s late &mdash; very.", "“Yes,” he said. It’s late — very."),
        ("&amp;quot;Yes&amp;quot;", '"Yes"'),
        ("it &nbsp;said", "it  said"),
        ("one\r\ntwo\rthree\u2028four\x0bfive", "one\ntwo\nthree\nfour\nfive"),
        ("\ufeffA\u200bB\u202eC\u2066D\xadE\x00F\u200f", "ABCDEF"),
        ("lone \ud800 half", "lone  half"),
        ("ten\u00a0miles\u2009off", "ten miles off"),
        ("eﬃcient ofﬁce", "efficient office"),
        ("Zele\u0301n and cafe\u0301", "Zelén and café"),
        ("Зеле\u0301нський", "Зеле\u0301нський"),
    ],
)
def test_damage_is_repaired(source: str, repaired: str) -> None:
    assert _repaired(source) == repaired


@pytest.mark.parametrize(
    "text",
    [
        '“Yes,” she said. ‘No,’ he said. "Maybe," they said. It\'s «so» „gut“.',
        "R&D at AT&T; the &c. of Smith&Sons;",
        "Tom &unknown; Jerry &#0; &#xD800;",
        "naïve façade Ångström Łódź Київ 北京 עברית",
        "Wait... what?! (Really?) — yes — 50% – $4.5m",
        "tab\tand\nline feed",
        "",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair_characters(Draft(text)) == Draft(text)


def test_quotation_marks_are_neither_moved_nor_changed() -> None:
    marks = "“”‘’\"'„«»‹›`´"
    source = f"a{marks[:8]} b {marks[8:]}c"
    assert _repaired(source) == source


def test_long_runs_of_marks_are_broken() -> None:
    runs = _repaired('"' * 100 + "_" * 100 + " ok").split()
    assert max(len(run) for run in runs) == MARK_RUN


def test_long_words_are_broken_but_not_those_of_scripts_without_spaces() -> None:
    assert max(len(run) for run in _repaired("'s" * 1_000).split()) <= WORD_RUN
    assert _repaired("北" * 1_000) == "北" * 1_000

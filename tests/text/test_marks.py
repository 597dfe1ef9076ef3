"""Spaces round punctuation are mended, and no mark moves."""

from __future__ import annotations

import pytest

from onrecord.text.edits import Draft, undo
from onrecord.text.marks import mend_marks


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        ("the river’s peace.”An official agreed.", "the river’s peace.” An official agreed."),
        ("“ready”the minister said", "“ready” the minister said"),
        ("‘Late.’He left.", "‘Late.’ He left."),
        ("he said“We are ready,”and left", "he said “We are ready,” and left"),
        ("he said:“We are ready”", "he said: “We are ready”"),
        ('he said"We are ready,"and left', 'he said "We are ready," and left'),
        ("President , Doran Keel ; and others .", "President, Doran Keel; and others."),
        ("is it so ? Yes !", "is it so? Yes!"),
        ("a “grave error”., he said", "a “grave error”, he said"),
        ("“Enough.”. He left,, then", "“Enough.” He left, then"),
    ],
)
def test_spaces_are_mended(source: str, mended: str) -> None:
    draft = mend_marks(Draft(source))
    assert draft.text == mended
    assert undo(draft.text, draft.edits) == source


@pytest.mark.parametrize(
    "text",
    [
        "“Yes,” she said. “No.”",
        '"Yes," she said. "No."',
        'the 5\'10" boy and a 6" nail',
        "rock 'n' roll, the '90s, the players’ rights, don’t",
        "She paused . . . and left ... at once",
        "a .22 rifle and a .com address",
        "It opens: “Who’s there?” (“Nobody.”)",
        'an odd mark" in a line',
        "“He said ‘no.’” Then he left.",
        "«Oui» – “so-called”-ish",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mend_marks(Draft(text)).text == text

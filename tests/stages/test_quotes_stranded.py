"""A short sentence after another is its attribution only where it reports nothing itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.records import Report


@pytest.mark.parametrize(
    "text",
    [
        "Doran Keel said the dam was safe. Ostravia warned Karsovia.",
        "Mara Veltin said the talks had been useful. She warned Karsovia.",
    ],
)
def test_a_complete_warning_does_not_take_the_sentence_before_it(read: Callable[[str], Report], text: str) -> None:
    report = read(text)
    (quote,) = report.quotes
    names = {actor.id: actor.name for actor in report.actors}
    assert quote.speaker is not None
    assert quote.speaker.actor is not None
    assert names[quote.speaker.actor] in text.split(" said ")[0]
    assert quote.via == ()


def test_an_attribution_that_lost_its_comma_still_takes_the_sentence_before_it(read: Callable[[str], Report]) -> None:
    report = read("The dam will hold through the winter. The mayor warned.")
    (quote,) = report.quotes
    assert [span.of(report.article.text) for span in quote.spans] == ["The dam will hold through the winter"]

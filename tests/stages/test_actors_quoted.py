"""What the quotes tell of the actors: who *I* and *we* are, who speaks and stays, who is silent and goes."""

from __future__ import annotations

from onrecord.knowledge.tools import Tools
from onrecord.records import Actor, Evidence, Party, Quote, Span
from onrecord.stages.actors import drop_silent, resolve_first_person
from tests.stages.conftest import Resolve


def quote(text: str, words: str, speaker: Actor) -> Quote:
    start = text.index(words)
    span = Span(start, start + len(words))
    party = Party(None, speaker.id)
    return Quote("q1", (span,), "direct", "asserted", party, None, None, (), (), Evidence((span,), "test", 1.0))


def test_i_and_my_are_the_speaker_of_the_quote(resolve: Resolve, tools: Tools) -> None:
    text = "“I stand by my word,” said Mara Veltin."
    read = resolve(text)
    quotes = (quote(text, "I stand by my word,", read.named("Mara Veltin")),)
    cast = resolve_first_person(tools.nlp(text), read.cast, quotes)
    assert [each.span.of(text) for each in cast.mentions if each.form == "pronoun"] == ["I", "my"]


def test_we_is_a_body_or_whoever_speaks_for_one(resolve: Resolve, tools: Tools) -> None:
    text = "“We are ready,” said Mara Veltin. “We are not,” said NATO."
    read = resolve(text)
    private = (quote(text, "We are ready,", read.named("Mara Veltin")),)
    body = (quote(text, "We are not,", read.named("NATO")),)
    assert resolve_first_person(tools.nlp(text), read.cast, private) == read.cast
    assert len(resolve_first_person(tools.nlp(text), read.cast, body).mentions) == len(read.cast.mentions) + 1


def test_the_silent_are_dropped_and_the_speaking_kept(resolve: Resolve) -> None:
    text = "A senior official said that residents had fled."
    read = resolve(text)
    said = quote(text, "residents had fled", read.named("A senior official"))
    cast, (kept,), _ = drop_silent(read.cast, (said,), ())
    assert [actor.name for actor in cast.actors] == ["A senior official"]
    assert {each.actor for each in cast.mentions} == {cast.actors[0].id}
    assert kept == said


def test_a_quote_forgets_the_silent_it_was_about_and_said_to(resolve: Resolve) -> None:
    text = "A senior official told villagers that residents had fled."
    read = resolve(text)
    said = quote(text, "residents had fled", read.named("A senior official"))
    villagers, residents = read.named("villagers"), read.named("residents")
    start = text.index("villagers")
    party = Party(Span(start, start + 9), villagers.id)
    full = Quote(
        said.id, said.spans, "indirect", "asserted", said.speaker, None, party, (), (residents.id,), said.evidence
    )
    _, (kept,), _ = drop_silent(read.cast, (full,), ())
    assert kept.about == ()
    assert kept.addressee == Party(party.span, None)


def test_unnamed_actors_are_numbered_within_their_article(resolve: Resolve) -> None:
    ids = [actor.id for actor in resolve("Residents fled. A doctor stayed.").cast.actors]
    assert ids == ["unnamed:a1:1", "unnamed:a1:2"]

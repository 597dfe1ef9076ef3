"""Articles to correct: one in which two people are taken for one, one with a body that nobody saw, and plain ones."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from onrecord import records as r
from onrecord.store import archive
from onrecord.store.correcting import machines_actor
from onrecord.store.frames import Rows
from tests.store.invented import MADE_BY, PEOPLE, plain_report

ASTER, WELTIN, OSTRAVIA = "name:person:lenn aster", "name:person:mara weltin", "or-ostravia"
CAPTAIN = r.Actor("hand:person:captain-aster", "Captain Aster", "person", state=OSTRAVIA)
BOARD = r.Actor("hand:organisation:board", "Board", "organisation")

TEXT = (
    "Lenn Aster said that the harbour stays open. He praised Mara Weltin.\n"
    "Captain Aster threatened Mara Weltin. He said “Mara Weltin must go”, he told Ostravia.\n"
    "The Nets Board announced that the nets belong to Lenn Aster."
)
SENTENCES = tuple(
    r.Span(TEXT.index(begin), TEXT.index(end) + len(end))
    for begin, end in (
        ("Lenn Aster said", "stays open."),
        ("He praised", "Mara Weltin."),
        ("Captain", "threatened Mara Weltin."),
        ("He said", "told Ostravia."),
        ("The Nets", "Lenn Aster."),
    )
)


def at(words: str, nth: int = 0) -> r.Span:
    """The nth place where the words stand in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return r.Span(start, start + len(words))


def two_asters(article_id: str = "asters") -> r.Report:
    """Lenn Aster and a Captain Aster, both counted as one; *he* refers now to the one, now to the other."""
    return r.Report(
        article=r.Article(id=article_id, title="Nets", text=TEXT, outlet="Demo Wire North"),
        actors=(
            r.Actor(ASTER, "Lenn Aster", "person", None, "Envoy", OSTRAVIA, (r.Reason("Aster", "last name"),)),
            r.Actor(WELTIN, "Mara Weltin", "person", None, None, OSTRAVIA),
            r.Actor(OSTRAVIA, "Ostravia", "state", None, None, OSTRAVIA),
        ),
        mentions=(
            r.Mention(at("Lenn Aster"), ASTER, "name"),
            r.Mention(at("He"), ASTER, "pronoun"),
            r.Mention(at("Mara Weltin"), WELTIN, "name"),
            r.Mention(at("Captain Aster"), ASTER, "name"),
            r.Mention(at("Mara Weltin", 1), WELTIN, "name"),
            r.Mention(at("He", 1), ASTER, "pronoun"),
            r.Mention(at("Mara Weltin", 2), WELTIN, "name"),
            r.Mention(at("Ostravia"), OSTRAVIA, "name"),
            r.Mention(at("Lenn Aster", 1), ASTER, "name"),
        ),
        quotes=(
            _quote("q1", "the harbour stays open", r.Party(at("Lenn Aster"), ASTER), ()),
            _quote("q2", "Mara Weltin must go", r.Party(None, ASTER), (WELTIN,)),
            _quote("q3", "the nets belong to Lenn Aster", r.Party(at("The Nets Board"), None), (ASTER,)),
        ),
        tones=(
            _tone(WELTIN, at("Mara Weltin"), None, 0.8),
            _tone(ASTER, at("Captain Aster"), None, -0.6),
            _tone(WELTIN, at("Mara Weltin", 2), ASTER, -0.7),
        ),
        stances=(
            _stance(ASTER, WELTIN, 0.8, SENTENCES[1], None),
            _stance(ASTER, WELTIN, -0.9, SENTENCES[2], None),
            _stance(ASTER, "harbour-talks", 0.5, SENTENCES[0], "q1"),
        ),
        dates=(),
        cautions=(),
        sentences=SENTENCES,
        made_by=MADE_BY,
    )


def _quote(id_: str, words: str, speaker: r.Party, about: tuple[str, ...]) -> r.Quote:
    sentence = next(each for each in SENTENCES if each.covers(at(words)))
    evidence = r.Evidence((sentence,), "invented", 0.9)
    cue = r.Span(sentence.start, sentence.start + 2)
    return r.Quote(id_, (at(words),), "mixed", "asserted", speaker, cue, None, (), about, evidence, "say")


def _tone(actor: str, mention: r.Span, voice: str | None, score: float) -> r.Tone:
    chances = r.ToneProbabilities(max(-score, 0.0), 1 - abs(score), max(score, 0.0))
    evidence = r.Evidence(tuple(each for each in SENTENCES if each.covers(mention)), "invented", 0.9)
    return r.Tone(actor, mention, voice, "positive" if score > 0 else "negative", score, chances, evidence)


def _stance(holder: str, target: str, score: float, sentence: r.Span, quote: str | None) -> r.Stance:
    chances = r.StanceProbabilities(max(score, 0.0), max(-score, 0.0), 1 - abs(score))
    position: r.Position = "supports" if score > 0 else "opposes"
    name = {WELTIN: "Mara Weltin"}.get(target, "Talks on the harbour")
    evidence = r.Evidence((sentence,), "invented", 0.9)
    return r.Stance(holder, target, name, position, "said", "actual", None, chances, evidence, quote)


def person(nth: int) -> r.Actor:
    """One of the people of the plain reports."""
    name, (id_, state) = sorted(PEOPLE.items())[nth]
    return r.Actor(id_, name, "person", state=state)


def fill(path: Path, plain: int = 6) -> None:
    """The article of the two Asters, and plain ones."""
    archive.save(path, two_asters())
    for n in range(plain):
        archive.save(path, plain_report(n))


def actor(path: Path, id_: str) -> r.Actor:
    """An actor as the machine found it."""
    found = machines_actor(path, id_)
    assert found is not None
    return found


def ids(found: Rows) -> set[str]:
    """Every id that stands anywhere in the rows."""
    singles = [
        found.mentions["actor"], found.quotes["speaker"], found.quotes["addressee"], found.tones["actor"],
        found.tones["voice"], found.stances["holder"], found.stances["target"],
    ]  # fmt: skip
    lists = [found.quotes["via"].explode(), found.quotes["about"].explode()]
    return {id_ for column in [*singles, *lists] for id_ in column.dropna()}


def same(one: Rows, other: Rows) -> bool:
    """Whether all five tables are equal."""
    return all(getattr(one, field.name).equals(getattr(other, field.name)) for field in fields(Rows))

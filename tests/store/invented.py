"""Reports about invented people and states: one that uses every field, and any number of plain ones."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from onrecord import records as r

OSTRAVIA, KARSOVIA, VELTIN, KEEL, VELM = "or-ostravia", "or-karsovia", "or-mara-veltin", "or-doran-keel", "or-velm"
MADE_BY = r.Provenance("0.1.0", "invented 1", "0123abcd")

ACTORS = (
    r.Actor(VELTIN, "Mara Veltin", "person", None, "President", OSTRAVIA, (r.Reason("Veltin", "last name"),)),
    r.Actor(OSTRAVIA, "Ostravia", "state", "Q999999901", None, OSTRAVIA),
    r.Actor(KEEL, "Doran Keel", "person", None, None, KARSOVIA),
    r.Actor(KARSOVIA, "Karsovia", "state", None, None, KARSOVIA),
    r.Actor(VELM, "Velm", "place", None, None, KARSOVIA),
)

TEXT = (
    "Mara Veltin told reporters in Velm that “Karsovia must leave the harbour”.\n"
    "According to Doran Keel, Veltin’s ministers refused to talk. “We wait,” he said, “until spring.”"
)
FIRST, SECOND = r.Span(0, TEXT.index("\n")), r.Span(TEXT.index("\n") + 1, len(TEXT))

PEOPLE = {f"Person {i:02d}": (f"name:person:person {i:02d}", f"or-state-{i % 6}") for i in range(24)}


def at(words: str) -> r.Span:
    """Where the words stand in TEXT."""
    return r.Span(TEXT.index(words), TEXT.index(words) + len(words))


def full_report(article_id: str = "full") -> r.Report:
    """A report that uses every field that a record has."""
    return r.Report(
        article=r.Article(
            id=article_id,
            title="Harbour — the row",
            text=TEXT,
            origin="harbour.md",
            outlet="Demo Wire North",
            author="A. Writer",
            url="https://example.org/a?b=1",
            published=date(2022, 2, 3),
            written=(date(2022, 2, 1), date(2022, 2, 2)),
            edits=(r.Edit(0, 0, "READ MORE", "see-also"), r.Edit(3, 4, "a\u0301", "nfc")),
        ),
        actors=ACTORS,
        mentions=(
            r.Mention(at("Mara Veltin"), VELTIN, "name"),
            r.Mention(at("Velm"), VELM, "name"),
            r.Mention(at("Karsovia"), KARSOVIA, "name"),
            r.Mention(at("Doran Keel"), KEEL, "name"),
            r.Mention(at("he said"), KEEL, "pronoun"),
        ),
        quotes=_quotes(),
        tones=_tones(),
        stances=_stances(),
        dates=(r.Scheduled(at("spring"), date(2022, 3, 1), "talks"),),
        cautions=("The page is dated 2022-02-03, but the text was written before.", "Second caution."),
        sentences=(FIRST, SECOND),
        made_by=MADE_BY,
    )


def _quotes() -> tuple[r.Quote, ...]:
    demand = r.Quote(
        id="q1",
        spans=(at("Karsovia must leave the harbour"),),
        kind="mixed",
        claim="demanded",
        speaker=r.Party(at("Mara Veltin"), VELTIN),
        cue=at("told"),
        addressee=r.Party(at("reporters"), None),
        via=(),
        about=(KARSOVIA, VELM),
        evidence=r.Evidence((FIRST,), "ccomp", 0.9),
        verb="tell",
    )
    relayed = replace(
        demand,
        id="q2",
        spans=(at("refused to talk"),),
        kind="indirect",
        claim="denied",
        speaker=r.Party(None, VELTIN),
        cue=None,
        addressee=None,
        via=(r.Party(at("Doran Keel"), KEEL), r.Party(at("he"), None)),
        about=(VELTIN,),
        evidence=r.Evidence((), "according-to", 0.55),
        verb="",
    )
    split = replace(
        demand,
        id="q3",
        spans=(at("We wait,"), at("until spring.")),
        kind="direct",
        claim="asserted",
        speaker=None,
        cue=at("said"),
        addressee=r.Party(None, KARSOVIA),
        about=(),
        evidence=r.Evidence((FIRST, SECOND), "split", 1 / 3),
        verb="say",
    )
    return demand, relayed, split


def _tones() -> tuple[r.Tone, ...]:
    said = r.Tone(
        actor=KARSOVIA,
        mention=at("Karsovia"),
        voice=VELTIN,
        label="negative",
        score=-0.61,
        probabilities=r.ToneProbabilities(0.71, 0.19, 0.1),
        evidence=r.Evidence((FIRST,), "model", 0.71),
    )
    return said, replace(said, voice=None, label="abstained"), replace(said, actor=VELM, mention=at("Velm"))


def _stances() -> tuple[r.Stance, ...]:
    said = r.Stance(
        holder=VELTIN,
        target=KARSOVIA,
        target_name="Karsovia",
        position="opposes",
        basis="said",
        modality="demanded",
        event=r.Event("DEMAND", "verbal conflict", -5.0),
        probabilities=r.StanceProbabilities(0.03, 0.9, 0.07),
        evidence=r.Evidence((FIRST,), "event", 0.9),
        quote="q1",
    )
    return said, replace(said, target="harbour-talks", target_name="Talks", event=None, quote=None)


def plain_report(n: int, *, outlet: str = "", sentences: int = 12) -> r.Report:
    """The nth of any number of reports in which invented people speak of each other, alike in size to a real one."""
    chance = random.Random(n)
    pieces: list[str] = []
    found: list[_Said] = []
    for i in range(sentences):
        who, whom = chance.sample(sorted(PEOPLE), 2)
        said = f"the plan of {whom} number {n}-{i} is a danger to the harbour and to the villages around it"
        pieces.append(f"{who} told {whom} on that day in the capital that {said}.")
        start = sum(len(piece) + 1 for piece in pieces[:-1])
        found.append(_Said(who, whom, start, r.Span(start, start + len(pieces[-1])), said, f"q{i + 1}"))
    seen = {name for said in found for name in (said.who, said.whom)}
    return r.Report(
        article=r.Article(
            id=f"plain-{n}",
            title=f"Title {n}",
            text="\n".join(pieces),
            outlet=outlet or f"Demo Outlet {n % 5}",
            published=date(2021, 11, 1) + timedelta(days=n % 270),
        ),
        actors=tuple(r.Actor(PEOPLE[name][0], name, "person", state=PEOPLE[name][1]) for name in sorted(seen)),
        mentions=tuple(mention for said in found for mention in said.mentions()),
        quotes=tuple(said.quote(chance) for said in found),
        tones=tuple(tone for said in found for tone in said.tones(chance)),
        stances=tuple(said.stance(chance) for said in found),
        dates=(),
        cautions=(),
        sentences=tuple(said.sentence for said in found),
        made_by=MADE_BY,
    )


class _Said:
    """One sentence of a plain report: who told whom what."""

    def __init__(self, who: str, whom: str, start: int, sentence: r.Span, said: str, quote_id: str) -> None:
        self.who, self.whom, self.sentence, self.quote_id = who, whom, sentence, quote_id
        self.speaker = r.Span(start, start + len(who))
        self.addressee = r.Span(start + len(who) + 6, start + len(who) + 6 + len(whom))
        self.content = r.Span(sentence.end - 1 - len(said), sentence.end - 1)
        self.inside = r.Span(self.content.start + 12, self.content.start + 12 + len(whom))
        self.evidence = r.Evidence((sentence,), "invented", 0.5)

    def mentions(self) -> list[r.Mention]:
        whom = PEOPLE[self.whom][0]
        return [
            r.Mention(self.speaker, PEOPLE[self.who][0], "name"),
            *(r.Mention(span, whom, "name") for span in (self.addressee, self.inside)),
        ]

    def quote(self, chance: random.Random) -> r.Quote:
        speaker, addressee = PEOPLE[self.who][0], PEOPLE[self.whom][0]
        return r.Quote(
            id=self.quote_id,
            spans=(self.content,),
            kind="indirect",
            claim="asserted",
            speaker=r.Party(self.speaker, speaker),
            cue=r.Span(self.speaker.end + 1, self.speaker.end + 5),
            addressee=r.Party(self.addressee, addressee),
            via=(),
            about=(addressee,),
            evidence=self.evidence,
            verb=chance.choice(["say", "claim", "admit", "tell"]),
        )

    def tones(self, chance: random.Random) -> list[r.Tone]:
        score = chance.uniform(-1, 1)
        chances = r.ToneProbabilities(0.5 - score / 2, 0.0, 0.5 + score / 2)
        made: list[r.Tone] = []
        for mention in self.mentions():
            voice = PEOPLE[self.who][0] if mention.span == self.inside else None
            label: Any = chance.choice(["negative", "neutral", "positive", "abstained"])
            made.append(r.Tone(mention.actor, mention.span, voice, label, score, chances, self.evidence))
        return made

    def stance(self, chance: random.Random) -> r.Stance:
        score, on_issue = chance.uniform(-1, 1), chance.random() < 0.5
        position: Any = chance.choice(["supports", "opposes", "neutral", "abstained"])
        return r.Stance(
            holder=PEOPLE[self.who][0],
            target="harbour-talks" if on_issue else PEOPLE[self.whom][0],
            target_name="Talks" if on_issue else self.whom,
            position=position,
            basis="said",
            modality="actual",
            event=None,
            probabilities=r.StanceProbabilities(0.5 + score / 2, 0.5 - score / 2, 0.0),
            evidence=self.evidence,
            quote=self.quote_id,
        )

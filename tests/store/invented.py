"""Reports about invented people and states: one that uses every field, and any number of plain ones."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from onrecord import records as r

OSTRAVIA, KARSOVIA, VELTIN, KEEL = "or-ostravia", "or-karsovia", "or-mara-veltin", "or-doran-keel"
MADE_BY = r.Provenance("0.1.0", "invented 1", "0123abcd")

ACTORS = (
    r.Actor(VELTIN, "Mara Veltin", "person", None, "President of Ostravia", OSTRAVIA, (r.Reason("Veltin", "last name"),)),
    r.Actor(OSTRAVIA, "Ostravia", "state", "Q999999901", None, OSTRAVIA),
    r.Actor(KEEL, "Doran Keel", "person", None, None, KARSOVIA),
    r.Actor(KARSOVIA, "Karsovia", "state", None, None, KARSOVIA),
    r.Actor("or-velm", "Velm", "place", None, None, KARSOVIA),
)


def span(text: str, words: str, nth: int = 0) -> r.Span:
    """Where the words stand in the text, the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return r.Span(start, start + len(words))


def full_report(article_id: str = "full") -> r.Report:
    """A report that uses every field that a record has."""
    text = (
        "Mara Veltin told reporters in Velm that “Karsovia must leave the harbour”.\n"
        "According to Doran Keel, Veltin’s ministers refused to talk. “We wait,” he said, “until spring.”"
    )
    first, second = r.Span(0, text.index("\n")), r.Span(text.index("\n") + 1, len(text))
    speaker = r.Party(span(text, "Mara Veltin"), VELTIN)
    quotes = (
        r.Quote(
            "q1", (span(text, "Karsovia must leave the harbour"),), "mixed", "demanded", speaker, span(text, "told"),
            r.Party(span(text, "reporters"), None), (), (KARSOVIA, "or-velm"), r.Evidence((first,), "ccomp", 0.9), "tell",
        ),
        r.Quote(
            "q2", (span(text, "refused to talk"),), "indirect", "denied", r.Party(None, VELTIN), None,
            None, (r.Party(span(text, "Doran Keel"), KEEL), r.Party(span(text, "he"), None)), (VELTIN,),
            r.Evidence((), "according-to", 0.55),
        ),
        r.Quote(
            "q3", (span(text, "We wait,"), span(text, "until spring.")), "direct", "asserted", None, span(text, "said"),
            r.Party(None, KARSOVIA), (), (), r.Evidence((first, second), "split", 1 / 3), "say",
        ),
    )  # fmt: skip
    tone = r.Tone(
        KARSOVIA, span(text, "Karsovia"), VELTIN, "negative", -0.61, r.ToneProbabilities(0.71, 0.19, 0.1),
        r.Evidence((first,), "model", 0.71),
    )  # fmt: skip
    stance = r.Stance(
        VELTIN, KARSOVIA, "Karsovia", "opposes", "said", "demanded", r.Event("DEMAND", "verbal conflict", -5.0),
        r.StanceProbabilities(0.03, 0.9, 0.07), r.Evidence((first,), "event", 0.9), "q1",
    )  # fmt: skip
    return r.Report(
        article=r.Article(
            article_id, "Harbour — the row", text, "harbour.md", "Demo Wire North", "A. Writer", "https://example.org/a?b=1",
            date(2022, 2, 3), (date(2022, 2, 1), date(2022, 2, 2)), "en",
            (r.Edit(0, 0, "READ MORE", "see-also"), r.Edit(3, 4, "a\u0301", "nfc")),
        ),
        actors=ACTORS,
        mentions=(
            r.Mention(span(text, "Mara Veltin"), VELTIN, "name"),
            r.Mention(span(text, "Velm"), "or-velm", "name"),
            r.Mention(span(text, "Karsovia"), KARSOVIA, "name"),
            r.Mention(span(text, "Doran Keel"), KEEL, "name"),
            r.Mention(span(text, "he said"), KEEL, "pronoun"),
        ),
        quotes=quotes,
        tones=(tone, replace(tone, voice=None, label="abstained"), replace(tone, actor="or-velm", mention=span(text, "Velm"))),
        stances=(stance, replace(stance, target="harbour-talks", target_name="Talks", event=None, quote=None)),
        dates=(r.Scheduled(span(text, "spring"), date(2022, 3, 1), "talks"),),
        cautions=("The page is dated 2022-02-03, but the text was written before.", "Second caution."),
        sentences=(first, second),
        made_by=MADE_BY,
    )  # fmt: skip


def plain_report(n: int, outlet: str = "", sentences: int = 12, seed: int = 0) -> r.Report:
    """The nth of any number of reports in which invented people speak of each other, alike in size to a real one."""
    chance = random.Random(f"{seed} {n}")
    people = [f"Person {i:02d}" for i in range(24)]
    ids = {name: f"name:person:{name.casefold()}" for name in people}
    states = [f"or-state-{i % 6}" for i in range(24)]
    pieces, spans, spoken = [], [], []
    at = 0
    for i in range(sentences):
        who, whom = chance.sample(people, 2)
        said = f"the plan of {whom} number {n} and {i} is a danger to the harbour and to the fishing villages around it"
        sentence = f"{who} told {whom} on that day in the capital that {said}."
        pieces.append(sentence)
        spans.append(r.Span(at, at + len(sentence)))
        spoken.append((who, whom, at, at + len(sentence) - len(said) - 1))
        at += len(sentence) + 1
    text = "\n".join(pieces)
    mentions, quotes, tones, stances = [], [], [], []
    for i, ((who, whom, start, said_at), sentence_span) in enumerate(zip(spoken, spans, strict=True)):
        end = sentence_span.end - 1
        there = r.Span(said_at + 12, said_at + 12 + len(whom))
        evidence = r.Evidence((sentence_span,), "invented", round(chance.random(), 3))
        addressee = r.Span(start + len(who) + 6, start + len(who) + 6 + len(whom))
        mentions += [r.Mention(r.Span(start, start + len(who)), ids[who], "name")]
        mentions += [r.Mention(addressee, ids[whom], "name"), r.Mention(there, ids[whom], "name")]
        quotes.append(
            r.Quote(
                f"q{i + 1}", (r.Span(said_at, end),), "indirect", "asserted", r.Party(r.Span(start, start + len(who)), ids[who]),
                r.Span(start + len(who) + 1, start + len(who) + 5), r.Party(addressee, ids[whom]), (), (ids[whom],), evidence,
                chance.choice(["say", "claim", "admit", "tell"]),
            )
        )  # fmt: skip
        score = chance.uniform(-1, 1)
        for mention in mentions[-3:]:
            voice = ids[who] if mention.span == there else None
            label = chance.choice(["negative", "neutral", "positive", "abstained"])
            tones.append(
                r.Tone(mention.actor, mention.span, voice, label, score, r.ToneProbabilities(0.2, 0.3, 0.5), evidence)  # type: ignore[arg-type]
            )
        stances.append(
            r.Stance(
                ids[who], chance.choice([ids[whom], "harbour-talks"]), whom, chance.choice(["supports", "opposes", "abstained"]),  # type: ignore[arg-type]
                chance.choice(["said", "did"]), "actual", None, r.StanceProbabilities(0.5 + score / 2, 0.5 - score / 2, 0.0),  # type: ignore[arg-type]
                evidence, f"q{i + 1}",
            )
        )  # fmt: skip
    seen = {mention.actor for mention in mentions}
    return r.Report(
        article=r.Article(
            f"plain-{seed}-{n}", f"Title {n}", text, outlet=outlet or f"Demo Outlet {n % 5}",
            published=date(2021, 11, 1) + timedelta(days=n % 270),
        ),
        actors=tuple(r.Actor(ids[p], p, "person", state=states[i]) for i, p in enumerate(people) if ids[p] in seen),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        quotes=tuple(quotes),
        tones=tuple(tones),
        stances=tuple(stances),
        dates=(),
        cautions=(),
        sentences=tuple(spans),
        made_by=MADE_BY,
    )  # fmt: skip

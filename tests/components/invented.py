"""A small corpus of invented people, states and outlets, as reports: every offset is found in the text, none typed."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord import records as r

ACTORS = {
    "name:state:ostravia": ("Ostravia", "state", None),
    "name:state:karsovia": ("Karsovia", "state", None),
    "name:person:mara veltin": ("Mara Veltin", "person", "name:state:ostravia"),
    "name:person:doran keel": ("Doran Keel", "person", "name:state:karsovia"),
    "name:organisation:lake league": ("Lake League", "organisation", None),
}
IDS = {name: identity for identity, (name, _, _) in ACTORS.items()}
ISSUES = {"harbour-dam": "Damming the harbour", "talks": "Settlement by talks"}
OUTLETS = ("Demo Wire North", "Demo Courier East", "Demo Gazette West")
MADE_BY = r.Provenance("0.1.0", "invented model", "invented data")

CLOSE = "we will close the harbour if the dam is built"

# speaker, verb, claim, addressee, words, target, how clearly the speaker is against (-1) or for (1) it, basis
EVENTS = (
    ("Mara Veltin", "warned", "threatened", "Doran Keel", CLOSE, "Karsovia", -0.9, "said"),
    ("Doran Keel", "said", "asserted", None, "the dam is ours to build", "harbour-dam", 0.9, "said"),
    ("Mara Veltin", "rejected", "denied", "Doran Keel", "Ostravia wants no such dam", "harbour-dam", -0.8, "said"),
    ("Lake League", "called", "demanded", "Karsovia", "both sides must come to the table", "talks", 0.8, "said"),
    ("Karsovia", "moved", "asserted", None, "barges towards the harbour mouth", "Ostravia", -0.6, "did"),
    ("Doran Keel", "promised", "promised", "Mara Veltin", "we will talk before spring", "talks", 0.4, "said"),
    ("Ostravia", "praised", "asserted", "Lake League", "the League has been patient", "Lake League", 0.7, "narrated"),
    ("Mara Veltin", "asked", "asked", "Lake League", "who will pay for the lost nets", "Lake League", 0.05, "said"),
)  # fmt: skip


def reports(count: int = 14) -> list[r.Report]:
    """`count` reports over four months, three outlets in turn; the last carries a caution and has no date."""
    return [report(n, undated=n == count - 1) for n in range(count)]


def report(n: int, *, undated: bool = False, outlet: str | None = None, identity: str | None = None) -> r.Report:
    """The n-th report: four of the events, told in four sentences."""
    told = [EVENTS[(n + step) % len(EVENTS)] for step in range(4)]
    sentences = [_sentence(event) for event in told]
    text = "\n".join(sentences)
    day = None if undated else date(2022, 1, 3) + timedelta(days=9 * n)
    article = r.Article(
        id=identity or f"invented{n:08d}",
        title=f"Harbour dispute, part {n + 1}",
        text=text,
        outlet=outlet if outlet is not None else OUTLETS[n % len(OUTLETS)],
        published=day,
        written=(day, day) if day else None,
    )
    starts = [text.index(sentence) for sentence in sentences]
    spans = [r.Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    mentions = _mentions(text)
    quotes = [_quote(text, span, event, i) for i, (span, event) in enumerate(zip(spans, told, strict=True), 1)]
    return r.Report(
        article=article,
        actors=tuple(_actor(identity) for identity in ACTORS if any(m.actor == identity for m in mentions)),
        mentions=tuple(mentions),
        quotes=tuple(quotes),
        tones=tuple(_tone(mention, quotes, spans, n) for mention in mentions),
        stances=tuple(_stance(span, event, quote, n) for span, event, quote in zip(spans, told, quotes, strict=True)),
        dates=(),
        cautions=("The text gives no date, so offices were not resolved.",) if undated else (),
        sentences=tuple(spans),
        made_by=MADE_BY,
    )


def _sentence(event: tuple[object, ...]) -> str:
    speaker, verb, _, addressee, words, *_ = event
    return f"{speaker} {verb}{f' {addressee}' if addressee else ''}: “{words}.”"


def _actor(identity: str) -> r.Actor:
    name, kind, state = ACTORS[identity]
    return r.Actor(
        id=identity, name=name, kind=kind, state=state or (identity if kind == "state" else None),
        office="President of Ostravia" if name == "Mara Veltin" else None,
        reasons=(r.Reason(name, "the full name, as it stands"),),
    )  # fmt: skip


def _mentions(text: str) -> list[r.Mention]:
    found = []
    for identity, (name, _, _) in ACTORS.items():
        start = text.find(name)
        while start >= 0:
            found.append(r.Mention(r.Span(start, start + len(name)), identity, "name"))
            start = text.find(name, start + 1)
    return sorted(found, key=lambda mention: mention.span)


def _quote(text: str, span: r.Span, event: tuple, i: int) -> r.Quote:
    speaker, verb, claim, addressee, words, *_ = event
    start = text.index(words, span.start)
    who = text.index(speaker, span.start)
    cue = text.index(verb, span.start)
    to = None
    if addressee:
        at = text.index(addressee, cue)
        to = r.Party(r.Span(at, at + len(addressee)), IDS[addressee])
    return r.Quote(
        id=f"q{i}",
        spans=(r.Span(start, start + len(words)),),
        kind="direct",
        claim=claim,
        speaker=r.Party(r.Span(who, who + len(speaker)), IDS[speaker]),
        cue=r.Span(cue, cue + len(verb)),
        addressee=to,
        via=(),
        about=tuple(identity for name, identity in IDS.items() if name in words),
        evidence=r.Evidence((span,), "quotation marks", 0.95),
        verb=verb,
    )


def _tone(mention: r.Mention, quotes: list[r.Quote], spans: list[r.Span], n: int) -> r.Tone:
    around = next(span for span in spans if span.covers(mention.span))
    inside = next((q for q in quotes if q.spans[0].covers(mention.span)), None)
    label, chances = (("negative", (0.7, 0.2, 0.1)), ("neutral", (0.1, 0.8, 0.1)), ("positive", (0.1, 0.3, 0.6)))[n % 3]
    if (mention.span.start + n) % 7 == 0:
        label, chances = "abstained", (0.34, 0.33, 0.33)
    return r.Tone(
        actor=mention.actor,
        mention=mention.span,
        voice=inside.speaker.actor if inside and inside.speaker else None,
        label=label,
        score=chances[2] - chances[0],
        probabilities=r.ToneProbabilities(*chances),
        evidence=r.Evidence((around,), "invented judge", max(chances)),
    )


def _stance(span: r.Span, event: tuple, quote: r.Quote, n: int) -> r.Stance:
    speaker, _, claim, _, _, target, side, basis = event
    side = side * (1 - 0.1 * (n % 4))
    supports, opposes = max(side, 0) * 0.95 + 0.02, max(-side, 0) * 0.95 + 0.02
    position = "supports" if side > 0.3 else "opposes" if side < -0.3 else "abstained"
    return r.Stance(
        holder=IDS[speaker],
        target=IDS.get(target, target),
        target_name=ISSUES.get(target, target),
        position=position,
        basis=basis,
        modality="threatened" if claim == "threatened" else "actual",
        event=r.Event("COERCE", "material conflict", -7.0) if basis == "did" else None,
        probabilities=r.StanceProbabilities(supports, opposes, 1 - supports - opposes),
        evidence=r.Evidence((span,), "invented rule", 0.9),
        quote=quote.id if basis == "said" else None,
    )

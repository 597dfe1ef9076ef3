"""One invented article with everything the Article page can show: every offset is found in the text, none typed."""

from __future__ import annotations

from datetime import date

from onrecord import records as r

TEXT = """Harbour deal is near, envoy says

“We are ready to talk,” Mara Veltin, the president of Ostravia, told Doran Keel on Tuesday. According to Lenn Aster, \
she warned that the dam would “drown three villages” and called on Karsovia to stop.

A senior Karsovian official declined to comment. The Lake League meets on 5 May 2022. Karsovia sent barges to the \
harbour mouth, and fishermen blocked the road."""

VELTIN, KEEL, ASTER = "name:person:mara veltin", "name:person:doran keel", "name:person:lenn aster"
OSTRAVIA, KARSOVIA, LEAGUE = "name:state:ostravia", "name:state:karsovia", "name:organisation:lake league"
FISHERMEN, OFFICIAL = "name:group:fishermen", "unnamed:harbour0:1"
MADE_BY = r.Provenance("0.1.0", "invented model", "invented data")
SURE = 0.9


def at(words: str, after: str = "") -> r.Span:
    """Where the words stand, after other words."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return r.Span(start, start + len(words))


def report(identity: str = "harbour0", **article: object) -> r.Report:
    """The article as read; `article` changes fields of it."""
    given = {
        "id": identity, "title": "Harbour deal is near, envoy says", "text": TEXT, "outlet": "Demo Wire North",
        "author": "Ivo Brand", "url": "https://demo-wire-north.example/harbour", "published": date(2022, 5, 3),
        "written": (date(2022, 5, 3), date(2022, 5, 4)), "edits": edits(),
    } | article  # fmt: skip
    return r.Report(
        article=r.Article(**given),  # type: ignore[arg-type]
        actors=actors(),
        mentions=mentions(),
        quotes=quotes(),
        tones=tones(),
        stances=stances(),
        dates=(r.Scheduled(at("5 May 2022"), date(2022, 5, 5), "the Lake League meets"),),
        cautions=("The page is dated 2022-08-07, but the text was written before 2022-05-05.",),
        sentences=sentences(),
        made_by=MADE_BY,
    )


def edits() -> tuple[r.Edit, ...]:
    """A masthead dropped, a space put in between glued words, and a mangled word replaced."""
    tuesday, barges = at(" Karsovia to stop").start, at("barges")
    return (
        r.Edit(0, 0, "Demo Wire North | Menu | Log in\n", "masthead"),
        r.Edit(tuesday, tuesday + 1, "", "glued words"),
        r.Edit(barges.start, barges.end, "bargÃ©s", "mojibake"),
    )


def actors() -> tuple[r.Actor, ...]:
    """Two people, two states, an organisation, a group, an unnamed source, and a place that is never shown."""
    return (
        r.Actor(
            VELTIN, "Mara Veltin", "person", office="President of Ostravia", state=OSTRAVIA,
            reasons=(r.Reason("the president of Ostravia", "beside the name"), r.Reason("she", "the last woman named")),
        ),
        r.Actor(KEEL, "Doran Keel", "person", state=KARSOVIA),
        r.Actor(ASTER, "Lenn Aster", "person"),
        r.Actor(OSTRAVIA, "Ostravia", "state", state=OSTRAVIA),
        r.Actor(KARSOVIA, "Karsovia", "state", state=KARSOVIA),
        r.Actor(LEAGUE, "Lake League", "organisation"),
        r.Actor(FISHERMEN, "fishermen", "group"),
        r.Actor(OFFICIAL, "A senior Karsovian official", "unnamed", state=KARSOVIA),
        r.Actor("name:place:harbour mouth", "harbour mouth", "place"),
    )  # fmt: skip


def mentions() -> tuple[r.Mention, ...]:
    """In order of the text."""
    found = (
        r.Mention(at("Mara Veltin"), VELTIN, "name"),
        r.Mention(at("the president of Ostravia"), VELTIN, "office"),
        r.Mention(at("Ostravia"), OSTRAVIA, "name"),
        r.Mention(at("Doran Keel"), KEEL, "name"),
        r.Mention(at("Lenn Aster"), ASTER, "name"),
        r.Mention(at("she", "Aster"), VELTIN, "pronoun"),
        r.Mention(at("Karsovia", "called on"), KARSOVIA, "name"),
        r.Mention(at("A senior Karsovian official"), OFFICIAL, "description"),
        r.Mention(at("Lake League"), LEAGUE, "name"),
        r.Mention(at("Karsovia", "5 May"), KARSOVIA, "name"),
        r.Mention(at("harbour mouth"), "name:place:harbour mouth", "name"),
        r.Mention(at("fishermen"), FISHERMEN, "description"),
    )
    return tuple(sorted(found, key=lambda mention: mention.span))


def quotes() -> tuple[r.Quote, ...]:
    """A direct quote to somebody, a mixed one that another relays, and a refusal to speak."""
    she = at("she", "Aster")
    first, second, third = sentences()[1], sentences()[2], sentences()[3]
    return (
        r.Quote(
            "q1", (at("We are ready to talk,"),), "direct", "promised", r.Party(at("Mara Veltin"), VELTIN), at("told"),
            r.Party(at("Doran Keel"), KEEL), (), (), r.Evidence((first,), "marks, then attribution", 0.97), "tell",
        ),
        r.Quote(
            "q2", (at("the dam would “drown three villages”"),), "mixed", "threatened", r.Party(she, VELTIN),
            at("warned"), None, (r.Party(at("Lenn Aster"), ASTER),), (), r.Evidence((second,), "ccomp", 0.8), "warn",
        ),
        r.Quote(
            "q3", (at("to comment"),), "indirect", "declined", r.Party(at("A senior Karsovian official"), OFFICIAL),
            at("declined"), None, (), (), r.Evidence((third,), "xcomp", 0.7), "decline",
        ),
    )  # fmt: skip


def tones() -> tuple[r.Tone, ...]:
    """One of each label."""
    judged = (("Mara Veltin", VELTIN, "positive"), ("Doran Keel", KEEL, "neutral"), ("Karsovia", KARSOVIA, "negative"),
              ("fishermen", FISHERMEN, "abstained"))  # fmt: skip
    chances = {
        "positive": (0.1, 0.2, 0.7),
        "neutral": (0.1, 0.8, 0.1),
        "negative": (0.7, 0.2, 0.1),
        "abstained": (0.34, 0.33, 0.33),
    }
    spans = [at(words, "5 May" if words == "Karsovia" else "") for words, _, _ in judged]
    return tuple(
        r.Tone(
            actor, span, None, label, chances[label][2] - chances[label][0],  # type: ignore[arg-type]
            r.ToneProbabilities(*chances[label]),
            r.Evidence(tuple(s for s in sentences() if s.covers(span)), "invented judge", max(chances[label])),
        )
        for (_, actor, label), span in zip(judged, spans, strict=True)
    )  # fmt: skip


def stances() -> tuple[r.Stance, ...]:
    """What Veltin says against the dam, what Karsovia did, and one that is not sure."""
    first, second, last = sentences()[1], sentences()[2], sentences()[5]
    return (
        r.Stance(VELTIN, "harbour-dam", "Damming the harbour", "opposes", "said", "threatened", None,
                 r.StanceProbabilities(0.05, 0.85, 0.1), r.Evidence((second,), "threat", SURE), "q2"),
        r.Stance(VELTIN, "talks", "Settlement by talks", "supports", "said", "promised", None,
                 r.StanceProbabilities(0.9, 0.02, 0.08), r.Evidence((first,), "promise", SURE), "q1"),
        r.Stance(KARSOVIA, OSTRAVIA, "Ostravia", "opposes", "did", "actual",
                 r.Event("COERCE", "material conflict", -7.0), r.StanceProbabilities(0.04, 0.9, 0.06),
                 r.Evidence((last,), "act", SURE)),
        r.Stance(FISHERMEN, KARSOVIA, "Karsovia", "abstained", "narrated", "actual", None,
                 r.StanceProbabilities(0.3, 0.4, 0.3), r.Evidence((last,), "judge", 0.4)),
    )  # fmt: skip


def sentences() -> tuple[r.Span, ...]:
    """The headline and the five sentences."""
    whole = (
        "Harbour deal is near, envoy says",
        TEXT[TEXT.index("“We") : TEXT.index(" According")],
        TEXT[TEXT.index("According") : TEXT.index("\n\nA senior")],
        "A senior Karsovian official declined to comment.",
        "The Lake League meets on 5 May 2022.",
        TEXT[TEXT.index("Karsovia sent") :],
    )
    return tuple(at(sentence) for sentence in whole)

"""A report as what its reader goes through: each finding with its row of a table, its sentence, and where it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from components import words, words_evidence
from components import words_article as told
from components.paint import visible
from onrecord.records import Actor, Edit, Party, Quote, Report, Span, Stance, Tone

AROUND = 40  # characters on each side of a repair, enough to find it by eye


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of a table, told as a sentence, and the stretches of text to mark when it is chosen."""

    row: dict[str, Any]
    told: str
    spans: tuple[Span, ...]


def names_of(report: Report) -> dict[str, str]:
    """The name of each actor id."""
    return {actor.id: actor.name for actor in report.actors}


def quotes_of(report: Report) -> list[Finding]:
    """number, speaker_name, verb, addressee_name, claim, kind, text, via_names, about_names, rule, confidence"""
    names = names_of(report)
    return [_quote(report, names, number, quote) for number, quote in enumerate(report.quotes, 1)]


def actors_of(report: Report) -> list[Finding]:
    """actor_name, kind, office, mentions, aliases, said, reasons; places, which do not act, are left out"""
    said = Counter(quote.speaker.actor for quote in report.quotes if quote.speaker)
    shown = [actor for actor in report.actors if actor.kind != "place"]
    findings = [_actor(report, actor, said[actor.id]) for actor in shown]
    return sorted(findings, key=lambda finding: -finding.row["mentions"])


def stances_of(report: Report) -> list[Finding]:
    """holder_name, position, target_name, basis, modality, event, score, rule, confidence"""
    names = names_of(report)
    return [_stance(report, names, stance) for stance in report.stances]


def tones_of(report: Report) -> list[Finding]:
    """actor_name, surface, label, score, voice_name, rule, confidence; places are left out"""
    names, places = names_of(report), {actor.id for actor in report.actors if actor.kind == "place"}
    return [_tone(report, names, tone) for tone in report.tones if tone.actor not in places]


def dates_of(report: Report) -> list[Finding]:
    """date, what, text"""
    return [
        Finding(
            {"date": one.date, "what": one.what, "text": one.span.of(report.article.text)},
            told.date_told(one.date, one.what),
            (one.span,),
        )
        for one in report.dates
    ]


def repairs_of(report: Report) -> list[Finding]:
    """change, source, now, around, rule"""
    return [_repair(report.article.text, edit) for edit in report.article.edits]


def found_in(report: Report, passage: Span) -> list[Finding]:
    """The quotes that lie in the passage, the stances that rest on it, and the tones of mentions in it.

    A passage that is a quote itself is met by that quote alone, and by the stances that rest on it.
    """
    whole = [nth for nth, quote in enumerate(report.quotes) if _reach(quote.spans) == passage]
    inside = whole or [nth for nth, quote in enumerate(report.quotes) if passage.covers(_reach(quote.spans))]
    ids = {report.quotes[nth].id for nth in inside}
    quotes = [finding for nth, finding in enumerate(quotes_of(report)) if nth in inside]
    stances = [
        finding
        for stance, finding in zip(report.stances, stances_of(report), strict=True)
        if stance.quote in ids or (not whole and any(passage.covers(span) for span in stance.evidence.spans))
    ]
    tones = [] if whole else [finding for finding in tones_of(report) if passage.covers(finding.spans[0])]
    return [*quotes, *stances, *tones]


def _reach(spans: tuple[Span, ...]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def party_name(party: Party | None, names: dict[str, str], text: str) -> str:
    """The actor's name, else the words of the text, else nothing."""
    if party is None:
        return ""
    return names.get(party.actor or "", "") or (party.span.of(text) if party.span else "")


def _quote(report: Report, names: dict[str, str], number: int, quote: Quote) -> Finding:
    text = report.article.text
    row = {
        "number": number,
        "speaker_name": party_name(quote.speaker, names, text),
        "speaker_text": quote.speaker.span.of(text) if quote.speaker and quote.speaker.span else "",
        "verb": quote.verb,
        "addressee_name": party_name(quote.addressee, names, text),
        "claim": quote.claim,
        "kind": quote.kind,
        "text": " … ".join(span.of(text) for span in quote.spans),
        "via_names": [party_name(party, names, text) for party in quote.via],
        "about_names": [names[actor] for actor in quote.about],
        "rule": quote.evidence.rule,
        "confidence": quote.evidence.confidence,
    }
    return Finding(row, words_evidence.quote_told(row), quote.evidence.spans or quote.spans)


def _actor(report: Report, actor: Actor, said: int) -> Finding:
    spans = tuple(mention.span for mention in report.mentions if mention.actor == actor.id)
    surfaces = Counter(span.of(report.article.text) for span in spans)
    row = {
        "actor_name": actor.name,
        "kind": words.KINDS[actor.kind],
        "office": actor.office or "",
        "mentions": len(spans),
        "aliases": [surface for surface, _ in surfaces.most_common()],
        "said": said,
        "reasons": [f"{reason.alias}: {reason.why}" for reason in actor.reasons],
        "id": actor.id,
    }
    return Finding(row, told.actor_told(actor), spans)


def _stance(report: Report, names: dict[str, str], stance: Stance) -> Finding:
    row = {
        "holder_name": names[stance.holder],
        "position": stance.position,
        "target_name": names.get(stance.target, stance.target_name),
        "basis": stance.basis,
        "modality": stance.modality,
        "event": stance.event.root if stance.event else "",
        "score": stance.score,
        "rule": stance.evidence.rule,
        "confidence": stance.evidence.confidence,
    }
    return Finding(row, words_evidence.stance_told(row), stance.evidence.spans)


def _tone(report: Report, names: dict[str, str], tone: Tone) -> Finding:
    row = {
        "actor_name": names[tone.actor],
        "surface": tone.mention.of(report.article.text),
        "label": tone.label,
        "score": tone.score,
        "voice_name": names.get(tone.voice or "", ""),
        "rule": tone.evidence.rule,
        "confidence": tone.evidence.confidence,
    }
    return Finding(row, words_evidence.tone_told(row), (tone.mention,))


def _repair(text: str, edit: Edit) -> Finding:
    now = text[edit.start : edit.end]
    row = {
        "change": told.change(edit.source, now),
        "source": spelt(edit.source),
        "now": spelt(now),
        "around": " ".join(text[max(0, edit.start - AROUND) : edit.end + AROUND].split()),
        "rule": edit.rule,
    }
    return Finding(row, told.repair_told(row), _place(edit, len(text)))


def _place(edit: Edit, length: int) -> tuple[Span, ...]:
    """What a repair left; where it dropped something, the character after it, or the last one."""
    start, end = edit.start, edit.end
    if start == end:
        start, end = (start, start + 1) if start < length else (start - 1, start)
    return (Span(start, end),) if start >= 0 else ()


def spelt(text: str) -> str:
    """What a repair changed, with blanks that would not be seen spelt out."""
    if text.strip():
        return visible(text).strip("\n")
    return "".join(told.BLANKS.get(one, visible(one)) for one in text)

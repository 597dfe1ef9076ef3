"""What a row says as a sentence, and how much stands behind a number: the wording of the drawer and of the marks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from components.words import NOT_SURE, OUTLET_VOICE, UNKNOWN_SPEAKER, counted, signed

GROUNDS: Final = "rule: {rule} · confidence {confidence}"
_SIDES: Final = {
    "supports": "supports",
    "opposes": "opposes",
    "neutral": "is neutral towards",
    "abstained": "mentions, with no clear side,",
}
_MODALITIES: Final = {
    "actual": "",
    "threatened": "as a threat",
    "demanded": "as a demand",
    "promised": "as a promise",
    "denied": "denied",
}
_BASES_TOLD: Final = {"said": "in their own words", "did": "by a reported act", "narrated": "as the outlet tells it"}
_CLAIMS_TOLD: Final = {
    "asserted": "said",
    "denied": "denied",
    "threatened": "threatened",
    "demanded": "demanded",
    "promised": "promised",
    "asked": "asked",
    "declined": "would not say",
}
FORMS: Final = {
    "name": "by name",
    "office": "by office",
    "pronoun": "by a pronoun",
    "description": "by a description",
    "metonym": "by a place or building that stands for them",
    "demonym": "by a nationality word",
}


def stance_told(row: Mapping[str, Any]) -> str:
    """A opposes B: in their own words, as a threat; score −0.90."""
    how = ", ".join(
        part for part in (_BASES_TOLD.get(row["basis"], row["basis"]), _MODALITIES.get(row["modality"])) if part
    )
    score = NOT_SURE if row["position"] == "abstained" else f"score {signed(row['score'])}"
    return f"{row['holder_name']} {_SIDES[row['position']]} {row['target_name']}: {how}; {score}"


def quote_told(row: Mapping[str, Any]) -> str:
    """A threatened B (via C): kind of quote."""
    parts = [row["speaker_name"] or row["speaker_text"] or UNKNOWN_SPEAKER, _CLAIMS_TOLD[row["claim"]]]
    if row["addressee_name"]:
        parts.append(f"to {row['addressee_name']}")
    relayed = f", relayed by {', '.join(row['via_names'])}" if row["via_names"] else ""
    return f"{' '.join(parts)}{relayed} ({row['kind']} quote): “{row['text']}”"


def tone_told(row: Mapping[str, Any]) -> str:
    """A is spoken of negatively by B."""
    voice = row["voice_name"] or OUTLET_VOICE
    label = NOT_SURE if row["label"] == "abstained" else f"{row['label']}, score {signed(row['score'])}"
    return f"Tone towards {row['actor_name']}: {label}; the voice is {voice}"


def mention_told(row: Mapping[str, Any]) -> str:
    """A is mentioned as “the president”, by office."""
    return f"{row['actor_name']} is mentioned as “{row['surface']}”, {FORMS[row['form']]}"


def not_sure_among(n: int, rows: int) -> str:
    """How many of the rows behind a mean are in no mean."""
    if n == rows:
        return "All too unclear to call, and in no mean." if n > 1 else "Too unclear to call, and in no mean."
    return f"{n} of them {'is' if n == 1 else 'are'} too unclear to call, and in no mean: they come last."


def evidence_count(kind: str, rows: int, articles: int) -> str:
    """How much stands behind the number."""
    nouns = {
        "stance": "stance",
        "quote": "quote",
        "tone": "passage with a tone",
        "mention": "mention",
        "article": "article",
    }
    plurals = {"tone": "passages with a tone"}
    if kind == "article":
        return counted(rows, "article")
    return f"{counted(rows, nouns[kind], plurals.get(kind))} in {counted(articles, 'article')}"

"""Attributions that lost the punctuation around them, as in scraped or machine-translated text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.stages.quotes.bounds import FINITE, trim
from onrecord.stages.quotes.page import Attribution, Cue, Page, said_tokens
from onrecord.stages.quotes.place import Place, place_of
from onrecord.stages.quotes.speaker import can_speak, source_of

LEANING_WORDS = 9  # of fewer words between marks half are titles or catchwords
SOURCE_WORDS = 14  # a longer subject is a clause of its own


def find_stranded(page: Page, cues: tuple[Cue, ...], found: list[Attribution]) -> Iterator[Attribution]:
    """What cues that end their sentence without content report: *… in the north The mayor warned. … The mayor
    warned.*"""
    used = {attribution.cue.token.i for attribution in found if attribution.cue}
    said = said_tokens(page, (attribution for attribution in found if attribution.complement == "direct"))
    for cue in cues:
        if cue.token.i in used or cue.frame.lemma not in page.verbs.never_bare or not _is_plain_past(cue):
            continue
        if cue.token.i in said:
            continue
        place = place_of(page, cue, None)
        start, end = page.sentence_of(cue.token)
        source = _source_after(page, cue, end) or _source_before(page, cue, place, start, end)
        if source is None:
            continue
        first = source[1]
        if first > start and _has_other_verb(page, start, first - 1) and _is_seam(page.doc[first - 1]):
            pieces = trim(page, start, first - 1)
            rule = "run-on"
        elif first == start and not _is_complete(cue, source[0]):
            pieces, rule = _sentence_before(page, start), "stranded"
        else:
            continue
        if pieces:
            yield Attribution(pieces, rule, "clause", cue, source[0])


def _is_complete(cue: Cue, source: Token) -> bool:
    """Whether the cue says all it has to say: *Ostravia warned Karsovia*; only *told reporters* still wants more."""
    objects = [child for child in cue.token.children if child.dep_ in ("dobj", "dative") and child.i != source.i]
    return cue.frame.lemma != "tell" and bool(objects)


def _is_plain_past(cue: Cue) -> bool:
    """Whether the cue can close a sentence: *warned*, *warns*; a scraper's *Note this adviser* has lost its s."""
    verb = cue.token
    if any(child.dep_ in ("aux", "auxpass", "neg", "intj") for child in verb.children) or verb.dep_ == "acl":
        return False
    return verb.tag_ in ("VBD", "VBZ") or (verb.tag_ == "VB" and verb.is_sent_start is True)


def _is_seam(token: Token) -> bool:
    """Whether a sentence can end with this word, so that what follows was run on to it."""
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ", "ADV", "NUM") and not token.text[0].isupper()
    ) or token.pos_ == "PROPN"


def _source_after(page: Page, cue: Cue, end: int) -> tuple[Token, int] | None:
    """Source and first token of *said its spokeswoman, Iva Dorn*, where nothing but the source follows the cue."""
    doc, verb = page.doc, cue.token
    rest = [t for t in doc[cue.last + 1 : end] if not t.is_punct and not t.is_space]
    if not rest or len(rest) > SOURCE_WORDS or any(t.tag_ in FINITE for t in rest) or "noun" in cue.frame.takes:
        return None
    opening = rest[0]
    if not (opening.pos_ in ("PROPN", "DET") or opening.dep_ == "poss" or opening.tag_ == "PRP$"):
        return None
    named = [t for t in rest if t.ent_type_ == "PERSON" and not (t.i + 1 < end and doc[t.i + 1].ent_type_ == "PERSON")]
    titled = [t for t in rest if t.lemma_.lower() in page.verbs.speakers]
    heads = named or titled
    return (heads[0], verb.i) if heads else None


def _source_before(page: Page, cue: Cue, place: Place, start: int, end: int) -> tuple[Token, int] | None:
    """Source and first token of *The mayor warned* at the end of a sentence."""
    doc = page.doc
    if place.last + 1 < end and any(not t.is_punct and not t.is_space for t in doc[place.last + 1 : end]):
        return None
    source = source_of(cue)
    if source is None or source.i > cue.token.i or source.i < start or not can_speak(source, page, cue):
        return None
    first = source.i
    while first > start and _belongs_to_name(doc[first - 1], doc[first]):
        first -= 1
    if first > start and not _has_other_verb(page, start, first - 1):
        return (source, start) if place.first == start else None
    capitals = sum(t.text[:1].isupper() for t in doc[first : cue.token.i])
    enough = capitals > (2 if cue.token.dep_ == "relcl" else 1)  # *the talks Keel told them of* is no seam
    return (source, first) if first == start or (enough and not doc[first - 1].text[0].isupper()) else None


def _belongs_to_name(token: Token, after: Token) -> bool:
    """Whether a token still belongs to the noun phrase that `after` opens so far: a capital, or *of the* between
    capitals."""
    if token.text[:1].isupper() and token.text[0].isalpha():
        return not (after.pos_ == "DET" or after.lower_ in ("the", "a", "an", "his", "her", "its", "their"))
    return (
        token.lower_ in ("of", "the", "for", "and", "'s", "’s")
        and token.i > 0
        and token.doc[token.i - 1].text[:1].isupper()
    )


def _has_other_verb(page: Page, first: int, last: int) -> bool:
    return any(token.tag_ in FINITE for token in page.doc[first : last + 1])


def _sentence_before(page: Page, start: int) -> tuple[tuple[int, int], ...]:
    """The sentence before this one in the same paragraph."""
    if start == 0:
        return ()
    first, last = page.sentences[start - 1][0], start - 1
    if page.line_of(page.starts[first]) != page.line_of(page.starts[start]):
        return ()
    return trim(page, first, last) if _has_other_verb(page, first, last) else ()


def find_leaning(page: Page, found: list[Attribution]) -> Iterator[Attribution]:
    """Sentences that quote at length without a cue, beside an utterance in the same paragraph: its speaker's as well.
    *Veltin “will speak of the dam at length and will not be hurried”. “She means it,” he added.*"""
    said = said_tokens(page, found)
    spoken = {page.line_of(a.pieces[0][0])[0]: a for a in found if a.complement == "direct"}
    for stretch in page.stretches:
        beside = spoken.get(page.line_of(stretch.start)[0])
        if beside is None or stretch.single or any(t.i in said for t in page.tokens(stretch.start, stretch.end)):
            continue
        words = page.text[stretch.start : stretch.end].split()
        first, last = page.sentences[page.token_from(stretch.opens)][0], page.token_from(stretch.end - 1)
        opens = any(page.stretch_at[i] >= 0 for i in range(first, page.token_from(stretch.opens)))
        if len(words) >= LEANING_WORDS and words[0][:1].islower() and not opens:
            yield Attribution(trim(page, first, last), "leaning", "clause", None, beside.source)


def short_of(page: Page, found: list[Attribution], stranded: list[Attribution]) -> Iterator[Attribution]:
    """What was found before, none of it running on into an attribution that only turned up without its punctuation."""
    cuts = [attribution for attribution in stranded if attribution.rule == "run-on"]
    for attribution in found:
        pieces = []
        for start, end in attribution.pieces:
            for cut in cuts:
                first, last = cut.pieces[0][0], cut.pieces[-1][1]
                if first <= start < last < end and attribution.complement != "direct":
                    end = last
            pieces.append((start, end))
        yield replace(attribution, pieces=tuple(pieces))

"""Indirect and mixed speech: what each cue reports."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.stages.quotes.complements import read_beside, read_clause, read_mistaken_that, read_question, read_rest
from onrecord.stages.quotes.page import Attribution, Cue, Page, Piece, Reading, said_tokens
from onrecord.stages.quotes.phrases import read_phrases
from onrecord.stages.quotes.place import Place, place_of, stands_apart
from onrecord.stages.quotes.speaker import SUBJECTS, can_speak, carriers_of, source_of

BARE = frozenset(
    {"it", "that", "this", "so", "them", "him", "her", "me", "us", "you", "these", "those", "what", "which", "one"}
)
CLOSING = " ,;.”’\"'"


def find_clauses(page: Page, cues: tuple[Cue, ...], direct: list[Attribution]) -> list[Attribution]:
    """What the cues outside utterances take, one attribution a cue at most."""
    said = said_tokens(page, direct)
    used = {attribution.cue.token.i for attribution in direct if attribution.cue}
    found = []
    apart: dict[int, list[tuple[Cue, Place]]] = {}  # by sentence
    for cue in cues:
        place = place_of(page, cue, None)
        if stands_apart(page, place, cue):
            apart.setdefault(page.sentence_of(cue.token)[0], []).append((cue, place))
    for cue in cues:
        if cue.token.i in used:
            continue
        if page.is_furniture(cue.token.idx):
            continue
        others = apart.get(page.sentence_of(cue.token)[0], [])
        source = _joined_source(cue, others) or source_of(cue)
        inside = cue.token.i in said or _is_quoted(page, cue)
        if inside and not _tells_of_another(page, cue, source):
            continue
        if source is not None and not can_speak(source, page, cue):
            continue
        if _compares(source):
            continue
        for rule, complement, pieces in read_cue(page, cue):
            pieces = _short_of(page, cue, pieces, others)
            if inside and complement not in ("that", "object-infinitive"):
                continue
            if complement == "wh" and cue.frame.claim == "asked" and _is_put_to(cue):
                continue
            if pieces and not _is_bare_pronoun(page, pieces):
                found.append(Attribution(pieces, rule, complement, cue, source, carriers=carriers_of(cue)))
                break
    return found


def read_cue(page: Page, cue: Cue) -> Iterator[Reading]:
    """What the cue may be read as taking, surest first."""
    takes = cue.frame.takes
    clauses = [c for c in cue.token.rights if c.dep_ == "ccomp"]
    clause = next((c for c in clauses if c.pos_ in ("VERB", "AUX")), clauses[0] if clauses else None)
    place = place_of(page, cue, clause)
    asks = "wh" in takes and any(t.text == "?" for t in page.doc[cue.last : page.sentence_of(cue.token)[1]])
    if ("clause" in takes or asks) and stands_apart(page, place, cue):
        yield from read_beside(page, cue, place)
    if clause is not None:
        yield from read_clause(page, cue, clause, place)
    if cue.frame.claim == "asked":
        yield from read_question(page, cue)
    if takes & {"that", "clause"}:
        yield from read_rest(page, cue, place)
    yield from read_phrases(page, cue)
    if "that" in takes and cue.frame.to == "object":
        yield from read_mistaken_that(page, cue)


def _joined_source(cue: Cue, apart: list[tuple[Cue, Place]]) -> Token | None:
    """The source of a cue that goes on from an attribution in the middle: *It is over, he said, and added that …*."""
    verb = cue.token
    if verb.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    for other, _ in apart:
        if verb.head.i < other.token.i < verb.i and other.token.sent == verb.sent:
            return source_of(other)
    return None


def _is_quoted(page: Page, cue: Cue) -> bool:
    """Whether the cue is itself among somebody's words: *Veltin “will speak of the dam”*."""
    number = page.stretch_at[cue.token.i]
    if number < 0:
        return False
    stretch = page.stretches[number]
    return page.text.count(" ", stretch.start, stretch.end) > 2


def _tells_of_another(page: Page, cue: Cue, source: Token | None) -> bool:
    """Whether a cue inside an utterance reports somebody else: *“Keel told me that he left,” the envoy said*."""
    if source is None or source.lower_ in ("i", "we", "you", "it") or cue.frame.lemma in page.verbs.of_things:
        return False
    if cue.token.tag_ not in ("VBD", "VBN"):
        return False  # what people say, not what somebody said
    named = source.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or source.lower_ in ("he", "she", "they")
    return named or source.lemma_.lower() in page.verbs.speakers


def _compares(source: Token | None) -> bool:
    """Whether the cue only measures something: *lower than the league says they are*."""
    before = source.left_edge.i - 1 if source is not None else -1
    return source is not None and before >= 0 and source.doc[before].lower_ == "than"


def _is_put_to(cue: Cue) -> bool:
    """Whether a question was put by nobody who is named: *Asked whether it was late, Keel said …*. The subject of the
    sentence is the one who was asked."""
    verb = cue.token
    if any(child.dep_ == "agent" for child in verb.children):
        return False
    own_subject = any(child.dep_ in ("nsubj", "csubj") for child in verb.children)
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    return passive or (not own_subject and verb.tag_ in ("VBN", "VBD") and verb.dep_ in ("advcl", "acl", "prep", "dep"))


def _short_of(page: Page, cue: Cue, pieces: tuple[Piece, ...], apart: list[tuple[Cue, Place]]) -> tuple[Piece, ...]:
    """The pieces without another cue's attribution that closes their sentence: *agreed that it was over, their aides
    said*."""
    kept = []
    for start, end in pieces:
        for other, place in apart:
            begins = page.starts[place.first]
            closes = page.sentences[other.token.i][1] - place.last <= 2 or page.starts[place.last] + 1 >= end
            if other is not cue and start < begins < end and cue.token.i < place.first and closes:
                end = start + len(page.text[start:begins].rstrip(" ,;—–"))
        if start < end:
            kept.append((start, min(end, _mark_after(page, start, end))))
    return tuple(kept)


def _mark_after(page: Page, start: int, end: int) -> int:
    """Where the stretch between marks ends that the content begins in, if only its mark is left of the content."""
    number = page.stretch_at[page.token_from(start)]
    closes = page.stretches[number].end if number >= 0 else end
    return closes if not page.text[closes:end].strip(CLOSING) else end


def _is_bare_pronoun(page: Page, pieces: tuple[Piece, ...]) -> bool:
    words = page.text[pieces[0][0] : pieces[-1][1]].lower()
    return words in BARE

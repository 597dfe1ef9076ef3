"""Utterances: what stands between quotation marks and was said, with the cue beside it or the speaker who holds the
floor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.knowledge.verbs import Frame
from onrecord.stages.quotes.bounds import FINITE
from onrecord.stages.quotes.marks import Stretch
from onrecord.stages.quotes.naming import name_after_cue, name_beside, subject_before
from onrecord.stages.quotes.page import STOPS, Attribution, Cue, Page, Piece
from onrecord.stages.quotes.place import place_of, stands_apart
from onrecord.stages.quotes.speaker import source_of

SPEECH_END = (",", ".", "?", "!", "…", "—", "–", "-")
# A sentence of fewer words between marks and without a cue is a title or a slogan as often as it is speech.
FLOATING_WORDS = 4
# Nested marks and a zero-width space may stand between the last stop and the closing mark.
INNER_MARKS = "'’”\"\u200b"
SPEECH_START = (",", ":", ".", "!", "?", "…", "”", '"', "—", "–", "-", ")", "''", ", but", ", and")
ANY_VERB_WITHIN = 8  # tokens after an utterance in which any verb at all is its cue
GAP_WORDS = 30  # how far from its utterance a cue may stand


def find_direct(page: Page, cues: tuple[Cue, ...]) -> list[Attribution]:
    """One attribution an utterance: stretches that one attribution parts, or that run on, are joined."""
    found: list[Attribution] = []
    by_token = {cue.token.i: cue for cue in cues}
    previous: Stretch | None = None  # the utterance just before, which this one may go on from
    for stretch in page.stretches:
        previous = stretch if _read_stretch(page, stretch, by_token, found, previous) else None
    return found


def _read_stretch(
    page: Page, stretch: Stretch, cues: dict[int, Cue], found: list[Attribution], previous: Stretch | None
) -> bool:
    """Add a stretch to what was found, with its cue; False where it is no utterance that another may go on from."""
    if not is_utterance(page, stretch):
        return False
    if not stretch.whole or stretch.runs_on:
        inner = _attribution_inside(page, stretch, cues)
        if inner is not None:
            found.append(inner)
            return False
    before, after = _cue_before(page, stretch, cues), _cue_after(page, stretch, cues)
    if before is not None and not _leads_into(page, before, stretch):
        if _has_clause(page, before, stretch) or _interrupts(page, before, stretch):
            return False
        before = None
    if before is None and after is not None and _ends_clause(page, stretch):
        return False
    piece = (stretch.start, stretch.end)
    last = found[-1] if found and previous is not None else None
    if last is not None and previous is not None and previous.runs_on and stretch.paragraph == previous.paragraph + 1:
        found[-1] = _join(last, piece, after)
    elif before is not None:
        _add_introduced(found, last, piece, before)
    elif last is not None and previous is not None and previous.paragraph == stretch.paragraph:
        _go_on(page, found, stretch, after)
    elif after is not None:
        found.append(Attribution((piece,), "quote-after", "direct", after, _source(page, after, stretch)))
    elif (named := name_beside(page, stretch)) is not None:
        found.append(Attribution((piece,), "quote-name", "direct", None, named))
    elif (lead := subject_before(page, stretch, _gap_before(page, stretch))) is not None:
        found.append(Attribution((piece,), "quote-colon", "direct", None, lead))
    elif is_sentence(page, stretch):
        found.append(Attribution((piece,), "floating", "direct"))
    else:
        return False
    return True


def _ends_clause(page: Page, stretch: Stretch) -> bool:
    """Whether the marks hold the end of a clause that began before them: *As to the road, “it is shut,” Keel said*."""
    start, _ = page.sentences[page.token_from(stretch.opens)]
    words = [t for t in page.tokens(page.starts[start], stretch.opens) if t.is_alpha and page.stretch_at[t.i] < 0]
    return page.before(stretch.opens).endswith(",") and len(words) > 1


def _source(page: Page, cue: Cue, stretch: Stretch) -> Token | None:
    """The source of a cue that follows an utterance; where the parser sees none, the name or noun beside the cue."""
    source = source_of(cue)
    if source is not None:
        return name_after_cue(cue, source)
    gap = [t for t in _gap_after(page, stretch) if t.pos_ in ("PROPN", "NOUN", "PRON") and t != cue.token]
    named = [t for t in gap if t.pos_ != "NOUN"] or gap
    if not named:
        return None
    last = named[0]
    while last.i + 1 < len(page.doc) and page.doc[last.i + 1].pos_ in ("PROPN", "NOUN"):
        last = page.doc[last.i + 1]
    return last


def _add_introduced(found: list[Attribution], last: Attribution | None, piece: Piece, cue: Cue) -> None:
    """An utterance that its cue leads into; a cue that closes the one before parts both: *“The road,” he said,
    “is shut.”*"""
    used = any(a.cue is not None and a.cue.token.i == cue.token.i for a in found[-2:])  # a cue parts neighbours only
    if not used:
        found.append(Attribution((piece,), "quote-before", "direct", cue, source_of(cue)))
    elif last is not None and last.cue is not None and last.cue.token.i == cue.token.i:
        found[-1] = _join(last, piece)


def _go_on(page: Page, found: list[Attribution], stretch: Stretch, after: Cue | None) -> None:
    """An utterance that follows another in its paragraph: the same quote, another of the same speaker, or one with its
    own cue."""
    last, piece = found[-1], (stretch.start, stretch.end)
    if after is None and last.cue is not None and _ended(page, stretch):
        found.append(Attribution((piece,), "quote-continued", "direct", last.cue, last.source))
    elif after is None or last.cue is None:
        found[-1] = _join(last, piece, after)
    else:
        found.append(Attribution((piece,), "quote-after", "direct", after, _source(page, after, stretch)))


def _attribution_inside(page: Page, stretch: Stretch, cues: dict[int, Cue]) -> Attribution | None:
    """The utterance of a stretch whose closing mark is missing, so that its own attribution stands inside it:
    *“It is late, she said. He left.*"""
    for token in page.tokens(stretch.start, stretch.end):
        cue = cues.get(token.i)
        if cue is None or "direct" not in cue.frame.takes:
            continue
        place = place_of(page, cue, None)
        source = source_of(cue)
        if source is None or source.lower_ in ("i", "we", "you") or not stands_apart(page, place, cue):
            continue
        piece = (stretch.start, page.starts[place.first - 1] + 1)
        if piece[1] > piece[0] and page.starts[place.first] > stretch.start:
            return Attribution((piece,), "quote-after", "direct", cue, source)
    return None


def _interrupts(page: Page, cue: Cue, stretch: Stretch) -> bool:
    """Whether the cue breaks into a clause that the marks only end: *The charter, he said, "continues to wilt"*."""
    place = place_of(page, cue, None)
    start, _ = page.sentence_of(cue.token)
    words = [t for t in page.doc[start : place.first] if not t.is_punct and t.pos_ not in ("CCONJ", "ADV", "SPACE")]
    lower = page.text[stretch.start].islower()
    return lower and bool(words) and stands_apart(page, place, cue) and all(page.stretch_at[t.i] < 0 for t in words)


def _leads_into(page: Page, cue: Cue, stretch: Stretch) -> bool:
    """Whether nothing but the cue's own words stands between it and the marks: *told the crowd on Friday: "…"*."""
    if _interrupts(page, cue, stretch):
        return False
    return not _has_clause(page, cue, stretch) and (_introduces(page, stretch) or _is_adjacent(page, cue, stretch))


def _is_adjacent(page: Page, cue: Cue, stretch: Stretch) -> bool:
    place = place_of(page, cue, None)
    opens = page.token_from(stretch.opens)
    return place.last >= opens - 1 or cue.last == opens - 1


def _has_clause(page: Page, cue: Cue, stretch: Stretch) -> bool:
    """Whether a clause begins between cue and marks, so that what they hold belongs to that clause."""
    between = page.doc[cue.last + 1 : page.token_from(stretch.opens)]
    subject = source_of(cue)
    inside = subject.right_edge.i if subject is not None and subject.i > cue.token.i else -1
    return any(t.tag_ in FINITE and t.i > inside and t.dep_ != "relcl" for t in between)


def _ended(page: Page, stretch: Stretch) -> bool:
    """Whether a sentence ended before the marks: what follows is the same speaker's, but a quote of its own."""
    return page.before(stretch.opens).endswith((".", "!", "?", "…"))


def _join(attribution: Attribution, piece: tuple[int, int], cue: Cue | None = None) -> Attribution:
    if cue is not None and attribution.cue is None:
        attribution = replace(attribution, cue=cue, source=source_of(cue), rule="quote-after")
    return replace(attribution, pieces=(*attribution.pieces, piece))


def is_utterance(page: Page, stretch: Stretch) -> bool:
    """Whether the marks hold something said as a whole, not a word or two of somebody's inside a clause."""
    text = page.text
    inner = text[stretch.start : stretch.end].rstrip(INNER_MARKS)
    before = page.before(stretch.opens)
    closes = (
        inner.endswith(SPEECH_END)
        or text[stretch.closes : stretch.closes + 1] in (",", ".", "?", "!")
        or (stretch.closes >= page.line_of(stretch.opens)[1])
    )
    opens = not before or before.endswith(SPEECH_START)
    if closes and _said_at_once(page, stretch, inner):
        return True
    if opens and closes:
        return len(inner.split()) > 1 or before.endswith((":", ",")) or not before
    return closes and inner[:1].isupper() and len(inner.split()) >= FLOATING_WORDS


def _said_at_once(page: Page, stretch: Stretch, inner: str) -> bool:
    """Whether a cue stands right before marks that end its sentence, without a comma: *finally said “no more.”*"""
    first = page.token_from(stretch.opens)
    if first == 0 or not inner.endswith((".", "!", "?")):
        return False
    verb = page.doc[first - 1]
    frame = page.verbs.verbs.get(verb.lemma_.lower())
    return frame is not None and "direct" in frame.takes and verb.tag_ in ("VBD", "VBZ")


def is_sentence(page: Page, stretch: Stretch) -> bool:
    """Whether the marks hold whole sentences that stand by themselves."""
    inner = page.text[stretch.start : stretch.end]
    before = page.before(stretch.opens)
    words = inner.split()
    if len(words) < FLOATING_WORDS or not inner.endswith((".", "!", "?", "…")) or stretch.single:
        return False
    return not before or before.endswith((".", "!", "?", "…", "”", '"'))


def _introduces(page: Page, stretch: Stretch) -> bool:
    """Whether the words before the marks lead into them: *He said: "…"*, *She replied, "…"*."""
    return page.before(stretch.opens).endswith(",") or page.lead(stretch.opens).endswith(":")


def _cue_after(page: Page, stretch: Stretch, cues: dict[int, Cue]) -> Cue | None:
    """The cue in what follows the marks, up to the end of its sentence."""
    inner = page.text[stretch.start : stretch.end]
    gap = list(_gap_after(page, stretch))
    if inner.endswith((".", "…")) and gap and gap[0].text[:1].isupper() and gap[0].text not in {"—", "–"}:
        return None
    return _choose([cues[token.i] for token in gap if token.i in cues], gap, first=True) or _any_verb(
        page, stretch, gap
    )


def _gap_after(page: Page, stretch: Stretch) -> Iterator[Token]:
    limit = page.line_of(stretch.closes - 1)[1]
    for count, token in enumerate(page.tokens(stretch.closes, limit)):
        if token.text in STOPS or page.stretch_at[token.i] >= 0 or count > GAP_WORDS:
            return
        yield token


def _cue_before(page: Page, stretch: Stretch, cues: dict[int, Cue]) -> Cue | None:
    """The cue in what leads up to the marks, back to the end of the sentence before."""
    gap = list(_gap_before(page, stretch))
    if not gap:
        return None
    return _choose([cues[token.i] for token in gap if token.i in cues], gap, first=False)


def _gap_before(page: Page, stretch: Stretch) -> list[Token]:
    """The words between the end of the sentence before and the marks; a line that ends in a colon leads in as well."""
    gap: list[Token] = []
    for index in range(page.token_from(stretch.opens) - 1, -1, -1):
        token = page.doc[index]
        if "\n" in token.text:
            if gap or not page.before(token.idx).endswith(":"):
                break
        elif token.text in STOPS or page.stretch_at[index] >= 0 or len(gap) >= GAP_WORDS:
            break
        elif not token.is_space:
            gap.append(token)
    return gap[::-1]


def _choose(cues: list[Cue], gap: list[Token], first: bool) -> Cue | None:
    """The cue that governs: one that takes direct speech, not in a relative clause, with its subject in the gap."""
    inside = {token.i for token in gap}
    able = [cue for cue in cues if "direct" in cue.frame.takes and not _is_passive(cue)]
    best = [cue for cue in able if cue.token.dep_ not in ("relcl", "acl") and _has_subject(cue, inside)]
    ranked = best or able
    return (ranked[0] if first else ranked[-1]) if ranked else None


def _is_passive(cue: Cue) -> bool:
    """*The book was read by many*; but *was asked*, *was told* introduce what was asked and told."""
    return any(c.dep_ == "auxpass" for c in cue.token.children) and cue.frame.to != "object"


def _has_subject(cue: Cue, inside: set[int]) -> bool:
    source = source_of(cue)
    return source is not None and source.i in inside


def _any_verb(page: Page, stretch: Stretch, gap: list[Token]) -> Cue | None:
    """A verb that is not listed, where only a cue can stand: *“We stay,” retorted Keel*, *“Never,” she snorted.*"""
    if not page.text[stretch.start : stretch.end].endswith((",", "?", "!")):
        return None
    for token in gap[:ANY_VERB_WITHIN]:
        if token.tag_ in ("VBD", "VBZ") and token.pos_ == "VERB" and token.lemma_.lower() not in page.verbs.verbs:
            cue = Cue(token, token.i, Frame(token.lemma_.lower(), frozenset({"direct"})))
            return cue if _has_subject(cue, {t.i for t in gap}) and not _is_passive(cue) else None
    if 1 < len(gap) <= ANY_VERB_WITHIN and gap[-1].pos_ == "NOUN":  # *the post read*, two nouns to the parser
        frame = page.verbs.verbs.get(gap[-1].lower_)
        return Cue(gap[-1], gap[-1].i, frame) if frame is not None and "direct" in frame.takes else None
    return None

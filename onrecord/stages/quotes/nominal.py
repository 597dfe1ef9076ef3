"""Sources named without a verb: *according to*, *in her words*; nouns that report: *the claim that*; *Name: words*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.knowledge.verbs import Frame
from onrecord.stages.quotes.bounds import further_attribution, trim
from onrecord.stages.quotes.naming import NAME_WORDS, is_name
from onrecord.stages.quotes.page import Attribution, Cue, Page, Piece, said_tokens
from onrecord.stages.quotes.speaker import SUBJECTS, is_nobody, source_of

DASHES = frozenset({",", "—", "–", "--", "-"})


def find_nominal(page: Page, direct: list[Attribution]) -> list[Attribution]:
    """What the page reports without a verb."""
    said = said_tokens(page, direct)
    found: list[Attribution] = []
    for token in page.doc:
        if token.i in said:
            continue
        if (length := _phrase_at(page, token)) > 0:
            found += _after_phrase(page, token.i, length)
        elif token.pos_ == "NOUN" and (frame := page.verbs.nouns.get(token.lemma_.lower())) is not None:
            found += _of_noun(page, token, frame)
    return [*found, *_colons(page, said)]


def _phrase_at(page: Page, token: Token) -> int:
    """How many tokens a phrase like *according to* takes here; 0 where there is none."""
    word = token.lower_
    after = page.doc[min(token.i + 1, len(page.doc) - 1)]
    before = page.doc[max(token.i - 1, 0)]
    if word == "per" and (before.like_num or before.text == "-" or after.text == "-" or after.pos_ == "NOUN"):
        return 0  # 65 per cent, 65-per-cent, twice per day
    for phrase in page.verbs.phrases:
        if phrase[0] == word and all(
            t.lower_ == w for t, w in zip(page.doc[token.i : token.i + len(phrase)], phrase, strict=False)
        ):
            return len(phrase) if token.i + len(phrase) < len(page.doc) else 0
    return 0


def _after_phrase(page: Page, index: int, length: int) -> Iterator[Attribution]:
    """The sentence around the phrase and its source, on whichever side it stands."""
    doc = page.doc
    start, end = page.sentence_of(doc[index])
    source = next((t for t in doc[index + length : min(index + length + 14, end)] if t.dep_ in ("pobj", "pcomp")), None)
    if source is None or is_nobody(source, page):
        return
    last = _source_end(source, end)
    phrase = (doc[index].idx, doc[index + length - 1].idx + len(doc[index + length - 1].text))
    for token in doc[start:index]:
        if token.text == ";":
            start = token.i + 1
    left = trim(page, start, index - 1) if index > start else ()
    if index - 2 > start and any(doc[i].lower_ == "that" for i in (index - 1, index - 2)):
        left = ()  # *reported that, according to Keel, …*
    right: tuple[Piece, ...] = ()
    if last + 2 < end and doc[last + 1].text in DASHES and (not left or _goes_on(page, last + 2, end)):
        right = trim(page, last + 2, further_attribution(page, last + 2, end) - 1)
    if left + right:
        yield Attribution(left + right, "according-to", "clause", None, source, phrase)


def _source_end(source: Token, end: int) -> int:
    """The last token of a source that follows its phrase: without what the parser drew into it after a comma, but for
    a description: *according to Lenn Aster, the mayor, …*."""
    last = min(source.right_edge.i, end - 1)
    for token in source.doc[source.i : last + 1]:
        if token.text in DASHES:
            apposed = next((c for c in source.subtree if c.dep_ == "appos" and c.left_edge.i == token.i + 1), None)
            return (
                min(apposed.right_edge.i, end - 1) if apposed is not None and not _has_subject(apposed) else token.i - 1
            )
    return last


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.subtree)


def _goes_on(page: Page, first: int, end: int) -> bool:
    """Whether the clause that the phrase interrupts goes on after it."""
    if page.doc[first].tag_ in ("WP", "WDT", "WRB") or page.doc[first].dep_ == "cc":
        return False
    return (
        any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in page.doc[first:end])
        and page.doc[first].dep_ != "appos"
    )


def _of_noun(page: Page, noun: Token, frame: Frame) -> Iterator[Attribution]:
    """What a reporting noun takes: *the claim that it rained, a promise to stay, his warning of floods*."""
    cue = Cue(noun, noun.i, frame, noun=True)
    source = source_of(cue) or _maker(noun)
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl", "ccomp") and any(
            c.lower_ == "that" and c.dep_ == "mark" for c in child.lefts
        ):
            name = "that"
        elif child.dep_ in ("acl", "relcl") and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.lefts):
            name = "infinitive"
        elif child.dep_ == "prep" and child.lower_ in frame.takes:
            name = child.lower_
        else:
            continue
        if name not in frame.takes or (source is None and name != "that"):
            continue
        first = child.i + 1 if child.dep_ == "prep" else child.left_edge.i
        pieces = trim(page, first, min(child.right_edge.i, page.sentence_of(noun)[1] - 1))
        if pieces:
            yield Attribution(pieces, f"noun-{name}", name, cue, source)
            return


def _maker(noun: Token) -> Token | None:
    """The subject of the verb that the noun is the object of: *Keel repeated the claim that …*."""
    if noun.dep_ not in ("dobj", "attr", "pobj"):
        return None
    verb = noun.head if noun.dep_ != "pobj" else noun.head.head
    if verb.pos_ != "VERB":
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is not None and subject.tag_ == "WDT":  # *made demands, which included guarantees that …*
        governor = next((a for a in verb.ancestors if a.pos_ == "VERB"), verb)
        subject = next((c for c in governor.lefts if c.dep_ == "nsubj"), None)
    return subject


def _colons(page: Page, said: frozenset[int]) -> Iterator[Attribution]:
    """Lines that open with a name and a colon, as headlines and transcripts do: *Keel: The bridge is safe*."""
    doc = page.doc
    for token in doc:
        if token.text != ":" or token.i in said:
            continue
        start, end = page.line_of(token.idx)
        first = page.token_from(start)
        lead = [t for t in doc[first : token.i] if not t.is_space]
        if not 0 < len(lead) <= NAME_WORDS or not is_name(page, lead):
            continue
        last = page.token_from(end - 1) if end > start else token.i
        if last > token.i and page.sentences[last][0] > token.i + 1 and not _is_turn(page, lead):
            continue  # more than one sentence: a label over a paragraph, unless turns of talk are marked so
        pieces = trim(page, token.i + 1, last)
        if pieces and last - token.i > 2 and not any(t.i in said for t in page.tokens(*pieces[0])):
            yield Attribution(pieces, "colon", "clause", None, lead[-1], (token.idx, token.idx + 1))


def _is_turn(page: Page, lead: list[Token]) -> bool:
    """Whether names before colons mark the turns of a conversation here: the same one opens another line."""
    name = page.text[lead[0].idx : lead[-1].idx + len(lead[-1].text)]
    return page.text.count(f"\n{name}:") + page.text.startswith(f"{name}:") > 1

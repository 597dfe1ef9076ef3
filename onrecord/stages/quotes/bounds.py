"""Where content begins and ends, as a reader would draw it."""

from __future__ import annotations

import re

from spacy.tokens import Token

from onrecord.stages.quotes.page import Cue, Page, Piece
from onrecord.stages.quotes.speaker import SUBJECTS

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "(", ")", "…", "..."})
WHAT_BEFORE = frozenset({"in", "at", "with", "as", "for", "from", "by", "after", "amid", "to", "of"})
NAMING = frozenset({"cite", "describe", "accuse", "refer", "urge", "blame"})
DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]+[A-Z](?: [A-Z][A-Za-z.’'-]+)*(?:, [\w. ]{2,20}){0,3}(?: \([^()\n]{2,20}\))?(?: ?(?:—|–|--) ?| - )"
)
INVERTED_WORDS = 12  # from the verb to the end of the sentence
JOINING = frozenset({"in", "as", "to", "for", "against", "about", "over"})
LEADING = frozenset({"while", "although", "though", "when", "after", "before", "whereas"})
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "this", "that", "there"})


def has_verb(page: Page, first: int, last: int) -> bool:
    """Whether a finite verb stands among these tokens, relative clauses apart."""
    return any(token.tag_ in FINITE and token.dep_ != "relcl" for token in page.doc[first : last + 1])


def clause_end(page: Page, cue: Cue, start: int, head: Token | None) -> int:
    """The last token of a clause that begins at `start`: the sentence's end, unless the attribution's own words come
    first."""
    _, end = page.sentence_of(cue.token)
    stop = min(further_attribution(page, start, end), _subordinate_end(page, cue, end))
    governor: Token = cue.token
    anchor = head.i if head is not None else start
    for _ in range(4):
        for child in governor.rights:
            if child.i > anchor and child.i < stop and child.left_edge.i > start and child is not head:
                stop = min(stop, _belongs_outside(page, governor, child, stop))
        if governor.head == governor:
            break
        governor = governor.head
    return _conjoined_cue(page, cue, start, stop) - 1


def _subordinate_end(page: Page, cue: Cue, end: int) -> int:
    """Where a clause that leads into the sentence ends: *While Keel claimed that all was well, others fled.*"""
    verb = cue.token
    if verb.dep_ in ("relcl", "acl"):
        return min(end, verb.right_edge.i + 1)
    if page.doc[page.sentence_of(verb)[0]].lower_ in LEADING:
        return _main_clause(page, cue, end)
    if verb.dep_ not in ("advcl", "csubj", "pcomp") or verb.head.i < verb.i:
        return end
    after = verb.right_edge.i + 1
    return after if after < end and page.doc[after].text == "," else end


def _main_clause(page: Page, cue: Cue, end: int) -> int:
    """Where the main clause begins after one that leads in with *while* or *after*: at a comma before a subject."""
    doc = page.doc
    first, _ = page.sentence_of(cue.token)
    if any(token.text == "," for token in doc[first : cue.token.i]):
        return end  # the cue is in the main clause itself
    for token in doc[cue.last + 2 : end - 2]:
        follows = token.i + 1 + doc[token.i + 1].is_quote  # American style has the comma inside the marks
        if token.text == "," and any(
            t.dep_ in SUBJECTS and t.left_edge.i == follows and t.head.i > t.i and t.head.dep_ != "relcl"
            for t in doc[follows : min(token.i + 12, end)]
        ):
            return token.i
    return end


def further_attribution(page: Page, start: int, end: int) -> int:
    """The token at which a further attribution or a semicolon ends what began at `start`, else `end`."""
    for token in page.doc[start + 1 : end]:
        if token.text == ";" or _breaks_off(page, token):
            return token.i
    return end


def _breaks_off(page: Page, token: Token) -> bool:
    """Whether a further attribution begins here: *…, adding that*, *…, according to*."""
    doc = token.doc
    before = doc[token.i - 1].text if token.i else ""
    if (
        token.lower_ in WHAT_BEFORE and token.i + 3 < len(doc) and doc[token.i + 1].lower_ == "what"
    ):  # in what he called …
        return any(near.lemma_ in ("call", "describe", "term", "dub") for near in doc[token.i + 2 : token.i + 6])
    if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        return True
    if token.dep_ == "cc" and token.i + 2 < len(doc):  # … and added that
        verb = doc[token.i + 1] if doc[token.i + 1].tag_ != "RB" else doc[token.i + 2]
        reports = verb.tag_ in ("VBD", "VBZ") and verb.lemma_.lower() in page.verbs.verbs
        if reports and before == "," and doc[min(verb.i + 1, len(doc) - 1)].lower_ == "that":
            return True
    if before not in {",", "—", "–", "--", "”", '"', "''"}:
        return False
    lemma = token.lemma_.lower()
    if token.lower_ in ("while", "whereas", "though", "although"):  # …, while the other side replied that …
        near = [t for t in doc[token.i + 1 : min(token.i + 10, len(doc) - 1)] if t.tag_ in ("VBD", "VBZ", "VBP")]
        reports = bool(near) and near[0].lemma_.lower() in page.verbs.verbs
        return reports and near[0].nbor().lower_ in ("that", "it", "he", "she", "they")
    if token.lower_ == "which" and token.i + 2 < len(doc):  # …, which he called a disaster
        return doc[token.i + 1].pos_ in ("PRON", "PROPN") and doc[token.i + 2].lemma_.lower() in page.verbs.verbs
    if token.tag_ == "VBG" and doc[token.i - 1].is_quote and doc[token.i - 2].text == ",":
        return True  # … the problems,” alluding to a trade war
    frame = page.verbs.verbs.get(lemma)
    if frame is not None and "clause" in frame.takes and token.tag_ in ("VBZ", "VBD"):  # …, informs the Tarvos Gazette.
        return any(c.dep_ == "nsubj" for c in token.rights) and page.sentences[token.i][1] - token.i <= INVERTED_WORDS
    return token.tag_ == "VBG" and frame is not None and bool(frame.takes & {"clause", "complement"} or lemma in NAMING)


def _belongs_outside(page: Page, governor: Token, child: Token, stop: int) -> int:
    """Where the content must stop because of what hangs on the cue, not on the content."""
    doc = page.doc
    left = child.left_edge.i
    before = doc[left - 1].text if left else ""
    own_subject = next((c for c in child.children if c.dep_ in SUBJECTS), None)
    if child.dep_ == "conj":
        if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts):
            return stop  # *said that it was late, but that he would stay*
        if own_subject is not None and own_subject.lower_ in PRONOUNS:
            return stop
        if own_subject is None and not _same_tense(child, governor):
            return stop
        listed = child.lemma_.lower() in page.verbs.verbs
        if own_subject is None and doc[left - 1].dep_ != "cc" and child.i == left and not listed:
            return stop  # *its troops, thought to number 100,000, away from …*
        while doc[left - 1].dep_ == "cc" or doc[left - 1].text == ",":
            left -= 1
        return left
    if child.dep_ in ("prep", "npadvmod", "parataxis") and before in {",", "—", "–", "--"}:
        return left
    if child.dep_ == "advcl" and child.lemma_ == "ask":
        return left
    return stop


def _same_tense(verb: Token, cue: Token) -> bool:
    """Whether a verb without a subject goes on from the cue, not from what it reports: *said he was ill and left*."""
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
        return False
    past = ("VBD", "VBN")
    return verb.tag_ == cue.tag_ or (verb.tag_ in past and cue.tag_ in past)


def _conjoined_cue(page: Page, cue: Cue, start: int, stop: int) -> int:
    """Where a second cue of the same speaker begins: *said it had won and called on them to yield*."""
    doc = page.doc
    for token in doc[start + 1 : stop]:
        if token.dep_ != "conj" or token.tag_ not in ("VBD", "VBZ", cue.token.tag_):
            continue
        if token.lemma_.lower() not in page.verbs.verbs or any(c.dep_ in SUBJECTS for c in token.children):
            continue
        if token.head.tag_ == token.tag_ or token.head.i < start:
            continue
        left = token.left_edge.i
        while left > start and (
            doc[left - 1].dep_ == "cc" or doc[left - 1].text == "," or doc[left - 1].dep_ == "advmod"
        ):
            left -= 1
        return left
    return stop


def phrase_end(page: Page, cue: Cue, head: Token) -> int:
    """The last token of a phrase that the cue takes: its subtree, short of a further attribution."""
    _, end = page.sentence_of(cue.token)
    last = min(head.right_edge.i, end - 1)
    if head.sent.end < end and last >= head.sent.end - 3:
        last = end - 1  # the parser saw a sentence end where there is no stop
    for token in page.doc[head.left_edge.i + 1 : last + 1]:
        if _breaks_off(page, token):
            return token.i - 1
    return last


def object_end(page: Page, cue: Cue, head: Token) -> int:
    """The last token of an object: its phrase, and what follows at once with a preposition that belongs to a noun
    rather
    than to the act of speaking (*for*, *to*, *as*; not *on Monday*, *at a rally*). Measured on PolNeAR."""
    last = phrase_end(page, cue, head)
    _, end = page.sentence_of(cue.token)
    for child in cue.token.rights:
        joins = child.dep_ in ("advcl", "xcomp") or (child.dep_ == "prep" and child.lower_ in JOINING)
        if joins and child.left_edge.i == last + 1:
            last = max(last, min(phrase_end(page, cue, child), end - 1))
    return last


def verb_phrase_end(page: Page, cue: Cue, head: Token) -> int:
    """The last token of an infinitive or gerund: its phrase, and adverbs that follow it without a comma."""
    last = phrase_end(page, cue, head)
    _, end = page.sentence_of(cue.token)
    for child in cue.token.rights:
        left = child.left_edge.i
        near = last < child.i and left <= last + 2 and all(t.is_quote for t in page.doc[last + 1 : left])
        if near and child.dep_ in ("prep", "npadvmod", "advmod", "advcl"):
            last = min(child.right_edge.i, end - 1)
    return last


def trim(page: Page, start: int, last: int) -> tuple[Piece, ...]:
    """The characters of tokens start..last without the punctuation, conjunction and marks around them; none if
    nothing is left."""
    doc = page.doc
    if start > last:
        return ()
    start = _after_dateline(page, start, last)
    while start <= last and (doc[start].text in EDGE or doc[start].is_space or opens_clause(doc[start])):
        start += 1
    while last >= start and (doc[last].text in EDGE or doc[last].is_space or doc[last].dep_ == "cc"):
        last -= 1
    if start > last:
        return ()
    return _whole_marks(page, doc[start].idx, doc[last].idx + len(doc[last].text))


def _after_dateline(page: Page, start: int, last: int) -> int:
    """The token after a dateline that opens a line: *TARVOS, May 3 (OAN) — The bridge …*."""
    position = page.doc[start].idx
    if position and page.text[position - 1] != "\n":
        return start
    match = DATELINE.match(page.text, position, page.doc[last].idx)
    return page.token_from(match.end()) if match else start


def opens_clause(token: Token) -> bool:
    """Whether *that* opens a clause that is reported, not one that describes: it is followed by a subject."""
    if token.lower_ != "that":
        return False
    if token.tag_ == "IN":
        return True
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return token.tag_ == "WDT" and token.dep_ == "dobj" and after.dep_ == "nsubj" and after.pos_ == "PRON"


def _whole_marks(page: Page, begin: int, end: int) -> tuple[Piece, ...]:
    """No mark at either edge, and no stretch cut in two: one that the content ends in is taken whole."""
    first, last = page.stretch_at[page.token_from(begin)], page.stretch_at[page.token_from(end - 1)]
    if last >= 0:
        stretch = page.stretches[last]
        inside = first == last and begin > stretch.start
        end = min(end, stretch.end) if inside else stretch.end if stretch.opens >= begin or first == last else end
    if first >= 0 and begin < page.stretches[first].start:
        begin = page.stretches[first].start if first == last or page.stretches[first].closes >= end else begin
    if begin >= end:
        return ()
    return ((begin, end),)

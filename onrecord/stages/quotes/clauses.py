"""Indirect and mixed speech: the clauses and phrases that reporting verbs take."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.stages.quotes.bounds import clause_end, further_attribution, object_end, opens_clause, phrase_end, trim, verb_phrase_end
from onrecord.stages.quotes.page import Attribution, Cue, Page, Piece
from onrecord.stages.quotes.place import FINITE, OBJECTS, Place, place_of, stands_apart
from onrecord.stages.quotes.speaker import SUBJECTS, can_speak, carriers_of, source_of

Reading = tuple[str, str, tuple[Piece, ...]]  # rule, complement, pieces
THAT_WITHIN = 10  # tokens between a cue and its *that*: *said in a statement on behalf of the crew that*
DASHES_AND_COMMA = frozenset({",", "—", "–", "-", "--"})
BARE = frozenset({"it", "that", "this", "so", "them", "him", "her", "me", "us", "you", "these", "those", "what", "which", "one"})
QUESTION = frozenset({"WDT", "WP", "WRB", "WP$"})


def find_clauses(page: Page, cues: tuple[Cue, ...], direct: list[Attribution]) -> list[Attribution]:
    """What the cues outside utterances take, one attribution a cue at most."""
    said = [piece for attribution in direct for piece in attribution.pieces]
    used = {attribution.cue.token.i for attribution in direct if attribution.cue}
    found = []
    apart = [(cue, place) for cue in cues if stands_apart(page, place := place_of(page, cue, None), cue)]
    for cue in cues:
        if cue.token.i in used:
            continue
        source = _joined_source(cue, apart) or source_of(cue)
        inside = any(start <= cue.token.idx < end for start, end in said) or _is_quoted(page, cue)
        if inside and not _tells_of_another(page, cue, source):
            continue
        if source is not None and not can_speak(source, page, cue):
            continue
        for rule, complement, pieces in read_cue(page, cue):
            pieces = _short_of(page, cue, pieces, apart)
            if inside and complement not in ("that", "object-infinitive"):
                continue
            if pieces and not _is_bare_pronoun(page, pieces):
                found.append(Attribution(pieces, rule, complement, cue, source, carriers=carriers_of(cue)))
                break
    return found


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
    """Whether a cue inside an utterance reports somebody else: *“Keel told me that he wanted peace,” the envoy said*."""
    if source is None or source.lower_ in ("i", "we", "you", "it") or cue.frame.lemma in page.verbs.of_things:
        return False
    if cue.token.tag_ not in ("VBD", "VBN"):
        return False  # what people say, not what somebody said
    named = source.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or source.lower_ in ("he", "she", "they")
    return named or source.lemma_.lower() in page.verbs.speakers


def _short_of(page: Page, cue: Cue, pieces: tuple[Piece, ...], apart: list[tuple[Cue, Place]]) -> tuple[Piece, ...]:
    """The pieces without another cue's attribution that closes their sentence: *agreed that it was over, their aides said*."""
    kept = []
    for start, end in pieces:
        for other, place in apart:
            begins = page.starts[place.first]
            closes = page.sentences[other.token.i][1] - place.last <= 2 or page.starts[place.last] + 1 >= end
            if other is not cue and start < begins < end and cue.token.i < place.first and closes:
                end = start + len(page.text[start:begins].rstrip(" ,;—–"))
        if start < end:
            kept.append((start, end))
    return tuple(kept)


def _is_bare_pronoun(page: Page, pieces: tuple[Piece, ...]) -> bool:
    words = page.text[pieces[0][0] : pieces[-1][1]].lower()
    return words in BARE


def read_cue(page: Page, cue: Cue) -> Iterator[Reading]:
    """What the cue may be read as taking, surest first."""
    takes, verb = cue.frame.takes, cue.token
    children = list(verb.rights)
    clause = next((c for c in children if c.dep_ == "ccomp"), None)
    place = place_of(page, cue, clause)
    if "clause" in takes and stands_apart(page, place, cue):
        yield from _beside(page, cue, place)
    if clause is not None:
        yield from _clause(page, cue, clause, place)
    if takes & {"that", "clause"}:
        yield from _rest(page, cue, place)
    yield from _phrases(page, cue, children)
    if "that" in takes and cue.frame.to == "object":
        yield from _mistaken_that(page, cue)


def _beside(page: Page, cue: Cue, place: Place) -> Iterator[Reading]:
    """Content on the left of its attribution, or on both sides of it."""
    doc = page.doc
    start, end = page.sentence_of(cue.token)
    start = _left_start(page, start, place.first)
    left = trim(page, start, place.first - 1) if start < place.first else ()
    right: tuple[Piece, ...] = ()
    follows = place.last + 2
    if follows < end and doc[place.last + 1].text in {",", "—", "–", "--"}:
        last = further_attribution(page, follows - 1, end) - 1
        if not left or not _is_apposition(cue, doc[follows]):
            right = trim(page, follows, last)
    if not _has_verb(page, start, place.first - 1) and not (right and _has_verb(page, follows, end - 1)):
        return
    rule = "parataxis-inside" if left and right else "parataxis-after" if left else "as-clause"
    yield rule, "clause", left + right


def _left_start(page: Page, start: int, first: int) -> int:
    """Where content that stands before its attribution begins: with the sentence, or after a semicolon; but not in
    the middle of a stretch between marks."""
    for token in page.doc[start:first]:
        if token.text == ";":
            start = token.i + 1
    stretch = page.stretch_at[start]
    if stretch >= 0 and page.stretches[stretch].start < page.starts[start]:
        start = page.sentences[page.token_from(page.stretches[stretch].opens)][0]
    return start


def _is_apposition(cue: Cue, token: Token) -> bool:
    """Whether what follows a source that stands after its cue describes it: *said Lenn Aster, a doctor*."""
    subject = next((c for c in cue.token.rights if c.dep_ in SUBJECTS), None)
    return subject is not None and token.tag_ not in ("CC", "IN")


def _has_verb(page: Page, first: int, last: int) -> bool:
    return any(token.tag_ in FINITE and token.dep_ != "relcl" for token in page.doc[first : last + 1])


def _clause(page: Page, cue: Cue, clause: Token, place: Place) -> Iterator[Reading]:
    """A finite clause, an infinitive with its own subject, or a small clause, after the cue."""
    takes = cue.frame.takes
    mark = next((c for c in clause.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
    follows = page.doc[min(place.last + 1, len(page.doc) - 1)]
    if opens_clause(follows):
        mark = follows
    start = mark.i + 1 if mark is not None else _clause_start(cue, clause)
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        for name in ("object-infinitive", "infinitive"):
            if name in takes:
                yield name, name, trim(page, clause.left_edge.i, verb_phrase_end(page, cue, clause))
        return
    content = trim(page, start, clause_end(page, cue, start, clause))
    if any(c.tag_ in QUESTION or c.lower_ in ("whether", "if") for c in (clause.left_edge, *clause.lefts)):
        if "wh" in takes:
            yield "wh", "wh", content
    elif mark is not None:
        if "that" in takes:
            yield "that-clause", "that", content
    elif "clause" in takes:
        yield "bare-clause", "clause", content
    elif "complement" in takes:
        yield "complement", "complement", trim(page, clause.left_edge.i, phrase_end(page, cue, clause))


def _clause_start(cue: Cue, clause: Token) -> int:
    """Where a clause without *that* begins: a noun phrase that the parser took for the cue's object opens it."""
    start = max(clause.left_edge.i, cue.last + 1)
    for child in cue.token.rights:
        if child.dep_ in OBJECTS and cue.frame.to != "object" and child.left_edge.i < start:
            start = max(child.left_edge.i, cue.last + 1)
    return start


def _rest(page: Page, cue: Cue, place: Place) -> Iterator[Reading]:
    """What follows in the sentence, where the parser saw no complement but a clause is there all the same."""
    doc = page.doc
    _, end = page.sentence_of(cue.token)
    follows = place.last + 1
    if follows >= end:
        return
    follows = _complementizer(page, follows, end) or follows
    opens = opens_clause(doc[follows])
    if not opens and any(c.dep_ == "dobj" and c.left_edge.i == follows for c in cue.token.rights) and "noun" in cue.frame.takes:
        return
    if not opens and (doc[follows].is_punct or "clause" not in cue.frame.takes):
        return
    if doc[follows].dep_ in ("cc", "prep", "prt") or doc[follows].tag_ in ("IN", "TO") and not opens:
        return
    last = clause_end(page, cue, follows, None)
    finite = any(t.tag_ in FINITE for t in doc[follows : last + 1]) if opens else _has_verb(page, follows, last)
    if source_of(cue) is not None and finite and last - follows >= 2:
        yield ("that-rest" if opens else "bare-rest"), ("that" if opens else "clause"), trim(page, follows, last)


def _complementizer(page: Page, first: int, end: int) -> int | None:
    """The *that* which opens the clause, a few words on with no verb or comma before it."""
    for token in page.doc[first : min(first + THAT_WITHIN, end)]:
        if token.text in {",", ";", ":"} or token.tag_ in FINITE:
            return None
        if opens_clause(token):
            return token.i
    return None


def _mistaken_that(page: Page, cue: Cue) -> Iterator[Reading]:
    """A clause opened by *which* for *that*, as machine translation has it: *warned them on Monday, which he would go*."""
    doc = page.doc
    _, end = page.sentence_of(cue.token)
    for token in doc[cue.last + 2 : end - 2]:
        if token.lower_ == "which" and doc[token.i - 1].text in DASHES_AND_COMMA and doc[token.i + 1].pos_ in ("DET", "PROPN", "PRON") and doc[token.i + 1].lower_ != token.lower_:
            last = clause_end(page, cue, token.i + 1, None)
            if _has_verb(page, token.i + 1, last):
                yield "which-rest", "that", trim(page, token.i + 1, last)
            return


def _phrases(page: Page, cue: Cue, children: list[Token]) -> Iterator[Reading]:
    """Infinitives, gerunds, objects and prepositional phrases."""
    takes = cue.frame.takes
    after = _object_of(cue)
    for child in children:
        if child.dep_ == "xcomp":
            yield from _verb_phrase(page, cue, child, after)
    if takes & {"complement", "object-as"}:
        yield from _named_in_marks(page, cue)
    if after is not None:
        yield from _object(page, cue, after, [*children, *after.rights])
    elif "noun" in takes:
        yield from _object_in_marks(page, cue)
    if any(c.dep_ == "nsubjpass" for c in cue.token.children):
        for child in children:
            name = f"object-{child.lower_}"
            if child.dep_ == "prep" and name in takes:
                yield name, name, trim(page, child.i + 1, phrase_end(page, cue, child))
    for child in children:
        if child.dep_ == "prep" and child.lower_ in takes:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                yield f"of-{child.lower_}", child.lower_, trim(page, inner.left_edge.i, phrase_end(page, cue, inner))


def _object_of(cue: Cue) -> Token | None:
    """The cue's object; of *call for* and *refer to*, what follows the preposition."""
    verb = cue.token
    last = verb.doc[cue.last]
    if last.i > verb.i and last.dep_ == "prep":
        return next((c for c in last.children if c.dep_ in ("pobj", "pcomp")), None)
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]
    return next((c for c in objects if c.dep_ == "dobj"), objects[0] if objects else None)


def _named_in_marks(page: Page, cue: Cue) -> Iterator[Reading]:
    """What something is called, where marks show it and the parser may not: *called the vote a “farce”*. After *what*
    the content is the name alone: *what she called “a farce”*."""
    doc = page.doc
    _, end = page.sentence_of(cue.token)
    opens = next((t.i for t in doc[cue.last + 1 : end] if page.stretch_at[t.i] >= 0), None)
    if opens is None or _has_verb(page, cue.last + 1, opens - 1) or any(t.text in {",", ";"} for t in doc[cue.last + 1 : opens]):
        return
    first = cue.last + 1
    if doc[first].lower_ == "as":
        first += 1
    elif "object-as" in cue.frame.takes and "complement" not in cue.frame.takes:
        return
    stretch = page.stretches[page.stretch_at[opens]]
    last = page.token_from(stretch.end - 1)
    yield "complement-marks", "complement", trim(page, first, min(last, end - 1))


def _object_in_marks(page: Page, cue: Cue) -> Iterator[Reading]:
    """An object in marks that the parser hung elsewhere: *ruled out any “concessions”*."""
    near = page.doc[cue.last + 1 : cue.last + 4]
    opens = next((t.i for t in near if page.stretch_at[t.i] >= 0), None)
    if opens is not None and all(t.pos_ in ("DET", "ADJ", "PRON", "ADV") for t in page.doc[cue.last + 1 : opens]):
        stretch = page.stretches[page.stretch_at[opens]]
        yield "noun-marks", "noun", trim(page, cue.last + 1, page.token_from(stretch.end - 1))


def _verb_phrase(page: Page, cue: Cue, verb: Token, after: Token | None) -> Iterator[Reading]:
    takes = cue.frame.takes
    last = verb_phrase_end(page, cue, verb)
    passive = any(c.dep_ == "nsubjpass" for c in cue.token.children)
    if "disclosure" in takes and verb.lemma_.lower() in page.verbs.disclosing:
        yield from _withheld(page, cue, verb)
        return
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        if (after is not None or passive) and "object-infinitive" in takes:
            first = after if after is not None and after.i < verb.i else verb
            yield "object-infinitive", "object-infinitive", trim(page, first.left_edge.i, last)
        elif "infinitive" in takes and verb.lemma_ not in ("name", "identify"):  # asked not to be named: no quote
            yield "infinitive", "infinitive", trim(page, verb.left_edge.i, last)
    elif verb.tag_ == "VBG" and "gerund" in takes:
        yield "gerund", "gerund", trim(page, verb.left_edge.i, last)


def _withheld(page: Page, cue: Cue, verb: Token) -> Iterator[Reading]:
    """What somebody will not tell: *declined to say who had won*, *refused to comment on the vote*."""
    for child in verb.rights:
        if child.dep_ in ("ccomp", "advcl"):
            yield "disclosure", "disclosure", trim(page, child.left_edge.i, phrase_end(page, cue, child))
        elif child.dep_ in ("dobj", "prep") and child.lower_ not in ("anything", "more", "much"):
            yield "disclosure", "disclosure", trim(page, verb.left_edge.i, phrase_end(page, cue, verb))


def _object(page: Page, cue: Cue, after: Token, children: list[Token]) -> Iterator[Reading]:
    takes = cue.frame.takes
    named = next((c for c in children if c.dep_ == "oprd" and c.i > after.i), None)
    if named is not None and "complement" in takes:
        yield "complement", "complement", trim(page, after.left_edge.i, phrase_end(page, cue, named))
    for child in children:
        name = f"object-{child.lower_}"
        if child.dep_ == "prep" and child.i > after.i and name in takes:
            # Of *warned Keel of floods* the content is what comes after *of*; of *accused Keel of theft*, all of it.
            first = child.i + 1 if cue.frame.to == "object" and child.lower_ in takes else after.left_edge.i
            yield name, name, trim(page, first, phrase_end(page, cue, child))
    if "noun" in takes:
        yield "noun", "noun", trim(page, after.left_edge.i, object_end(page, cue, after))

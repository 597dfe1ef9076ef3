"""Phrases that reporting verbs take: infinitives, gerunds, objects and what follows a preposition."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.stages.quotes.bounds import has_verb, object_end, phrase_end, trim, verb_phrase_end
from onrecord.stages.quotes.page import Cue, Page, Reading


def read_phrases(page: Page, cue: Cue) -> Iterator[Reading]:
    """Infinitives, gerunds, objects and prepositional phrases, surest first."""
    children = list(cue.token.rights)
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
    if (
        opens is None
        or has_verb(page, cue.last + 1, opens - 1)
        or any(t.text in {",", ";"} for t in doc[cue.last + 1 : opens])
    ):
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
        elif "object-infinitive" in takes and "infinitive" not in takes and verb.left_edge.i > cue.last + 2:
            # The parser missed the object: *warned the public Monday not to go*.
            yield "object-infinitive", "object-infinitive", trim(page, cue.last + 1, last)
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


def _withholds(page: Page, cue: Cue, after: Token) -> bool:
    """Whether the cue is a deed, not words: *denied them the service*, *were denied it*, *denied it to them*."""
    if cue.frame.lemma not in page.verbs.withholding:
        return False
    if any(child.dep_ in ("dative", "nsubjpass") for child in cue.token.children):
        return True
    return any(child.lower_ == "to" and child.dep_ == "prep" for child in (*cue.token.children, *after.rights))


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
    if "noun" in takes and not _withholds(page, cue, after):
        yield "noun", "noun", trim(page, after.left_edge.i, object_end(page, cue, after))

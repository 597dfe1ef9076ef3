"""To whom it was said: by the place the cue's frame gives the addressee, by letter or call, by turn."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.records import Party
from onrecord.stages.quotes.floor import Known, party_at
from onrecord.stages.quotes.page import Attribution, Cue, Page

WRITTEN_TO = frozenset({"to", "for"})
SPOKEN_WITH = frozenset({"to", "with"})
NOBODY = frozenset(
    {
        "question",
        "questions",
        "truth",
        "lie",
        "lies",
        "story",
        "itself",
        "himself",
        "herself",
        "themselves",
        "that",
        "what",
    }
)


def find_addressee(page: Page, known: Known, attribution: Attribution) -> Party | None:
    """The party that the words were addressed to, as far as the attribution tells."""
    if attribution.cue is None:
        return _of_headline(page, known, attribution)
    for head in _candidates(page, attribution, attribution.cue):
        if head.lower_ not in NOBODY and not _is_content(attribution, head):
            return party_at(page, known, head)
    return None


def is_reply(page: Page, attribution: Attribution) -> bool:
    """Whether the cue answers somebody, so that with no addressee it answers whoever spoke before."""
    return attribution.cue is not None and attribution.cue.frame.lemma in page.verbs.replies


def _candidates(page: Page, attribution: Attribution, cue: Cue) -> Iterator[Token]:
    verb, place = cue.token, cue.frame.to
    if cue.noun:
        yield from _after(verb, WRITTEN_TO & {place, "to"})
        return
    if place == "object":
        yield from _object(attribution, cue)
    elif place:
        yield from _after(verb, {place})
    yield from (child for child in verb.rights if child.dep_ == "dative" and child.pos_ != "ADP")
    yield from _after(verb, {"to"}, dative=True)
    yield from _through_message(page, verb)


def _object(attribution: Attribution, cue: Cue) -> Iterator[Token]:
    """The cue's object, or its subject where it is passive: *told them*, *they were told*, *asked by them, Keel
    said*."""
    verb = cue.token
    for child in verb.children:
        if child.dep_ == "nsubjpass":
            yield child
        elif child.dep_ in ("dobj", "dative") and child.pos_ != "ADP" and (child.i > verb.i or child.tag_ == "WP"):
            if attribution.complement not in ("noun", "gerund") or child.dep_ == "dative":
                yield child
        elif child.dep_ == "ccomp" and attribution.complement == "object-infinitive":
            yield from (each for each in child.children if each.dep_ in ("nsubj", "nsubjpass"))
    if verb.tag_ == "VBN" and verb.dep_ == "advcl":
        yield from (each for each in verb.head.children if each.dep_ == "nsubj")


def _after(verb: Token, prepositions: set[str] | frozenset[str], dative: bool = False) -> Iterator[Token]:
    """What follows one of these prepositions at the verb: *said to them*, *agreed with them*."""
    for child in verb.children:
        if child.lower_ in prepositions and child.dep_ in (("dative", "prep") if dative else ("prep", "prt", "dative")):
            yield from (each for each in child.children if each.dep_ == "pobj")


def _through_message(page: Page, verb: Token) -> Iterator[Token]:
    """The other end of a letter, a call, a speech: *said in a letter to them*, *in a call with them*, *speaking to
    them*."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "during", "at", "after", "before", "on", "from", "through"):
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.lemma_.lower() in page.verbs.messages:
                    yield from _after(noun, SPOKEN_WITH)
                    yield from (
                        t
                        for c in noun.children
                        if c.dep_ == "acl" and c.lemma_ in ("address", "send")
                        for t in _after(c, {"to"})
                    )
        elif child.dep_ == "advcl" and child.lemma_ in ("speak", "talk", "write", "address"):
            yield from _after(child, SPOKEN_WITH)
            yield from (each for each in child.children if each.dep_ == "dobj" and child.lemma_ == "address")
    if verb.dep_ in ("acl", "relcl", "advcl") and verb.tag_ == "VBG":  # handed them a note saying that …
        nouns = [verb.head] if verb.head.pos_ == "NOUN" else [c for c in verb.head.children if c.dep_ == "dobj"]
        for noun in nouns:
            if noun.lemma_.lower() in page.verbs.messages:
                yield from _after(noun, SPOKEN_WITH)
                yield from (c for c in noun.head.children if c.dep_ == "dative" and c.pos_ != "ADP")
                yield from _after(noun.head, {"to"})


def _is_content(attribution: Attribution, head: Token) -> bool:
    """Whether a phrase is what was said rather than to whom; *urged them to go* says *them* in both places."""
    if attribution.complement.startswith("object-"):
        return False
    return any(start <= head.idx < end for start, end in attribution.pieces)


def _of_headline(page: Page, known: Known, attribution: Attribution) -> Party | None:
    """Of *Keel to Veltin: …* the second name."""
    if attribution.rule not in ("colon", "quote-name") or attribution.source is None:
        return None
    source = attribution.source
    for token in page.doc[source.i + 1 : page.token_from(attribution.pieces[0][0])]:
        if token.lower_ == "to":
            follows = [
                t for t in page.doc[token.i + 1 : page.token_from(attribution.pieces[0][0])] if t.pos_ == "PROPN"
            ]
            return party_at(page, known, follows[-1]) if follows else None
    return None

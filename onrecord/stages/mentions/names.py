"""Names: those the gazetteer knows and those the tagger sees, one reading for each place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.knowledge.gazetteer import Gazetteer, Hit
from onrecord.knowledge.naming import sound_key
from onrecord.records import Candidate, Form, Kind, Span
from onrecord.stages.mentions.layout import Layout
from onrecord.stages.mentions.repeats import find_repeats, find_unlabelled
from onrecord.stages.mentions.tagged import EVENTS, KINDS, Tagged, find_tagged, is_title_word

_DIRECTIONS = frozenset("east west north south central mainland greater upper lower".split())
_NOT_AFTER = frozenset("in speak speaks speaking spoke".split())  # "in English" is a language
_MOST_WORDS_OF_AN_EVENT = 5  # the tagger takes whole sentences for titles of works
_NUMBER = re.compile(r"\d{1,3}")
_TAIL = re.compile(r"(?<![A-Z.])(?<!Jr)(?<!Sr)(?<!Inc)(?<!Ltd)(?<!Co)(?<!Corp)\.$|[\"'”’“‘,;:)(\-–—]+$")


def find_names(doc: Doc, gazetteer: Gazetteer, layout: Layout) -> list[Candidate]:
    """Names in order of the text, none overlapping another."""
    all_hits = [part for hit in gazetteer.find(layout.text) for part in _without_rank(doc, hit, gazetteer, layout)]
    hits = [hit for hit in all_hits if _is_used_as_name(doc, hit, gazetteer, layout)]
    refused = {(hit.start, hit.end) for hit in all_hits} - {(hit.start, hit.end) for hit in hits}
    names: list[Candidate] = []
    found = list(find_tagged(doc, gazetteer, layout))
    works = _works(doc, found)
    for tagged in found:
        if doc[tagged.first : tagged.last].text in works:
            continue
        name, hits = _settle(doc, tagged, hits, gazetteer, layout)
        names += [name] if name is not None else []
    names = [name for name in names if (name.span.start, name.span.end) not in refused]
    names += [_known(doc, hit, gazetteer, layout) for hit in hits]
    names += find_unlabelled(doc, names, gazetteer, layout)
    names += find_repeats(doc, names, gazetteer, layout)
    return sorted(names, key=lambda name: name.span)


def _works(doc: Doc, found: list[Tagged]) -> set[str]:
    """Names that the tagger takes for a product, an event or a book, or that carry a number ("Leopard 2"), at least as
    often as they are plain actors."""
    votes: Counter[str] = Counter()
    for tagged in found:
        numbered = tagged.last < len(doc) and _NUMBER.fullmatch(doc[tagged.last].text) is not None
        votes[doc[tagged.first : tagged.last].text] += 1 if tagged.label not in KINDS or numbered else -1
    return {name for name, vote in votes.items() if vote >= 0}


def candidate(doc: Doc, first: int, last: int, kind: Kind | None, ids: tuple[str, ...] = ()) -> Candidate:
    """The candidate for these words, without the marks that cling to the last one."""
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    tail = _TAIL.search(doc[last - 1].text)
    if tail is not None and tail.start() > 0:
        end -= len(tail.group())
    return Candidate(Span(start, end), "name", kind, head_of(doc, first, last), ids)


def head_of(doc: Doc, first: int, last: int) -> int:
    """The word of a stretch that hangs on something outside it."""
    return next(
        (token.i for token in doc[first:last] if not first <= token.head.i < last or token.head == token), first
    )


def _without_rank(doc: Doc, hit: Hit, gazetteer: Gazetteer, layout: Layout) -> Iterator[Hit]:
    """The hit, or only its state: "Russian troops" and "Russian military exercises" name Russia, no actor of their own;
    but "Western allies" are the West, and "the Russian military" is a body that acts."""
    words = layout.text[hit.start : hit.end].split()
    entry, nouns = gazetteer.entries[hit.ids[0]], gazetteer.nouns
    common = len(words) > 1 and words[-1].islower() and hit.naming == "name"
    name = entry.name.split()[-1].lower()
    of_some = words[-1] in nouns.ranks and (entry.kind == "organisation" or name in nouns.ranks)
    last = layout.word_at(hit.end - 1)
    adjective = entry.kind == "organisation" and last + 1 < len(doc) and doc[last + 1].pos_ == "NOUN"
    if not common or not (of_some or adjective):
        yield hit
        return
    for part in gazetteer.find(layout.text[hit.start : hit.end - len(words[-1])]):
        yield replace(part, start=part.start + hit.start, end=part.end + hit.start)


def _is_used_as_name(doc: Doc, hit: Hit, gazetteer: Gazetteer, layout: Layout) -> bool:
    first, last = layout.word_at(hit.start), layout.word_at(hit.end - 1)
    before, after = doc[first - 1] if first else None, doc[last + 1] if last + 1 < len(doc) else None
    if hit.naming == "demonym":
        return before is None or before.lower_ not in _NOT_AFTER or not _ends_phrase(after)
    entry = gazetteer.entries[hit.ids[0]]
    if entry.kind == "group" and first == last and doc[first].lower_ in _DIRECTIONS:
        follows = after is not None and after.pos_ == "PROPN" and after.text[0].isupper()
        return not follows and (layout.in_headline(hit.start) or (before is not None and before.lower_ == "the"))
    return True


def _ends_phrase(after: Token | None) -> bool:
    return after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ")


def _settle(
    doc: Doc, tagged: Tagged, hits: list[Hit], gazetteer: Gazetteer, layout: Layout
) -> tuple[Candidate | None, list[Hit]]:
    """The name for this span of the tagger, where it tells more than the hits do, and the hits that stay beside it."""
    start, end = doc[tagged.first].idx, doc[tagged.last - 1].idx + len(doc[tagged.last - 1])
    beside = [hit for hit in hits if hit.end <= start or end <= hit.start]
    inside = [hit for hit in hits if start < hit.end and hit.start < end]
    span, kept = _weigh(doc, tagged, inside, gazetteer, layout) if inside else (tagged, [])
    if span is None or tagged.label not in KINDS or not _is_trusted(doc, span, gazetteer, layout):
        return None, [*beside, *kept]
    kind = None if _is_vague(doc, span, gazetteer) else KINDS[span.label]
    ids = _same_person(doc, span, inside, gazetteer)
    return candidate(doc, span.first, span.last, kind, ids), [*beside, *kept]


def _weigh(
    doc: Doc, tagged: Tagged, inside: list[Hit], gazetteer: Gazetteer, layout: Layout
) -> tuple[Tagged | None, list[Hit]]:
    """The span to keep, if any, and the hits to keep, of a span and hits that overlap."""
    words = [token for token in doc[tagged.first : tagged.last] if token.text[0].isalnum()]
    free = [token for token in words if not any(hit.start <= token.idx < hit.end for hit in inside)]
    telling = [token for token in free if token.text[0].isupper() and not is_title_word(token, gazetteer)]
    if tagged.label in EVENTS:
        return None, [] if telling and len(words) <= _MOST_WORDS_OF_AN_EVENT else inside
    if any(token.lower_ == "and" or token.text == "," for token in free) or not free:
        return None, inside
    kinds = {gazetteer.entries[hit.ids[0]].kind for hit in inside}
    if tagged.label == "PERSON":
        return _weigh_person(tagged, inside, telling, gazetteer, layout)
    heads = gazetteer.nouns.organisation_heads
    body = tagged.label == "ORG" and free[-1].lower_ in heads and free[-1].text[0].isupper()
    if body and "person" not in kinds and len(words) > len(inside):
        return tagged, []
    if tagged.label in ("NORP", "WORK_OF_ART") or "person" in kinds or not telling:
        return None, inside
    if all(hit.naming == "demonym" for hit in inside) and all(token.lower_ in layout.common for token in free):
        return None, inside
    if tagged.label in ("GPE", "LOC") and all(token.lower_.endswith("ern") for token in telling):
        return None, inside
    return tagged, []


def _weigh_person(
    tagged: Tagged, inside: list[Hit], telling: list[Token], gazetteer: Gazetteer, layout: Layout
) -> tuple[Tagged | None, list[Hit]]:
    if not telling:
        return None, inside
    if all(gazetteer.entries[hit.ids[0]].kind == "person" for hit in inside):
        one = len({hit.ids for hit in inside}) == 1 and all(hit.naming == "short" for hit in inside)
        return (tagged, []) if one and telling[0].idx < inside[0].start else (None, inside)
    if len(inside) == 1 and gazetteer.is_given(telling[0].text) and telling[-1].idx < inside[0].start:
        return tagged, []  # a surname that is also a place's or a firm's
    given = tagged.first == layout.word_at(inside[0].start) and len(inside) == 1 and inside[0].naming == "name"
    if given and gazetteer.gender_of(layout.text[inside[0].start : inside[0].end]):
        return tagged, []  # a given name that is also a country's or a town's: "Chad Keel"
    rest = Tagged(telling[0].i, telling[-1].i + 1, "PERSON")
    clear = all(layout.word_at(hit.start) not in range(rest.first, rest.last) for hit in inside)
    return (rest if clear and len(telling) > 1 else None), inside


def _same_person(doc: Doc, span: Tagged, inside: list[Hit], gazetteer: Gazetteer) -> tuple[str, ...]:
    given = sound_key(doc[span.first].text)
    people = [each for hit in inside for each in hit.ids if gazetteer.entries[each].kind == "person"]
    return tuple(each for each in people if sound_key(gazetteer.entries[each].name.split()[0]) == given)


def _is_trusted(doc: Doc, span: Tagged, gazetteer: Gazetteer, layout: Layout) -> bool:
    """In a headline capitals tell nothing: there only what begins with a given name is believed. A people's name is an
    actor only where it acts, and a word alone must be a name by its grammar and never be written small."""
    first, head = doc[span.first], doc[head_of(doc, span.first, span.last)]
    if layout.in_headline(first.idx):
        return span.label == "PERSON" and gazetteer.is_given(first.text) and span.last - span.first > 1
    if span.label == "NORP":
        acting = (
            head.dep_ == "nsubj" and head.head.lemma_ in gazetteer.nouns.acts and head.head.lemma_ not in ("be", "have")
        )
        return acting and head.tag_ in ("NNPS", "NNS")
    if span.last - span.first > 1:
        return True
    if head.tag_ not in ("NNP", "NNPS") and not (first.text.isupper() and len(first.text) > 1):
        return False
    if span.label != "PERSON" and first.lower_ in layout.common and not first.is_upper:
        return False
    modifies = head.dep_ == "compound" and head.head.pos_ == "NOUN" and head.head.i > head.i
    return not (span.label == "PERSON" and modifies and head.head.lower_ not in gazetteer.nouns.people)


def _is_vague(doc: Doc, span: Tagged, gazetteer: Gazetteer) -> bool:
    """Whether the label tells little: a lone word that the tagger takes for a landscape seldom is one."""
    return span.label == "LOC" and doc[span.last - 1].lower_ not in gazetteer.nouns.place_heads


def _known(doc: Doc, hit: Hit, gazetteer: Gazetteer, layout: Layout) -> Candidate:
    first, last = layout.word_at(hit.start), layout.word_at(hit.end - 1) + 1
    kinds = {gazetteer.entries[each].kind for each in hit.ids}
    form: Form = "demonym" if hit.naming == "demonym" else "metonym" if hit.naming == "metonym" else "name"
    head = head_of(doc, first, last)
    plural = form == "demonym" and doc[head].tag_ in ("NNPS", "NNS")
    known = Candidate(Span(hit.start, hit.end), form, None, head, hit.ids, plural=plural)
    return replace(known, kind=kinds.pop()) if len(kinds) == 1 else known

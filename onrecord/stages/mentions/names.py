"""Names: those the gazetteer knows, those the tagger sees, and every further place where one of them stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.knowledge.gazetteer import Gazetteer, Hit
from onrecord.knowledge.naming import sound_key
from onrecord.records import Candidate, Form, Kind, Span
from onrecord.stages.mentions.layout import Layout
from onrecord.stages.mentions.tagged import KINDS, NO_ACTORS, Tagged, find_tagged, is_title_word

_DIRECTIONS = frozenset(
    "east eastern west western north northern south southern central northeastern northwestern southeastern"
    " southwestern mainland greater upper lower".split()
)
_MOST_WORDS_OF_AN_EVENT = 5  # the tagger takes whole sentences for titles of works


def find_names(doc: Doc, gazetteer: Gazetteer, layout: Layout) -> list[Candidate]:
    """Names in order of the text, none overlapping another."""
    hits = [hit for hit in gazetteer.find(layout.text) if _is_used_as_name(doc, hit, gazetteer, layout)]
    names: list[Candidate] = []
    for tagged in find_tagged(doc, gazetteer, layout):
        hits = list(_settle(doc, tagged, hits, names, gazetteer, layout))
    names += [_known(doc, hit, gazetteer, layout) for hit in hits]
    names.sort(key=lambda name: name.span)
    return sorted([*names, *_repeated(doc, names, gazetteer, layout.text)], key=lambda name: name.span)


def _is_used_as_name(doc: Doc, hit: Hit, gazetteer: Gazetteer, layout: Layout) -> bool:
    first, last = layout.word_at(hit.start), layout.word_at(hit.end - 1)
    before, after = doc[first - 1] if first else None, doc[last + 1] if last + 1 < len(doc) else None
    if hit.naming == "demonym":
        return not (
            before is not None and before.lower_ in ("in", "speak", "speaks", "speaking") and _ends_phrase(doc, last)
        )
    entry = gazetteer.entries[hit.ids[0]]
    if entry.kind == "group" and first == last and doc[first].lower_ in _DIRECTIONS:
        follows = after is not None and after.pos_ == "PROPN" and after.text[0].isupper()
        return not follows and (layout.in_headline(hit.start) or (before is not None and before.lower_ == "the"))
    return True


def _ends_phrase(doc: Doc, last: int) -> bool:
    return last + 1 >= len(doc) or doc[last + 1].pos_ not in ("NOUN", "PROPN", "ADJ")


def _settle(
    doc: Doc, tagged: Tagged, hits: list[Hit], names: list[Candidate], gazetteer: Gazetteer, layout: Layout
) -> Iterator[Hit]:
    """The hits that stand beside this span of the tagger; the span joins `names` where it tells more than they do."""
    start, end = doc[tagged.first].idx, doc[tagged.last - 1].idx + len(doc[tagged.last - 1])
    beside = [hit for hit in hits if hit.end <= start or end <= hit.start]
    inside = [hit for hit in hits if hit not in beside]
    span, kept = tagged, inside
    if inside:
        span, kept = _weigh(doc, tagged, inside, gazetteer, layout)
    if span is not None and tagged.label in KINDS and _is_trusted(doc, span, gazetteer, layout):
        ids = _same_person(doc, span, inside, gazetteer)
        names.append(_candidate(doc, span.first, span.last, KINDS[span.label], ids))
    yield from beside
    yield from kept


def _weigh(
    doc: Doc, tagged: Tagged, inside: list[Hit], gazetteer: Gazetteer, layout: Layout
) -> tuple[Tagged | None, list[Hit]]:
    """The span to keep, if any, and the hits to keep, of a span and hits that overlap."""
    words = [token for token in doc[tagged.first : tagged.last] if token.text[0].isalnum()]
    free = [token for token in words if not any(hit.start <= token.idx < hit.end for hit in inside)]
    telling = [token for token in free if token.text[0].isupper() and not is_title_word(token, gazetteer)]
    telling = [token for token in telling if token.lower_ not in _DIRECTIONS]
    if tagged.label in NO_ACTORS or tagged.label == "WORK_OF_ART":
        dropped = telling and tagged.label != "WORK_OF_ART" and len(words) <= _MOST_WORDS_OF_AN_EVENT
        return None, [] if dropped else inside
    if not telling or any(token.lower_ == "and" or token.text == "," for token in free):
        return None, inside
    kinds = {gazetteer.entries[hit.ids[0]].kind for hit in inside}
    if tagged.label == "PERSON":
        if kinds == {"person"}:
            surname = all(hit.naming == "short" for hit in inside) and telling[0].idx < inside[0].start
            return (tagged, []) if surname else (None, inside)
        rest = Tagged(telling[0].i, telling[-1].i + 1, "PERSON")
        clear = all(layout.word_at(hit.start) not in range(rest.first, rest.last) for hit in inside)
        return (rest if clear and len(telling) > 1 else None), inside
    if tagged.label == "NORP" or "person" in kinds:
        return None, inside
    return tagged, []


def _same_person(doc: Doc, span: Tagged, inside: list[Hit], gazetteer: Gazetteer) -> tuple[str, ...]:
    given = sound_key(doc[span.first].text)
    people = [each for hit in inside for each in hit.ids if gazetteer.entries[each].kind == "person"]
    return tuple(each for each in people if sound_key(gazetteer.entries[each].name.split()[0]) == given)


def _is_trusted(doc: Doc, span: Tagged, gazetteer: Gazetteer, layout: Layout) -> bool:
    """In a headline capitals tell nothing: there only what begins with a given name is believed."""
    if not layout.in_headline(doc[span.first].idx):
        return True
    given = gazetteer.gender_of(doc[span.first].text)
    return span.label == "PERSON" and bool(given) and span.last - span.first > 1


def _candidate(doc: Doc, first: int, last: int, kind: Kind | None, ids: tuple[str, ...] = ()) -> Candidate:
    span = Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    return Candidate(span, "name", kind, doc[first:last].root.i, ids)


def _known(doc: Doc, hit: Hit, gazetteer: Gazetteer, layout: Layout) -> Candidate:
    first, last = layout.word_at(hit.start), layout.word_at(hit.end - 1) + 1
    kinds = {gazetteer.entries[each].kind for each in hit.ids}
    form: Form = hit.naming if hit.naming in ("demonym", "metonym") else "name"  # type: ignore[assignment]
    head = doc[first:last].root.i
    plural = hit.naming == "demonym" and doc[head].tag_ in ("NNPS", "NNS")
    return Candidate(
        Span(hit.start, hit.end), form, kinds.pop() if len(kinds) == 1 else None, head, hit.ids, plural=plural
    )


def _repeated(doc: Doc, names: list[Candidate], gazetteer: Gazetteer, text: str) -> Iterator[Candidate]:
    """Further places of names already seen, and of the surnames of people, which the tagger passed over."""
    taken = {index for name in names for index in range(name.span.start, name.span.end)}
    known: dict[str, Candidate] = {}
    for name in names:
        words = name.span.of(text).split()
        if name.form == "name" and not (len(words) == 1 and name.kind is None):
            known.setdefault(words[0] if len(words) == 1 else " ".join(words), name)
            if name.kind == "person" and len(words) > 1 and len(words[-1]) > 2:
                known.setdefault(words[-1], name)
    for token in doc:
        name = known.get(token.text)
        if name is None or token.idx in taken or not token.text[0].isupper() or _is_part_of_other(doc, token.i):
            continue
        if token.text in gazetteer.nouns.not_names or is_title_word(token, gazetteer):
            continue
        yield replace(
            _candidate(doc, token.i, token.i + 1, name.kind), ids=() if " " in name.span.of(text) else name.ids
        )


def _is_part_of_other(doc: Doc, index: int) -> bool:
    after = doc[index + 1] if index + 1 < len(doc) else None
    return after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and after.ent_type_ == ""

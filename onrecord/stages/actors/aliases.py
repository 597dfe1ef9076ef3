"""Names to actors: the gazetteer first, then the evidence of the article itself."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from onrecord.knowledge.naming import name_key, sound_key
from onrecord.records import Candidate, Kind, Span
from onrecord.stages.actors.governments import acts
from onrecord.stages.actors.roster import Draft, Roster
from onrecord.stages.actors.spelling import given_agree, parts, same_surname, slip_of

_LOCATIVE = frozenset("in at near outside inside to".split())
_SMALL = frozenset("of the and for in on de la a an to".split())


def name_actors(doc: Doc, candidates: tuple[Candidate, ...], roster: Roster) -> dict[Span, Draft]:
    """The actor of every name, metonym and demonym."""
    names = [each for each in candidates if each.form in ("name", "metonym", "demonym")]
    found: dict[Span, Draft] = {}
    for name in names:
        draft = _known(doc, name, roster)
        if draft is not None:
            found[name.span] = draft
    rest = [name for name in names if name.span not in found and name.form == "name"]
    kinds = _kinds(doc, rest, roster)
    # full names before surnames, so that a surname finds its bearer wherever it stands
    for name in sorted(rest, key=lambda each: -len(_words(doc, each))):
        text = " ".join(name.span.of(doc.text).split())
        kind = kinds[text]
        draft = _person(doc, name, text, roster, found) if kind == "person" else _body(text, kind, roster, found, doc)
        found[name.span] = draft
    for name in names:
        _note_title(name, found.get(name.span), roster)
    return found


def _words(doc: Doc, name: Candidate) -> list[str]:
    return name.span.of(doc.text).split()


def _known(doc: Doc, name: Candidate, roster: Roster) -> Draft | None:
    text = name.span.of(doc.text)
    entries = [roster.gazetteer.entries[each] for each in name.ids]
    if name.kind == "person":
        entries = [entry for entry in entries if entry.kind == "person"]
    if not entries:
        return None
    entry = entries[0]
    if entry.governs and name.form == "name" and acts(doc, doc[name.head], roster.gazetteer.nouns):
        draft = roster.known(entry.governs)
        draft.because(text, f"the capital stands for the government of {draft.name} where it acts")
        return draft
    if name.form == "metonym":
        before = doc[name.head - 1].lower_ if name.head else ""
        before = doc[name.head - 2].lower_ if before == "the" and name.head > 1 else before
        if before in _LOCATIVE:
            return roster.unknown(text, "place")
        draft = roster.known(entry.id)
        draft.because(text, f"stands for the government of {draft.name}")
        return draft
    draft = roster.known(entry.id)
    draft.because(text, "a known name of the same actor")
    return draft


def _kinds(doc: Doc, names: list[Candidate], roster: Roster) -> dict[str, Kind]:
    """One kind a name: the likeliest of all its mentions; a surname has the kind of its full name."""
    votes: dict[str, Counter[Kind]] = {}
    nouns = roster.gazetteer.nouns
    for name in names:
        text = " ".join(name.span.of(doc.text).split())
        vote = votes.setdefault(text, Counter())
        words = text.split()
        if name.title:
            vote["person"] += 3
        if len(words) > 1 and roster.gazetteer.gender_of(words[0]):
            vote["person"] += 2
        if words[-1].lower() in nouns.organisation_heads or words[0].lower() in nouns.organisation_heads:
            vote["organisation"] += 3
        if words[-1].lower() in nouns.place_heads:
            vote["place"] += 2
        vote[name.kind or "organisation"] += 1
    surnames: Counter[str] = Counter()
    for text, vote in votes.items():
        if " " in text and vote.most_common(1)[0][0] == "person":
            surnames[parts(text)[1]] += 1
            surnames[text.split()[0]] += 1
    return {
        text: "person" if " " not in text and text in surnames else vote.most_common(1)[0][0]
        for text, vote in votes.items()
    }


def _person(doc: Doc, name: Candidate, text: str, roster: Roster, found: dict[Span, Draft]) -> Draft:
    given, surname = parts(text)
    if given:
        return _full_name(text, given, surname, name, roster)
    bearers = [draft for draft in roster.people() if _bears(draft, text)]
    if bearers:
        draft = _nearest(name, bearers, found)
        draft.because(text, f"part of the name {draft.name}")
        return draft
    held = _holder_of_surname(text, name, roster)
    if held is not None:
        held.because(f"{name.title} {text}", "the holder of that office has that surname")
        return held
    return roster.unknown(text, "person")


def _bears(draft: Draft, word: str) -> bool:
    given, surname = parts(draft.name)
    return same_surname(surname, word) or surname.split()[-1] == word or (bool(given) and given.split()[0] == word)


def _nearest(name: Candidate, bearers: list[Draft], found: dict[Span, Draft]) -> Draft:
    before = [(span.start, draft) for span, draft in found.items() if draft in bearers and span.start < name.span.start]
    return max(before, key=lambda each: each[0])[1] if before else bearers[0]


def _holder_of_surname(text: str, name: Candidate, roster: Roster) -> Draft | None:
    offices, days = roster.gazetteer.offices, roster.days
    for actor in roster.gazetteer.by_surname.get(sound_key(text), ()):
        for role in name.roles:
            bodies = {office.body for office in offices.by_person.get(actor, ()) if office.role == role}
            held = [body for body in bodies if days is None or offices.holder(role, body, days)]
            if held and (name.body is None or name.body in bodies):
                return roster.known(actor)
    return None


def _full_name(text: str, given: str, surname: str, name: Candidate, roster: Roster) -> Draft:
    gazetteer = roster.gazetteer
    exact = [each for each in gazetteer.named(text) if gazetteer.entries[each].kind == "person"]
    if exact:
        draft = roster.known(exact[0])
        draft.because(text, "a known name of the same actor")
        return draft
    for actor in gazetteer.by_surname.get(sound_key(surname), ()):
        if given_agree(given, parts(gazetteer.entries[actor].name)[0]):
            draft = roster.known(actor)
            draft.because(text, f"another spelling of {draft.name}")
            return draft
    for draft in roster.people():
        other_given, other_surname = parts(draft.name)
        if other_given and same_surname(surname, other_surname) and given_agree(given, other_given):
            draft.because(text, f"another spelling of {draft.name}")
            return draft
    slips = [
        actor
        for ids in gazetteer.by_surname.values()
        for actor in ids
        if slip_of(surname, parts(gazetteer.entries[actor].name)[1])
        and given_agree(given, parts(gazetteer.entries[actor].name)[0])
        and gazetteer.gender_of(given) in ("", gazetteer.entries[actor].gender)
    ]
    if len(set(slips)) == 1:
        draft = roster.known(slips[0])
        draft.because(text, f"one letter away from {draft.name}, with a given name that agrees")
        return draft
    return roster.unknown(text, "person")


def _body(text: str, kind: Kind, roster: Roster, found: dict[Span, Draft], doc: Doc) -> Draft:
    exact = [each for each in roster.gazetteer.named(text) if roster.gazetteer.entries[each].kind != "person"]
    if exact:
        draft = roster.known(exact[0])
        draft.because(text, "a known name of the same actor")
        return draft
    for draft in roster.drafts.values():
        if draft.kind == "person" or draft.kind == "unnamed":
            continue
        why = _same_body(text, draft.name, doc)
        if why:
            draft.because(text, why)
            return draft
    return roster.unknown(text, kind)


def _same_body(short: str, full: str, doc: Doc) -> str:
    if name_key(short) == name_key(full):
        return "the same name"
    if short.isupper() and len(short) > 1 and _initials(full) and short.replace(".", "") in _initials(full):
        return f"the initials of {full}"
    words, longer = name_key(short).split("-"), name_key(full).split("-")
    if (
        len(words) > 1
        and len(longer) > len(words)
        and (longer[: len(words)] == words or longer[-len(words) :] == words)
    ):
        return f"a shorter form of {full}"
    if re.search(re.escape(full) + r"\s*\(\s*" + re.escape(short) + r"\s*\)", doc.text):
        return f"given in brackets after {full}"
    return ""


def _initials(name: str) -> set[str]:
    words = [word for word in re.split(r"[\s-]+", name) if word]
    large = [word for word in words if word.lower() not in _SMALL]
    if len(large) < 2:
        return set()
    return {"".join(word[0].upper() for word in words), "".join(word[0].upper() for word in large)}


def _note_title(name: Candidate, draft: Draft | None, roster: Roster) -> None:
    if draft is None or not name.title:
        return
    nouns = roster.gazetteer.nouns
    last = name.title.split()[-1].lower()
    draft.titles.add(last)
    draft.gender = draft.gender or nouns.honorifics.get(last, "") or nouns.genders.get(last, "")
    for role in name.roles:
        draft.seats.add((role, name.body))
    entry = roster.gazetteer.entries.get(name.body or "")
    if draft.state is None and entry is not None:
        draft.state = entry.id if entry.kind == "state" else entry.state

"""Why two names may be one actor's, in words; never across genders, numbers, or given names that do not fit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from rapidfuzz.distance import OSA

from onrecord.knowledge.gazetteer import Gazetteer, content_words
from onrecord.knowledge.naming import name_key, sound_key, words_of
from onrecord.knowledge.spelling import given_agree, parts, same_surname

SHORTEST_SURNAME, LONG_SURNAME = 5, 9  # letters: in a surname one may be wrong, in a long one two
SHORTEST_NAME = 8  # letters of a body's name in which one may be wrong: Iran is not Iraq
SHORTEST_ACRONYM = 3
# A woman's surname beside a man's: Lavrova, Lavrov; Yavorska, Yavorsky. They are two people.
_OF_A_WOMAN = re.compile(r"(?<=ov|ev|in|yn)a$|(?<=sk|ck)(?:aya|aia|aja|a)$|(?<=[a-z])(?:aya|aia|aja)$")
_OF_A_MAN = re.compile(r"(?:iy|yi|ii|yy|ij|yj|oy|oi|y|i)$")

K = TypeVar("K")
_NUMBERED = re.compile(r"[IVX]+|[JS]r\.?")  # King Charles III: what stands last is no surname

# Two ids, and why they may be one.
Likeness = tuple[str, str, str]


def like_people(names: Mapping[str, str], gazetteer: Gazetteer) -> Iterator[Likeness]:
    """Pairs of people by id: full names whose surnames are near, and a surname that only one of them bears."""
    full: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    short: list[tuple[str, str]] = []
    for id_, name in names.items():
        given, surname = parts(name)
        if _NUMBERED.fullmatch(surname):
            continue
        if given:
            full[sound_key(surname)[:1]].append((id_, given, surname))
        elif surname and not gazetteer.is_given(surname):
            short.append((id_, surname))
    for block in full.values():
        for (one, given, surname), (other, other_given, other_surname) in combinations(block, 2):
            why = why_one_surname(surname, other_surname)
            if why and given_names_fit(given, other_given, gazetteer):
                yield one, other, why
    for id_, surname in short:
        bearers = [one for one, _, other in full[sound_key(surname)[:1]] if same_surname(surname, other)]
        if len(bearers) == 1:
            yield id_, bearers[0], "the only full name here with this surname"
    for (one, surname), (other, other_surname) in combinations(short, 2):
        if same_surname(surname, other_surname):
            yield one, other, "two spellings of one surname"


def why_one_surname(one: str, other: str) -> str:
    """Why two surnames may be one, where the given names fit; empty where they are two."""
    if same_surname(one, other):
        same = name_key(one) == name_key(other)
        return f"{'one surname' if same else 'two spellings of one surname'}, and the given names fit"
    first, second = name_key(one), name_key(other)
    shortest = min(len(first), len(second))
    wrong = 0 if shortest < SHORTEST_SURNAME else 1 if shortest < LONG_SURNAME else 2
    apart = OSA.distance(first, second, score_cutoff=wrong)
    if apart > wrong or of_woman_and_man(first, second):
        return ""
    return f"the surnames are {'one letter' if apart == 1 else 'two letters'} apart, and the given names fit"


def of_woman_and_man(one: str, other: str) -> bool:
    """Whether one is the form of the other surname that a woman bears."""
    for woman, man in ((one, other), (other, one)):
        stem = _OF_A_WOMAN.sub("", woman)
        if stem != woman and stem in (man, _OF_A_MAN.sub("", man)):
            return True
    return False


def given_names_fit(one: str, other: str, gazetteer: Gazetteer) -> bool:
    """Whether given names can be one person's: by sound, initial, short form or a letter; not a man's and a woman's."""
    genders = {gazetteer.gender_of(given.split()[0]) for given in (one, other)} - {""}
    return len(genders) < 2 and given_agree(one, other, gazetteer.nouns.nicknames)


def like_bodies(names: Mapping[str, str]) -> Iterator[Likeness]:
    """Pairs of states, organisations or groups by id: the same words, spellings, first letters, or a letter apart."""
    words = {id_: [word for word, _, _ in words_of(name) if word.isalnum()] for id_, name in names.items()}
    keys: dict[str, dict[str, Hashable]] = {
        "the same words in another order or spelling": {id_: content_words(each) for id_, each in words.items()},
        "two spellings of one name": {id_: tuple(map(sound_key, each)) for id_, each in words.items()},
    }
    for why, key_of in keys.items():
        for ids in _by_key(key_of).values():
            yield from ((one, other, why) for one, other in combinations(ids, 2))
    yield from _acronyms(names, words)
    yield from _a_letter_apart(names)


def like_of_two_kinds(people: Mapping[str, str], bodies: Mapping[str, str]) -> Iterator[Likeness]:
    """Pairs that bear one name, one taken for a person and one for something else."""
    of_bodies = _by_key({id_: name_key(name) for id_, name in bodies.items()})
    for id_, name in people.items():
        for other in of_bodies.get(name_key(name), []):
            yield id_, other, "the same name, taken for a person in one place and not in another"


def _acronyms(names: Mapping[str, str], words: Mapping[str, Sequence[str]]) -> Iterator[Likeness]:
    small = {"the", "of", "for", "and", "in", "on", "to"}
    initials: dict[str, list[str]] = defaultdict(list)
    for id_, each in words.items():
        letters = "".join(word[0] for word in each if word.lower() not in small).upper()
        if len(letters) >= SHORTEST_ACRONYM:
            initials[letters].append(id_)
    for id_, name in names.items():
        bearers = [other for other in initials.get(name, []) if other != id_]
        if len(bearers) == 1:
            yield id_, bearers[0], "one is the first letters of the other"


def _a_letter_apart(names: Mapping[str, str]) -> Iterator[Likeness]:
    blocks = _by_key({id_: name_key(name)[:1] for id_, name in names.items() if len(name_key(name)) >= SHORTEST_NAME})
    for ids in blocks.values():
        for one, other in combinations(ids, 2):
            first, second = name_key(names[one]), name_key(names[other])
            numbers = (re.findall(r"\d+", first), re.findall(r"\d+", second))
            if numbers[0] == numbers[1] and OSA.distance(first, second, score_cutoff=1) == 1:
                yield one, other, "the names are one letter apart"


def _by_key(key_of: Mapping[str, K]) -> dict[K, list[str]]:
    found: dict[K, list[str]] = defaultdict(list)
    for id_, key in key_of.items():
        if key:
            found[key].append(id_)
    return found

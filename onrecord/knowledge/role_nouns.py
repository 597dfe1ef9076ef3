"""The words by which people and bodies are spoken of, and the words around their names (data/role_nouns.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import DataError
from onrecord.knowledge.data import read_yaml

_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "wife": "wives"}


@dataclass(frozen=True, slots=True)
class RoleNouns:
    """Word lists, lower case but for names of things. `people` and `bodies` map every form, singular or plural, to
    whether it is plural."""

    people: Mapping[str, bool]
    bodies: Mapping[str, bool]
    governments: frozenset[str]
    portfolios: frozenset[str]
    ranks: frozenset[str]
    genders: Mapping[str, str]
    honorifics: Mapping[str, str]
    not_now: frozenset[str]
    filler: frozenset[str]
    acts: frozenset[str]
    speech: frozenset[str]
    objects: frozenset[str]
    belongings: frozenset[str]
    relations: frozenset[str]
    loose: frozenset[str]
    audiences: frozenset[str]
    institutions: frozenset[str]
    any_body: frozenset[str]
    public_heads: frozenset[str]
    officials: frozenset[str]
    any_official: frozenset[str]
    same_office: Mapping[str, frozenset[str]]
    nicknames: Mapping[str, str]
    alliances: Mapping[str, str]
    adjectives: frozenset[str]
    sport: frozenset[str]
    not_names: frozenset[str]
    day_names: frozenset[str]
    captions: frozenset[str]
    platforms: frozenset[str]
    organisation_heads: frozenset[str]
    event_heads: frozenset[str]
    place_heads: frozenset[str]


def plural(noun: str) -> str:
    """The plural of an English noun."""
    for singular, irregular in _IRREGULAR.items():
        if noun == singular or (singular in ("man", "woman") and noun.endswith(singular)):
            return noun[: len(noun) - len(singular)] + irregular
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def load_role_nouns() -> RoleNouns:
    """The lists of data/role_nouns.yaml. Raises DataError when one is missing."""
    lists = read_yaml("role_nouns.yaml")
    try:
        genders = dict.fromkeys(lists["male"], "male") | dict.fromkeys(lists["female"], "female")
        plain = {
            name: frozenset(map(str, lists[name]))
            for name in RoleNouns.__slots__
            if name not in ("people", "bodies", "genders", "honorifics", "alliances", "same_office", "nicknames")
        }
        return RoleNouns(
            people=_numbers(lists["people"]),
            bodies=_numbers(lists["bodies"]) | {"police": False, "people": True, "staff": False},
            genders=genders,
            honorifics=lists["honorifics"],
            alliances=lists["alliances"],
            nicknames={short: names[0] for names in lists["nicknames"] for short in names},
            same_office={word: frozenset(words) for words in lists["same_office"] for word in words},
            **plain,
        )
    except KeyError as error:
        raise DataError(f"data/role_nouns.yaml has no list {error}.") from error


def _numbers(nouns: list[str]) -> dict[str, bool]:
    return dict.fromkeys(nouns, False) | {plural(noun): True for noun in nouns}

"""The word lists by which texts are repaired: common English words, known names, what pages leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from onrecord.errors import DataError
from onrecord.knowledge.data import read_yaml
from onrecord.text.words import DebrisWords, TextWords

# symspellpy ships 82,765 English words that are both in a dictionary (SCOWL) and in the Google Books n-grams: few
# abbreviations and no misspellings, which a list made from the web has by the thousand.
ENGLISH_WORDS = ("symspellpy", "frequency_dictionary_en_82_765.txt")
LANDS = ("state", "place", "group")
NAME_KEYS = ("aliases", "short", "demonyms", "metonyms")
SETS = (
    "dates",
    "starters",
    "sure_starters",
    "titles",
    "followers",
    "suffixes",
    "determiners",
    "short_words",
    "whole",
    "domains",
)


@cache
def load_text_words() -> TextWords:
    """The lists, once a process: a tenth of a second and 10 MB. Raises DataError when a file of data/ is amiss."""
    parting, debris = read_yaml("parting.yaml"), read_yaml("debris.yaml")
    names = list(_names(read_yaml("actors.yaml")))
    try:
        return TextWords(
            words=_english_words(),
            name_ends=frozenset(word for name, _ in names for word in _bare(name.split()[-1])),
            name_starts=frozenset(
                word for name, kind in names if kind == "person" or " " not in name for word in _bare(name.split()[0])
            ),
            lands=frozenset(word for name, kind in names if kind in LANDS and " " not in name for word in _bare(name)),
            name_pairs=frozenset(" ".join(pair) for name, _ in names for pair in pairwise(name.split())),
            debris=DebrisWords(
                links=tuple(debris["links"]),
                links_with_colon=tuple(debris["links_with_colon"]),
                lines=frozenset(debris["lines"]),
                beginnings=tuple(debris["beginnings"]),
                endings=tuple(debris["endings"]),
                buttons=frozenset(debris["buttons"]),
                outlet_words=frozenset(debris["outlet_words"]),
                date_labels=frozenset(debris["date_labels"]),
            ),
            **{key: frozenset(parting[key].split()) for key in SETS},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"data/parting.yaml or data/debris.yaml lacks a list or holds a wrong one: {error}") from error


def _english_words() -> frozenset[str]:
    package, name = ENGLISH_WORDS
    with files(package).joinpath(name).open(encoding="utf-8-sig") as lines:
        return frozenset(line.split(" ", 1)[0] for line in lines)


def _names(actors: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Each name and the kind of what it names."""
    for actor in actors:
        for name in [actor["name"], *(each for key in NAME_KEYS for each in actor.get(key, ()))]:
            yield name, actor["kind"]


def _bare(word: str) -> Iterator[str]:
    """The word without its possessive, if it is capitalised and no shorter than three letters or an acronym."""
    bare = word.strip(".,()").removesuffix("'s").removesuffix("’s")
    if bare[:1].isupper() and bare.isalpha() and (len(bare) > 2 or bare.isupper()):
        yield bare

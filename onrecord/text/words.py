"""The word lists that the text steps decide by, handed to them by whoever calls."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DebrisWords:
    """What a scraper leaves of a page, in lower case (data/debris.yaml tells what each list is matched against)."""

    links: tuple[str, ...] = ()
    links_with_colon: tuple[str, ...] = ()
    lines: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    buttons: frozenset[str] = frozenset()
    outlet_words: frozenset[str] = frozenset()
    date_labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TextWords:
    """Known words and names (data/parting.yaml tells what the closed classes are for).

    `words` are English words in lower case. Of the names known, `name_ends` holds the words that are one or end one
    (Russia, Putin, States), `name_starts` those that are one or begin a person's (Russia, Putin, Vladimir),
    `lands` those that alone are a state, a place, a group or its adjective (Russia, Russian), and `name_pairs` two
    that stand next to each other in one (United States).
    """

    words: frozenset[str] = frozenset()
    name_ends: frozenset[str] = frozenset()
    name_starts: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    name_pairs: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    sure_starters: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    followers: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    short_words: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    debris: DebrisWords = DebrisWords()

    def knows(self, word: str) -> bool:
        """Whether it is an English word, in either case; of short ones, only those that are no abbreviations too."""
        folded = word.lower()
        return folded in self.words if len(folded) > 3 else folded in self.short_words

    def ends_name(self, word: str) -> bool:
        """Whether a known name, a day or a month ends with the word, as written."""
        return word in self.name_ends or word in self.dates

    def starts_name(self, word: str) -> bool:
        """Whether a known name, a day or a month begins with it."""
        return word in self.name_starts or word in self.dates

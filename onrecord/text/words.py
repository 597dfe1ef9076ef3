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

    `words` are common English words in lower case; `names` single capitalised words that name somebody or something.
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    sure_starters: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    followers: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    short_words: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    debris: DebrisWords = DebrisWords()

    def knows(self, word: str) -> bool:
        """Whether it is an English word, in either case; of short ones, only those that are no abbreviations too."""
        folded = word.lower()
        return folded in self.words if len(folded) > 3 else folded in self.short_words

    def names_it(self, word: str) -> bool:
        """Whether it is, as written, a known name, a day or a month."""
        return word in self.names or word in self.dates

"""Whether two names can be one person's: by shared spelling, by transliteration, by a bounded slip."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from onrecord.knowledge.naming import fold, sound_key

_SHORTEST_SLIP = (
    6  # letters of a surname in which one wrong letter may be forgiven: Rybakov/Ryabkov are two letters apart
)
_PARTICLES = frozenset("de del della di da dos van von der den le la el al bin ibn ben ter ten st".split())


def parts(name: str) -> tuple[str, str]:
    """Given names and surname; a particle (*De*, *van*) goes with the surname. One word is a surname."""
    words = name.split()
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].lower().strip(".") in _PARTICLES:
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])


def same_surname(one: str, other: str) -> bool:
    """Whether two surnames are spellings of one."""
    return sound_key(one) == sound_key(other)


def slip_of(one: str, other: str) -> bool:
    """Whether two words are one letter apart and otherwise long enough; the last letter may tell a gender."""
    one, other = fold(one).lower(), fold(other).lower()
    if min(len(one), len(other)) < _SHORTEST_SLIP or one[0] != other[0]:
        return False
    if {one, other} in ({one, one + "a"}, {other, other + "a"}):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


def given_agree(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal by sound, an initial, or one missing."""
    if not one or not other:
        return True
    first, second = one.split()[0].strip("."), other.split()[0].strip(".")
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return sound_key(first) == sound_key(second) or _near(first, second)


def _near(one: str, other: str) -> bool:
    one, other = fold(one).lower(), fold(other).lower()
    return one[0] == other[0] and min(len(one), len(other)) > 3 and OSA.distance(one, other, score_cutoff=1) <= 1

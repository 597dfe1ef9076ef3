"""Whether two names can be one person's: by shared spelling, by transliteration, by a bounded slip."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz.distance import OSA

from onrecord.knowledge.naming import fold, skeleton, sound_key

_SHORTEST_SLIP = 5  # letters of a surname in which one wrong vowel may be forgiven
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
    """Whether two surnames differ by one wrong vowel: Blinkin is Blinken; but Rybakov (two vowels) is not Ryabkov,
    Milley (a consonant) not Miller, Lavrova (a last letter that tells a gender) not Lavrov."""
    first, second = sound_key(one), sound_key(other)
    if min(len(one), len(other)) < _SHORTEST_SLIP or skeleton(one) != skeleton(other):
        return False
    return first + "a" != second and second + "a" != first and OSA.distance(first, second, score_cutoff=1) <= 1


def given_agree(one: str, other: str, nicknames: Mapping[str, str]) -> bool:
    """Whether two given names can be one person's: equal by sound, an initial, a short form, or a letter apart."""
    if not one or not other:
        return True
    first, second = (fold(name.split()[0].strip(".")).lower() for name in (one, other))
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    if sound_key(first) == sound_key(second) or nicknames.get(first, first) == nicknames.get(second, second):
        return True
    return (
        first[0] == second[0] and min(len(first), len(second)) > 3 and OSA.distance(first, second, score_cutoff=1) <= 1
    )

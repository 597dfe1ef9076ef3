"""Glued words, parted: only a space is put in, and only where both sides are known to be words of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.limits import WORD_RUN
from onrecord.text.edits import Change, Draft, revise
from onrecord.text.words import TextWords

RUN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# A place where two words may have run together: most chunks of a text have none.
SUSPECT = re.compile(r"[^\W\d_A-ZÀ-Þ][A-ZÀ-Þ]|[A-Z]{2}[a-z]|[\w)%”][.!?…,;:][^\W\d_]|[0-9](?:st|nd|rd|th)?[A-Z]")
CAPITALISED = re.compile(r"(?<![\w@#/.])[A-ZÀ-Þ]+[^\W\d_A-ZÀ-Þ]{3,}(?![\w@/])")
CHUNK = re.compile(r"\S+")
ADDRESS = re.compile(r"[/\\@#_<>=]|www\.|\.[a-z]{2,4}\b[^\w\s]*\Z")  # addresses, handles, tags, paths, file names, code
ADDRESS_GOES_ON = re.compile(r"\.\w")  # behind a word: a file name, a host, initials
INNER_CAPITAL = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])")
ACRONYM_END = re.compile(r"(?<=[A-Z][A-Z])(?=[A-Z][a-z])")
SUFFIX = re.compile(r"['’](?:s|m|d|t|ll|re|ve)\Z")
STOP = re.compile(r"(?<=[\w)%”])[.!?…](?=[^\W\d_])")
PAUSE = re.compile(r"(?<=[^\W\d_])(?:[,;](?=[^\W\d_])|:(?=[A-ZÀ-Þ]))")
NUMBER = re.compile(r"(?<![^\W_])[0-9]+(?:st|nd|rd|th)?(?=[A-Z][a-z])")

WORDS, SENTENCES, PAUSES = "glued words parted", "space after a sentence", "space after a comma"


def part_words(draft: Draft, words: TextWords) -> Draft:
    """The draft of an English text with a space where a page lost one.

    1. inside a word      "BrunkhamThe", "talksForeign Minister", "Brunkhamsaid"
    2. after a full stop  "the West.Note"
    3. after a comma      "the talks,he said"
    4. by a number        "on the 12thThe"
    (quotation marks are seen to in marks.py)
    """
    seen = Counter(RUN.findall(draft.text))
    found: dict[int, str] = {}
    for chunk in CHUNK.finditer(draft.text):
        short = len(chunk.group()) <= WORD_RUN
        if short and SUSPECT.search(chunk.group()) and not ADDRESS.search(chunk.group()):
            for place, rule in _in_chunk(chunk.group(), words, seen):
                found.setdefault(chunk.start() + place, rule)
    for run in CAPITALISED.finditer(draft.text):
        following = RUN.match(draft.text, run.end() + 1)
        if place := _after_name(run.group(), following.group() if following else "", words, seen):
            found[run.start() + place] = WORDS
    return revise(draft, (Change(place, place, " ", rule) for place, rule in found.items()))


def _in_chunk(chunk: str, words: TextWords, seen: Counter[str]) -> Iterator[tuple[int, str]]:
    runs = list(RUN.finditer(chunk))
    before = {run.end(): run for run in runs}
    after = {run.start(): run for run in runs}
    for run in runs:
        if place := _inside(run.group(), words, seen):
            yield run.start() + place, WORDS
    for stop in STOP.finditer(chunk):
        left, right = before.get(stop.start()), after.get(stop.end())
        if right and _starts_sentence(chunk, left, right, words, seen):
            yield stop.end(), SENTENCES
    for pause in PAUSE.finditer(chunk):
        sides = (before.get(pause.start()), after.get(pause.end()))
        if all(side and _is_word(side.group(), words, seen) for side in sides):
            yield pause.end(), PAUSES
    for number in NUMBER.finditer(chunk):
        first = RUN.match(chunk, number.end())
        if first and first.group() in words.sure_starters:
            yield number.end(), WORDS


def _inside(run: str, words: TextWords, seen: Counter[str]) -> int:
    """Where a word that holds one inner capital falls into two, or 0."""
    joints = [joint.start() for joint in INNER_CAPITAL.finditer(run)]
    joints = joints or [joint.start() for joint in ACRONYM_END.finditer(run) if words.ends_name(run[: joint.start()])]
    if len(joints) != 1 or run in words.whole or words.ends_name(run):
        return 0
    left, right = SUFFIX.sub("", run[: joints[0]]), SUFFIX.sub("", run[joints[0] :])
    starts = right in words.starters
    if len(left) < 2 or (seen[run] > 1 and not starts):  # what stands there twice is what its author meant
        return 0
    if left.islower():
        parted = words.knows(left) and (starts or _is_word(right, words, seen))
    elif words.ends_name(left):
        parted = starts or right in words.titles or words.starts_name(right) or _opens(left, right, words)
    elif words.starts_name(right) and (left in words.titles or left in words.starters):
        parted = True
    elif seen[left]:
        parted = starts
    else:
        parted = words.knows(left) and len(left) > 3 and right in words.sure_starters
    return joints[0] if parted or f"{left} {right}" in words.name_pairs else 0


def _after_name(run: str, following: str, words: TextWords, seen: Counter[str]) -> int:
    """Where a name falls off the lower-case word glued to it, or 0; `following` is the word after both."""
    if len(run) < 6 or run.lower() in words.words or words.ends_name(run) or words.starts_name(run):
        return 0
    if seen[run] > 1 or run in words.whole:
        return 0
    for place in range(len(run) - 2, 2, -1):
        left, right = run[:place], run[place:]
        if words.ends_name(left):
            parted = _follows_name(left, right, following, words)
        elif seen[left] and place > 3:
            parted = len(right) > 2 and (right in words.followers or _is_past(right, words))
        else:
            speaks = right == "said" and following in words.determiners
            parted = place > 3 and (speaks or (right in words.followers and _is_past(right, words)))
        if parted:
            return place
    return 0


def _opens(left: str, right: str, words: TextWords) -> bool:
    """Whether an ordinary word with a capital opens a sentence behind a day or a land: "FridayMinisters"."""
    if right.lower() not in words.words:
        return False
    return (left in words.dates and len(right) > 4) or (left in words.lands and len(left) > 4 and len(right) > 5)


def _is_past(word: str, words: TextWords) -> bool:
    return word.endswith("ed") and len(word) > 5 and word in words.words


def _follows_name(left: str, right: str, following: str, words: TextWords) -> bool:
    """Whether the end of a word, behind a known name, is a word of its own."""
    if len(right) > 4 and right not in words.followers and right in words.words:
        # Names of persons and short names begin too many others: Warrenpoint, Westfield.
        land = left in words.lands and len(left) > 4 and right not in words.suffixes
        return land or _is_past(right, words)
    if right in ("in", "on", "as"):  # so end many surnames
        return following in words.determiners or words.starts_name(following)
    return right in words.followers


def _starts_sentence(
    chunk: str, before: re.Match[str] | None, after: re.Match[str], words: TextWords, seen: Counter[str]
) -> bool:
    """Whether the word after a mark begins a sentence; `before` is the word that the mark ends, if it is one."""
    if not after.group()[0].isupper() or _ends_address(after.group(), words):
        return False
    if ADDRESS_GOES_ON.match(chunk, after.end()):
        return False
    right = SUFFIX.sub("", after.group())
    if not before:  # a number or a bracket
        return len(right) > 1 and (right in words.starters or (len(right) > 3 and words.knows(right)))
    left = before.group()
    if len(left) == 1:  # "the U.S.The", "8 a.m.The", but not "J.The"
        return right in words.sure_starters and chunk[: before.start()].endswith(".")
    known = len(left) > 3 or _is_word(left, words, seen) or (len(left) == 3 and left.lower() in words.words)
    return known and (right in words.starters or _is_word(right, words, seen))


def _ends_address(word: str, words: TextWords) -> bool:
    return word.lower() in words.domains and word not in words.starters and not words.ends_name(word)


def _is_word(word: str, words: TextWords, seen: Counter[str]) -> bool:
    word = SUFFIX.sub("", word)
    return words.knows(word) or words.ends_name(word) or words.starts_name(word) or seen[word] > 1

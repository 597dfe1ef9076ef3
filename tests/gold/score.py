"""How much of the labelled demo articles is found: `python -m tests.gold.score` prints it, test_gold.py holds it.

A keyed quote is found when at least 80 % of its words and the prediction's are the same; each prediction answers one
keyed quote at most. Stances count by holder (any of those keyed), target and position.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import Article, Report, analyse
from onrecord.intake import read_path
from onrecord.knowledge.textwords import load_text_words
from onrecord.knowledge.tools import load_tools
from onrecord.records import Actor, Party, Stance

GOLD = Path(__file__).parent
ROOT = GOLD.parents[1]
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
OVERLAP = 0.8


@dataclass
class Tally:
    """Right, found and keyed, summed over articles."""

    right: int = 0
    found: int = 0
    keyed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return 200 * self.right / (self.found + self.keyed) if self.found + self.keyed else 0.0


def bag(text: str) -> set[str]:
    """A text's words, lower case."""
    return {word.lower() for word in WORD.findall(text)}


def labelled() -> list[dict[str, Any]]:
    """The ten label files."""
    return [json.loads(path.read_text(encoding="utf8")) for path in sorted(GOLD.glob("20*.json"))]


def report_on(key: dict[str, Any]) -> Report:
    """The engine's report on a labelled article, read as the app reads it."""
    (article,) = read_path(ROOT / key["article"], words=load_text_words())
    assert isinstance(article, Article), article
    return analyse(article, load_tools())


class Names:
    """Whether an actor of the report is the one that a key names."""

    def __init__(self, key: dict[str, Any], report: Report) -> None:
        self.actors = {actor.id: actor for actor in report.actors}
        self.wikidata = {actor["name"]: actor["wikidata"] for actor in key["actors"]}

    def same(self, actor: Actor, name: str) -> bool:
        """By Wikidata id where both have one, else by the words of the name."""
        keyed = self.wikidata.get(name)
        if keyed and actor.wikidata:
            return actor.wikidata == keyed
        ours, theirs = bag(actor.name) - {"the", "a", "an"}, bag(name) - {"the", "a", "an"}
        return ours == theirs or (actor.kind == "person" and actor.name.split()[-1] == name.split()[-1])

    def party(self, party: Party | None, name: str) -> bool:
        """The same for a speaker."""
        return bool(party and party.actor and self.same(self.actors[party.actor], name))

    def stance(self, stance: Stance, keyed: dict[str, Any]) -> bool:
        """Holder, target and position agree."""
        target = stance.target in keyed["targets"] or any(
            stance.target in self.actors and self.same(self.actors[stance.target], name) for name in keyed["targets"]
        )
        holder = any(self.same(self.actors[stance.holder], name) for name in keyed["holders"])
        return target and holder and stance.position == keyed["position"]


def score(key: dict[str, Any], report: Report) -> dict[str, Tally]:
    """Tallies for one article."""
    names = Names(key, report)
    shown = [actor for actor in report.actors if actor.kind != "place"]
    right = sum(any(names.same(actor, each["name"]) for actor in shown) for each in key["actors"])
    tallies = {"actors": Tally(right, len(shown), len(key["actors"]))}
    pairs = pair_quotes(key, report)
    tallies["quotes"] = Tally(len(pairs), len(report.quotes), len(key["quotes"]))
    spoken = sum(names.party(report.quotes[j].speaker, key["quotes"][i]["speaker"]) for i, j in pairs)
    tallies["quotes with speaker"] = Tally(spoken, len(report.quotes), len(key["quotes"]))
    told = [stance for stance in report.stances if stance.position in ("supports", "opposes")]
    held = sum(any(names.stance(stance, keyed) for stance in told) for keyed in key["stances"])
    fitting = sum(any(names.stance(stance, keyed) for keyed in key["stances"]) for stance in told)
    tallies["stances found"] = Tally(held, len(key["stances"]), len(key["stances"]))
    tallies["stances shown"] = Tally(fitting, len(told), len(told))
    return tallies


def pair_quotes(key: dict[str, Any], report: Report) -> list[tuple[int, int]]:
    """(keyed, predicted) numbers, best overlap first."""
    candidates = []
    for i, keyed in enumerate(key["quotes"]):
        for j, quote in enumerate(report.quotes):
            ours = bag(" ".join(span.of(report.article.text) for span in quote.spans))
            theirs = bag(keyed["content"])
            overlap = len(ours & theirs) / len(ours | theirs) if ours else 0
            if overlap >= OVERLAP:
                candidates.append((overlap, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates, reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def score_all() -> dict[str, Tally]:
    """The sums over all labelled articles."""
    totals: dict[str, Counter[str]] = {}
    for key in labelled():
        for name, tally in score(key, report_on(key)).items():
            totals.setdefault(name, Counter()).update(right=tally.right, found=tally.found, keyed=tally.keyed)
    return {name: Tally(**dict(counts)) for name, counts in totals.items()}


if __name__ == "__main__":
    for name, tally in score_all().items():
        print(f"{name:22} F1 {tally.f1:5.1f}   {tally.right} right, {tally.found} found, {tally.keyed} keyed")

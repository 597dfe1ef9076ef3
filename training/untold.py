"""What nobody labelled, for a teacher to answer: more targets and pairs in the sentences that are there for tone,
stance and acts; holders, issues and acts in our passages, in our labelled sentences with words changed, and in the
rest. A small model learns more from many answers about real sentences than from the labels alone (Turc et al. 2019,
“Well-read students learn better”)."""

from __future__ import annotations

import random
from itertools import permutations

from augment import changed
from rows import Rows
from sets import Names

from onrecord.knowledge.language import load_language
from onrecord.knowledge.stance_words import load_stance_words
from onrecord.stages.stance.terms import issues_in

SOURCES = 12000  # sources and targets in DSA's sentences whose tone is asked for
OTHERS = 8000  # who else is named in NewsMTSC's
ACTING = 4000  # sources and targets in our own sentences
COPIES = 8  # changed copies of each of our labelled sentences on issues
ACT_COPIES = 7  # and of those on acts
TURNED_COPIES = 0.2  # of which this share is asked about the other way round
NEWS_PAIRS = 6000  # pairs in NewsMTSC and DSA whose act is asked for, from each
ABOUT_NONE = 0.6  # of the holders in a passage, the share asked about an issue that it is not said to be about
BESIDE = 0.2  # of other texts that name an issue, the share asked about a second


def untold_targets(rows: Rows, names: Names) -> list[dict]:
    """Targets whose tone nobody labelled; rows as for tone."""
    known = {(row["text"], row["start"]) for row in rows.tone}
    news, ours = (sorted(set(ends_of(each))) for each in (rows.stance, rows.acts[0]))
    others = {(row["text"], start, end) for row in rows.tone for start, end in names[row["text"]]}
    beside = sorted(place for place in others if place[:2] not in known)
    draw = random.Random(8)
    places = [
        place
        for some, most in ((news, SOURCES), (beside, OTHERS), (ours, ACTING))
        for place in draw.sample(some, min(most, len(some)))
    ]
    return [{"text": text, "start": start, "end": end, "label": None} for text, start, end in places]


def ends_of(rows: list[dict]) -> list[tuple[str, int, int]]:
    """The sources and targets of pairs, as (text, start, end)."""
    return [(row["text"], *row[which]) for row in rows for which in ("source", "target")]


def untold_pairs(rows: Rows, names: Names) -> list[dict]:
    """Pairs whose stance nobody labelled: two a text of NewsMTSC, one a text of DSA; rows as for stance."""
    return pairs_in(rows.tone, names, 2) + pairs_in(rows.stance, names, 1)


def untold_acts(rows: Rows, names: Names) -> list[dict]:
    """Pairs whose act nobody labelled, half of them asked about backward; rows as for stance."""
    draw = random.Random(5)
    ours = [{key: row[key] for key in ("text", "source", "target")} for row in rows.acts[0]]
    copies = changed(ours, ACT_COPIES, 5)
    beside = pairs_in(rows.acts[0], names, 2) + pairs_in(rows.passages, names, 3) + pairs_in(rows.issues[0], names, 1)
    news = [
        row
        for some in (untold_pairs(rows, names), rows.stance)
        for row in draw.sample(some, min(NEWS_PAIRS, len(some)))
    ]
    return [
        *(backward(row) for row in ours),
        *(backward(row) if draw.random() < TURNED_COPIES else row for row in copies),
        *(backward(row) if draw.random() < 0.5 else row for row in beside + news),
    ]


def backward(row: dict) -> dict:
    """The pair the other way round."""
    return {"text": row["text"], "source": row["target"], "target": row["source"]}


def pairs_in(rows: list[dict], names: Names, most: int) -> list[dict]:
    """At most so many pairs a text of those named in it; those that the rows have themselves are left out."""
    draw, found = random.Random(6), []
    known = {(row["text"], row["source"][0], row["target"][0]) for row in rows if "source" in row}
    for text in dict.fromkeys(row["text"] for row in rows):
        pairs = [
            (one, other)
            for one, other in permutations(names[text], 2)
            if one[0] < other[0]  # the other direction is asked in training
            and last_word(text, one) != last_word(text, other)
            and not known & {(text, one[0], other[0]), (text, other[0], one[0])}
        ]
        for one, other in draw.sample(pairs, min(most, len(pairs))):
            found.append({"text": text, "source": list(one), "target": list(other), "label": None})
    return found


def last_word(text: str, span: tuple[int, int]) -> str:
    """By which two names count as one's."""
    return text[slice(*span)].split()[-1].lower()


def untold_sides(rows: Rows, names: Names, issues: list[str]) -> list[dict]:
    """Holders and issues whose side nobody labelled; rows as for sides."""
    passages = sides_of_passages(rows.passages, issues)
    acting = [{"text": row["text"], "holder": row["source"]} for row in rows.acts[0]]
    return [
        *passages,
        *changed(passages, 1, 11),
        *changed(rows.issues[0], COPIES, 2),
        *sides_in(rows.acts[0] + rows.tone + rows.stance, names, issues),
        *({**row, "issue": random.Random(row["text"]).choice(issues)} for row in acting[::2]),
    ]


def sides_of_passages(passages: list[dict], issues: list[str]) -> list[dict]:
    """Every holder that a passage marks with every issue that it is about, and now and then with another."""
    draw, found = random.Random(9), []
    for passage in passages:
        for holder in passage["holders"]:
            asked = list(passage["issues"])
            if not asked or draw.random() < ABOUT_NONE:
                asked.append(draw.choice(issues))
            found += [{"text": passage["text"], "holder": holder, "issue": issue} for issue in dict.fromkeys(asked)]
    return found


def sides_in(rows: list[dict], names: Names, issues: list[str]) -> list[dict]:
    """Somebody named and each issue named, for every text that names both."""
    nlp, words, draw = load_language(), load_stance_words(), random.Random(7)
    texts = [text for text in dict.fromkeys(row["text"] for row in rows) if names[text]]
    found = []
    for first in range(0, len(texts), 1000):
        with nlp.memory_zone():
            for doc in nlp.pipe(texts[first : first + 1000]):
                named = [issue.id for issue in issues_in(doc[:], words)]
                if named and draw.random() < BESIDE:
                    named.append(draw.choice(issues))
                holder = list(draw.choice(names[doc.text]))
                found += [{"text": doc.text, "holder": holder, "issue": issue} for issue in dict.fromkeys(named)]
    return found

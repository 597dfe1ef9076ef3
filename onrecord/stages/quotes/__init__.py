"""Who said what to whom: the quotes of an article.

A cascade whose steps can be read one by one: the marks (marks.py), the words that report speech (cues.py), what they
report (direct.py, clauses.py, nominal.py), and then who said it, to whom, and what kind of claim it is.
"""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.knowledge.verbs import ReportingVerbs
from onrecord.records import Cast, Quote
from onrecord.stages.quotes.clauses import find_clauses
from onrecord.stages.quotes.cues import find_cues
from onrecord.stages.quotes.direct import find_direct
from onrecord.stages.quotes.nominal import find_nominal
from onrecord.stages.quotes.page import Attribution, Page, read_page
from onrecord.stages.quotes.resolve import resolve, settle
from onrecord.stages.quotes.stranded import find_leaning, find_stranded, short_of

__all__ = ["find_attributions", "find_quotes"]


def find_quotes(doc: Doc, cast: Cast, verbs: ReportingVerbs) -> tuple[Quote, ...]:
    """Every quote of a parsed article, in order of the text.

    1. marks     stretches between quotation marks, and which of them are utterances
    2. cues      words that report speech
    3. content   utterances first, then clauses and phrases that the remaining cues take
    4. source    whose words they are
    5. resolve   the actors behind source, addressee and relay; the claim; what it is about
    """
    page = read_page(doc, verbs)
    return resolve(page, cast, settle(page, find_attributions(page)))


def find_attributions(page: Page) -> list[Attribution]:
    """All that the rules find on a page, sure or not, with its cue and source: steps 2 to 4."""
    cues = find_cues(page)
    direct = find_direct(page, cues)
    found = [*direct, *find_clauses(page, cues, direct), *find_nominal(page, direct)]
    stranded = list(find_stranded(page, cues, found))
    found = [*short_of(page, found, stranded), *stranded]
    return [*found, *find_leaning(page, found)]

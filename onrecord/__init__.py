"""On Record: who said what, to whom, about whom, and where they stand.

>>> from onrecord import Article, analyse, load_tools
>>> report = analyse(Article(id="1", title="", text="…"), load_tools())
"""

from onrecord.knowledge.tools import Tools, load_tools
from onrecord.pipeline import analyse, analyse_many
from onrecord.records import Article, Refusal, Report

__all__ = ["Article", "Refusal", "Report", "Tools", "analyse", "analyse_many", "load_tools"]

"""Two threads that read at the same time, as two visitors of one server do, get what each would get alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from onrecord.knowledge.tools import Tools
from onrecord.pipeline import analyse
from onrecord.records import Article, Report

TEXT = "“We are ready to talk about the {name} dam,” Mara Veltin told reporters in {name}. Doran Keel denied it."


def test_articles_read_in_two_threads_at_once_come_out_as_those_read_one_by_one(tools: Tools) -> None:
    articles = [Article(id=f"a{n}", title="", text=TEXT.format(name=f"Brunkham{n}")) for n in range(12)]
    alone = [analyse(article, tools) for article in articles]

    def again(article: Article) -> Report:
        return analyse(article, tools)

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(again, articles)) == alone

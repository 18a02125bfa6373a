"""Articles whose facts are not those that were compared with the source."""

from collections import Counter
from collections.abc import Iterator

from newsroom.check.claims import claims_of
from newsroom.check.facts import Names
from newsroom.check.parity import near_day
from newsroom.check.rule import TRANSLATION, rule
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Problem, line_of, say

UNVERIFIED = "source-unverified"


@rule(TRANSLATION, warning=UNVERIFIED)
def source_unverified(catalogue: Catalogue) -> Iterator[Problem]:
    """No fact enters or changes unseen: each article says that it was compared with its source.

    A record that has compared none is not asked. `newsroom build` takes it for an error.
    """
    articles = [article for article in catalogue.articles.values() if not article.is_draft]
    if not any(article.compared for article in articles):
        return
    names = Names(catalogue)
    for article in articles:
        hint = say("compare it: `newsroom verify {slug} --sources DIR`", slug=article.slug)
        if article.compared is None:
            message = say("the facts of this article have not been compared with its source")
            line = line_of(article.facts, "source")
            yield source_unverified.problem(article.facts.path, line, message, hint)
        else:
            for path, line in _changed(catalogue, article, names):
                message = say("a fact here has changed since it was compared with the source")
                yield source_unverified.problem(path, line, message, hint)


def _changed(catalogue: Catalogue, article: Article, names: Names) -> Iterator[tuple[str, int]]:
    """Path and line of each paragraph with a fact that is new or other, or of the digests."""
    assert article.compared is not None
    for lang, paragraphs in claims_of(article, names, near_day(catalogue, article.uri)).items():
        left = Counter(article.compared.facts.get(lang, "").split())
        lines = []
        for claims in paragraphs:
            left[claims.digest] -= 1
            if claims.digest and left[claims.digest] < 0:
                lines.append(claims.passage.block.line)
        yield from ((article.versions[lang].path, line) for line in lines)
        if not lines and any(count > 0 for count in left.values()):
            yield article.facts.path, line_of(article.facts, f"verified.facts.{lang}")

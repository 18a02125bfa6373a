"""What the template of an article is given besides, on its page and in a file of its own."""

from itertools import chain

from newsroom.record.articles import Article
from newsroom.site.article_text import article_text
from newsroom.site.cast import cast_of
from newsroom.site.citations import bibtex, csl_json
from newsroom.site.corrections import notices_on
from newsroom.site.page_values import Values
from newsroom.site.parallel import parallel_uri
from newsroom.site.site import Site
from newsroom.site.source_passages import source_passages
from newsroom.site.translations import note_of


def article_values(site: Site, article: Article, lang: str) -> Values:
    """The parts of the version of an article in a language."""
    version, locale = article.versions[lang], site.locales[lang]
    sources = locale.sources(article)
    cited = (locale.view(article), lang, locale.t("site.name"), site.alternates(article.uri)[lang])
    parallel = parallel_uri(article.slug)
    comparison = site.comparisons[article.uri]
    related = site.relations[lang].related_to(article)
    named = {view.article.slug for view in related}
    beside = zip(("older", "newer"), locale.beside(article), strict=True)
    return {
        "article": article,
        "behind": note_of(comparison, locale, version) if version.translation else None,
        "text": article_text(site.texts.blocks_of(article)[lang]),
        "cast": cast_of(article, locale),
        "graphic": locale.graphic(article),
        "tombstones": site.texts.tombstones(article, lang),
        "corrections": notices_on(version),
        "passages": tuple(
            chain.from_iterable(source_passages(article, site.texts, it) for it in sources)
        ),
        "related": related,
        "beside": [(key, *it) for key, it in beside if it and it[0].article.slug not in named],
        "parallel": parallel if site.is_there(lang, parallel) else None,
        "bibtex": bibtex(*cited),
        "csl": csl_json(*cited),
    }

"""The Markdown files of the Hugo site in one language, with what Hugo is given computed."""

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.peers.hugo_entries import order_of
from benchmarks.peers.reading import NOTE, PeerRecord
from newsroom.api import TERM, Article, Facet, Filter, Period, Year

Document = tuple[str, dict[str, Any], str]
"""Path below the folder of the language, front matter, body."""

_LAYOUTS = {"guide/glossary.md": "glossary"}


class Documents:
    """The Markdown files of one language."""

    def __init__(self, context: PeerRecord, lang: str) -> None:
        self._reading, self._lang = context, lang
        self._catalogue = context.catalogue
        self._edition = context.locales[lang]

    def all(self) -> Iterator[Document]:
        """Every file: articles, pages, participants, years and lists."""
        yield from self._articles()
        yield from self._written()
        yield from self._participants()
        yield from self._timeline()
        for layout in ("sources", "corrections"):
            title, summary = self._words(f"{layout}.title"), self._words(f"{layout}.summary")
            yield f"{layout}.md", {"title": title, "summary": summary, "layout": layout}, ""
        # A section of generated pages has no list of its own.
        yield "parallel/_index.md", {"build": {"render": "never"}}, ""

    def _words(self, key: str) -> str:
        return self._edition.words[key]

    def _articles(self) -> Iterator[Document]:
        for article in self._catalogue.articles.values():
            yield self._article(article)

    def _article(self, article: Article) -> Document:
        page = article.versions[self._lang]
        text = self._reading.linked(self._lang, page.body.strip(), _address_of)
        day = self._reading.day(article)
        related = self._reading.site.relations[self._lang].related_to(article)
        front_matter = {
            "title": page.title,
            "summary": page.summary,
            "date": day.iso,
            "period": self._period(day),
            "years": self._reading.years(day)[self._lang],
            "order": order_of(day, "b", article.slug),
            "original": article.original,
            "place": article.place,
            "source": article.source,
            "events": [event.id for event in self._edition.events(article.events)],
            "around": [
                {"event": it.event.id, "relation": it.relation}
                for it in self._edition.around(article)
            ],
            "participants": [entry.id for entry in self._edition.mentioned_on(page)],
            "terms": list(text.terms),
            "related": [view.article.slug for view in related],
            "added": self._period(article.added) if article.added else None,
            "corrections": [
                {**self._period(it.date), "text": it.text} for it in reversed(page.corrections)
            ],
        }
        return article.uri, front_matter, NOTE.sub(r"> [!NOTE] \1\n> \2", text.body)

    def _period(self, period: Period) -> dict[str, Any]:
        return {"iso": period.iso, "shown": self._edition.date(period)}

    def _participants(self) -> Iterator[Document]:
        for entry in self._catalogue.participants.values():
            name = entry.name[self._lang]
            site = self._words("site.name")
            summary = self._words("participant.summary").format(name=name, site=site)
            yield f"participants/{entry.id}/_index.md", {"title": name, "summary": summary}, ""

    def _written(self) -> Iterator[Document]:
        """The pages an author wrote that are no articles."""
        for uri, page in self._reading.pages(self._lang):
            front_matter: dict[str, Any] = {"title": page.title, "summary": page.summary}
            if uri in _LAYOUTS:
                front_matter["layout"] = _LAYOUTS[uri]
            if uri == "participants/index.md":
                front_matter["countries"] = self._facets(self._edition.index.filter.places)
            if uri == "timeline.md":
                front_matter |= self._overview()
                uri = "timeline/index.md"
            yield uri.replace("index.md", "_index.md"), front_matter, page.body.strip()

    def _overview(self) -> dict[str, Any]:
        """What the timeline itself is given: its years and, unless it is divided, its filter."""
        given: dict[str, Any] = {
            "url": "timeline.html",
            "years": [self._year(year) for year in self._edition.years],
        }
        if self._reading.is_divided:
            given["years"].reverse()
        else:
            given["filter"] = self._filter(self._edition.filter_of(self._edition.moments_in_time))
        return given

    def _timeline(self) -> Iterator[Document]:
        """The pages of the years of a divided timeline."""
        if not self._reading.is_divided:
            return
        years = tuple(self._edition.years_by_number.values())
        for place, year in enumerate(years):
            key = f"timeline.year_{year.calendar.name}"
            shown = self._edition.digits(str(year.number))
            front_matter = {
                "title": self._words(key).format(year=shown),
                "summary": self._words("timeline.year_summary"),
                "year": self._year(year),
                "filter": self._filter(self._edition.filter_of(year.items)),
            }
            for beside, at in (("older", place - 1), ("newer", place + 1)):
                if 0 <= at < len(years) and years[at].calendar == year.calendar:
                    front_matter[beside] = self._year(years[at])
            yield f"timeline/{year.number}.md", front_matter, ""

    def _year(self, year: Year) -> dict[str, Any]:
        shown = self._edition.digits(str(year.number))
        return {"number": year.number, "shown": shown, "others": self._edition.span(year.others)}

    def _filter(self, filter: Filter) -> dict[str, Any]:
        return {"places": self._facets(filter.places), "names": self._facets(filter.names)}

    def _facets(self, facets: Sequence[Facet]) -> list[dict[str, Any]]:
        return [
            {"id": it.entry.id, "css": it.css, "count": self._edition.number(it.count)}
            for it in facets
        ]


def _address_of(target_id: str) -> str:
    if target_id.startswith(TERM):
        return f"/guide/glossary#{target_id.removeprefix(TERM)}"
    return f"/participants/{target_id}"

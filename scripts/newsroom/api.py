"""What other programs may import of the engine; anything else of it may change at any time.

`check` and `Catalogue.load` read a record, `open_site` makes its pages and lists, `search_files`
its search index; `tidy` restores spelling, `read_date` reads a date, `import_source` makes drafts,
`check_edition` checks a copy of a site.
The rest are the values these take and give. `benchmarks/` imports nothing else, and a test in
`tests/test_layers.py` holds it to that.
"""

from pathlib import Path

from newsroom.adapters.cli.settings import markdown_settings, site_url
from newsroom.check.rules import check
from newsroom.document.tidying import tidy
from newsroom.edition.checking import check_edition
from newsroom.edition.minisign import PublicKey
from newsroom.intake.importing import ImportContext, ImportOptions, import_source
from newsroom.record.articles import Article, Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.kinds.event import Event
from newsroom.record.kinds.source import Source
from newsroom.record.matchers import TERM
from newsroom.record.migrations import MIGRATIONS
from newsroom.record.orthography import default_word_lists
from newsroom.record.participants import Participant
from newsroom.record.sections import recorded_sections
from newsroom.site.search import search_files
from newsroom.site.site import Site, SiteSettings
from newsroom.site.timeline import Facet, Filter, Year
from newsroom.text.date_phrases import read_date
from newsroom.text.dates import Period, own_calendars, parse_period, year_in
from newsroom.text.languages import DEFAULT_LANG, LANGS, Bilingual, other_lang
from newsroom.text.lexicon import Lexicon
from newsroom.text.names import Matcher
from newsroom.text.persian import HALF_SPACE, WORD, fold_name, fold_word, number
from newsroom.text.stems import Stemmer, terms_of

__all__ = [
    "DEFAULT_LANG",
    "FORMAT",
    "HALF_SPACE",
    "LANGS",
    "TERM",
    "WORD",
    "Article",
    "Bilingual",
    "Catalogue",
    "Event",
    "Facet",
    "Filter",
    "ImportContext",
    "ImportOptions",
    "Lexicon",
    "Matcher",
    "Page",
    "ParseContext",
    "Participant",
    "Period",
    "PublicKey",
    "Site",
    "Source",
    "Stemmer",
    "Year",
    "check",
    "check_edition",
    "default_word_lists",
    "fold_name",
    "fold_word",
    "import_source",
    "number",
    "open_site",
    "other_lang",
    "own_calendars",
    "parse_period",
    "read_date",
    "recorded_sections",
    "search_files",
    "terms_of",
    "tidy",
    "year_in",
]

FORMAT = MIGRATIONS[-1].version
"""The version of the format of files this engine reads, for `data/record.yml`."""


def open_site(root: Path) -> Site:
    """The site of the record below `root`, its texts rendered; nothing is written.

    Raises `ValueError` with the first problem where the check finds anything.
    """
    catalogue, problems = check(root)
    if problems:
        raise ValueError(f"the record has a problem: {problems[0]}")
    return Site(catalogue, SiteSettings(site_url(root), markdown_settings(root), root=root))

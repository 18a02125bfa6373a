"""The kinds of files a record is made of, for who explains them: editors' tools and the guide."""

from newsroom.record import import_rules, messages, migrations, options, orthography
from newsroom.record.fields import schema_of
from newsroom.record.kind import Format, Kind
from newsroom.record.kinds.article import Original, PageFrontMatter, Translated
from newsroom.record.schema import Schema

_NEWS = "docs/*/news/*.md"


def _format(id: str, fa: str, en: str, files: str, schema: Schema) -> Format:
    return Format(id, {"fa": fa, "en": en}, files, schema)


def _settings(id: str, fa: str, en: str, schema: Schema) -> Format:
    return _format(id, fa, en, f"data/{id}.yml", schema)


PAGES = (
    _format("original", "خبر، متن اصلی", "Article, original", _NEWS, schema_of(Original)),
    _format("translation", "خبر، ترجمه", "Article, translation", _NEWS, schema_of(Translated)),
    _format("page", "صفحه‌های دیگر", "Other pages", "docs/*/**/*.md", schema_of(PageFrontMatter)),
)
SETTINGS = (
    _settings("record", "نسخهٔ قالب", "Version of the format", schema_of(migrations.RecordFacts)),
    _settings("orthography", "فهرست‌های واژه", "Word lists", orthography.SCHEMA),
    _settings("intake", "اجزای صفحهٔ منبع", "Parts of a source page", import_rules.SCHEMA),
    _settings("messages", "پیام‌ها به فارسی", "Messages in Persian", messages.SCHEMA),
)

OPTIONS = Format(
    "options",
    {"fa": "تنظیمات ظاهر", "en": "Settings of the look"},
    options.FILE,
    schema_of(options.Options),
)
"""A part of a file that is MkDocs' own otherwise: no schema of ours could hold for all of it."""


def formats_of(kinds: tuple[Kind, ...]) -> tuple[Format, ...]:
    """All but the words of the interface, which are the templates' to name and have no table."""
    return (*PAGES, *(kind.format for kind in kinds), *SETTINGS)

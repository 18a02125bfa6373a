"""The kinds of files a record is made of, for who explains them: editors' tools and the guide."""

from newsroom.record import import_rules, messages, migrations, orthography
from newsroom.record.fields import schema_of
from newsroom.record.kind import Format, Kind
from newsroom.record.kinds.article import Original, PageFrontMatter, Translated
from newsroom.text.languages import Bilingual

_NEWS = "docs/*/news/*.md"


def _titled(fa: str, en: str) -> Bilingual:
    return {"fa": fa, "en": en}


PAGES = (
    Format("original", _titled("خبر، متن اصلی", "Article, original"), _NEWS, schema_of(Original)),
    Format(
        "translation", _titled("خبر، ترجمه", "Article, translation"), _NEWS, schema_of(Translated)
    ),
    Format(
        "page", _titled("صفحه‌های دیگر", "Other pages"), "docs/*/**/*.md", schema_of(PageFrontMatter)
    ),
)
SETTINGS = (
    Format(
        "record",
        _titled("نسخهٔ قالب", "Version of the format"),
        migrations.FILE,
        schema_of(migrations.RecordFacts),
    ),
    Format(
        "orthography",
        _titled("فهرست‌های واژه", "Word lists"),
        "data/orthography.yml",
        orthography.SCHEMA,
    ),
    Format(
        "intake",
        _titled("نشانه‌های منبع", "Signs of a source"),
        "data/intake.yml",
        import_rules.SCHEMA,
    ),
    Format(
        "messages",
        _titled("پیام‌ها به فارسی", "Messages in Persian"),
        "data/messages.yml",
        messages.SCHEMA,
    ),
)


def formats_of(kinds: tuple[Kind, ...]) -> tuple[Format, ...]:
    """All but the words of the interface, which are the templates' to name and have no table."""
    return (*PAGES, *(kind.format for kind in kinds), *SETTINGS)

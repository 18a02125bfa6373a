"""The kinds of files a record is made of, for who explains them: editors' tools and the guide."""

from newsroom.record import cues, messages, migrations, orthography
from newsroom.record.fields import schema_of
from newsroom.record.kind import Format, Kind
from newsroom.record.kinds.article import Original, PageFrontMatter, Translated

PAGES = (
    Format(
        "original",
        {"fa": "خبر، متن اصلی", "en": "Article, original"},
        "docs/*/news/*.md",
        schema_of(Original),
    ),
    Format(
        "translation",
        {"fa": "خبر، ترجمه", "en": "Article, translation"},
        "docs/*/news/*.md",
        schema_of(Translated),
    ),
    Format(
        "page",
        {"fa": "صفحه‌های دیگر", "en": "Other pages"},
        "docs/*/**/*.md",
        schema_of(PageFrontMatter),
    ),
)
SETTINGS = (
    Format(
        "record",
        {"fa": "نسخهٔ قالب", "en": "Version of the format"},
        migrations.FILE,
        schema_of(migrations.RecordFacts),
    ),
    Format(
        "orthography",
        {"fa": "فهرست‌های واژه", "en": "Word lists"},
        "data/orthography.yml",
        orthography.SCHEMA,
    ),
    Format(
        "intake",
        {"fa": "نشانه‌های منبع", "en": "Signs of a source"},
        "data/intake.yml",
        cues.SCHEMA,
    ),
    Format(
        "messages",
        {"fa": "پیام‌ها به فارسی", "en": "Messages in Persian"},
        "data/messages.yml",
        messages.SCHEMA,
    ),
)


def formats_of(kinds: tuple[Kind, ...]) -> tuple[Format, ...]:
    """All but the words of the interface, which are the templates' to name and have no table."""
    return (*PAGES, *(kind.format for kind in kinds), *SETTINGS)

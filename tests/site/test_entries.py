"""What can be found, as entries."""

from newsroom.site.entries import KINDS, Entry, EntryWriter, numbered, read_sections
from newsroom.site.locale_views import LocaleView
from newsroom.site.spellings import read_spellings
from newsroom.site.texts import Text, Texts

from ..conftest import sample_record

CATALOGUE = sample_record()
EDITIONS = {lang: LocaleView(CATALOGUE, lang) for lang in ("fa", "en")}
TEXTS = Texts((page, Text("<p>Text.</p>")) for page in CATALOGUE.pages.values())
SPELLINGS = read_spellings(CATALOGUE)
ENTRIES = {
    lang: tuple(EntryWriter(locale, TEXTS, SPELLINGS).entries())
    for lang, locale in EDITIONS.items()
}


def find(lang: str, uri: str) -> Entry:
    return next(entry for entry in ENTRIES[lang] if entry.uri == uri)


def test_text_is_read_by_headings_as_it_is_seen() -> None:
    html = (
        '<p>A <a href="x.html">name</a>, &amp; more.</p><h2 class="a" id="aims">Its <em>aims</em></h2>'
        "<ul><li>One</li><li>Two</li></ul>"
    )

    sections = read_sections(html, "en")

    assert [(it.anchor, it.heading, it.text) for it in sections] == [
        ("", "", "A name, & more."),
        ("aims", "Its aims", "One Two"),
    ]


def test_sample_of_code_is_no_prose() -> None:
    html = (
        '<h2 id="form">Its form</h2><p>As <code>title</code> says:</p>'
        '<pre class="x"><code>---\ntitle: &lt;A&gt;\n---</code></pre><p>And so on.</p>'
    )

    (section,) = read_sections(html, "en")

    assert (section.text, section.code) == ("As title says: And so on.", "--- title: <A> ---")


def test_every_kind_has_an_entry_for_each_of_its_things() -> None:
    for entries in ENTRIES.values():
        counts = {kind: sum(entry.kind == kind for entry in entries) for kind in KINDS}
        pages = sum(1 for lang, uri in CATALOGUE.pages if lang == "fa") - len(CATALOGUE.articles)
        assert counts == {
            "article": len(CATALOGUE.articles),
            "participant": len(CATALOGUE.participants),
            "event": len(CATALOGUE.events),
            "guide": pages
            + len(CATALOGUE.topics)
            + len(CATALOGUE.glossary)
            + len(CATALOGUE.sources)
            + len(CATALOGUE.disagreements),
        }


def test_participant_is_known_by_every_spelling_and_office() -> None:
    entry = find("en", "participants/ilvar-melchin.md")

    assert {"الوار ملچین", "Melchin", "Mayor of Kavan"} <= set(entry.names)
    assert "Mayor of Kavan" in entry.lead
    assert "kavan" in entry.places


def test_term_is_found_by_the_forms_that_are_avoided() -> None:
    assert "بریلسپلاس" in find("fa", "guide/glossary.md#brils-plus").asides


def test_disagreement_is_found_by_what_each_source_says() -> None:
    entry = find("en", "disagreements.md#huellimar")

    said = " ".join(section.text for section in entry.sections)
    assert "Wellimar" in said
    assert "juan-javier-huellimar" in entry.mentions


def test_counterparts_have_one_number() -> None:
    numbers = numbered(ENTRIES.values())

    assert sorted(numbers.values()) == list(range(len(numbers)))
    assert all(entry.key in numbers for entries in ENTRIES.values() for entry in entries)
    assert len(numbers) == len(ENTRIES["fa"]) == len(ENTRIES["en"])

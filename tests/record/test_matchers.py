"""One set of matchers, for links, for parity and for imports."""

from newsroom.record.catalogue import Catalogue
from newsroom.text.names import Name

from ..conftest import WriteRecord

GLOSSARY = (
    "terms:\n"
    "  - {id: twinning, term: {fa: خواهرخواندگی, en: twinning},"
    " definition: {fa: تعریف, en: A bond}, link: true}\n"
    "  - {id: mayor, term: {fa: شهردار, en: mayor}, definition: {fa: تعریف, en: A head}}\n"
    "  - {id: kavan-term, term: {fa: شهر, en: Kavan}, definition: {fa: ت, en: C}, link: true}\n"
)


def test_matcher_is_built_once(write_record: WriteRecord) -> None:
    names = Catalogue.load(write_record())[0].names

    assert names.linked("fa") is names.linked("fa")
    assert names.known("fa") is names.known("fa")
    assert names.linked("fa") is not names.known("fa")
    assert names.linked("fa") is not names.linked("en")


def test_linked_are_the_names_of_the_language_and_terms_nobody_bears(
    write_record: WriteRecord,
) -> None:
    files = {"data/glossary.yml": GLOSSARY, "docs/fa/guide/glossary.md": None}
    names = Catalogue.load(write_record(files))[0].names

    melchin = [Name("Ilvar Melchin", "ilvar-melchin"), Name("Melchin", "ilvar-melchin")]
    places = [Name("Kavan", "kavan")]
    assert [*names.linked_names("en")] == [*melchin, *places, Name("twinning", "term:twinning")]
    assert not [name for name in names.linked_names("fa") if name.target_id.startswith("term:")]


def test_known_are_the_names_of_both_languages_its_own_first(write_record: WriteRecord) -> None:
    names = Catalogue.load(write_record())[0].names

    found = [name.text for name in names.known_names("en") if name.target_id == "kavan"]

    assert found == ["Kavan", "قاوان", "کاوان"]
    assert [mention.target_id for mention in names.known("fa").find("در Kavan")] == ["kavan"]


def test_catalogue_without_drafts_has_its_own_names(write_record: WriteRecord) -> None:
    files = {"data/glossary.yml": GLOSSARY}
    whole, _ = Catalogue.load(write_record(files), drafts=True)

    assert [*whole.published().names.linked_names("en")] == [*whole.names.linked_names("en")]

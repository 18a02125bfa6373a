"""Every spelling a participant is found by."""

from newsroom.record.catalogue import Catalogue
from newsroom.site.spellings import read_spellings

from ..conftest import WriteRecord

TERMS = """terms:
  - id: host
    term: {fa: قاوان, en: Kavan}
    definition: {fa: شهر میزبان., en: The host city.}
    avoid: {en: [Quazan]}
  - id: other
    term: {fa: میزبان, en: Kavan}
    definition: {fa: جای دیگر., en: Another.}
    avoid: {en: [Elsewhere]}
"""


def test_form_the_glossary_avoids_is_a_spelling_of_what_the_term_names(
    write_record: WriteRecord,
) -> None:
    catalogue, _ = Catalogue.load(write_record({"data/glossary.yml": TERMS}))

    spellings = read_spellings(catalogue)

    assert spellings["kavan"] == {"fa": ("قاوان", "کاوان"), "en": ("Kavan", "Quazan")}
    assert spellings["ilvar-melchin"]["en"] == ("Ilvar Melchin", "Melchin")

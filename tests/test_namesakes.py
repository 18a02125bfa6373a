"""Two of one name: told apart in lists, and on a page by what it says itself."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.check.reports import Report, as_text
from newsroom.check.rules import check
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds import BY_ENTRY
from newsroom.record.messages import default_messages
from newsroom.site.explanations import explain
from newsroom.site.rendering import MarkdownSettings, Renderer
from newsroom.site.site import Site, SiteSettings

from .conftest import ORIGINAL, PERSON, TRANSLATION, WriteRecord

ARTICLE, COUNTERPART = "docs/en/news/kavan-meeting.md", "docs/fa/news/kavan-meeting.md"
FIRST, SECOND = "data/people/ilvar-melchin.yml", "data/people/ilvar-melchin-poet.yml"
MAYOR = PERSON + "distinguish: {fa: شهردار قاوان, en: mayor of Kavan}\n"
POET = PERSON + "distinguish: {fa: شاعر, en: poet}\n"
NAMESAKES = {FIRST: MAYOR, SECOND: POET}
MARKDOWN = MarkdownSettings(("attr_list",))
LINKED = "[Ilvar Melchin][ilvar-melchin-poet] spoke"
BY_HAND = {
    ARTICLE: ORIGINAL.replace("Ilvar Melchin spoke", LINKED),
    COUNTERPART: TRANSLATION.replace("ایلوار ملچین سخن", "[ایلوار ملچین][ilvar-melchin-poet] سخن"),
}


def report(root: Path) -> str:
    return as_text(Report(check(root)[1], {}))


def content(root: Path, lang: str = "en") -> str:
    catalogue, problems = Catalogue.load(root)
    assert problems == ()
    page = catalogue.pages[lang, "news/kavan-meeting.md"]
    return Renderer(catalogue, lang, MARKDOWN).render(page, links=True).content


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PERSON, PERSON),
        (MAYOR, PERSON),
        (MAYOR, MAYOR),  # told apart by the same words
    ],
)
def test_two_of_one_name_are_refused_until_both_are_told_apart(
    write_record: WriteRecord, first: str, second: str
) -> None:
    root = write_record({**BY_HAND, FIRST: first, SECOND: second})

    told = report(root)

    assert (
        f"{SECOND}:1: error: '{FIRST}' has the same name 'Ilvar Melchin'  [name-duplicate]" in told
    )


def test_two_who_are_told_apart_are_no_problem(write_record: WriteRecord) -> None:
    assert report(write_record({**NAMESAKES, **BY_HAND})) == ""


def test_name_left_open_names_both_and_the_remedy(write_record: WriteRecord) -> None:
    told = report(write_record(NAMESAKES))

    assert (
        f"{ARTICLE}:9: error: 'Ilvar Melchin' is the name of '{FIRST}', '{SECOND}', and the page "
        "does not say which  [name-ambiguous]\n"
    ) in told
    assert "  hint: link it by hand: `[text][ilvar-melchin]`" in told
    assert f"{COUNTERPART}:7: error: 'ایلوار ملچین' is the name of" in told
    assert told.count("[name-ambiguous]") == 2  # one link would settle each page


def test_both_are_listed_as_persian_lists_two(write_record: WriteRecord) -> None:
    found = [it for it in check(write_record(NAMESAKES))[1] if it.rule == "name-ambiguous"]

    told = default_messages().render(found[0].message, "fa")
    assert f"نام «{FIRST}» و «{SECOND}» است" in told


def test_page_about_both_links_each_mention(write_record: WriteRecord) -> None:
    both = f"{LINKED} to [Ilvar Melchin][ilvar-melchin]. Melchin agreed.\n\nMelchin left"
    changes: Mapping[str, str] = {**BY_HAND, ARTICLE: ORIGINAL.replace("Ilvar Melchin spoke", both)}

    told = report(write_record({**NAMESAKES, **changes}))

    assert told.count("'Melchin' is the name of") == 2


@pytest.mark.parametrize("order", [f"{LINKED}; Melchin", f"Melchin came. {LINKED}"])
def test_one_link_says_whom_the_page_means(write_record: WriteRecord, order: str) -> None:
    text = ORIGINAL.replace("Ilvar Melchin spoke", order)

    html = content(write_record({**NAMESAKES, **BY_HAND, ARTICLE: text}))

    assert "participants/ilvar-melchin-poet.html" in html
    assert "participants/ilvar-melchin.html" not in html
    assert "><a" not in html.replace("<p><a", "")  # the first mention alone is linked


def test_name_that_is_one_s_alone_says_it_too(write_record: WriteRecord) -> None:
    poet = POET.replace("Ilvar Melchin,", "Ilvar Melchin,").replace(
        "en: Ilvar Melchin}", "en: Irvin Melchin}"
    )
    text = ORIGINAL.replace("Ilvar Melchin spoke", "Irvin Melchin spoke. Later Melchin left")

    html = content(write_record({FIRST: MAYOR, SECOND: poet, **BY_HAND, ARTICLE: text}))

    assert 'ilvar-melchin-poet.html">Irvin Melchin</a>' in html
    assert "participants/ilvar-melchin.html" not in html


def test_name_left_open_is_not_linked_and_explained(write_record: WriteRecord) -> None:
    root = write_record(NAMESAKES)
    catalogue, _ = Catalogue.load(root)
    page = catalogue.pages["en", "news/kavan-meeting.md"]

    answers = [answer.message for answer in explain(catalogue, page, "Ilvar Melchin", MARKDOWN)]

    assert "ilvar-melchin" not in content(root)
    assert answers[0].endswith("ilvar-melchin, ilvar-melchin-poet")
    assert answers[1] == "several entries have the name, and the page does not say which is meant"


def test_translation_may_tell_apart_what_the_original_does_by_hand(
    write_record: WriteRecord,
) -> None:
    """In Persian the two are called otherwise, so that nothing is left open there."""
    poet = POET.replace("ایلوار ملچین", "ایروین ملچین").replace("[ملچین]", "[]")
    translation = TRANSLATION.replace("ایلوار ملچین سخن", "ایروین ملچین سخن")
    root = write_record({FIRST: MAYOR, SECOND: poet, **BY_HAND, COUNTERPART: translation})

    assert report(root) == ""
    astray = TRANSLATION.replace("ایلوار ملچین سخن", "ایلوار ملچین سخن")
    told = report(write_record({FIRST: MAYOR, SECOND: poet, **BY_HAND, COUNTERPART: astray}))
    assert "[parity-name" in told or "participant" in told


def test_lists_show_what_tells_them_apart(write_record: WriteRecord) -> None:
    root = write_record({**NAMESAKES, **BY_HAND})
    site = Site(Catalogue.load(root)[0], SiteSettings("https://record.example/", MARKDOWN))

    titles = {page.title for page in site.pages.values() if page.lang == "en"}
    poet = site.catalogue.participants["ilvar-melchin-poet"]

    assert {"Ilvar Melchin (poet)", "Ilvar Melchin (mayor of Kavan)"} <= titles
    assert poet.called("fa") == "ایلوار ملچین (شاعر)"
    assert BY_ENTRY[type(poet)].label(poet)["en"] == "Ilvar Melchin (poet)"

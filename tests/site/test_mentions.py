import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.rendering import MarkdownSettings, Renderer
from newsroom.site.texts import Text

from ..conftest import ORIGINAL, WriteRecord

ARTICLE = "docs/en/news/kazan-meeting.md"
METSHIN = '<a class="nr-mention nr-mention--person" href="../participants/ilsur-metshin.html">'
KAZAN = '<a class="nr-mention nr-mention--place" href="../participants/kazan.html">'
MARKDOWN = MarkdownSettings(("attr_list", "fenced_code", "footnotes"))


def render(
    write_record: WriteRecord, body: str, *, front_matter: str = "", glossary: str | None = None
) -> Text:
    text = ORIGINAL.partition("Ilsur")[0].replace("---\n\n", f"{front_matter}---\n\n") + body
    root = write_record({ARTICLE: text, "data/glossary.yml": glossary})
    catalogue, problems = Catalogue.load(root)
    assert problems == ()
    page = catalogue.pages["en", "news/kazan-meeting.md"]
    return Renderer(catalogue, "en", MARKDOWN).render(page, links=True)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ilsur Metshin spoke.", f"<p>{METSHIN}Ilsur Metshin</a> spoke.</p>"),
        ("Metshin, then Metshin.", f"<p>{METSHIN}Metshin</a>, then Metshin.</p>"),
        (
            "Metshin in *Kazan* and Kazan.",
            f"<p>{METSHIN}Metshin</a> in <em>{KAZAN}Kazan</a></em> and Kazan.</p>",
        ),
        ("*So* Kazan said", f"<p><em>So</em> {KAZAN}Kazan</a> said</p>"),
        ("`Kazan` and Kazan", f"<p><code>Kazan</code> and {KAZAN}Kazan</a></p>"),
        ("[Kazan](https://a.example/)", '<p><a href="https://a.example/">Kazan</a></p>'),
        ("[the mayor][ilsur-metshin]", f"<p>{METSHIN}the mayor</a></p>"),
        ("[him][ilsur-metshin], Metshin", f"<p>{METSHIN}him</a>, Metshin</p>"),
        ("R&D in Kazan", f"<p>R&amp;D in {KAZAN}Kazan</a></p>"),
        ("example.org/Kazan/x, Kazan", f"<p>example.org/Kazan/x, {KAZAN}Kazan</a></p>"),
    ],
)  # fmt: skip
def test_first_mention_is_linked(write_record: WriteRecord, body: str, expected: str) -> None:
    assert render(write_record, body).content == expected


def test_each_section_links_anew_and_is_recorded(write_record: WriteRecord) -> None:
    text = render(write_record, "Kazan.\n\n## Kazan {#city}\n\nKazan, Kazan.\n")

    assert text.content.count("participants/kazan.html") == 2
    assert '<h2 id="city">Kazan</h2>' in text.content
    assert [(it.participant, it.section) for it in text.backlinks] == [
        ("kazan", ""),
        ("kazan", "city"),
    ]


def test_no_link_switches_a_participant_off(write_record: WriteRecord) -> None:
    text = render(write_record, "Kazan and Metshin", front_matter="no_link: [kazan]\n")

    assert "participants/kazan.html" not in text.content
    assert "participants/ilsur-metshin.html" in text.content
    assert text.mentioned == ("ilsur-metshin",)


def test_page_lists_whom_it_links_to_in_the_order_of_its_text(write_record: WriteRecord) -> None:
    text = render(write_record, "Kazan and Metshin.\n\n## Two {#two}\n\nKazan.")

    assert text.mentioned == ("kazan", "ilsur-metshin")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("One came. Metshin spoke (2.5 times). Then he left.", "Metshin spoke (2.5 times)."),
        ("Kazan City Hall is old. *In* Kazan they met", "Kazan City Hall is old."),
        ("He asked: “Who is it?” Metshin of R&D *replied*.", "Metshin of R&D replied."),
        ("- first\n- Metshin spoke. He left.", "Metshin spoke."),
        ("1402. In that year Metshin came. He left.", "1402. In that year Metshin came."),
        ("7. It rained. Metshin came.", "Metshin came."),
        ("7. It rained.\n\n9. Metshin came.", "9. Metshin came."),
        ("1. It rained.\n2. Metshin came.", "Metshin came."),
        ("It rained[^1]. Metshin came[^1] too.\n\n[^1]: So.", "Metshin came too."),
        ("> Text.\n>\n> [The mayor][ilsur-metshin] is there", "The mayor is there"),
    ],
)
def test_backlink_keeps_the_sentence(write_record: WriteRecord, body: str, sentence: str) -> None:
    text = render(write_record, body)

    assert [link.sentence for link in text.backlinks] == [sentence]


GLOSSARY = (
    "terms:\n"
    "  - {id: city-diplomacy, term: {fa: دیپلماسی شهری, en: city diplomacy},"
    " definition: {fa: تعریف, en: What cities do}, link: true}\n"
    "  - {id: mayor, term: {fa: شهردار, en: mayor}, definition: {fa: تعریف, en: A head}}\n"
    "  - {id: kazan-term, term: {fa: قازان, en: Kazan}, definition: {fa: ت, en: C}, link: true}\n"
)


def test_term_is_linked_once_a_page_and_a_name_is_no_term(write_record: WriteRecord) -> None:
    body = "City diplomacy in Kazan, the mayor said.\n\n## Two {#two}\n\nCity diplomacy in Kazan.\n"

    text = render(write_record, body, glossary=GLOSSARY)

    gloss = '<a class="nr-gloss" href="../guide/glossary.html#city-diplomacy">City diplomacy</a>'
    assert text.content.count(gloss) == 1
    assert text.content.count("nr-gloss") == 1
    assert text.content.count(KAZAN) == 2
    assert [term.id for term in text.terms] == ["city-diplomacy"]

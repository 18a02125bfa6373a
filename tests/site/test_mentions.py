import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.rendering import MarkdownSettings, Renderer
from newsroom.site.texts import Text

from ..conftest import ORIGINAL, WriteRecord

ARTICLE = "docs/en/news/kavan-meeting.md"
MELCHIN = '<a class="nr-mention nr-mention--person" href="../participants/ilvar-melchin.html">'
KAVAN = '<a class="nr-mention nr-mention--place" href="../participants/kavan.html">'
MARKDOWN = MarkdownSettings(("attr_list", "fenced_code", "footnotes"))


def render(
    write_record: WriteRecord, body: str, *, front_matter: str = "", glossary: str | None = None
) -> Text:
    text = ORIGINAL.partition("Ilvar")[0].replace("---\n\n", f"{front_matter}---\n\n") + body
    root = write_record({ARTICLE: text, "data/glossary.yml": glossary})
    catalogue, problems = Catalogue.load(root)
    assert problems == ()
    page = catalogue.pages["en", "news/kavan-meeting.md"]
    return Renderer(catalogue, "en", MARKDOWN).render(page, links=True)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ilvar Melchin spoke.", f"<p>{MELCHIN}Ilvar Melchin</a> spoke.</p>"),
        ("Melchin, then Melchin.", f"<p>{MELCHIN}Melchin</a>, then Melchin.</p>"),
        (
            "Melchin in *Kavan* and Kavan.",
            f"<p>{MELCHIN}Melchin</a> in <em>{KAVAN}Kavan</a></em> and Kavan.</p>",
        ),
        ("*So* Kavan said", f"<p><em>So</em> {KAVAN}Kavan</a> said</p>"),
        ("`Kavan` and Kavan", f"<p><code>Kavan</code> and {KAVAN}Kavan</a></p>"),
        ("[Kavan](https://a.example/)", '<p><a href="https://a.example/">Kavan</a></p>'),
        ("[the mayor][ilvar-melchin]", f"<p>{MELCHIN}the mayor</a></p>"),
        ("[him][ilvar-melchin], Melchin", f"<p>{MELCHIN}him</a>, Melchin</p>"),
        ("R&D in Kavan", f"<p>R&amp;D in {KAVAN}Kavan</a></p>"),
        ("example.org/Kavan/x, Kavan", f"<p>example.org/Kavan/x, {KAVAN}Kavan</a></p>"),
    ],
)  # fmt: skip
def test_first_mention_is_linked(write_record: WriteRecord, body: str, expected: str) -> None:
    assert render(write_record, body).content == expected


def test_each_section_links_anew_and_is_recorded(write_record: WriteRecord) -> None:
    text = render(write_record, "Kavan.\n\n## Kavan {#city}\n\nKavan, Kavan.\n")

    assert text.content.count("participants/kavan.html") == 2
    assert '<h2 id="city">Kavan</h2>' in text.content
    assert [(it.participant, it.section) for it in text.backlinks] == [
        ("kavan", ""),
        ("kavan", "city"),
    ]


def test_no_link_switches_a_participant_off(write_record: WriteRecord) -> None:
    text = render(write_record, "Kavan and Melchin", front_matter="no_link: [kavan]\n")

    assert "participants/kavan.html" not in text.content
    assert "participants/ilvar-melchin.html" in text.content
    assert text.mentioned == ("ilvar-melchin",)


def test_page_lists_whom_it_links_to_in_the_order_of_its_text(write_record: WriteRecord) -> None:
    text = render(write_record, "Kavan and Melchin.\n\n## Two {#two}\n\nKavan.")

    assert text.mentioned == ("kavan", "ilvar-melchin")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("One came. Melchin spoke (2.5 times). Then he left.", "Melchin spoke (2.5 times)."),
        ("Kavan City Hall is old. *In* Kavan they met", "Kavan City Hall is old."),
        ("He asked: “Who is it?” Melchin of R&D *replied*.", "Melchin of R&D replied."),
        ("- first\n- Melchin spoke. He left.", "Melchin spoke."),
        ("1402. In that year Melchin came. He left.", "1402. In that year Melchin came."),
        ("7. It rained. Melchin came.", "Melchin came."),
        ("7. It rained.\n\n9. Melchin came.", "9. Melchin came."),
        ("1. It rained.\n2. Melchin came.", "Melchin came."),
        ("It rained[^1]. Melchin came[^1] too.\n\n[^1]: So.", "Melchin came too."),
        ("> Text.\n>\n> [The mayor][ilvar-melchin] is there", "The mayor is there"),
    ],
)
def test_backlink_keeps_the_sentence(write_record: WriteRecord, body: str, sentence: str) -> None:
    text = render(write_record, body)

    assert [link.sentence for link in text.backlinks] == [sentence]


def test_sentence_is_kept_of_the_first_section_alone(write_record: WriteRecord) -> None:
    text = render(write_record, "Melchin came.\n\n## Two {#two}\n\nMelchin left.\n")

    found = [(link.section, link.sentence) for link in text.backlinks]
    assert found == [("", "Melchin came."), ("two", "")]


GLOSSARY = (
    "terms:\n"
    "  - {id: city-diplomacy, term: {fa: دیپلماسی شهری, en: city diplomacy},"
    " definition: {fa: تعریف, en: What cities do}, link: true}\n"
    "  - {id: mayor, term: {fa: شهردار, en: mayor}, definition: {fa: تعریف, en: A head}}\n"
    "  - {id: kavan-term, term: {fa: قاوان, en: Kavan}, definition: {fa: ت, en: C}, link: true}\n"
)


def test_term_is_linked_once_a_page_and_a_name_is_no_term(write_record: WriteRecord) -> None:
    body = "City diplomacy in Kavan, the mayor said.\n\n## Two {#two}\n\nCity diplomacy in Kavan.\n"

    text = render(write_record, body, glossary=GLOSSARY)

    gloss = '<a class="nr-gloss" href="../guide/glossary.html#city-diplomacy">City diplomacy</a>'
    assert text.content.count(gloss) == 1
    assert text.content.count("nr-gloss") == 1
    assert text.content.count(KAVAN) == 2
    assert [term.id for term in text.terms] == ["city-diplomacy"]

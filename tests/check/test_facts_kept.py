"""What was published and is stated otherwise now: facts apart from wording, and who is told."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.check.facts_kept import facts_kept
from newsroom.check.scope import Change
from newsroom.record.catalogue import Catalogue
from newsroom.record.files import read_raw
from newsroom.record.messages import default_messages
from newsroom.record.problems import Problem

from ..conftest import WriteRecord

EN, FA = "docs/en/news/harbours.md", "docs/fa/news/harbours.md"
EVENT, PERSON, FIGURES = "data/events/talks.yml", "data/people/sara-rad.yml", "data/figures.yml"
ENGLISH = (
    "---\ntitle: Harbours meet in Delvar\nsummary: What was said.\ndate: 2024-06-21\n"
    "place: delvar\nsource: port-report\nevents: [talks]\nadded: 2024-06-22\n---\n\n"
    "More than 200 people of 20 countries, among them Nariman, Bandar and Delvar, came to a "
    "meeting on 20 June 2024. The mayor, Sara Rad, opened it.\n\n"
    "Navid Mehr, director general of the port, said that 2.5 million tonnes of grain had passed "
    "the quays of Nariman. He called it “a good year” for the ferries. Canals need dredging, "
    "Mehr added.\n\n"
    '???+ note "Editors’ note"\n\n    The report has 200 people and 20 countries.\n\n'
    "## Talks {#talks}\n\nSara Rad thanked Navid Mehr. The talks are to go on in Nariman.\n"
)
PERSIAN = (
    "---\ntitle: نشست بندرها در دلوار\nsummary: چه گفته شد.\ntranslation: {of: en}\n---\n\n"
    "بیش از ۲۰۰ نفر از ۲۰ کشور، از جمله نریمان، بندر و دلوار، ۳۱ خرداد ۱۴۰۳ به نشستی آمدند. "
    "شهردار، سارا راد، آن را گشود.\n\n"
    "نوید مهر، مدیرکل بندر، گفت دو و نیم میلیون تن غله از اسکله‌های نریمان گذشته است. او آن را "
    "برای کشتی‌ها «سالی خوب» خواند. مهر افزود آبراه‌ها لایروبی می‌خواهد.\n\n"
    '???+ note "یادداشت ویراستار"\n\n    گزارش ۲۰۰ نفر و ۲۰ کشور دارد.\n\n'
    "## گفت‌وگو {#talks}\n\nسارا راد از نوید مهر سپاسگزاری کرد. گفت‌وگو در نریمان پی گرفته می‌شود.\n"
)
RECORD: Mapping[str, str] = {
    PERSON: "name: {fa: سارا راد, en: Sara Rad}\naliases: {fa: [راد], en: [Rad]}\nroles:\n"
    "  - office: {fa: شهردار دلوار, en: Mayor of Delvar}\n    place: delvar\n"
    "    source: port-report\n    as_of: 2024-06-20\n",
    "data/people/navid-mehr.yml": "name: {fa: نوید مهر, en: Navid Mehr}\n"
    "aliases: {fa: [مهر], en: [Mehr, Nawid Mehr]}\n",
    **{
        f"data/places/{id}.yml": f"name: {{fa: {fa}, en: {id.capitalize()}}}\nkind: city\n"
        for id, fa in (("delvar", "دلوار"), ("nariman", "نریمان"), ("bandar", "بندر"))
    },
    "data/sources/port-report.yml": f"language: en\npublished: 2024-06-21\nsha256: {'1' * 64}\n",
    EVENT: "date: 2024-06-20\ntitle: {fa: گفت‌وگوی بندرها, en: Talks of the harbours}\n"
    "summary:\n  fa: ۲۰۰ نفر آمدند.\n  en: 200 people came.\nstatus: held\nplace: delvar\n"
    "participants: [sara-rad]\nlisted: [navid-mehr]\nsources: [port-report]\n",
    FIGURES: "figures:\n  - value: {fa: ۲٫۵ میلیون, en: 2.5 million}\n"
    "    label: {fa: تن غله, en: tonnes of grain}\n    article: harbours\n"
    "    sources: [port-report]\n",
    EN: ENGLISH,
    FA: PERSIAN,
}


class Edited:
    """The record, and what the check has against a change of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.before: dict[str, bytes] = {}
        assert list(Catalogue.load(root)[1]) == []

    def change(self, path: str, was: str, now: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(was) == 1, (path, was)
        self.before.setdefault(path, text.encode())
        file.write_text(text.replace(was, now), encoding="utf-8")

    def problems(self) -> list[Problem]:
        catalogue, _ = Catalogue.load(self.root, drafts=True)
        change = Change(frozenset(self.before), self.before)
        return list(facts_kept(change, catalogue, read_raw(self.root)))

    def rules(self) -> list[str]:
        return [problem.rule for problem in self.problems()]


@pytest.fixture
def edited(write_record: WriteRecord) -> Edited:
    return Edited(write_record(RECORD))


@pytest.mark.parametrize(
    ("path", "was", "now", "rule", "told"),
    [
        (EN, "200 people of", "300 people of", "fact-changed", "More than 200 people → More than 300"),
        (EN, "More than 200", "Fewer than 200", "fact-changed", "→ Fewer than 200 people"),
        (FA, "۲۰ کشور، از", "۲۵ کشور، از", "fact-changed", "۲۰ کشور → ۲۵ کشور"),
        (EN, " of 20 countries, among", ", among", "fact-removed", "20 countries"),
        (EN, "to go on in", "to go on for 5 days in", "fact-added", "5 days"),
        (EN, "on 20 June 2024", "on 21 June 2024", "fact-changed", "20 June 2024 → 21 June 2024"),
        (FA, "۳۱ خرداد ۱۴۰۳", "خرداد ۱۴۰۳", "fact-changed", "۳۱ خرداد ۱۴۰۳ → خرداد ۱۴۰۳"),
        (EN, "The mayor, Sara Rad,", "The mayor, Navid Mehr,", "fact-changed", "Rad → Navid Mehr"),
        (FA, "سارا راد از نوید مهر", "نوید مهر از سارا راد", "fact-changed", "سارا راد → نوید مهر"),
        (EN, "Nariman, Bandar and", "Nariman and", "fact-removed", "Bandar"),
        (EN, "Navid Mehr, director general", "Navid Mehr, secretary general", "fact-changed",
         "Navid Mehr (director general) → Navid Mehr (secretary general)"),
        (EN, "“a good year”", "“a great year”", "fact-changed", "a good year → a great year"),
        (EN, "“a good year”", "a good year", "fact-removed", "a good year"),
        (EN, "He called it", "Sara Rad called it", "fact-added", "Sara Rad"),
        (EN, "had passed", "of Egypt had passed", "fact-added", "Egypt"),
        (EN, "title: Harbours meet in Delvar", "title: Harbours meet in Bandar", "fact-changed",
         "Delvar → Bandar"),
        (EN, "date: 2024-06-21", "date: 2024-06-22", "fact-changed", "2024-06-21 → 2024-06-22"),
        (EN, "place: delvar", "place: bandar", "fact-changed", "Delvar → Bandar"),
        (EVENT, "date: 2024-06-20", "date: 2024-06-19", "fact-changed", "2024-06-20 → 2024-06-19"),
        (EVENT, "status: held", "status: planned", "fact-changed", "held → planned"),
        (EVENT, "place: delvar", "place: bandar", "fact-changed", "Delvar → Bandar"),
        (EVENT, "participants: [sara-rad]", "participants: [bandar]", "fact-removed", "Sara Rad"),
        (EVENT, "listed:", "mentioned:", "fact-changed", "Navid Mehr ("),
        (EVENT, "en: 200 people", "en: 20 people", "fact-changed", "200 people → 20 people"),
        (PERSON, "en: Mayor of Delvar", "en: Deputy mayor of Delvar", "fact-changed", "Deputy"),
        (PERSON, "as_of: 2024-06-20", "as_of: 2024-06-21", "fact-changed", "2024-06-21)"),
        (FIGURES, "en: 2.5 million}", "en: 3.5 million}", "fact-changed", "3.5 million tonnes"),
    ],
)  # fmt: skip
def test_changed_fact_is_told_with_what_it_was(
    edited: Edited, path: str, was: str, now: str, rule: str, told: str
) -> None:
    edited.change(path, was, now)

    problems = [it for it in edited.problems() if it.rule == rule and told in it.message]

    assert [problem.path for problem in problems] == [path]


@pytest.mark.parametrize(
    ("path", "was", "now"),
    [
        (EN, "More than 200 people of 20 countries", "From 20 countries over two hundred people"),
        (FA, "بیش از ۲۰۰ نفر", "بیشتر از دویست نفر"),
        (EN, "on 20 June 2024", "on June 20, 2024"),
        (EN, "on 20 June 2024", "on 31 Khordad 1403"),
        (FA, "۳۱ خرداد ۱۴۰۳", "سی‌ویکم خرداد ۱۴۰۳"),
        (EN, "Nariman, Bandar and Delvar", "Delvar, Nariman and Bandar"),
        (EN, "The mayor, Sara Rad, opened it.", "It was opened by Sara Rad, the mayor."),
        (EN, "Mehr added", "Nawid Mehr added"),
        (EN, "Mehr added", "he added"),
        (EN, "He called it", "Mehr called it"),
        (EN, "“a good year”", "'a good year'"),
        (EN, "2.5 million tonnes", "2.5m tonnes"),
        (FA, "دو و نیم میلیون تن", "۲٫۵ میلیون تن"),
        (FA, "اسکله‌های نریمان گذشته است", "اسکله های نریمان گذشته است"),
        (EN, ". Canals need", ".\n\nCanals need"),
        (EN, "June 2024. The mayor", "June 2024.\n\nThe mayor"),
        (EN, "Sara Rad thanked Navid Mehr. The talks", "Navid Mehr was thanked by Rad. Talks"),
        (EVENT, "en: 200 people came.", "en: There came two hundred people."),
        (EVENT, "en: Talks of the harbours", "en: The harbours talk"),
        (PERSON, "en: Mayor of Delvar", "en: Delvar Mayor"),
        (FIGURES, "en: tonnes of grain", "en: tonnes of wheat and other grain"),
    ],
)  # fmt: skip
def test_wording_asks_for_nothing(edited: Edited, path: str, was: str, now: str) -> None:
    edited.change(path, was, now)

    assert edited.problems() == []


def test_change_in_both_languages_is_told_once(edited: Edited) -> None:
    edited.change(EN, "Navid Mehr, director general", "Navid Mehr, secretary general")
    edited.change(FA, "نوید مهر، مدیرکل", "نوید مهر، دبیرکل")

    (problem,) = edited.problems()

    assert "in both languages" in problem.message
    assert "secretary" in problem.message
    persian = default_messages().render(problem.message, "fa")
    assert "دبیرکل" in persian and "secretary" not in persian


def test_paragraph_that_moved_has_its_facts_still(edited: Edited) -> None:
    thanks = "Sara Rad thanked Navid Mehr. The talks are to go on in Nariman.\n"
    edited.change(
        EN, f"## Talks {{#talks}}\n\n{thanks}", "## Talks {#talks}\n\nMore is not said.\n"
    )
    edited.change(EN, "More than 200", f"{thanks}\nMore than 200")

    assert edited.problems() == []


def test_old_value_is_named_where_it_still_stands(edited: Edited) -> None:
    edited.change(EN, "200 people of", "300 people of")

    changed, conflict = edited.problems()

    places = [f"{FA}:7", f"{FA}:13", f"{EN}:17", f"{EVENT}:4", f"{EVENT}:5"]
    assert changed.hint.partition("still in ")[2].split(", ") == places
    assert (conflict.rule, conflict.line) == ("fact-conflict", 11)
    assert f"in {EVENT}:4" in conflict.message


def test_large_number_is_named_on_pages_of_other_sources_too(
    write_record: WriteRecord,
) -> None:
    guide, other = "docs/en/guide/grain.md", "docs/fa/guide/grain.md"
    edited = Edited(
        write_record(
            {
                **RECORD,
                guide: "---\ntitle: Grain\nsummary: How much.\n---\n\n"
                "It has 20 countries.\n\nThe port speaks of 2,500,000 tons.\n",
                other: "---\ntitle: غله\nsummary: چه اندازه.\n---\n\n"
                "بندر از دو و نیم میلیون تُن می‌گوید؛ ۲٫۵ میلیون نفر چیز دیگری است.\n",
            }
        )
    )
    edited.change(EN, "2.5 million tonnes", "3.5 million tonnes")
    edited.change(EN, "of 20 countries, among", "of 25 countries, among")

    hints = {it.message: it.hint for it in edited.problems() if it.rule == "fact-changed"}

    (grain,) = (hint for message, hint in hints.items() if "million" in message)
    (countries,) = (hint for message, hint in hints.items() if "countries" in message)
    assert f"{guide}:8" in grain and f"{other}:6" in grain
    assert "guide" not in countries  # too small to be of one thing only


def test_date_of_an_event_and_of_the_report_on_it_are_one(edited: Edited) -> None:
    edited.change(EN, "on 20 June 2024", "on 19 June 2024")

    assert edited.rules() == ["fact-changed", "fact-conflict"]


def test_disagreement_with_both_values_settles_a_conflict(edited: Edited) -> None:
    says = [f"  - {{source: port-report, text: {{fa: {fa} نفر., en: {en} people.}}}}\n"
            for fa, en in (("۲۰۰", 200), ("۳۰۰", 300))]  # fmt: skip
    entry = (
        'question: {fa: چند نفر؟, en: "How many?"}\nkind: unclear\nsays:\n' + "".join(says)
        + "printed: {fa: هر دو, en: both}\nreason: {fa: روشن نیست., en: It is not clear.}\n"
        "articles: [{article: harbours}]\nevents: [talks]\n"
    )  # fmt: skip
    (edited.root / "data" / "disagreements").mkdir()
    (edited.root / "data" / "disagreements" / "people.yml").write_text(entry, encoding="utf-8")
    edited.change(EN, "200 people of", "300 people of")

    assert edited.rules() == ["fact-changed"]


CORRECTION = "corrections:\n  - date: 2024-07-01\n    text: {}\n---\n\n"


def correct(edited: Edited, path: str, *, key: str = "corrections") -> None:
    text = "It was said otherwise." if path == EN else "جور دیگری گفته بودیم."
    start = "More than" if path == EN else "بیش از"
    front = CORRECTION.format(text).replace("corrections", key)
    edited.change(path, f"---\n\n{start}", f"{front}{start}")


def test_correction_in_both_languages_accounts_for_a_change(edited: Edited) -> None:
    edited.change(EN, "Navid Mehr, director general", "Sara Rad, director general")
    assert set(edited.rules()) == {"fact-changed"}

    correct(edited, EN)
    assert set(edited.rules()) == {"fact-changed"}

    correct(edited, FA)
    assert edited.problems() == []


def test_correction_that_stood_there_before_does_not(write_record: WriteRecord) -> None:
    old = CORRECTION.format("It was said otherwise.")
    persian = CORRECTION.format("جور دیگری گفته بودیم.")
    files = {
        EN: ENGLISH.replace("---\n\nMore", f"{old}More"),
        FA: PERSIAN.replace("---\n\nبیش", f"{persian}بیش"),
    }
    edited = Edited(write_record({**RECORD, **files}))
    edited.change(EN, "Navid Mehr, director general", "Navid Mehr, secretary general")

    assert edited.rules() == ["fact-changed"]


def test_addition_accounts_for_what_is_new_alone(edited: Edited) -> None:
    edited.change(EN, "to go on in", "to go on for 5 days in")
    correct(edited, EN, key="addition")
    correct(edited, FA, key="addition")
    assert edited.problems() == []

    edited.change(EN, "on 20 June 2024", "on 18 June 2024")
    assert "fact-changed" in edited.rules()


def test_correction_of_an_event_stands_in_an_article_of_it(edited: Edited) -> None:
    edited.change(EVENT, "status: held", "status: planned")
    assert edited.rules() == ["fact-changed"]

    correct(edited, EN)
    correct(edited, FA)
    assert edited.problems() == []


MINOR = 'minor:\n  - fact: "{}"\n    reason: A better translation.\n---\n\nMore than'


def test_minor_names_an_office_or_a_quotation_and_its_reason(edited: Edited) -> None:
    edited.change(EN, "“a good year”", "“a fine year”")
    edited.change(EN, "---\n\nMore than", MINOR.format("a good year → a fine year"))

    assert edited.problems() == []


def test_minor_covers_no_number(edited: Edited) -> None:
    edited.change(EN, "2.5 million tonnes", "2.6 million tonnes")
    fact = "2.5 million tonnes → 2.6 million tonnes"
    edited.change(EN, "---\n\nMore than", MINOR.format(fact))

    assert set(edited.rules()) == {"fact-changed", "fact-conflict", "minor-unused"}


def test_draft_was_not_published(write_record: WriteRecord) -> None:
    files = {
        EN: ENGLISH.replace("date:", "draft: true\ndate:", 1),
        FA: PERSIAN.replace("translation:", "draft: true\ntranslation:"),
        FIGURES: None,
    }
    edited = Edited(write_record({**RECORD, **files}))
    edited.change(EN, "200 people of", "300 people of")

    assert edited.problems() == []


def test_name_that_got_another_spelling_is_no_other_name(edited: Edited) -> None:
    edited.change("data/people/navid-mehr.yml", "en: Navid Mehr", "en: Nuwid Mehran")
    edited.change("data/people/navid-mehr.yml", "en: [Mehr, Nawid Mehr]", "en: [Mehran]")
    for was in ("Navid Mehr, director", "Mehr added", "thanked Navid Mehr"):
        edited.change(EN, was, was.replace("Navid", "Nuwid").replace("Mehr", "Mehran"))

    assert edited.problems() == []


def test_office_a_new_source_gives_is_no_addition(edited: Edited) -> None:
    source = edited.root / "data" / "sources" / "other.yml"
    role = "  - office: {fa: استاندار, en: Governor}\n    source: %s\n    as_of: 2024-07-01\n"
    edited.change(PERSON, "    as_of: 2024-06-20\n", "    as_of: 2024-06-20\n" + role % "other")
    source.write_text(RECORD["data/sources/port-report.yml"], encoding="utf-8")
    catalogue, _ = Catalogue.load(edited.root)
    files = read_raw(edited.root)

    known = Change(frozenset(edited.before), edited.before)
    new = Change(frozenset((*edited.before, "data/sources/other.yml")), edited.before)

    assert [it.rule for it in facts_kept(known, catalogue, files)] == ["fact-added"]
    assert list(facts_kept(new, catalogue, files)) == []

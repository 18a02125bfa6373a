"""Saved pages after the structures of real sites, and small ones for what frames an article."""

from pathlib import Path

import pytest
import yaml

from newsroom.intake.importing import Import, ImportOptions, import_source
from newsroom.record.documents import ParseContext

from .test_importing import DESK, TODAY, imported, take

PAGES = Path(__file__).parent / "pages"
EXPECTED = yaml.safe_load((PAGES / "expected.yml").read_text(encoding="utf-8"))

ONE = "شهردار آزمون‌شهر از کار تازهٔ کتابخانه سخن گفت و افزود که تالار هر روز تا ظهر پر است."
TWO = "همسایه‌ها در نشست محله دربارهٔ آب و روشنایی کوچه‌ها گفت‌وگو کردند و پاسخ گرفتند."
TITLE = "تالار کتابخانه بزرگ‌تر می‌شود"


def page(body: str, head: str = "", lang: str = "fa") -> str:
    return (
        f'<!doctype html>\n<html lang="{lang}"><head>{head}</head>\n<body>\n{body}\n</body></html>'
    )


def article(before: str = "", after: str = "", head: str = "") -> str:
    return page(f"<h1>{TITLE}</h1>\n{before}\n<p>{ONE}</p>\n<p>{TWO}</p>\n{after}", head)


def texts(found: Import) -> list[str]:
    return [line.text for line in found.extracted.body]


def headings(found: Import) -> list[str]:
    return [line.text for line in found.extracted.body if line.kind == "heading"]


def published(found: Import) -> str | None:
    printed = found.extracted.published
    if printed is None or printed.period is None:
        return None
    return f"{printed.period.start.isoformat()} {printed.time or ''}".rstrip()


@pytest.mark.parametrize("name", EXPECTED)
def test_page_of_a_known_kind_is_imported_whole(name: str) -> None:
    wanted = EXPECTED[name]
    context = ParseContext(name)

    found = import_source((PAGES / name).read_bytes(), context, DESK, ImportOptions(TODAY))

    assert found is not None, context.problems
    extracted = found.extracted
    got = {
        "title": extracted.title,
        "kicker": extracted.kicker,
        "deck": extracted.deck,
        "author": extracted.author,
        "address": found.facts.address,
        "headings": headings(found) or None,
        "text": texts(found),
    }
    assert got == {key: wanted.get(key) for key in got}
    day = f"{wanted.get('published', '')} {wanted.get('time', '')}".strip()
    assert (published(found) or "") == day
    assert wanted.get("publisher") in (None, extracted.publisher)


@pytest.mark.parametrize(
    "wrapper",
    [
        '<div class="post hentry category-social tag-print">{}</div>',
        '<div class="page no-sidebar">{}</div>',
        '<div class="social">{}</div>',
        '<div id="banner-story" class="vote share">{}</div>',
        '<form id="aspnetForm">{}</form>',
        '<div class="print-content">{}</div>',
        '<div style="visibility:hidden">{}</div>',
    ],
)
def test_a_word_in_a_class_takes_no_article_away(wrapper: str) -> None:
    text = f"<h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p>"
    voices = f'<div class="user-comments">{f"<p>{ONE} {TWO}</p>" * 4}</div>'

    found = imported(page(wrapper.format(text) + voices))

    assert found.extracted.title == TITLE
    assert texts(found) == [ONE, TWO]
    assert {line.removed for line in found.extracted.removed} == {"class 'comments'"}


@pytest.mark.parametrize(
    "frame",
    [
        '<div class="sidebar-left"><p>پربیننده</p></div>',
        '<div class="newsShare">فرستادن برای دوستان</div>',
        '<div class="vote_box">رأی شما</div>',
        '<div class="cookie-banner"><p>این پایگاه از کوکی استفاده می‌کند تا بازدیدها را بشمارد و کار کند.</p></div>',
        '<div role="complementary">پیوندها</div>',
        '<div id="loginModal">نام کاربری</div>',
        '<ul><li><a href="/1">زمین بازی تازه در محله</a></li><li><a href="/2">سه کوچه آسفالت شده است</a></li><li><a href="/3">ساعت کار موزه تغییر کرد</a></li></ul>',
    ],
)
def test_a_frame_is_taken_off_and_listed(frame: str) -> None:
    found = imported(article(after=frame))

    assert texts(found) == [ONE, TWO]
    assert len(found.extracted.removed) >= 1


def test_a_link_in_the_text_is_no_frame_whatever_its_class() -> None:
    found = imported(article(f'<p>{ONE} <span class="counter">دوازده</span> کتاب تازه رسید.</p>'))

    assert f"{ONE} دوازده کتاب تازه رسید." in texts(found)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("سهم ۱۵<sup>۲</sup> درصد است.", "سهم ۱۵ [۲] درصد است."),
        ("سهم ۱۵<sup>[۲]</sup> درصد است.", "سهم ۱۵ [۲] درصد است."),
        ('گفت<sup class="reference"><a href="#n">۳</a></sup>. آمد.', "گفت [۳]. آمد."),
        ("جمعیت ۱۰<sup>۶</sup> نفر است.", "جمعیت ۱۰^۶ نفر است."),
        ("زمین ۳۰ متر<sup>۲</sup> است.", "زمین ۳۰ متر^۲ است."),
        ("عدد ۱۰<sub>۲</sub> است.", "عدد ۱۰_۲ است."),
        ("گاز CO<sub>2</sub> است.", "گاز CO2 است."),
        ("بها <del>۱۵</del><ins>۲۰</ins> ریال است.", "بها ۱۵ ۲۰ ریال است."),
        ("<span>۱۲</span><span>۳۴</span> است.", "۱۲ ۳۴ است."),
        ("<b>T</b>estham است.", "Testham است."),
    ],
)
def test_numbers_that_stand_apart_are_not_joined(markup: str, text: str) -> None:
    assert text in texts(imported(article(after=f"<p>{markup}</p>")))


def test_rows_stay_whole_and_items_keep_their_marks() -> None:
    table = "<table><tr><th>شهر</th><th>سهم</th></tr><tr><td>قاوان</td><td>۱۲</td></tr></table>"
    lists = "<ol start=3><li>یک دبیرخانه</li><li>دورهٔ آموزشی در تلمیز</li></ol><ul><li>خط پروازی</li></ul>"

    found = imported(article(f"<p>{ONE}</p>{table}{lists}"))

    body = texts(found)
    assert "شهر | سهم" in body
    assert "قاوان | ۱۲" in body
    assert [line.partition(" ")[2] for line in body if line[0] in "۳۴34*"] == [
        "یک دبیرخانه",
        "دورهٔ آموزشی در تلمیز",
        "خط پروازی",
    ]
    assert headings(found) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=a.jpg alt=x><figcaption>تالار کتابخانه در صبح</figcaption></figure>",
        '<p class="photo-caption">تالار کتابخانه در صبح</p>',
        "<p>باد می‌آمد و می‌رفت<br>رود می‌خندید و می‌دوید</p>",
        '<div class="byline">نویسنده: تحریریه</div>',
        "<ul><li><h3>یک مورد</h3></li></ul>",
        "<table><tr><td><h3>یک خانه</h3></td></tr></table>",
        "<p>تحریریهٔ خبر</p>",
    ],
)
def test_short_lines_of_a_page_are_no_headings(markup: str) -> None:
    assert headings(imported(article(f"<p>{ONE}</p>{markup}"))) == []


def test_headings_of_a_page_are_those_it_marks() -> None:
    markup = f"<h3>بخش نخست</h3><p>{TWO}</p><p><strong>بخش دوم</strong></p>"

    assert headings(imported(article(f"<p>{ONE}</p>{markup}"))) == ["بخش نخست", "بخش دوم"]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (f"<title>{TITLE}</title>", f"<h2>اخبار شهر</h2><div>{TITLE}</div>", TITLE),
        (f"<title>خبرگزاری آزمون | {TITLE}</title>", "<h1>خبرگزاری آزمون</h1>", TITLE),
        (
            '<meta property="og:title" content="سیل در شهر - روزنامهٔ آزمون">',
            "<h1>سیل در شهر</h1>",
            "سیل در شهر",
        ),
        (f'<meta property="og:title" content="{TITLE}"><title>x</title>', "<h2>گزارش</h2>", TITLE),
        (
            f'<script type="application/ld+json">{{"@type":["NewsArticle"],"headline":"{TITLE}"}}</script>',
            "<h3>اخبار</h3>",
            TITLE,
        ),
        ("<title>تهران - قاوان؛ پرواز تازه - سایت آزمون</title>", "", "تهران - قاوان؛ پرواز تازه"),
        ("", f'<h1><a href="/">روزنامهٔ آزمون</a></h1><h2>{TITLE}</h2>', TITLE),
        ("", f"<p>بازدید : ۱۲</p><h1>{TITLE}</h1>", TITLE),
        ("", f'<h4 class="rutitr">شهردار گفت:</h4><h1>{TITLE}</h1>', TITLE),
    ],
)
def test_title_is_what_the_page_says_it_is(head: str, body: str, title: str) -> None:
    found = imported(page(f"{body}<p>{ONE}</p><p>{TWO}</p>", head))

    assert found.extracted.title == title
    assert title not in texts(found)


def test_line_above_the_title_is_its_kicker_and_the_one_below_its_deck() -> None:
    below = '<p class="lead">تالار تازه از پاییز باز می‌شود. شهرداری هزینهٔ آن را داده است.</p>'

    found = imported(page(f"<p>شهردار خبر داد:</p><h1>{TITLE}</h1>{below}<p>{ONE}</p><p>{TWO}</p>"))

    assert found.extracted.kicker == "شهردار خبر داد:"
    assert found.extracted.deck == ("تالار تازه از پاییز باز می‌شود. شهرداری هزینهٔ آن را داده است.")
    assert "شهردار خبر داد:\n\n" + TITLE in found.files[f"docs/fa/news/{found.facts.slug}.md"]


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta name="date" content="2020-02-18T21:30:00Z">', "", "2020-02-19 01:00"),
        ('<meta name="pubdate" content="2024-06-23 10:00:00 +0330">', "", "2024-06-23 10:00"),
        ('<meta name="date" content="2019-06-19T20:00:00Z">', "<p>پنجشنبه ۳۰ خرداد ۱۳۹۸</p>", "2019-06-20 00:30"),
        ("", "<div>تاریخ انتشار : ۳ تیر ۱۴۰۳ - ۱۸:۰۹ | کد خبر : ۱۲</div>", "2024-06-23 18:09"),
        ("", "<div>کد خبر: ۱۲ تاریخ انتشار: ۳ تیر ۱۴۰۳</div>", "2024-06-23"),
        ("", "<div>به‌روز شده در ۵ تیر ۱۴۰۳</div><div>زمان انتشار: ۳ تیر ۱۴۰۳</div>", "2024-06-23"),
        ("", '<time class="updated" datetime="2024-07-01">امروز</time><time datetime="2024-06-23">آن روز</time>', "2024-06-23"),
        ("", f'<p>{ONE} نشست <time datetime="2024-05-01">آن روز</time> بود و گذشت.</p>', None),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},'
            '{"@type":"Article","datePublished":"2024-06-23"}]}</script>',
            "",
            "2024-06-23",
        ),
    ],
)  # fmt: skip
def test_day_of_publication_is_that_of_this_article(head: str, body: str, day: str | None) -> None:
    related = '<aside><time datetime="2001-02-03">۱۴ بهمن ۱۳۷۹</time></aside>'

    found = imported(article(body, related, head))

    assert published(found) == day
    assert found.extracted.doubts == ()


def test_stamp_in_utc_on_an_english_page_is_in_doubt_where_the_day_may_be_another() -> None:
    body = "<h1>A new hall for readers</h1><p>The head of the library said that the hall is full by noon.</p>"

    late, noon = (
        imported(page(body, f'<meta name="date" content="2020-02-18T{hour}:30:00Z">', "en"))
        for hour in ("21", "12")
    )

    assert "is in UTC" in late.extracted.doubts[0]
    assert noon.extracted.doubts == ()


def test_stamp_of_another_day_than_the_printed_one_is_to_be_settled() -> None:
    head = '<meta property="article:published_time" content="2024-06-20T10:00:00+03:30">'

    found = imported(article("<div>۳ تیر ۱۴۰۳</div>", head=head))

    assert published(found) == "2024-06-23"
    assert "not the same day" in found.extracted.doubts[0]


def test_json_ld_names_publisher_and_author_and_a_broken_piece_is_told() -> None:
    data = (
        '{"@graph":[{"@type":"NewsArticle","headline":"x","publisher":{"@id":"#o"},'
        '"author":[{"name":"نخست"},{"name":"دوم"}]},{"@id":"#o","name":"خبرگزاری آزمون"}]}'
    )
    scripts = [f'<script type="application/ld+json">{one}</script>' for one in (data, "{,}")]

    extracted = imported(article(head="".join(scripts))).extracted

    assert extracted.publisher == "خبرگزاری آزمون"
    assert extracted.author == "نخست, دوم"
    assert extracted.doubts == ("1 piece(s) of JSON-LD cannot be read",)


def test_address_links_pictures_and_quotations_are_listed() -> None:
    head = '<link rel="canonical" href="https://a.example/fa/1">'
    body = (
        '<p>نک. <a href="/fa/2">گزارش دیگر</a>.</p><figure><img src="p.jpg" alt="تالار">'
        "<figcaption>تالار در صبح</figcaption></figure><blockquote>«آب کم است.»</blockquote>"
    )

    found = imported(article(body, '<footer><a href="/x">x</a><img src="y.gif"></footer>', head))

    assert found.page is not None
    assert found.facts.address == "https://a.example/fa/1"
    assert [(one.text, one.address) for one in found.page.links] == [
        ("گزارش دیگر", "https://a.example/fa/2")
    ]
    assert [(one.text, one.address) for one in found.page.pictures] == [
        ("تالار · تالار در صبح", "https://a.example/fa/p.jpg")
    ]
    assert [one.text for one in found.page.quotations] == ["«آب کم است.»"]


def test_headline_that_stands_again_goes_the_second_time_in_one_line_too() -> None:
    crumbs = f"<div><span>{TITLE}</span></div>"

    found = imported(article(crumbs).replace("\n", ""))

    assert [(line.text, line.removed) for line in found.extracted.removed] == [(TITLE, "repeated")]


@pytest.mark.parametrize(
    "opening",
    [
        "<style>" + ".a-b { color: inherit }\n" * 400 + "</style>",
        "<!-- " + "saved " * 2000 + "-->\n<script>" + "x();\n" * 2000 + "</script>",
        "<?xml version='1.0'?>\n<link rel=a>\n",
    ],
)
def test_markup_behind_a_long_style_is_a_page(opening: str) -> None:
    found = imported(opening + article())

    assert (found.extracted.title, texts(found)) == (TITLE, [ONE, TWO])


def test_signs_of_direction_are_taken_off_a_page_and_listed() -> None:
    found = imported(article(f"<p>\u202b{ONE}\u202c \u2068Kavan\u2069</p><p>&#8234;{TWO}</p>"))

    assert texts(found)[0] == f"{ONE} Kavan"
    assert [signs for _, signs in found.marks] == [
        ("U+202B", "U+202C", "U+2068", "U+2069"),
        ("U+202A",),
    ]


def test_override_is_refused_as_an_entity_too() -> None:
    found, problems = take(article("<p>پیام &#x202e; وارونه</p>"))

    assert (found, [problem.split()[1] for problem in problems]) == (None, ["source-bidi"])


@pytest.mark.parametrize(
    ("lang", "name", "text"),
    [
        ("ar", "Arabic", "قال رئيس البلدية إن التعاون بين المدن سيتوسع في العام المقبل وإن المكتبة ستفتح في الصباح من كل يوم."),
        ("", "Arabic", "قال رئيس البلدية إن التعاون بين المدن سيتوسع في العام المقبل وإن المكتبة ستفتح في الصباح من كل يوم."),
        ("", "Russian", "Мэр города сказал, что библиотека будет открыта на час раньше и что зал по утрам полон."),
        ("tr", "Turkish", "Belediye başkanı kütüphanenin bir saat daha erken açılacağını ve salonun öğleye kadar dolu olduğunu söyledi."),
        ("", "Portuguese", "O prefeito disse que a biblioteca vai abrir uma hora mais cedo e que o salão está cheio até ao meio-dia de todos os dias."),
        ("", "Urdu", "میئر نے کہا کہ کتب خانہ ایک گھنٹہ پہلے کھلے گا اور یہ ہال دوپہر تک بھرا رہتا ہے اس لیے مزید کرسیاں رکھی گئی ہیں۔"),
        ("zh", "Chinese", "市长说图书馆将在每天早上提前一小时开放，市民的座位不够。"),
    ],
)  # fmt: skip
def test_third_language_is_refused_by_its_name(lang: str, name: str, text: str) -> None:
    source = page(f"<h1>{text[:30]}</h1><p>{text}</p><p>{text}</p>", lang=lang) if lang else text

    context = ParseContext("a.html")
    found = import_source(source.encode(), context, DESK, ImportOptions(TODAY))

    assert found is None
    assert [problem.rule for problem in context.problems] == ["source-language"]
    assert f"in {name};" in context.problems[0].message


@pytest.mark.parametrize("lang", ["ar", "en", "fa-AF", "ru"])
def test_good_persian_is_persian_whatever_the_page_declares(lang: str) -> None:
    arabic_keyboard = article().replace("ی", "ي").replace("ک", "ك")

    for source in (article(), arabic_keyboard):
        found = imported(source.replace('lang="fa"', f'lang="{lang}"'))
        assert found.extracted.lang == "fa"


def test_language_that_is_said_is_believed() -> None:
    found = imported("Мэр города сказал, что библиотека будет открыта.\n\nИ зал.", language="en")

    assert found.extracted.lang == "en"


@pytest.mark.parametrize(
    "end",
    [
        "انتهای پیام/",
        "انتهای پیام/۴۰۸۸",
        "انتهای پیام / ن",
        "پایان پیام*",
        "تعداد بازدید : ۱۲",
        "اخبار مرتبط\nزمین بازی تازه در محله\nسه کوچه آسفالت شد",
        "نظرات کاربران\nخواننده‌ای نوشت که کار خوبی است و باید در محله‌های دیگر هم انجام شود تا همه بهره ببرند.",
    ],
)
def test_what_closes_a_message_comes_off(end: str) -> None:
    found = imported(f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{end}\n")

    assert texts(found) == [ONE, TWO]
    assert len(found.extracted.removed) == len(end.split("\n"))


def test_text_goes_on_behind_related_headlines() -> None:
    found = imported(f"{TITLE}\n\n{ONE}\n\nبیشتر بخوانید:\nسه کوچه آسفالت شد\n\n{TWO}\n")

    assert texts(found) == [ONE, TWO]


@pytest.mark.parametrize(
    "line",
    [
        "یکشنبه ۳ تیر ۱۴۰۳، ۲۳ ژوئن ۲۰۲۴، سال هفتم، شمارهٔ ۲۱۴",
        "۳ تیر ۱۴۰۳ | شماره ۱۲",
        "بازدید: ۱۲ | ۳ تیر ۱۴۰۳",
    ],
)
def test_line_of_an_issue_or_a_counter_is_no_title(line: str) -> None:
    found = imported(f"{line}\n{TITLE}\n\n{ONE}\n\n{TWO}\n")

    assert found.extracted.title == TITLE
    assert published(found) == "2024-06-23"


@pytest.mark.parametrize(
    "lines",
    [
        "- یک دبیرخانه\n- یک دورهٔ آموزشی",
        "رود می‌رفت و شهر می‌خندید\nباد می‌آمد و صدا می‌برد",
        "عکس: تحریریهٔ خبر",
        "By Test Writer",
        "قاوان | ۱۲",
    ],
)
def test_short_lines_of_a_text_are_no_headings(lines: str) -> None:
    found = imported(f"{TITLE}\n\n{ONE}\n\n{lines}\n\n{TWO}\n")

    assert headings(found) == []
    assert all(line in texts(found) for line in lines.split("\n"))


def test_days_of_the_deck_are_dates_of_the_text() -> None:
    deck = "<p class=lead>نشست روز یکشنبه ۲۰ خرداد ۱۴۰۳ در قاوان برگزار شد.</p>"

    found = imported(article(deck))

    assert [dated.found.text for dated in found.extracted.dates] == ["یکشنبه ۲۰ خرداد ۱۴۰۳"]
    assert f"proposals/{found.facts.slug}/events/event-2024-06-09.yml" in found.files

"""What is answered to a submission, and what the pull request of its drafts says: Markdown."""

from collections.abc import Iterable, Sequence

from newsroom.github.submissions import Submission
from newsroom.intake.importing import Import
from newsroom.record.catalogue import Catalogue
from newsroom.record.messages import Messages
from newsroom.record.problems import Problem
from newsroom.record.strings import Strings
from newsroom.text.bidi import isolate_markdown
from newsroom.text.languages import LANGS
from newsroom.text.markdown import bullets, code, escape, sections
from newsroom.text.persian import number

MAX_LINES = 40
"""Problems or names that are listed."""


def refusal(problems: Sequence[Problem], langs: Iterable[str], catalogue: Catalogue) -> str:
    """Why no draft was made, and how to go on; in the language of the sender, or in both."""
    return "\n".join(
        isolate_markdown(_refusal(problems, catalogue, catalogue.strings[lang]), lang)
        for lang in langs
    )


def receipt(found: Import, langs: Iterable[str], catalogue: Catalogue) -> str:
    """What was made of a text; in the language of the sender, or in both."""
    return "\n".join(
        isolate_markdown(_receipt(found, catalogue, catalogue.strings[lang]), lang)
        for lang in langs
    )


def pull_request(
    found: Import, submission: Submission, issue: int | None, catalogue: Catalogue
) -> str:
    """What the editors are told of the drafts, in both languages."""
    parts = [
        isolate_markdown(
            _pull_request(found, submission, issue, catalogue, catalogue.strings[lang]), lang
        )
        for lang in LANGS
    ]
    return "\n".join(parts)


def _refusal(problems: Sequence[Problem], catalogue: Catalogue, strings: Strings) -> str:
    words = strings.words
    lines = [_reason(problem, catalogue.messages, strings) for problem in problems[:MAX_LINES]]
    return sections([words["submit.refused"], bullets(lines), words["submit.again"]])


def _reason(problem: Problem, messages: Messages, strings: Strings) -> str:
    parts = [escape(messages.render(problem.message, strings.lang))]
    if problem.line > 1:
        line = strings.words["submit.line"].format(line=number(problem.line, strings.lang))
        parts.append(f"({line})")
    if problem.hint:
        parts.append(f"– {escape(messages.render(problem.hint, strings.lang))}")
    return " ".join(parts)


def _receipt(found: Import, catalogue: Catalogue, strings: Strings) -> str:
    words = strings.words
    return sections([words["submit.accepted"], _found(found, catalogue, strings)])


def _pull_request(
    found: Import,
    submission: Submission,
    issue: int | None,
    catalogue: Catalogue,
    strings: Strings,
) -> str:
    words = strings.words
    given = {
        words["submit.address"]: submission.address,
        words["submit.publisher"]: submission.publisher,
        words["submit.note"]: submission.note,
    }
    told = [f"{label}: {code(value)}" for label, value in given.items() if value]
    todo = (words["submit.write"], words["submit.translate"], words["submit.move"])
    return sections(
        [
            words["submit.from"].format(issue=f"#{issue}") if issue else "",
            _found(found, catalogue, strings),
            sections([words["submit.told"], bullets(told)]) if told else "",
            words["submit.todo"],
            bullets(f"[ ] {task}" for task in todo),
        ]
    )


def _found(found: Import, catalogue: Catalogue, strings: Strings) -> str:
    """Title, names and files; what is not known yet is marked."""
    words, lang = strings.words, strings.lang
    comma = f"{words['list.comma']} "
    known = [escape(catalogue.participants[id].called(lang)) for id in found.facts.known]
    unknown = [code(name.text) for name in found.unknown]
    rows = {
        words["submit.title"]: code(found.extracted.title) if found.extracted.title else "",
        words["submit.known"]: comma.join(known[:MAX_LINES]),
        words["submit.unknown"]: comma.join(unknown[:MAX_LINES]),
        words["submit.doubts"]: comma.join(code(doubt) for doubt in found.extracted.doubts),
        words["submit.files"]: comma.join(code(path) for path in sorted(found.files)[:MAX_LINES]),
    }
    return bullets(f"{label}: {value}" for label, value in rows.items() if value)

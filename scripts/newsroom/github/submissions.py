"""An article sent in by the form on GitHub: the answers of the issue, and the drafts they make.

The text of an issue is a heading for each question of the form (`.github/ISSUE_TEMPLATE/`) with the
answer below. Anyone can write it and change it afterwards, so all of it is data: nothing is made of
it that the import, the schemas and the check would not let in from anybody else.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsroom.intake.drafts import plain
from newsroom.intake.importing import Import, ImportContext, ImportOptions, import_source
from newsroom.record.documents import Entries, Items, Node, ParseContext, Scalar, read_yaml
from newsroom.record.problems import say
from newsroom.record.values import ID_FORM, is_id
from newsroom.text.date_phrases import read_date
from newsroom.text.dates import Period

FORM = ".github/ISSUE_TEMPLATE/submit-article.yml"
LABEL = "submission"
"""What an issue bears until there are drafts of it."""
MAX_LINE = 300
"""Signs of an answer that is a line."""
MAX_NOTE = 5_000
REPLY_LANGS: Mapping[str, str] = {"فارسی": "fa", "English": "en"}

_NOTHING = "_No response_"
"""What GitHub writes for a question that was left out."""
_FENCED = re.compile(r"(`{3,})text\n(.*?)\n?\1`*", re.DOTALL)
_NOT_IN_ADDRESS = frozenset(" <>\"'`")


@dataclass(frozen=True, slots=True)
class Issue:
    """The issue as it is now, and no longer as it was when a workflow was started by it."""

    number: int
    body: str
    is_asked: bool
    """Whether drafts are still to be made of it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the form."""

    id: str
    label: str
    """As the form asks it, and as it heads the answer."""
    is_required: bool


@dataclass(frozen=True, slots=True)
class Submission:
    """The answers; what is absent was left out."""

    text: str
    address: str | None = None
    """Where the sender says the text can be read; nobody has confirmed it."""
    publisher: str | None = None
    published: Period | None = None
    slug: str | None = None
    note: str | None = None


def read_issue(text: str) -> Issue:
    """What `gh issue view --json number,body,labels` prints; `ValueError` for another text."""
    try:
        found = json.loads(text)
        labels = [label["name"] for label in found["labels"]]
        return Issue(int(found["number"]), str(found["body"]), LABEL in labels)
    except (LookupError, TypeError, RecursionError) as error:
        raise ValueError("not an issue") from error


def read_questions(form: str, context: ParseContext) -> tuple[Question, ...]:
    """The questions of a form in their order; what only explains is left out."""
    entries = read_yaml(form, context)
    body = entries.entries.get("body") if entries else None
    questions = (_question(item) for item in (body.items if isinstance(body, Items) else ()))
    return tuple(question for question in questions if question)


def read_answers(body: str, questions: Sequence[Question], context: ParseContext) -> dict[str, str]:
    """The answers by the id of their question; the last one runs to the end, whatever is in it.

    A heading that is missing, altered or out of its order is reported.
    """
    lines = body.replace("\r\n", "\n").split("\n")
    starts: list[int] = []
    for question in questions:
        heading = f"### {question.label}"
        begin = starts[-1] + 1 if starts else 0
        at = next((at for at in range(begin, len(lines)) if lines[at].rstrip() == heading), None)
        if at is None:
            message = say("the section '{label}' of the form is missing", label=question.label)
            hint = say("keep the headings of the form as they are, in their order")
            context.report(begin + 1, "submission-form", message, hint)
            return {}
        starts.append(at)
    ends = [*starts[1:], len(lines)]
    answers = {
        question.id: "\n".join(lines[start + 1 : end]).strip()
        for question, start, end in zip(questions, starts, ends, strict=True)
    }
    return {id: "" if answer == _NOTHING else answer for id, answer in answers.items()}


def read_submission(
    answers: Mapping[str, str], questions: Sequence[Question], context: ParseContext
) -> Submission | None:
    """What was sent in; `None` with the reasons reported."""
    known = len(context.problems)
    _report_lengths(answers, questions, context)
    line = {id: " ".join(answer.split()) or None for id, answer in answers.items()}
    _report_forms(line.get("address"), line.get("slug"), context)
    published = _day(line.get("published"), context)
    if len(context.problems) > known:
        return None
    fenced = _FENCED.fullmatch(answers["text"])
    return Submission(
        text=fenced[2] if fenced else answers["text"],
        address=line.get("address"),
        publisher=line.get("publisher"),
        published=published,
        slug=line.get("slug"),
        note=answers.get("note") or None,
    )


def import_submission(
    submission: Submission, import_context: ImportContext, today: Period, context: ParseContext
) -> Import | None:
    """The drafts a submission makes; `None` with the reasons reported. Nothing is written."""
    options = ImportOptions(
        today=today,
        slug=submission.slug,
        near=submission.published,
        published=submission.published,
        publisher=submission.publisher,
    )
    found = import_source(submission.text.encode(), context, import_context, options)
    if found is None or submission.address is None:
        return found
    path = f"data/sources/{found.facts.id}.yml"
    head = f"# The sender gives this address, to be confirmed: {plain(submission.address)}\n"
    return replace(found, files={**found.files, path: head + found.files[path]})


def _question(node: Node) -> Question | None:
    if not isinstance(node, Entries):
        return None
    id, attributes = node.entries.get("id"), node.entries.get("attributes")
    label = attributes.entries.get("label") if isinstance(attributes, Entries) else None
    if not isinstance(id, Scalar) or not isinstance(label, Scalar):
        return None
    rules = node.entries.get("validations")
    required = rules.entries.get("required") if isinstance(rules, Entries) else None
    return Question(id.text, label.text, isinstance(required, Scalar) and required.text == "true")


def _report_lengths(
    answers: Mapping[str, str], questions: Sequence[Question], context: ParseContext
) -> None:
    """Report what is left out and what is too long for its place; the import measures the text."""
    for question in questions:
        answer = answers.get(question.id, "")
        limit = MAX_NOTE if question.id == "note" else MAX_LINE
        if question.is_required and not answer:
            message = say("'{label}' has no answer", label=question.label)
            context.report(1, "submission-empty", message)
        elif len(answer) > limit and question.id not in ("text", "consent"):
            message = say(
                "'{label}' has more than {limit} characters", label=question.label, limit=limit
            )
            context.report(1, "submission-value", message)


def _report_forms(address: str | None, slug: str | None, context: ParseContext) -> None:
    if address and not _is_address(address):
        message = say("'{address}' is not a valid address", address=address)
        context.report(
            1, "submission-value", message, say("it must begin with https:// or http://")
        )
    if slug and not is_id(slug):
        message = say("'{id}' is not an id; expected {form}", id=slug, form=ID_FORM)
        context.report(1, "id-form", message, say("leave it empty to derive it from the title"))


def _is_address(text: str) -> bool:
    scheme, _, rest = text.partition("://")
    return scheme in ("http", "https") and len(rest) >= 4 and _NOT_IN_ADDRESS.isdisjoint(rest)


def _day(text: str | None, context: ParseContext) -> Period | None:
    if not text or len(text) > MAX_LINE:
        return None
    try:
        return read_date(text, None).period
    except ValueError as error:
        message = say("the date of publication: {error}", error=error)
        hint = say("write it like 2024-06-23, 23 June 2024 or ۳ تیر ۱۴۰۳")
        context.report(1, "submission-value", message, hint)
        return None

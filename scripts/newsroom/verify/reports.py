"""What is told of a comparison: a problem for each fact the source does not state there."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from newsroom.check.claims import (
    CAPITALS,
    COMMON,
    NAME,
    OFFICE,
    QUOTATION,
    SPEAKER,
    Claim,
)
from newsroom.check.facts import DATE, NUMBER
from newsroom.record.articles import Article
from newsroom.record.documents import ParseContext
from newsroom.record.problems import Problem, ReadingRule, line_of, say
from newsroom.text.messages import Message
from newsroom.verify.verifying import ELSEWHERE, MISSING, Finding

KINDS: Mapping[str, Message] = {
    NUMBER: say("the number"),
    DATE: say("the date"),
    NAME: say("the name"),
    COMMON: say("the name"),
    CAPITALS: say("the name"),
    OFFICE: say("the office"),
    QUOTATION: say("the quotation"),
    SPEAKER: say("the speaker"),
}
_RULES: Mapping[str, ReadingRule] = {
    NUMBER: "source-number",
    DATE: "source-date",
    NAME: "source-name",
    COMMON: "source-name",
    CAPITALS: "source-name",
    OFFICE: "source-office",
    QUOTATION: "source-quotation",
    SPEAKER: "source-speaker",
}


def fact_of(claim: Claim) -> str:
    """A claim as the lists of an article name it: `number 18 country`."""
    kind = NAME if claim.kind in (COMMON, CAPITALS) else claim.kind
    return f"{kind} {claim.key}"


def _accounts_for(reasoned: str, fact: str) -> bool:
    """Whether a fact is listed; one told without its unit is the same."""
    return reasoned == fact or reasoned.startswith(f"{fact} ")


def problems_of(findings: Iterable[Finding], reasoned: Collection[str]) -> Iterator[Problem]:
    """What does not stand in the source where it is told, and is not accounted for.

    `reasoned` are the facts that articles list as derived or ours.
    """
    for finding in findings:
        fact = fact_of(finding.claim)
        is_open = finding.standing in (MISSING, ELSEWHERE)
        if is_open and not any(_accounts_for(it, fact) for it in reasoned):
            hint = say(
                "correct it, or say how it is known: `{fact}` under `verified.derived`", fact=fact
            )
            rule = _RULES[finding.claim.kind]
            context = ParseContext(finding.page.path)
            context.report(finding.claim.line, rule, _message(finding), hint)
            yield from context.problems


def unused(article: Article, findings: Iterable[Finding]) -> Iterator[Problem]:
    """What is listed as derived or ours and is no longer told, or stands in the source.

    `findings` are those of the article and of the entries that cite its source.
    """
    if article.verified is None:
        return
    open_facts = {fact_of(it.claim) for it in findings if it.standing in (MISSING, ELSEWHERE)}
    for key in ("derived", "ours"):
        for number, reasoned in enumerate(getattr(article.verified, key)):
            for listed in reasoned.facts:
                if not any(_accounts_for(listed, fact) for fact in open_facts):
                    message = say(
                        "'{fact}' needs no reason: it is on no page, or it is in the source",
                        fact=listed,
                    )
                    line = line_of(article.facts, f"verified.{key}.{number}")
                    hint = say("remove it from the list")
                    yield Problem(article.facts.path, line, "source-derived-unused", message, hint)


def _message(finding: Finding) -> Message:
    values = {"kind": KINDS[finding.claim.kind], "fact": finding.claim.printed}
    if finding.standing == ELSEWHERE:
        return say(
            "{kind} '{fact}' is in '{source}', line {line}, but about something else",
            source=finding.source,
            line=str(finding.line),
            **values,
        )
    return say("{kind} '{fact}' is not in the source", **values)

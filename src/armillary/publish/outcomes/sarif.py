"""Findings as SARIF 2.1.0, the form in which GitHub, VS Code and other tools take what a linter found.

A source that has no lines of its own (a PDF, a word processor's file) is named without a place in it; the words
stand in the message. What was set aside is in the file as *suppressed*, with the reason.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from armillary.outcome import Outcome
from armillary.pages import page_of
from armillary.review import Aside
from armillary.system import Problem, Severity, System
from armillary.text import ByteRange, Document, Passage

Json = dict[str, object]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_sarif(outcomes: Sequence[Outcome]) -> bytes:
    """A SARIF log of one run."""
    found = [
        (outcome.file, problem, aside)
        for outcome in outcomes
        for problem, aside in (*((problem, None) for problem in outcome.problems), *outcome.asides)
    ]
    severities = {problem.code: problem.severity for _, problem, _ in found}
    codes = sorted(severities)
    run: Json = {
        "tool": {
            "driver": {
                "name": "Armillary",
                "semanticVersion": version("armillary"),
                "rules": [_rule(code, severities[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(codes.index(row[1].code), *row) for row in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode()


def of_system(system: System) -> bytes:
    """The problems of a system as a SARIF log; each document goes by its name."""
    return as_sarif(
        [
            Outcome(
                document.name,
                system,
                tuple(problem for problem in system.problems if problem.at.document is document),
            )
            for document in system.documents
        ]
    )


def _rule(code: str, severity: Severity) -> Json:
    rule: Json = {"id": code, "defaultConfiguration": {"level": _LEVELS[severity]}}
    page = page_of(code)
    if page is not None:
        rule |= {
            "shortDescription": {"text": page.name},
            "fullDescription": {"text": page.finds},
            "help": {"text": page.text, "markdown": page.text},
        }
    return rule


def _result(index: int, file: str, problem: Problem, aside: Aside | None) -> Json:
    result: Json = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": _place(file, problem.at)}],
        "partialFingerprints": {"words/v1": _fingerprint(problem)},
    }
    if problem.see:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": passage.words}, "physicalLocation": _place(file, passage)}
            for number, passage in enumerate(problem.see)
        ]
    if aside is not None:
        result["suppressions"] = [{"kind": "external", "justification": aside.because}]
    return result


def _place(file: str, at: Passage) -> Json:
    place: Json = {"artifactLocation": {"uri": _uri(file)}}
    if _has_lines(at.document):
        (line, column), (end_line, end_column) = map(at.document.position, (at.start, at.end))
        place["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "snippet": {"text": at.words},
        }
    return place


def _uri(file: str) -> str:
    """A file as a URI: relative ones stay relative, so that a log of one machine fits another."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _has_lines(document: Document) -> bool:
    """Whether lines and columns of the text are those of the file: all of the file is text, and was kept."""
    reached = 0
    for origin in document.origin:
        if origin.start != reached or not isinstance(origin.place, ByteRange) or origin.place.part:
            return False
        reached = origin.end
    return not document.origin or reached == len(document.text)


def _fingerprint(problem: Problem) -> str:
    """What stays the same when other lines of the document change."""
    words = "\n".join([problem.code, *(passage.words for passage in (problem.at, *problem.see))])
    return sha256(words.encode()).hexdigest()[:32]

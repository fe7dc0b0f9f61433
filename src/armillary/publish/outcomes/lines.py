"""Findings as lines of text, and as JSON.

essay.txt:20:52 T402 from 1914-06-28 to 1914-07-23 it is 25 days, not 27
    see essay.txt:20:66 “28 June”
"""

import json
from collections.abc import Iterator, Sequence

from armillary.outcome import Outcome
from armillary.system import Problem
from armillary.text import PageBox, ParagraphRange, Passage

MOST_WORDS = 60
"""Characters of another passage that a line shows; the whole of it stands in the other forms."""

_DOTS = "…"


def as_text(outcomes: Sequence[Outcome]) -> bytes:
    """A line for each finding, and under it one for each other passage that it clashes with."""
    lines = [line for outcome in outcomes for line in _lines(outcome)]
    return "".join(f"{line}\n" for line in lines).encode()


def _lines(outcome: Outcome) -> Iterator[str]:
    for problem in outcome.problems:
        yield f"{_where(outcome.file, problem.at)} {problem.code} {problem.message}{_printed(problem.at)}"
        for passage in problem.see:
            yield f"    see {_where(outcome.file, passage)} “{_short(passage.words)}”{_printed(passage)}"


def _where(file: str, at: Passage) -> str:
    line, column = at.document.position(at.start)
    return f"{file}:{line}:{column}"


def _printed(at: Passage) -> str:
    """Where it stands in a source that has no lines of its own: *(page 3)*."""
    match at.document.origin_of(at.start):
        case PageBox(page=page):
            return f" (page {page})"
        case ParagraphRange(number=number):
            return f" (paragraph {number})"
        case _:
            return ""


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= MOST_WORDS else line[: MOST_WORDS - 1].rstrip() + _DOTS


def as_json(outcomes: Sequence[Outcome]) -> bytes:
    """A list of findings. Offsets count code points in the text as it was read, lines and columns from 1.

    A finding that was set aside is in the list, with the reason.
    """
    rows = [
        _row(outcome.file, problem, because)
        for outcome in outcomes
        for problem, because in (
            *((problem, None) for problem in outcome.problems),
            *((problem, aside.because) for problem, aside in outcome.asides),
        )
    ]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()


def _row(file: str, problem: Problem, because: str | None) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        **_place(file, problem.at),
        "see": [_place(file, passage) for passage in problem.see],
        "set_aside": because,
    }


def _place(file: str, at: Passage) -> dict[str, object]:
    line, column = at.document.position(at.start)
    return {
        "file": file,
        "line": line,
        "column": column,
        "start": at.start,
        "end": at.end,
        "words": at.words,
    }

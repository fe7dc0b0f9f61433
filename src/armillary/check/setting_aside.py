"""Findings that the reader set aside with a reason, in a small file beside the document.

    essay.txt, essay.txt.set-aside.toml:

    [[aside]]
    code = "T401"
    because = "The date is of the Julian calendar."
    quote = "Monday, 28 July 1914"
    prefix = "drew the same morning. On "
    suffix = ", Austria-Hungary declared war"

An entry holds for the finding that has its words and most of the words around them, wherever it moves. Where
that is none, or more than one, the entry is an orphan: it is told, and never taken for a look-alike.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from armillary.errors import OutputError, SettingsError
from armillary.outcome import Aside, Lost, Orphan, Outcome
from armillary.system import Problem, System
from armillary.text import Passage

ENDING = ".set-aside.toml"
AROUND = 32
"""How many characters are kept on each side: about five words, enough to tell two places apart."""

ENOUGH = 0.5
"""The share of the kept characters that must still stand around the words: one side may be wholly rewritten."""

_HEAD = """\
# Findings of `armillary check` that were looked at and set aside, each with the reason. An entry is known by its words,
# so it survives edits of the document; where its words are gone, `armillary check` says so.
"""
_WORDS = ("code", "because", "quote", "prefix", "suffix")


def beside(document: Path) -> Path:
    """The set-aside file of a document: `essay.txt` has `essay.txt.set-aside.toml`."""
    return document.with_name(document.name + ENDING)


def load(path: Path) -> tuple[Aside, ...]:
    """The entries of a set-aside file; none where there is no file.

    Errors: `SettingsError` for a file that is damaged, with the number of the entry.
    """
    if not path.is_file():
        return ()
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("aside", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"cannot read {path}: {error}"
        raise SettingsError(message) from error
    if not isinstance(rows, list):
        message = f"{path}: write each entry under a line [[aside]]"
        raise SettingsError(message)
    return tuple(_aside(path, number, row) for number, row in enumerate(rows, 1))


def add(path: Path, aside: Aside) -> None:
    """Write an entry at the end of a set-aside file; what stands there is left as it is.

    Errors: `OutputError` where it cannot be written, `SettingsError` where the file is damaged.
    """
    load(path)
    rows = {name: getattr(aside, name) for name in _WORDS}
    lines = [f"{name} = {_toml(words)}" for name, words in rows.items()]
    if aside.against:
        lines.append(f"against = [{', '.join(map(_toml, aside.against))}]")
    try:
        head = "" if path.is_file() else _HEAD
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(head + "\n[[aside]]\n" + "\n".join(lines) + "\n")
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}"
        raise OutputError(message) from error


def entry_for(problem: Problem, because: str) -> Aside:
    """The entry that sets this finding aside."""
    before, after = _around(problem.at)
    against = tuple(_one_line(passage.words) for passage in problem.see)
    return Aside(problem.code, because, _one_line(problem.at.words), before, after, against)


def parted(file: str, system: System, asides: Iterable[Aside]) -> Outcome:
    """The problems of a file without those that were set aside, which stand beside them with the reason."""
    problems = system.problems.rows
    taken: dict[int, Aside] = {}
    orphans: list[Orphan] = []
    for aside in asides:
        found = _belonging(problems, aside)
        if isinstance(found, Lost):
            stands = found is Lost.WORDS and _stands(system, aside)
            orphans.append(Orphan(aside, Lost.QUIET if stands else found))
        else:
            taken[found] = aside
    left = tuple(problem for place, problem in enumerate(problems) if place not in taken)
    asides_taken = tuple((problems[place], taken[place]) for place in sorted(taken))
    return Outcome(file, system, left, asides_taken, tuple(orphans))


def _belonging(problems: Sequence[Problem], aside: Aside) -> int | Lost:
    """The place of the one problem that an entry speaks of, or why there is none."""
    same = [
        (_agreement(entry_for(problem, ""), aside), place)
        for place, problem in enumerate(problems)
        if problem.code == aside.code and _one_line(problem.at.words) == aside.quote
    ]
    likely = [(score, place) for score, place in same if score >= ENOUGH]
    if not likely:
        return Lost.WORDS
    best = max(score for score, _ in likely)
    fitting = [
        place
        for score, place in likely
        if score == best and entry_for(problems[place], "").against == aside.against
    ]
    if not fitting:
        return Lost.OTHERS
    return fitting[0] if len(fitting) == 1 else Lost.TWICE


def _agreement(one: Aside, other: Aside) -> float:
    """How much of the kept words around a place stands around another, from 0 to 1, from the inside outwards."""
    kept = len(other.prefix) + len(other.suffix)
    same = _common(one.prefix[::-1], other.prefix[::-1]) + _common(one.suffix, other.suffix)
    return same / kept if kept else float(one.prefix == one.suffix == "")


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _stands(system: System, aside: Aside) -> bool:
    """Whether the words of an entry still stand in a document with what was around them."""
    words = f"{aside.prefix}{aside.quote}{aside.suffix}".strip()
    return any(words in _one_line(document.text) for document in system.documents)


def _around(at: Passage) -> tuple[str, str]:
    text = at.document.text
    before = _one_line(text[max(0, at.start - 2 * AROUND) : at.start] + "|")[:-1]
    after = _one_line("|" + text[at.end : at.end + 2 * AROUND])[1:]
    return before[-AROUND:], after[:AROUND]


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _toml(words: str) -> str:
    """A text as TOML writes it: as JSON does, and without the one control character that JSON lets stand."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _aside(path: Path, number: int, row: Any) -> Aside:  # noqa: ANN401  what stands in the file
    against = row.get("against", []) if isinstance(row, dict) else None
    fits = (
        isinstance(against, list)
        and all(isinstance(words, str) for words in against)
        and all(isinstance(row.get(name), str) for name in _WORDS)
    )
    if not fits:
        message = f"{path}: entry {number} needs the texts {', '.join(_WORDS)}; `armillary set-aside` writes them"
        raise SettingsError(message)
    return Aside(**{name: row[name] for name in _WORDS}, against=tuple(against or ()))

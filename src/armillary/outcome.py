"""Nouns: what came of checking one file. Orphan, Outcome."""

from dataclasses import dataclass, field
from enum import StrEnum

from armillary.held import Held
from armillary.review import Aside
from armillary.system import Problem, System


class Lost(StrEnum):
    """Why an entry belongs to no finding."""

    WORDS = "its words are gone"
    TWICE = "its words stand there more than once"
    OTHERS = "the passages that it clashed with have changed"
    QUIET = "its words stand there, and the check no longer finds anything in them"


@dataclass(frozen=True, slots=True)
class Orphan:
    """An entry of the review file that belongs to no finding."""

    aside: Aside
    why: Lost


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of checking one file: its problems, those that were set aside, and what is left over of these.

    `file` is the file as the person named it, `system` what was checked, `held` its verdicts beside what the reader holds.
    """

    file: str
    system: System = field(repr=False)
    problems: tuple[Problem, ...]
    asides: tuple[tuple[Problem, Aside], ...] = ()
    orphans: tuple[Orphan, ...] = ()
    held: Held = field(default=Held(), repr=False)

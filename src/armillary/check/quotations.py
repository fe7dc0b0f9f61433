"""Q2: quotations.

“Nobody wanted it.” in a paragraph of its own, and no speaker  →  Q201
"""

from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import SPEECH, Holder, Speaker
from armillary.system import Severity, System
from armillary.text import Passage

_NO_NAMES = frozenset({"it", "this", "that", "there", "one"})


def _nobody(system: System, _: Held) -> Iterator[Clash]:
    for quotation in system.quotations:
        if quotation.kind in SPEECH and _is_nobody(quotation.speaker) and quotation.work is None:
            yield "nobody is named for this quotation, and no work", quotation.at, ()


def _is_nobody(holder: Holder) -> bool:
    """Whether no words name the speaker, or words that name nobody: *it was put like this*."""
    return holder is Speaker.UNKNOWN or (
        isinstance(holder, Passage) and holder.words.lower() in _NO_NAMES
    )


NOBODY = Rule("Q201", "a quotation without a named speaker or work", Severity.WARNING, _nobody)

"""Q2: quotations.

“Nobody wanted it.” in a paragraph of its own, and no speaker  →  Q201
"""

from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import SPEECH, Speaker
from armillary.system import Severity, System


def _nobody(system: System, _: Held) -> Iterator[Clash]:
    for quotation in system.quotations:
        if quotation.kind in SPEECH and quotation.speaker is Speaker.UNKNOWN and quotation.work is None:
            yield "nobody is named for this quotation, and no work", quotation.at, ()


NOBODY = Rule("Q201", "a quotation without a named speaker or work", Severity.WARNING, _nobody)

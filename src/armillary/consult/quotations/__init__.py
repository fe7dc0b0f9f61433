"""Quotations beside the sources that the reader holds: are they there, and word for word.

quotation ─▶ pieces ─▶ search (three-word runs) ─▶ alignment ─▶ ladder ─▶ QuotationVerdict
"""

from collections.abc import Iterator

from armillary.consult.quotations.ladder import verdict
from armillary.held import QuotationVerdict
from armillary.holdings import Library
from armillary.reading import SPEECH
from armillary.system import System


def quotations(system: System, library: Library) -> Iterator[QuotationVerdict]:
    """A verdict on each quotation of three words or more that is somebody's own words.

    A document that is itself among the sources is left out for its own quotations.
    """
    if not library.volumes:
        return
    for quotation in system.quotations:
        if quotation.kind not in SPEECH:
            continue
        own = frozenset(
            number
            for number, volume in enumerate(library.volumes)
            if volume.document.sha256 == quotation.at.document.sha256
        )
        found = verdict(quotation.at, library, own)
        if found is not None:
            yield found

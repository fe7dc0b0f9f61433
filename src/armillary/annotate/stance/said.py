"""What settled the speaker of a quotation, and the words that name them."""

from dataclasses import dataclass
from enum import StrEnum

from armillary.annotate.stance.phrases import Phrase


class By(StrEnum):
    """What settled the speaker, strongest first."""

    VERB = "verb"
    SOURCE = "source"
    CITATION = "citation"
    LABEL = "label"
    NOUN = "noun"
    NEAREST = "nearest"
    CARRIED = "carried"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Said:
    """The words beside a quotation that name its speaker, and what they were found by."""

    phrase: Phrase | None
    by: By
    verb: int | None = None


NOBODY = Said(None, By.NOTHING)
"""Nothing tells who speaks."""

DASHES = frozenset({"—", "–", "-", "(", "[", "―", "~"})
"""What may stand before the name that is cited for a quotation."""
CITED = 30
"""How many words a citation behind or below a quotation may have."""

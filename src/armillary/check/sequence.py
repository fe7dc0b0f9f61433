"""T4: the order that words give to two events, against their dates.

"The bridge was opened in 1912, after the flood of 1914"  →  T409
"""

import re
from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.days import Days, days_of
from armillary.held import Held
from armillary.reading import Time
from armillary.sentences import Marks, Sentence, sentences
from armillary.system import Severity, System

_JOINT = re.compile(r"\b(?P<joint>before|after)\b", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:years?|months?|weeks?|days?|decades?|long|soon|shortly|just|not|never|until|only)\s{1,3}$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W{0,3}(?P<joint>before|after)\s", re.IGNORECASE)
_DOUBT = re.compile(
    r"\b(?:not|never|if|would|could|may|might|n['’]t|born|dated|whether)\b", re.IGNORECASE
)
_NEITHER = re.compile(r"[;:()]")


def _impossible(system: System, _: Held) -> Iterator[Clash]:
    times = Marks(system.times)
    for sentence in sentences(system):
        dated = [
            (time, days)
            for time in times.within(sentence.document, sentence.start, sentence.end)
            if (days := days_of(time)) is not None and re.search(r"\d{4}", time.at.words)
        ]
        if len(dated) == 2 and not _DOUBT.search(sentence.text):  # noqa: PLR2004  with more, it is open which belong together
            yield from _clash(sentence, *dated)


def _clash(sentence: Sentence, one: tuple[Time, Days], two: tuple[Time, Days]) -> Iterator[Clash]:
    """What the words say came first, where the dates say the opposite."""
    says = _first_by_words(sentence, one[0], two[0])
    if says is None:
        return
    earlier, later = (one, two) if says else (two, one)
    if later[1].last < earlier[1].first:
        message = f"by the words {earlier[0].at.words} comes before {later[0].at.words}, and by the dates after it"
        yield message, two[0].at, (one[0].at,)


def _first_by_words(sentence: Sentence, one: Time, two: Time) -> bool | None:
    """Whether the words put the first date before the second; None where they do not say."""
    text = sentence.document.text
    between = text[one.at.end : two.at.start]
    if _NEITHER.search(between):
        return None
    opening = _OPENING.match(sentence.text)
    joints = list(_JOINT.finditer(between))
    if opening is not None:
        return None if joints or "," not in between else opening["joint"].lower() == "after"
    if len(joints) != 1 or _LENGTH.search(between[: joints[0].start()]):
        return None
    return joints[0]["joint"].lower() == "before"


IMPOSSIBLE = Rule("T409", "two events in an impossible order", Severity.WARNING, _impossible)

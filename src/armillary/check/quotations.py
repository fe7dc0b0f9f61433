"""Q2: quotations.

“Nobody wanted it.” in a paragraph of its own, and no speaker  →  Q201
“Nobody wanted it,” said Rehm, and nothing says who Rehm is    →  Q204
"""

import re
from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import SPEECH, ActorKind, Holder, Speaker
from armillary.system import Severity, System
from armillary.text import Passage

_SURNAME = re.compile(r"[A-Z][\w’'-]*[a-z]\w*")
_NEED_NO_NAME = frozenset({ActorKind.BODY, ActorKind.PEOPLE, ActorKind.PLACE})
_AROUND = 40
_TITLED = re.compile(
    r"(?:\b[A-Z][\w’'-]{1,20}\.?|\b(?:engineer|clerk|mayor|minister|president|professor|historian|economist|analyst|general|author|writer|"
    r"journalist|spokes\w{3,6}|director|judge|doctor|farmer|teacher|owner|leader|poet|philosopher|critic|commander|witness))\s{1,3}$"
)
_APPOSED = re.compile(
    r"\s{0,2}(?:\(|,\s{1,3}(?:the|a|an|then|who|whose|its|their|his|her|head|chief|mayor|president)\b)"
)
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


def _never_introduced(system: System, _: Held) -> Iterator[Clash]:
    seen: set[str] = set()
    for quotation in system.quotations:
        speaker = quotation.speaker
        if quotation.kind not in SPEECH or not isinstance(speaker, Passage):
            continue
        if speaker.words in seen or _SURNAME.fullmatch(speaker.words) is None:
            continue
        seen.add(speaker.words)
        key = system.actor_at.get(speaker)
        if key is not None and system.actors[key].kind in _NEED_NO_NAME:
            continue
        if not any(map(_introduces, _mentions(system, speaker))):
            yield f"“{speaker.words}” is quoted, and nothing says who that is", speaker, ()


def _mentions(system: System, speaker: Passage) -> Iterator[Passage]:
    """All places that name a speaker, by any of their names."""
    document = speaker.document
    for found in re.finditer(rf"\b{re.escape(speaker.words)}\b", document.text):
        yield document.passage(found.start(), found.end())
    actor = system.actors[key] if (key := system.actor_at.get(speaker)) else None
    yield from actor.mentions if actor else ()


def _introduces(at: Passage) -> bool:
    """Whether a mention has more than one word, or words before or behind it that say who it is."""
    text = at.document.text
    before = _TITLED.search(text[max(0, at.start - _AROUND) : at.start])
    behind = _APPOSED.match(text, at.end)
    return " " in at.words.strip() or before is not None or behind is not None


NOBODY = Rule("Q201", "a quotation without a named speaker or work", Severity.WARNING, _nobody)
UNKNOWN_SPEAKER = Rule("Q204", "a speaker who is never introduced", Severity.NOTE, _never_introduced)

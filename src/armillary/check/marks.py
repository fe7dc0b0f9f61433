"""Q2: quotation marks that do not close, and a quotation that stands twice and not with the same words.

“Nobody dared to sign the papers, said the clerk.                       →  Q202
“the river took it in March” … “the river broke it in March”            →  Q203
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import SPEECH
from armillary.system import Severity, System
from armillary.text import PROSE, Block, Document, Passage
from armillary.wording import GRAM

NEAR = 0.75
"""Two quotations with this share of their words in common, in order, are one quotation told twice. Set by hand: with one
word in four changed, `python bench/mutations.py` finds every one, and no pair of different ones in its pages."""

FEWEST_WORDS = 6
MOST_PARTNERS = 20  # quotations that share a run of words with one: bounds a text that repeats itself

_WORD = re.compile(r"[\w’'-]+")
_STRAIGHT = '"'
_CURLY = re.compile("[“”]")
_INCHES = re.compile(r"\d\"")


def _unbalanced(system: System, _: Held) -> Iterator[Clash]:
    for document in system.documents:
        blocks = [block for block in document.blocks if block.kind in PROSE]
        for number, block in enumerate(blocks):
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            open_at = _left_open(document, block)
            if open_at is not None and not _goes_on(document, after):
                yield (
                    "this quotation mark has no partner in its paragraph",
                    document.passage(open_at, open_at + 1),
                    (),
                )


def _left_open(document: Document, block: Block) -> int | None:
    """The place of a mark without a partner."""
    text = document.text[block.span.start : block.span.end]
    straight = [
        at for at, char in enumerate(text) if char == _STRAIGHT and not _INCHES.match(text, at - 1)
    ]
    if len(straight) % 2:
        return block.span.start + straight[-1]
    depth, opened = 0, list[int]()
    for found in _CURLY.finditer(text):
        if found[0] == "“":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            depth = found.start() + 1
    if opened:
        return block.span.start + opened[0]
    return block.span.start + depth - 1 if depth else None


def _goes_on(document: Document, after: Block | None) -> bool:
    """Whether the next paragraph opens with a mark, as a speech of several paragraphs does."""
    return after is not None and document.text[after.span.start] in '“"'


def _told_twice(system: System, _: Held) -> Iterator[Clash]:
    runs: dict[tuple[str, ...], list[tuple[Passage, list[str]]]] = {}
    for quotation in system.quotations:
        words = [word.lower() for word in _WORD.findall(quotation.at.words)]
        if quotation.kind not in SPEECH or len(words) < FEWEST_WORDS:
            continue
        own = [tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)]
        partners = {id(one[1]): one for run in own for one in runs.get(run, [])[-MOST_PARTNERS:]}
        for before, other in list(partners.values())[-MOST_PARTNERS:]:
            change = _changed(other, words)
            if change is not None and before.document is quotation.at.document:
                yield f"the same quotation has {change} before", quotation.at, (before,)
                break
        for run in own:
            runs.setdefault(run, []).append((quotation.at, words))


def _changed(one: list[str], two: list[str]) -> str | None:
    """What differs between two tellings of one quotation; None where nothing does, or they are two quotations."""
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    inner = [
        step
        for step in steps
        if step[1] > 0 and step[2] < len(one) and step[3] > 0 and step[4] < len(two)
    ]
    shared = sum(block.size for block in matcher.get_matching_blocks())
    if not inner or shared < NEAR * min(len(one), len(two)):
        return None
    _, start, end, other_start, other_end = inner[0]
    there, here = " ".join(one[start:end]), " ".join(two[other_start:other_end])
    if not there:
        return f"nothing for “{here}”"
    return f"“{there}” for “{here}”" if here else f"“{there}” besides"


UNBALANCED = Rule("Q202", "a quotation mark without its partner", Severity.WARNING, _unbalanced)
TOLD_TWICE = Rule("Q203", "a quotation that stands twice and differs", Severity.WARNING, _told_twice)

"""Positions of those who write or speak: what they judge, and what they say should be done.

The merger is a mistake.                 the author, or whose words these are, against *The merger*
The government should repeal the levy.   the same for *repeal the levy*
"""

from collections.abc import Iterator

from armillary.extract.voices.positions.clause import Stretch, holder, matter, passage, subject
from armillary.extract.voices.positions.lexicon import rules
from armillary.findings import Position, Stance
from armillary.reading import Pos, Reading, Sentence

_BE = frozenset("is are was were remains".split())
_DEGREE = frozenset(
    "a an the simply plainly clearly surely nothing but long utterly wholly quite deeply simply also such just grave great terrible historic costly".split()
)
_NOT = frozenset("not never no hardly".split())
_BY_THE_WAY = frozenset("still also therefore thus then now always instead".split())
_NOTHING = frozenset("it this that there what which who he she they i we you here".split())
_OPEN = frozenset("why how if whether what when where should".split())
"""Words before *we should* that make a question of it."""
_DUE = {**dict.fromkeys(("should", "ought"), False), "must": True}
"""Modal verbs of what is to be done, each with whether it says so only of *we*: members *must* pay a fee."""
_FAR = 5
_TURNED = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.NEUTRAL}


def find(reading: Reading, sentence: Sentence) -> Iterator[Position]:
    """The positions of a sentence that judge, or say what should be done."""
    for at in range(sentence.first + 1, sentence.last - 1):
        low = reading.tokens[at].low
        found = None
        if low in _BE:
            found = _judged(reading, sentence, at)
        elif low in _DUE:
            found = _due(reading, sentence, at)
        if found is not None:
            yield found


def _judged(reading: Reading, sentence: Sentence, at: int) -> Position | None:
    """*The merger is a mistake*, *the levy is wholly unacceptable*."""
    tokens, place = reading.tokens, at + 1
    while place < min(sentence.last - 1, at + _FAR) and tokens[place].low in _DEGREE | _NOT:
        place += 1
    stance = rules().judgements.get(tokens[place].low)
    ends = place + 1 >= sentence.last or not tokens[place + 1].low[0].isalnum()
    on = subject(reading, sentence, at)
    if stance is None or not ends or on is None or tokens[on[0]].low in _NOTHING:
        return None
    denied = bool(_NOT & {token.low for token in tokens[at:place]})
    return _position(reading, (on[0], place + 1), on, _TURNED[stance] if denied else stance)


def _due(reading: Reading, sentence: Sentence, at: int) -> Position | None:
    """*We must rebuild the lock*, *the government should never close the ward*."""
    tokens, place = reading.tokens, at + 1
    low = tokens[at].low
    if low == "ought":
        place += 1
    denied = False
    while place < sentence.last and (
        tokens[place].low in _NOT | _BY_THE_WAY or tokens[place].low.endswith("ly")
    ):
        denied |= tokens[place].low in _NOT
        place += 1
    who = subject(reading, sentence, at)
    if who is None or place >= sentence.last or tokens[place].low in rules().knowing:
        return None
    ours = tokens[who[1] - 1].low == "we"
    asked = _OPEN & {token.low for token in tokens[max(sentence.first, who[0] - 1) : who[1]]}
    mine = tokens[who[1] - 1].low in {"i", "you"}
    if asked or mine or (not ours and (_DUE[low] or holder(reading, who) is None)):
        return None
    on = matter(reading, sentence, place)
    if on is None or on[1] - on[0] < 2 or tokens[place].pos not in {None, Pos.VERB}:  # noqa: PLR2004  a deed and its object
        return None
    return _position(reading, (who[0], on[1]), on, Stance.AGAINST if denied else Stance.FOR)


def _position(reading: Reading, whole: Stretch, on: Stretch, stance: Stance) -> Position:
    """A position of whoever says these words."""
    at = passage(reading, whole)
    held = reading.holder_of(at)
    return Position(at, held, passage(reading, on), stance, held)

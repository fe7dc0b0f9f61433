"""The nearest passage to a row of words, counted in words that are put in, left out or replaced.

Myers (1999) with the columns of the table as the bits of one number: for a quotation of sixty words a
word of the source costs about a microsecond.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True, order=True)
class Alignment:
    """How far the words stand from source[start:end], in words. `end` equals `start` where nothing fits."""

    distance: int
    start: int
    end: int


def nearest(words: Sequence[int], source: Sequence[int]) -> Alignment:
    """The stretch of the source that is nearest to the words; the first of several."""
    best, end = len(words), 0
    for place, distance in enumerate(_distances(words, source, anchored=False), 1):
        if distance < best or (distance == best and place == end + 1 and end):
            best, end = distance, place
    if not end:
        return Alignment(best, 0, 0)
    reach = min(end, len(words) + best)
    back = source[end - reach : end][::-1]
    fitting = [
        length
        for length, distance in enumerate(_distances(words[::-1], back, anchored=True), 1)
        if distance == best
    ]
    length = min(fitting, key=lambda length: abs(length - len(words)), default=reach)
    return Alignment(best, end - length, end)


def _distances(words: Sequence[int], source: Sequence[int], *, anchored: bool) -> Iterator[int]:
    """For each word of the source, how far the words stand from what ends there.

    `anchored`: from all that comes before, else from the best stretch that ends there.
    """
    places: dict[int, int] = {}
    for place, word in enumerate(words):
        places[word] = places.get(word, 0) | 1 << place
    full = (1 << len(words)) - 1
    last = 1 << (len(words) - 1)
    rises, falls, distance = full, 0, len(words)
    carried = 1 if anchored else 0
    for word in source:
        equal = places.get(word, 0)
        across = (((equal & rises) + rises) ^ rises) | equal
        up = falls | (full & ~(across | rises))
        down = rises & across
        if up & last:
            distance += 1
        elif down & last:
            distance -= 1
        up = ((up << 1) | carried) & full
        down = (down << 1) & full
        either = equal | falls
        rises = down | (full & ~(either | up))
        falls = up & either
        yield distance


def changes(source: Sequence[int], words: Sequence[int]) -> list[tuple[slice, slice]]:
    """The stretches in which the two differ: words of the source, and words for them."""
    codes = SequenceMatcher(None, source, words, autojunk=False).get_opcodes()
    return [
        (slice(one, two), slice(three, four)) for tag, one, two, three, four in codes if tag != "equal"
    ]

"""Quotations: without a speaker, and held against sources: other marks, words changed, parts sewn together, in none.

The words between the marks are filled in by `«n»`, a run of n words of the source, `«-n»`, of a text that is no source,
`«~n»`, with three words changed, and `«,n»`, with other punctuation; `«=n»` is the run before once more, `«≠n»` the same with
three words changed.
"""

import random

from planting.kinds import PEOPLE, Pair, Planter

_SAID = (
    "{who} wrote: “{words}”",
    "“{words},” said {who}.",
    "In the words of {who}, “{words}”.",
    "{who} put it like this: “{words}.”",
)


def _told(rng: random.Random) -> str:
    return rng.choice(_SAID).replace("{who}", rng.choice(PEOPLE))


def _length(rng: random.Random) -> int:
    return rng.randint(20, 40)


def _nobody(rng: random.Random) -> Pair:
    words = f"«{_length(rng)}»"
    right = _told(rng).replace("{words}", words)
    wrong = rng.choice(("It was put like this: “{words}.”", "“{words}.” That was all.")).replace(
        "{words}", words
    )
    return Pair(right, wrong)


def _other_marks(rng: random.Random) -> Pair:
    text, length = _told(rng), _length(rng)
    return Pair(text.replace("{words}", f"«{length}»"), text.replace("{words}", f"«,{length}»"))


def _changed(rng: random.Random) -> Pair:
    text, length = _told(rng), _length(rng)
    return Pair(text.replace("{words}", f"«{length}»"), text.replace("{words}", f"«~{length}»"))


def _sewn(rng: random.Random) -> Pair:
    text, half = _told(rng), rng.randint(12, 20)
    return Pair(text.replace("{words}", f"«{2 * half}»"), text.replace("{words}", f"«{half}» «{half}»"))


def _absent(rng: random.Random) -> Pair:
    text, length = _told(rng), _length(rng)
    return Pair(text.replace("{words}", f"«{length}»"), text.replace("{words}", f"«-{length}»"))


def _unbalanced(rng: random.Random) -> Pair:
    right = _told(rng).replace("{words}", f"«{_length(rng)}»")
    return Pair(right, right.replace(rng.choice("“”"), "", 1))


def _twice(rng: random.Random) -> Pair:
    person, length = rng.choice(PEOPLE), _length(rng)
    text = f"{person} wrote: “«{length}»”. A year went by, and few remembered it. Then {person} wrote again: “{{again}}”."
    return Pair(text.format(again=f"«={length}»"), text.format(again=f"«≠{length}»"))


def _unknown(rng: random.Random) -> Pair:
    right = _told(rng).replace("{words}", f"«{_length(rng)}»")
    person = next(name for name in PEOPLE if name in right)
    return Pair(right, right.replace(person, person.split()[1]))


QUOTATIONS = (
    Planter("Q201", _nobody),
    Planter("Q202", _unbalanced),
    Planter("Q203", _twice),
    Planter("Q204", _unknown),
    Planter("Q211", _other_marks),
    Planter("Q212", _changed),
    Planter("Q213", _sewn),
    Planter("Q215", _absent),
)

"""Numbers: an approximation that is off, sums, lists of unequal length, a figure told twice with another digit."""

import random

from planting.kinds import PEOPLE, THINGS, TOWNS, WORDS, Pair, Planter, listed

_FRACTIONS = {
    "a third": 33.3,
    "a quarter": 25.0,
    "a half": 50.0,
    "two thirds": 66.7,
    "three quarters": 75.0,
    "a fifth": 20.0,
}


def _fraction(rng: random.Random) -> Pair:
    name, value = rng.choice(list(_FRACTIONS.items()))
    near = value + rng.uniform(-0.04, 0.04) * value
    far = value * rng.choice((0.8, 0.85, 1.15, 1.2))
    text = rng.choice(
        (
            "Of the houses in {town}, {value:.1f} per cent, about {name}, stood empty.",
            "The {thing} took {value:.1f}%, or roughly {name}, of all that the town had.",
            "In {town} {value:.1f} per cent (about {name}) of the voters stayed at home.",
        )
    )
    with_ = {"town": rng.choice(TOWNS), "thing": rng.choice(THINGS), "name": name}
    return Pair(text.format(value=near, **with_), text.format(value=far, **with_))


def _sum(rng: random.Random) -> Pair:
    one = rng.randint(30, 55)
    two = rng.randint(15, 30)
    rest = 100 - one - two
    thing, other = rng.sample(THINGS, 2)
    text = rng.choice(
        (
            "Of the voters in {town}, {one} per cent chose the {thing}, {two} per cent the {other} and the remaining {rest} per cent neither.",
            "Of the money, {one}% went to the {thing}, {two}% to the {other} and the remaining {rest}% to the poor.",
            "In {town} {one} per cent wanted a {thing} and {two} per cent a {other}; the remaining {rest} per cent did not care.",
        )
    )
    with_ = {"town": rng.choice(TOWNS), "thing": thing, "other": other, "one": one, "two": two}
    wrong = rest + rng.choice((-6, -4, 5, 7, 10))
    return Pair(text.format(rest=rest, **with_), text.format(rest=wrong, **with_))


def _respectively(rng: random.Random) -> Pair:
    towns = rng.sample(TOWNS, rng.randint(3, 4))
    values = [str(rng.randint(20, 95)) for _ in towns]
    unit, before = rng.choice((("florins", ""), ("per cent", ""), ("crowns", "some ")))
    text = rng.choice(
        (
            "The towns of {towns} paid {before}{values} {unit} respectively.",
            "In {towns} the keeper took {before}{values} {unit}, respectively, of the toll.",
            "{towns} gave {before}{values} {unit} respectively for the repair.",
        )
    )

    def told(these: list[str]) -> str:
        return text.format(towns=listed(towns), values=listed(these), unit=unit, before=before)

    return Pair(told(values), told(values[:-1]))


def _again(rng: random.Random) -> Pair:
    town, thing, person = rng.choice(TOWNS), rng.choice(THINGS), rng.choice(PEOPLE)
    value = rng.randint(21, 89) * 100 + rng.choice((15, 25, 35, 45, 65, 85))
    unit = rng.choice(("crowns", "florins", "dollars"))
    digits = list(f"{value}")
    place = rng.choice((1, 2))
    digits[place] = str((int(digits[place]) + rng.randint(2, 7)) % 10)
    other = int("".join(digits))
    first, second = rng.choice(
        (
            ("The stone {thing} at {town} cost the town {value:,} {unit}.", "The stone {thing} at {town}, which cost the town {value:,} {unit}, was too small."),
            ("Building the new {thing} of {town} cost {value:,} {unit} in all.", "Nobody forgot that building the new {thing} of {town} cost {value:,} {unit} in all."),
        )
    )  # fmt: skip
    between = f" {person} had asked for something cheaper. Others wanted nothing at all, and for a year nothing was done. "
    with_ = {"town": town, "thing": thing, "unit": unit}
    opening = first.format(value=value, **with_) + between
    return Pair(
        opening + second.format(value=value, **with_), opening + second.format(value=other, **with_)
    )


def _units(rng: random.Random) -> Pair:
    low, high = rng.randint(10, 30), rng.randint(40, 70)
    one, two = rng.choice(
        (("per cent", "km"), ("kilometres", "tonnes"), ("euros", "per cent"), ("tonnes", "per cent"))
    )
    text = rng.choice(
        (
            "After the flood the share rose from {low} {one} to {high} {two}.",
            "Within a year it went up from {low} {one} to {high} {two} in {town}.",
            "In {town} it fell from {high} {one} to {low} {two} after the fire.",
        )
    )
    with_ = {"low": low, "high": high, "town": rng.choice(TOWNS), "one": one}
    return Pair(text.format(two=one, **with_), text.format(two=two, **with_))


def _count(rng: random.Random) -> Pair:
    towns = rng.sample(TOWNS, rng.randint(3, 6))
    text = rng.choice(
        (
            "The council heard {number} towns: {towns}.",
            "{number} towns signed the paper: {towns}.",
            "The line was to join {number} towns, {towns}.",
        )
    )

    def told(number: int) -> str:
        sentence = text.format(number=WORDS[number], towns=listed(towns))
        return sentence[0].upper() + sentence[1:]

    return Pair(told(len(towns)), told(len(towns) + rng.choice((-1, 1))))


NUMBERS = (
    Planter("N301", _fraction),
    Planter("N302", _sum),
    Planter("N303", _respectively),
    Planter("N304", _again),
    Planter("N305", _units),
    Planter("N306", _count),
)

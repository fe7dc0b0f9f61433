"""Times: weekdays, lengths, days that no calendar has, spans that run backwards, counts of days."""

import random
from datetime import date, timedelta

from planting.kinds import MONTHS, THINGS, TOWNS, Pair, Planter

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _day(rng: random.Random) -> date:
    return date(1900, 1, 1) + timedelta(days=rng.randrange(40_000))


def _told(day: date, rng: random.Random | None = None) -> str:
    month = MONTHS[day.month - 1]
    american = rng is not None and rng.random() < 1 / 2
    return f"{month} {day.day}, {day.year}" if american else f"{day.day} {month} {day.year}"


def _weekday(rng: random.Random) -> Pair:
    day = _day(rng)
    text = rng.choice(
        (
            "The {thing} of {town} was opened on {name}, {day}.",
            "On {name}, {day}, the council of {town} met in haste.",
            "It was {name}, {day}, and nobody in {town} slept.",
        )
    )
    with_ = {"thing": rng.choice(THINGS), "town": rng.choice(TOWNS), "day": _told(day, rng)}
    right = _DAYS[day.weekday()]
    wrong = _DAYS[(day.weekday() + rng.randint(1, 6)) % 7]
    return Pair(text.format(name=right, **with_), text.format(name=wrong, **with_))


def _length(rng: random.Random) -> Pair:
    first = _day(rng)
    days = rng.randint(12, 90)
    last = first + timedelta(days=days)
    text = rng.choice(
        (
            "The workers of {town} had {days} days between {first} and {last} to mend the {thing}.",
            "From {first} to {last}, {days} days in all, the {thing} of {town} stood still.",
            "The strike lasted {days} days, from {first} to {last}.",
        )
    )
    with_ = {
        "thing": rng.choice(THINGS),
        "town": rng.choice(TOWNS),
        "first": _told(first),
        "last": _told(last),
    }
    off = days + rng.choice((-7, -5, 4, 6, 10))
    return Pair(text.format(days=days, **with_), text.format(days=off, **with_))


def _no_such_day(rng: random.Random) -> Pair:
    month, last = rng.choice(
        (("April", 30), ("June", 30), ("September", 30), ("November", 30), ("February", 28))
    )
    year = rng.choice((1901, 1913, 1925, 1937, 1949, 1961, 1973))
    text = rng.choice(
        (
            "On {day} {month} {year} the {thing} of {town} burned down.",
            "The council of {town} met on {day} {month} {year}, and again a week later.",
            "By {month} {day}, {year}, the {thing} was finished.",
        )
    )
    with_ = {"thing": rng.choice(THINGS), "town": rng.choice(TOWNS), "month": month, "year": year}
    return Pair(
        text.format(day=last, **with_), text.format(day=last + 1 + (month == "February"), **with_)
    )


def _backwards(rng: random.Random) -> Pair:
    first = rng.randint(1901, 1960)
    last = first + rng.randint(2, 20)
    text = rng.choice(
        (
            "The {thing} of {town} was closed from {one} to {two} for lack of money.",
            "Between {one} and {two} the town of {town} built a {thing}.",
            "The keeper of the {thing} ({one}–{two}) left no papers.",
        )
    )
    with_ = {"thing": rng.choice(THINGS), "town": rng.choice(TOWNS)}
    return Pair(text.format(one=first, two=last, **with_), text.format(one=last, two=first, **with_))


def _effect_first(rng: random.Random) -> Pair:
    first = rng.randint(1901, 1960)
    last = first + rng.randint(2, 9)
    cause, effect = rng.choice(
        (
            ("the flood of {}", "the famine of {}"),
            ("the drought of {}", "the riots of {}"),
            ("the fire of {}", "the shortage of {}"),
        )
    )
    verb = rng.choice(("caused", "led to", "brought about", "triggered"))

    def told(one: int, two: int) -> str:
        sentence = f"{cause.format(one)} {verb} {effect.format(two)}."
        return sentence[0].upper() + sentence[1:]

    return Pair(told(first, last), told(last, first))


def _last_year(rng: random.Random) -> Pair:
    day = _day(rng)
    before = day - timedelta(days=365)
    text = "---\ndate: {dated}\n---\n\n# The Crossing\n\n…\n\n" + rng.choice(
        (
            "This time last year, on {told}, the {thing} broke.",
            "The {thing} broke this time last year, on {told}.",
        )
    )
    thing = rng.choice(THINGS)

    def told(year: int) -> str:
        when = f"{before.day} {MONTHS[before.month - 1]} {year}"
        return text.format(dated=day.isoformat(), told=when, thing=thing)

    return Pair(told(before.year), told(before.year - rng.randint(1, 3)), whole=True)


def _days_of_it(rng: random.Random) -> Pair:
    first = _day(rng)
    days = rng.choice((100, 150, 200, 250, 300, 400))
    last = first + timedelta(days=days)
    what = rng.choice(("strike", "war", "siege", "drought"))
    text = rng.choice(
        (
            "The {what} began on {first}.\n\nOn {last}, after {days} days of {what}, the mayor of {town} spoke.",
            "The {what} began on {first}. {days} days of {what}, {last}: so wrote the paper of {town}.",
        )
    )
    with_ = {"what": what, "town": rng.choice(TOWNS), "first": _told(first), "days": days}
    off = last + timedelta(days=rng.choice((-4, -3, 3, 4)))
    return Pair(text.format(last=_told(last), **with_), text.format(last=_told(off), **with_))


def _order(rng: random.Random) -> Pair:
    first = rng.randint(1901, 1960)
    last = first + rng.randint(2, 9)
    text = rng.choice(
        (
            "The {thing} of {town} was opened in {late}, after the flood of {early} had carried off the old one.",
            "After the fire of {early}, the council built a new {thing} in {late}.",
            "The fire of {early} came before the great strike of {late}.",
        )
    )
    with_ = {"thing": rng.choice(THINGS), "town": rng.choice(TOWNS)}
    return Pair(
        text.format(early=first, late=last, **with_), text.format(early=last, late=first, **with_)
    )


TIMES = (
    Planter("T401", _weekday),
    Planter("T402", _length),
    Planter("T403", _no_such_day),
    Planter("T404", _backwards),
    Planter("T405", _effect_first),
    Planter("T407", _last_year),
    Planter("T408", _days_of_it),
    Planter("T409", _order),
)

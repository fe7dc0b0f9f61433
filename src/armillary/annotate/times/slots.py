"""The words that stand in the slots of a match, and what they mean."""

from armillary.annotate.times import numerals
from armillary.annotate.times.lexicon import lexicon

Slots = dict[str, tuple[str, ...]]
"""For each slot that is filled its words, in lower case."""

_BOUNDS = (
    (("more", "than"), "MORE_THAN"),
    (("little", "more", "than"), "MORE_THAN"),
    (("a", "little", "more", "than"), "MORE_THAN"),
    (("a", "little", "over"), "MORE_THAN"),
    (("well", "over"), "MORE_THAN"),
    (("less", "than"), "LESS_THAN"),
    (("fewer", "than"), "LESS_THAN"),
    (("no", "more", "than"), "EQUAL_OR_LESS"),
    (("not", "more", "than"), "EQUAL_OR_LESS"),
    (("up", "to"), "EQUAL_OR_LESS"),
    (("at", "most"), "EQUAL_OR_LESS"),
    (("at", "least"), "EQUAL_OR_MORE"),
    (("no", "less", "than"), "EQUAL_OR_MORE"),
)


def word(slots: Slots, name: str, *classes: str) -> str:
    """What the last word of a slot means in the first class that has it; nothing where none has."""
    words = slots.get(name)
    found = lexicon().meaning(classes, words[-1].replace(".", "")) if words else None
    return found if isinstance(found, str) else ""


def number(slots: Slots, name: str, *classes: str) -> int:
    """The same for meanings that are numbers; 0 where there is none."""
    words = slots.get(name)
    found = lexicon().meaning(classes, words[-1].replace(".", "")) if words else None
    return found if isinstance(found, int) else 0


def unit(slots: Slots, said: object = None) -> str:
    """The unit of a match: the one that its rule says, or the word in its slot."""
    return str(said) if said else word(slots, "unit", "UNIT", "UNITS", "LENGTH", "SMALL_LENGTH")


def amount(slots: Slots) -> float | None:
    """The number in a match, None where it is vague or there is none."""
    return numerals.amount(slots["number"]) if "number" in slots else None


def mod(slots: Slots) -> str | None:
    """The TIMEX3 modifier that the words before a time make: START, APPROX, MORE_THAN."""
    for name, classes in (("pre", ("MOD", "EDGE", "ABOUT")), ("mod", ("MOD",)), ("lead", ("ABOUT",))):
        for said in slots.get(name, ()):
            found = lexicon().meaning(classes, said)
            if isinstance(found, str):
                return found if found != "EQUAL" else None
    lead = slots.get("lead", ())
    return next((bound for words, bound in _BOUNDS if lead[: len(words)] == words), None)

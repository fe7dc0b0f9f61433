"""What number words amount to: *twenty-five*, *two and a half*, *2,500*, *several*."""

from armillary.annotate.times.lexicon import lexicon

_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "score": 20}
_VAGUE = frozenset(
    "several few many numerous some various countless hundreds thousands dozens no".split()
)
_ONES = frozenset({"a", "an"})


def amount(words: tuple[str, ...]) -> float | None:
    """The number that the words say, None where they name none (*several*)."""
    if not words or _VAGUE & set(words):
        return None
    if words[0] in ("couple", "pair") or words[:2] in (("a", "couple"), ("a", "pair")):
        return 2
    total, part = 0.0, 0.0
    for word in words:
        if word == "half":
            part += 0.5
        elif word in _LARGE:
            total, part = total + max(part, 1) * _LARGE[word], 0.0
        else:
            part += _plain(word)
    if total + part == 0 and _ONES & set(words):
        return 1
    return total + part


def _plain(word: str) -> float:
    if word[0].isdigit():
        return float(word.replace(",", ""))
    meaning = lexicon().meaning(("CARD", "TENS", "ORD"), word)
    return float(meaning) if isinstance(meaning, int) else 0.0


def ordinal(words: tuple[str, ...]) -> int:
    """The place that ordinals say: *21st*, *twenty-first*. 0 where they say none."""
    if words and words[0][0].isdigit():
        digits = words[0].rstrip("stndrh")
        return int(digits) if digits.isdigit() else 0
    return int(sum(_plain(word) for word in words if word != "-"))


def plain(number: float) -> str:
    """A number as TIMEX3 writes it: `3`, `2.5`."""
    return f"{number:.6g}" if number != int(number) else str(int(number))

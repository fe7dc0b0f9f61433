"""The words that time expressions are made of, and the letter that stands for each.

A text is matched as a string with one letter for each of its words (`Lexicon.code`), so that a
pattern over words is an ordinary pattern over letters. Words that no rule knows share `OTHER`.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

OTHER = "\ue000"
BREAK = "\ue001"  # an empty line: no expression runs across it
_FIRST = 0xE100
_NUMBERS = (
    "SMALL",
    "TEEN",
    "LATE_DAY",
    "TWO_DIGIT",
    "THREE",
    "EARLY",
    "MODERN",
    "MILITARY",
    "BIG",
    "DECIMAL",
)
_SHAPES = ("ISO", "SLASHED", "CLOCK", "ORDINAL", "DECADE", "SHORT_YEAR", "QUARTER")
_GROUPS = {
    "DAY": ("SMALL", "TEEN", "LATE_DAY"),
    "HOUR": ("SMALL", "TEEN"),
    "TWO": ("SMALL", "TEEN", "LATE_DAY", "TWO_DIGIT"),
    "YEAR": ("EARLY", "MODERN"),
    "INT": ("SMALL", "TEEN", "LATE_DAY", "TWO_DIGIT", "THREE", "EARLY", "MODERN", "MILITARY", "BIG"),
    "PLAIN_NUMBER": _NUMBERS,
}
_KINDS = {kind: chr(0xE010 + place) for place, kind in enumerate(_NUMBERS + _SHAPES)}

TOKEN = re.compile(
    r"""
      \r?\n[ \t]*\r?\n                                                  # an empty line
    | [0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{2,12}Z?)?(?![0-9-])           # 1648-10-24
    | [0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{2,4}(?![0-9])                     # 5/27/1937
    | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])                          # 10:57
    | [0-9]{1,9}(?:st|nd|rd|th)\b                                         # 20th
    | (?:['’]?[0-9]0|[0-9]{2,3}0)['’]?s\b                                # 1990s, 470s, '90s
    | (?<!\w)['’][0-9]{2}\b                                               # '68
    | [0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9]) | [0-9]{1,12}\.[0-9]{1,12}    # 2,000 and 2.5
    | [0-9]{1,18}
    | Q[1-4]\b
    | (?:[A-Za-z]\.){2,8}                                                # a.m.
    | [^\W\d_]+(?:[0-9][^\W_]*)?                                         # A380s is a word
    | [^\w\s]
    """,
    re.VERBOSE,
)
_YEAR_LIKE = re.compile(r"1[0-9]{3}|20[0-9]{2}|21[0-9]{2}")


class Lexicon:
    """Which words there are, in which classes, with which meanings."""

    def __init__(self, tables: dict[str, dict[str, int | str]]) -> None:
        self._meanings = {
            name: {word.lower(): meaning for word, meaning in words.items()}
            for name, words in tables.items()
        }
        self._letters: dict[str, str] = {}
        self._classes = {kind: letter for kind, letter in _KINDS.items()}
        for group, kinds in _GROUPS.items():
            self._classes[group] = "".join(_KINDS[kind] for kind in kinds)
        for name, words in tables.items():
            self._classes[name] = "".join(self._spelled(word) for word in words)

    def letters(self, item: str) -> str:
        """The letters of a class, or of one word in its spellings. A capital in it is binding."""
        return self._classes.get(item) or self._spelled(item)

    def known(self, name: str) -> bool:
        """Whether there is a class of that name."""
        return name in self._classes

    def meaning(self, names: tuple[str, ...], word: str) -> int | str | None:
        """What a word in lower case means in the first of these classes that has it."""
        return next((self._meanings[name][word] for name in names if word in self._meanings[name]), None)

    def code(self, word: str) -> str:
        """The letter for a word or number as it stands in the text."""
        letter = self._letters.get(word)
        if letter is not None:
            return letter
        if word[0].isdigit() or word[-1].isdigit() or word[0] in "'’":
            return _KINDS.get(shape(word), OTHER)
        if word.isspace():
            return BREAK
        return self._letters.get(word.replace(".", ""), OTHER) if "." in word else OTHER

    def _spelled(self, word: str) -> str:
        forms = {"'": ("'", "’")}.get(word, (word, word.capitalize(), word.upper()))
        return "".join(dict.fromkeys(self._letter(form) for form in forms))

    def _letter(self, form: str) -> str:
        return self._letters.setdefault(form, chr(_FIRST + len(self._letters)))


def shape(word: str) -> str:
    """The kind of a token that has a digit at either end."""
    if word.isdigit():
        return _number(word)
    if word[0] == "Q":
        return "QUARTER"
    if ":" in word and "-" not in word:
        return "CLOCK"
    if word.endswith(("st", "nd", "rd", "th")):
        return "ORDINAL"
    if word.endswith("s"):
        return "DECADE"
    if word[0] in "'’":
        return "SHORT_YEAR"
    if "-" in word:
        return "ISO"
    if "/" in word or word.count(".") > 1:
        return "SLASHED"
    return "DECIMAL" if "." in word else "BIG"


def _number(word: str) -> str:
    value = int(word)
    if len(word) == 4:
        if _YEAR_LIKE.fullmatch(word):
            return "MODERN" if value >= 1700 else "EARLY"  # 1400 may well be a number
        return "MILITARY" if value < 2400 and value % 100 < 60 else "BIG"
    if len(word) > 4 or value == 0:
        return "BIG" if len(word) > 2 else "TWO_DIGIT"
    for limit, kind in ((13, "SMALL"), (25, "TEEN"), (32, "LATE_DAY"), (100, "TWO_DIGIT")):
        if value < limit:
            return kind
    return "THREE"


@cache
def lexicon() -> Lexicon:
    """The words of `rules/words.toml`."""
    text = files(__package__).joinpath("rules/words.toml").read_text(encoding="utf-8")
    return Lexicon(tomllib.loads(text))

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
    | [0-9]{1,4}([/.])[0-9]{1,2}\1[0-9]{2,4}(?![0-9])                    # 5/27/1937
    | [0-9]{1,2}-[0-9]{1,2}-[0-9]{4}(?![0-9-])                           # 5-27-1937
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
        self._classes = dict(_KINDS)
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


_SHAPED = (
    (re.compile(r"Q[1-4]"), "QUARTER"),
    (re.compile(r"[0-9]{1,2}:.*"), "CLOCK"),
    (re.compile(r"[0-9]+(?:st|nd|rd|th)"), "ORDINAL"),
    (re.compile(r".*s"), "DECADE"),
    (re.compile(r"['’].*"), "SHORT_YEAR"),
    (re.compile(r"[0-9]{4}-.*"), "ISO"),
    (re.compile(r"[0-9]+([/.-])[0-9]+\1[0-9]+"), "SLASHED"),
    (re.compile(r"[0-9]+\.[0-9]+"), "DECIMAL"),
    (re.compile(r"[0-9]{4}"), ""),
    (re.compile(r"0|0[1-9]|[1-9]|1[0-2]"), "SMALL"),
    (re.compile(r"1[3-9]|2[0-4]"), "TEEN"),
    (re.compile(r"2[5-9]|3[01]"), "LATE_DAY"),
    (re.compile(r"[0-9]{2}"), "TWO_DIGIT"),
    (re.compile(r"[1-9][0-9]{2}"), "THREE"),
)
_FOUR = (
    (re.compile(r"1[7-9][0-9]{2}|2[01][0-9]{2}"), "MODERN"),
    (re.compile(r"1[0-6][0-9]{2}"), "EARLY"),  # 1400 may well be a number
    (re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]"), "MILITARY"),
)


def shape(word: str) -> str:
    """The kind of a token that has a figure at either end."""
    kind = next((kind for pattern, kind in _SHAPED if pattern.fullmatch(word)), "BIG")
    return kind or next((kind for pattern, kind in _FOUR if pattern.fullmatch(word)), "BIG")


@cache
def lexicon() -> Lexicon:
    """The words of `rules/words.toml`."""
    text = files(__package__).joinpath("rules/words.toml").read_text(encoding="utf-8")
    return Lexicon(tomllib.loads(text))

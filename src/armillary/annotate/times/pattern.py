"""Patterns over words, written as words.

    PRE? MONTH of? year:YEAR        a class, a word, a name for what stands there; ? where it may lack
    ( on / at ) [ the? day:DAY ] ,  a choice; the time itself where it is not all that is looked at
    in|by|since                     one of these words

An item in capitals is a class of `words.toml` or a macro; a small word may be written with a capital
in the text, a word with a capital must be. Items are set apart by spaces. Nothing repeats, so that
matching takes linear time.
"""

import re

from armillary.annotate.times.lexicon import Lexicon

_SLOT = re.compile(r"([a-z_]+):(.+)")


class Compiler:
    """Turns written patterns into patterns over the letters of a lexicon."""

    def __init__(self, lexicon: Lexicon, macros: dict[str, str]) -> None:
        self._lexicon = lexicon
        self._macros = macros
        self._names: list[str] = []

    def compile(self, written: str, not_after: list[str], not_before: list[str]) -> re.Pattern[str]:
        """The pattern; `core` is the time in it, and a name used twice gets a number."""
        self._names = []
        body = self._body(written)
        if "(?P<core>" not in body:
            body = f"(?P<core>{body})"
        if not_after:
            body = f"(?<!{self._class(not_after)}){body}"
        if not_before:
            body = f"{body}(?!{self._class(not_before)})"
        return re.compile(body)

    def _body(self, written: str) -> str:
        return "".join([self._item(item) for item in written.split()])

    def _item(self, item: str) -> str:
        fixed = {"(": "(?:", ")": ")", ")?": ")?", "/": "|", "[": "(?P<core>", "]": ")"}
        if item in fixed:
            return fixed[item]
        often = "?" if item.endswith("?") and len(item) > 1 else ""
        item = item.removesuffix("?") if often else item
        named = _SLOT.fullmatch(item)
        name, item = (named[1], named[2]) if named else ("", item)
        if item == "(":
            return self._open(name)
        if item in self._macros:
            return f"(?:{self._body(self._macros[item])}){often}"
        if not name and item.isupper() and item.isalpha() and self._lexicon.known(item):
            name = item.lower()
        letters = self._class(item.split("|"))
        return f"{self._open(name)}{letters}){often}" if name else f"{letters}{often}"

    def _open(self, name: str) -> str:
        self._names.append(name)
        times = self._names.count(name)
        return f"(?P<{name}>" if times == 1 else f"(?P<{name}__{times}>"

    def _class(self, items: list[str]) -> str:
        return f"[{''.join(dict.fromkeys(''.join(self._lexicon.letters(item) for item in items)))}]"

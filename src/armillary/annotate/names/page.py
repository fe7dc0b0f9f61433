"""The page: the tokens of one document as the search for names sees them."""

from dataclasses import dataclass

from armillary.annotate.names.lists import Lists
from armillary.reading import Sentence, Token

_POSSESSIVE = ("'s", "’s")
_PREFIXES = frozenset({"al-", "el-", "as-", "ad-", "an-", "ar-"})
_ELISIONS = frozenset({"d'", "d’"})
_SHOUTED_WORDS = 4  # a sentence of fewer words in capitals may be a name: "NATO", "BBC NEWS"
_SHOUTED = 0.6  # share of words in capitals from which a sentence says nothing by its capitals


@dataclass(frozen=True, slots=True)
class Page:
    """Text, tokens and lists. `at` is always a place in `tokens`."""

    text: str
    tokens: tuple[Token, ...]
    lists: Lists

    def word(self, at: int) -> str:
        """A token as it is written, without a possessive ending."""
        token = self.tokens[at]
        word = self.text[token.start : token.end]
        return word[:-2] if word.endswith(_POSSESSIVE) and len(word) > len("'s") else word

    def possessive(self, at: int) -> bool:
        """Whether a token ends in a possessive."""
        token = self.tokens[at]
        return token.low.endswith("'s") and token.end - token.start > len("'s")

    def capital(self, at: int) -> bool:
        """Whether a token begins with a capital, or with a small particle and then one: al-Assad."""
        token = self.tokens[at]
        first = self.text[token.start]
        if first.isupper() or first.istitle():
            return True
        if first not in "ade":
            return False
        word = self.text[token.start : token.end]
        prefix = 3 if word[:3] in _PREFIXES else 2 if word[:2] in _ELISIONS else len(word)
        return word[prefix : prefix + 1].isupper()

    def touches(self, at: int) -> bool:
        """Whether no blank stands before a token."""
        return self.tokens[at - 1].end == self.tokens[at].start

    def new_paragraph(self, at: int) -> bool:
        """Whether an empty line stands before a token."""
        return at > 0 and "\n\n" in self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def heads(self, at: int) -> bool:
        """Whether a word ends the names of bodies, places or events: Party, River, Treaty."""
        word, short = self.word(at), self.lists.short
        return any(word in short[table]["last"] for table in ("body", "place", "event"))

    def long(self, at: int) -> str:
        """The longest known name of several words that begins at a token; empty where none does."""
        start = self.tokens[at].start
        for name in self.lists.long.get(self.word(at), ()):
            end = start + len(name)
            if self.text.startswith(name, start) and not self.text[end : end + 1].isalnum():
                return name
        return ""

    def shouts(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in capitals, which then say nothing."""
        words = capitals = 0
        for token in self.tokens[sentence.first : sentence.last]:
            if token.end - token.start > 1 and self.text[token.start].isalpha():
                words += 1
                capitals += self.text[token.start : token.end].isupper()
        return words >= _SHOUTED_WORDS and capitals > _SHOUTED * words

"""What a parser saw, laid on words that were split by other rules.

    parser   do | n't | stop           given   don't | stop
    the words of one given token are one there; it takes the marks of the word that leads them

Contractions, per cents and hyphened words are one token where a reader sees one, and several where a
treebank does. A token leads with the word that hangs on none of the others, the first where there are two.
"""

from collections.abc import Sequence
from dataclasses import replace

from armillary.reading import Sentence, Token
from armillary.text import Span


def fitted(
    given: Sequence[Token], words: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """The given tokens with the marks of the words at their places, and the sentences in these tokens.

    Both follow the text. A given token where the parser saw no word is left as it is. `sentences` count
    in `words`, the result in the given tokens.
    """
    first_word, owner = _met(given, words)
    tokens = list(given)
    parts: list[Sentence] = []
    for sentence in sentences:
        owners = [owner[at] for at in range(sentence.first, sentence.last) if owner[at] is not None]
        own = [at for at in dict.fromkeys(owners) if at is not None and first_word[at] >= sentence.first]
        if own:
            first, last = own[0], own[-1] + 1
            parts.append(Sentence(Span(given[first].start, given[last - 1].end), first, last))
            _mark(tokens, words, owner, sentence, parts[-1])
    return tuple(tokens), tuple(parts)


def _met(given: Sequence[Token], words: Sequence[Token]) -> tuple[list[int], list[int | None]]:
    """The first word of each given token (as many as there are words where it has none); the token of each word."""
    first_word = [len(words)] * len(given)
    owner: list[int | None] = [None] * len(words)
    at = 0
    for number, word in enumerate(words):
        while at < len(given) and given[at].end <= word.start:
            at += 1
        if at < len(given) and given[at].start < word.end:
            owner[number] = at
            first_word[at] = min(first_word[at], number)
    return first_word, owner


def _mark(
    tokens: list[Token],
    words: Sequence[Token],
    owner: Sequence[int | None],
    read: Sentence,
    part: Sentence,
) -> None:
    """Give the tokens of one sentence their marks."""
    led: set[int] = set()
    for number in range(read.first, read.last):
        at, word = owner[number], words[number]
        if at is None or at in led or not part.first <= at < part.last or word.head is None:
            continue
        above = owner[word.head]
        if above == at and word.head != number:
            continue
        led.add(at)
        stays = above is None or not part.first <= above < part.last
        tokens[at] = replace(
            tokens[at],
            pos=word.pos,
            tag=word.tag,
            lemma=word.lemma,
            head=at if stays else above,
            relation=word.relation,
        )
    _cut_circles(tokens, part)


def _cut_circles(tokens: list[Token], part: Sentence) -> None:
    """Make a root of the first token of each circle, which two words of one token may have closed."""
    done: set[int] = set()
    for start in range(part.first, part.last):
        way: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in done and at not in way:
            way[at] = None
            at = tokens[at].head if tokens[at].head != at else None
        if at in way:
            tokens[at] = replace(tokens[at], head=at)
        done.update(way)

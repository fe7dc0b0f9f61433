"""Paragraphs as other people would have typed them: the same trees under other dress.

Web text and Wikipedia have straight quotation marks, few dashes and well-kept stops. Essays, PDFs and
headings have not. Each change keeps the words and their trees, and most keep every length.
"""

from dataclasses import replace
from random import Random

from treebank import Paragraph

CURLY = 0.3
"""Share of paragraphs whose quotation marks and apostrophes are curled."""
DASHED = 0.5
"""Share of the curled ones whose double hyphens become dashes."""
JOINED = 0.2
"""Share of paragraphs run together with the next, as where line ends are lost."""
UNSTOPPED = 0.05
"""Share whose last stop is missing, as in lists, headings and chats."""
SMALL, CAPITAL, TITLE = 0.02, 0.02, 0.02
"""Shares all in lower case, all in capitals, and with every word's first letter capital."""

_SMALL_WORDS = frozenset("a an the of in on at to for and or but nor by from with as".split())


def dressed(paragraphs: list[Paragraph], chance: Random) -> list[Paragraph]:
    """One epoch's paragraphs, in order."""
    dressed_ones: list[Paragraph] = []
    for paragraph in paragraphs:
        if dressed_ones and chance.random() < JOINED:
            dressed_ones[-1] = dressed_ones[-1].join(paragraph)
        else:
            dressed_ones.append(paragraph)
    return [_cased(_unstopped(_curled(one, chance), chance), chance) for one in dressed_ones]


def _curled(paragraph: Paragraph, chance: Random) -> Paragraph:
    if chance.random() >= CURLY:
        return paragraph
    dash = chance.choice(("—", "–")) if chance.random() < DASHED else "--"
    words = []
    for word, tag in zip(paragraph.words, paragraph.tags, strict=True):
        if word in {'"', "``", "''"}:
            words.append("“" if tag == "``" else "”")
        elif word == "--":
            words.append(dash)
        else:
            words.append(word.replace("'", "‘" if tag == "``" else "’"))
    return replace(paragraph, words=words)


def _unstopped(paragraph: Paragraph, chance: Random) -> Paragraph:
    at = len(paragraph.words) - 1
    if chance.random() >= UNSTOPPED or paragraph.words[at] != "." or at in paragraph.heads:
        return paragraph
    return Paragraph(
        paragraph.words[:at],
        paragraph.spaces[:at],
        paragraph.tags[:at],
        paragraph.pos[:at],
        paragraph.lemmas[:at],
        paragraph.heads[:at],
        paragraph.relations[:at],
    )


def _cased(paragraph: Paragraph, chance: Random) -> Paragraph:
    drawn = chance.random()
    if drawn < SMALL:
        return replace(paragraph, words=[word.lower() for word in paragraph.words])
    if drawn < SMALL + CAPITAL:
        return replace(paragraph, words=[word.upper() for word in paragraph.words])
    if drawn < SMALL + CAPITAL + TITLE:
        words = [
            word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in paragraph.words
        ]
        return replace(paragraph, words=words)
    return paragraph

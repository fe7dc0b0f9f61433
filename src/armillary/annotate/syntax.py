"""Tags, lemmas and dependencies, laid on the words that `grammar` has cut.

A parser cuts words finer (*do|n't*, *well|-|kept*). Each of our words takes what the parser says of that
one of its parts on which the others hang. Our sentences stay; the parser reads each by itself.
"""

from dataclasses import replace

from armillary.annotate import parser
from armillary.reading import Reading, Token

NO_MODEL = "none"
"""The name of the language model that is none: words and sentences by rule, and nothing else."""


def mark(reading: Reading) -> Reading:
    """The reading with what a parser says of its words; as it was where no model is wanted.

    Errors: `SettingsError` where the language model is not installed.
    """
    if reading.language_model == NO_MODEL or not reading.sentences:
        return reading
    spans = [sentence.span for sentence in reading.sentences]
    parsed = parser.parse(reading.document.text, spans, reading.language_model, names=False).tokens
    return replace(reading, tokens=_laid_on(reading.tokens, parsed))


def _laid_on(ours: tuple[Token, ...], parsed: tuple[Token, ...]) -> tuple[Token, ...]:
    """Our tokens with the attributes of the parts on which their other parts hang."""
    parts, home = _aligned(ours, parsed)
    laid: list[Token] = []
    for token, own in zip(ours, parts, strict=True):
        top = next(
            (part for part in own if home[_head(parsed, part)] != len(laid)), own[0] if own else None
        )
        if top is None:
            laid.append(token)
            continue
        part = parsed[top]
        head = home[_head(parsed, top)]
        laid.append(
            replace(
                token, pos=part.pos, tag=part.tag, lemma=part.lemma, head=head, relation=part.relation
            )
        )
    return tuple(laid)


def _head(parsed: tuple[Token, ...], at: int) -> int:
    head = parsed[at].head
    return at if head is None else head


def _aligned(ours: tuple[Token, ...], parsed: tuple[Token, ...]) -> tuple[list[list[int]], list[int]]:
    """For each of our tokens its parts, and for each part the token that it is in, or that comes next."""
    parts: list[list[int]] = [[] for _ in ours]
    home: list[int] = []
    at = 0
    for place, part in enumerate(parsed):
        while at < len(ours) - 1 and ours[at].end <= part.start:
            at += 1
        home.append(at)
        if ours and part.start < ours[at].end and ours[at].start < part.end:
            parts[at].append(place)
    return parts, home

"""Witnesses: what a run's own words, and the words beside it, say of its kind.

Each witness gives weights for kinds. A trained model may come in as one more witness: what it says
is added like the others' in `__init__`.
"""

from collections.abc import Iterator

from armillary.annotate.names.lists import Lists
from armillary.annotate.names.runs import Run
from armillary.reading import ActorKind, Token

Vote = tuple[ActorKind, float]
"""A kind, and the weight with which a witness names it; below nought it speaks against."""

PERSON, BODY, PLACE = ActorKind.PERSON, ActorKind.BODY, ActorKind.PLACE
PEOPLE, OTHER = ActorKind.PEOPLE, ActorKind.OTHER

_AT = frozenset("in at near throughout across outside inside around toward towards within".split())
_TO = frozenset("from to into through".split())
_SAYS = frozenset(
    "said says told wrote writes argued argues claimed claims added asked replied thinks thought believes "
    "believed explained insisted denied warned admitted recalled suggested announced noted".split()
)
_LONGEST_ACRONYM = 6
_SHORT_ACRONYM = 2


def own_words(words: tuple[str, ...], lists: Lists) -> Iterator[Vote]:
    """What the words of a name say, wherever it stands."""
    name, last = " ".join(words), words[-1]
    yield from _listed(name, words, lists)
    if len(words) > 1:
        yield from _headed(words, lists)
    if last in lists.short["person"]["after"] or (len(words) > 1 and last.rstrip(".") in {"Jr", "Sr"}):
        yield PERSON, 4
    if last in lists.short["body"]["firm"] or (last == "." and words[-2] + "." in lists.short["body"]["firm"]):
        yield BODY, 5
    if words[0] in lists.given and last not in lists.short["not"]["words"]:
        yield PERSON, 3.5 if len(words) > 1 else 2
    if "." in words[1:-1] or any(len(word) == 1 and word.isupper() for word in words[1:-1]):
        yield PERSON, 3
    if len(words) > 1:
        yield PERSON, 0.7


def _listed(name: str, words: tuple[str, ...], lists: Lists) -> Iterator[Vote]:
    body = lists.short["body"]
    if name in lists.places or name.replace(" .", ".") in lists.places:
        yield PLACE, 4
    if name in body["known"] or name in body["acronyms"]:
        yield BODY, 5
    elif name in body["last"] and len(words) == 1:
        yield BODY, 1.5
    elif name.isupper() and name.isalpha() and _SHORT_ACRONYM <= len(name) <= _LONGEST_ACRONYM:
        yield BODY, 1.5
    if name in lists.peoples:
        yield PEOPLE, 6
    if words[0] in lists.adjectives and len(words) > 1:
        yield BODY, 1


def _headed(words: tuple[str, ...], lists: Lists) -> Iterator[Vote]:
    for table, kind in (("body", BODY), ("place", PLACE), ("event", OTHER)):
        part = lists.short[table]
        if words[-1] in part["last"]:
            yield kind, 4
        if words[0] in part["first"] and words[1] in {"of", "for"}:
            yield kind, 5
    if words[0] in lists.short["place"]["before"]:
        yield PLACE, 1.5


def around(run: Run, tokens: tuple[Token, ...], lists: Lists, text: str) -> Iterator[Vote]:
    """What the neighbours say of a name at one place."""
    if run.titled:
        yield PERSON, 5
    before = tokens[run.first - 1].low if run.first else ""
    after = tokens[run.last].low if run.last < len(tokens) else ""
    if before in _AT:
        yield PLACE, 1.5
    elif before in _TO:
        yield PLACE, 0.6
    elif before == "the":
        yield PERSON, -2
        yield PLACE, -0.7
        yield BODY, 0.7
    if after in _SAYS:
        yield PERSON, 0.8
        yield BODY, 0.3
    elif after == "who":
        yield PERSON, 2
    elif after == "," and run.last + 1 < len(tokens):
        token = tokens[run.last + 1]
        if text[token.start : token.end] in lists.places:
            yield PLACE, 1

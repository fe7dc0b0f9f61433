"""Peoples: *Russians*, *the French*, *Serbian troops*. An adjective alone names nobody: *Serbian answer*."""

from armillary.annotate.names.lists import Lists
from armillary.annotate.names.runs import Run
from armillary.reading import ActorKind, Token

_CLOSES = frozenset(
    "were are had have has did do was will would could should must might may can and or but who whom to in at on from by "
    "with as for against themselves also never then again that when while if , . ; : ) ? ! ” \" ' said wanted took made went".split()
)
_FACTIONS = frozenset(
    "Social Christian Liberal National Radical Left Right Democratic Free Old Young".split()
)
_FARTHEST = 2  # words between an adjective and its noun: "Russian naval and air forces" is too far


def people(run: Run, tokens: tuple[Token, ...], lists: Lists) -> tuple[ActorKind, int] | None:
    """The kind of a people or of a body of it, and where its name ends; None where the run is none."""
    if _plural(run.words, lists):
        return ActorKind.PEOPLE, run.end
    if run.name not in lists.adjectives or run.end < tokens[run.last - 1].end:
        return None
    noun = _noun(run, tokens, lists)
    if noun is not None:
        return noun
    before = tokens[run.first - 1].low if run.first else ""
    after = tokens[run.last].low if run.last < len(tokens) else "."
    if before == "the" and run.name in lists.with_the and after in _CLOSES:
        return ActorKind.PEOPLE, run.end
    return None


def _plural(words: tuple[str, ...], lists: Lists) -> bool:
    """Whether a name is a people's plural, alone or told apart: *Serbs*, *Bosnian Serbs*, *Social Democrats*."""
    leads = all(
        word in lists.adjectives or word in lists.short["place"]["before"] or word in _FACTIONS
        for word in words[:-1]
    )
    return leads and (words[-1] in lists.peoples or words[-1] in lists.short["people"]["groups"])


def _noun(run: Run, tokens: tuple[Token, ...], lists: Lists) -> tuple[ActorKind, int] | None:
    """The noun that makes a people's adjective a body or a part of the people."""
    words = lists.short["people"]
    for token in tokens[run.last : run.last + _FARTHEST + 1]:
        word = token.low.removesuffix("'s")
        end = token.start + len(word)
        if word in words["bodies"]:
            return ActorKind.BODY, end
        if word in words["peoples"]:
            return ActorKind.PEOPLE, end
        if word not in words["between"]:
            return None
    return None

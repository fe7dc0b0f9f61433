"""Other pipelines' labels in our words: Universal Dependencies, and four kinds of names.

spaCy's English pipelines (`en_core_web_*`) label in the manner of ClearNLP. Most labels differ in name
only. Two differ in shape, and are turned round: a preposition heads its noun there and hangs on it here
("in London": London is the oblique, `in` its case), and `be` heads its predicate there and hangs on it here
("Rome is old": `old` is the root, `is` its copula).
"""

from collections.abc import Sequence
from enum import Enum, auto

from armillary.reading import ActorKind, Pos


class Labels(Enum):
    """The manner in which a pipeline labels dependencies."""

    UNIVERSAL = auto()
    CLEARNLP = auto()

    @classmethod
    def of(cls, names: Sequence[str]) -> "Labels":
        """The manner that has these labels."""
        return cls.CLEARNLP if {"dobj", "pobj"} & set(names) else cls.UNIVERSAL


NAMES = {
    "PER": ActorKind.PERSON,
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.BODY,
    "LOC": ActorKind.PLACE,
    "GPE": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
    "NORP": ActorKind.PEOPLE,
}
"""The kinds of names that are kept. Dates, sums, laws and works have stages of their own."""

_RENAMED = {
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nmod": "compound",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
_LEFT_OVER = {
    "ROOT": "root",
    "acomp": "xcomp",
    "agent": "advmod",
    "attr": "xcomp",
    "dative": "iobj",
    "pcomp": "advcl",
    "pobj": "obl",
    "prep": "advmod",
}
"""What becomes of the labels that ask for a turn, where there is nothing to turn."""
_NOMINAL = frozenset({Pos.NOUN, Pos.NAME, Pos.PRONOUN, Pos.NUMERAL, Pos.DETERMINER, Pos.SYMBOL})
_MOVE_ALONG = frozenset({"conj", "cc"})


def universal(
    heads: list[int], relations: list[str], pos: Sequence[Pos | None], lemmas: Sequence[str]
) -> None:
    """Turn ClearNLP's trees into Universal Dependencies, in place. A root's head is its own index."""
    relations[:] = [_RENAMED.get(relation, relation) for relation in relations]
    children: list[list[int]] = [[] for _ in heads]
    for at, head in enumerate(heads):
        if head != at:
            children[head].append(at)
    for at in _deepest_first(heads, children):
        under = {relations[child]: child for child in reversed(children[at])}
        if "pobj" in under:
            _turn(
                heads,
                relations,
                children,
                at,
                under["pobj"],
                _oblique(heads, relations, pos, at),
                "case",
            )
        elif "pcomp" in under and relations[at] in {"prep", "agent"}:
            clause = "acl" if pos[heads[at]] in _NOMINAL else "advcl"
            _turn(heads, relations, children, at, under["pcomp"], clause, "mark")
        elif lemmas[at] == "be" and "expl" in under and "attr" in under:
            relations[under["attr"]] = "nsubj"
        elif lemmas[at] == "be" and (predicate := under.get("attr", under.get("acomp"))) is not None:
            _turn(heads, relations, children, at, predicate, relations[at], "cop")
    relations[:] = [_LEFT_OVER.get(relation, relation) for relation in relations]


def _oblique(heads: list[int], relations: list[str], pos: Sequence[Pos | None], at: int) -> str:
    """What the noun of the preposition at `at` is to the word that the preposition hangs on."""
    if relations[at] == "agent":
        return "obl:agent"
    if relations[at] == "dative":
        return "obl"
    if relations[at] != "prep":
        return relations[at]
    if pos[heads[at]] is Pos.ADPOSITION:
        return "pobj"  # out of London: `of` is turned first, then `out` has London for its noun
    return "nmod" if pos[heads[at]] in _NOMINAL else "obl"


def _turn(  # noqa: PLR0913, PLR0917  a tree in three lists, two places, two labels
    heads: list[int],
    relations: list[str],
    children: list[list[int]],
    old: int,
    new: int,
    relation: str,
    left: str,
) -> None:
    """Put `new` in the place of its head `old`, with `relation`; `old` hangs on it as `left`."""
    above = heads[old]
    heads[new] = new if above == old else above
    relations[new] = "ROOT" if above == old else relation
    if above != old:
        children[above].remove(old)
        children[above].append(new)
    moved = {
        child
        for child in children[old]
        if child != new and (left == "cop" or relations[child] in _MOVE_ALONG)
    }
    for child in sorted(moved):
        heads[child] = new
        children[new].append(child)
    children[old] = [child for child in children[old] if child != new and child not in moved]
    heads[old] = new
    relations[old] = left
    children[new].append(old)


def _deepest_first(heads: list[int], children: list[list[int]]) -> list[int]:
    """Every word after all that hang on it."""
    order = [at for at, head in enumerate(heads) if at == head]
    for at in order:
        order.extend(children[at])
    return order[::-1]

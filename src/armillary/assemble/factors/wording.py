"""A wording read: its head, what is said of the head, and which way it goes.

    "Austria's lack of restraint"  →  restrain (of Austria), down
    "the occupation of the city by the army", "the army occupied the city"  →  occupy (army, object city), up

Two wordings of equal keys name one factor. No parser is asked: wordings are short, and closed word
lists part them. What is read wrongly costs a merge and makes none, as the key keeps every word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from armillary.assemble.factors.clauses import clause_in
from armillary.assemble.factors.forms import table
from armillary.assemble.factors.lists import (
    ASIDES,
    DETERMINERS,
    LOOSE,
    OWNED,
    POINTING,
    PREPOSITIONS,
    PRONOUNS,
    lists,
)
from armillary.assemble.factors.tokens import Name, Word, tokens

_LEADS = frozenset("in on at by under over during before after for against without despite".split())

Arg = tuple[str, str]
"""What is said of a head: in which role, and a stem. Role `a` is whose it is or of what kind, `o` what it is done to."""


class Article(Enum):
    """How a wording begins: *expansion*, *an expansion*, *the expansion*, *this expansion*, *its expansion*."""

    NONE = "none"
    AN = "an"
    THE = "the"
    THIS = "this"
    OWNED = "owned"


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording as it is compared. `turned`: it names the opposite way (*lack of X*). `forms`: its words by stem.

    `word` is the head as written. `loose` are the arguments behind a preposition, which may be left out
    without a change of kind.
    """

    head: str
    word: str
    args: frozenset[Arg]
    article: Article
    turned: bool
    clause: bool
    forms: frozenset[tuple[str, str]]
    loose: frozenset[Arg]

    @property
    def key(self) -> tuple[str, tuple[Arg, ...]]:
        """What wordings of one factor share."""
        return self.head, tuple(sorted(self.args))


@dataclass(slots=True)
class _Parts:
    """What is found on the way: arguments by the words that bring them."""

    args: list[tuple[str, Word]]
    turned: bool
    article: Article


def parse(words: str, names: tuple[Name, ...] = (), known: Mapping[str, str] | None = None) -> Wording:
    """A wording read. Never fails: words that say nothing stand for themselves."""
    read = tokens(words, names, known or {})
    article, rest = _opened(read)
    negations = lists().negations
    turned = sum(word.low in negations for word in rest) % 2 == 1
    rest = _plain(_idle([word for word in rest if word.low not in negations]))
    parts = _Parts([], turned, article)
    found = clause_in(rest)
    if found is None:
        head = _phrase(rest, parts)
        subject = False
    elif found.subject and not found.rest and found.head.stem in lists().up | lists().down:
        head = _phrase([word for role, word in found.args if role == "s"], parts)
        parts.turned ^= found.head.stem in lists().down
        subject, found = False, None
    else:
        head, subject = found.head, found.subject
        parts.args += found.args
        for role, group in _groups(found.rest):
            first = "is" if found.copula else "obj"
            parts.args += (
                (role or ("pre" if _is_adverb(word) else first), word) for word in _content(group)
            )
    if head is None or not head.stem:
        return replace(whole(words), article=article, turned=turned)
    args = _settled(head, parts.args, subject=subject)
    loose = frozenset(
        arg
        for arg, (role, word) in zip(args, parts.args, strict=True)
        if role in LOOSE and not word.low[0].isdigit()
    )
    if found is not None and not args:  # "they were feared" is not just any fear
        args = [("a", read[0].low)]
    if rest[0].low in _LEADS:  # "on the one hand" is no hand
        args.append(("at", rest[0].low))
    return Wording(
        head.stem,
        head.low,
        frozenset(args),
        parts.article,
        parts.turned,
        found is not None,
        frozenset((word.stem, word.low) for word in (head, *(word for _, word in parts.args))),
        loose,
    )


def whole(words: str) -> Wording:
    """A wording that stands for itself: it is equal to none but the same words."""
    plain = " ".join(words.casefold().split())
    return Wording(plain, plain, frozenset(), Article.NONE, False, False, frozenset(), frozenset())  # noqa: FBT003


def _opened(words: list[Word]) -> tuple[Article, list[Word]]:
    """The article, and the words behind it. *There was a war* is *a war*."""
    at = 0
    if len(words) > 1 and words[0].low == "there":
        at = 1
        while at < len(words) - 1 and words[at].low in lists().light - DETERMINERS - OWNED:
            at += 1
    while at < len(words) - 1 and words[at].is_mark:
        at += 1
    first = words[at].low if at < len(words) else ""
    if first in POINTING and at < len(words) - 1:
        return Article.THIS, words[at + 1 :]
    if first in OWNED and at < len(words) - 1:
        return Article.OWNED, words[at + 1 :]
    if first in DETERMINERS and at < len(words) - 1:
        article = Article.THE if first == "the" else Article.AN
        return article, words[at:] if first == "no" else words[at + 1 :]
    return Article.NONE, words[at:]


def _idle(words: list[Word]) -> list[Word]:
    """Without the words at the end that only lead on: *insecurity in turn*."""
    lows = tuple(word.low for word in words)
    for idle in lists().idle:
        if len(lows) > len(idle) and lows[-len(idle) :] == idle:
            return words[: -len(idle)]
    return words


def _plain(words: list[Word]) -> list[Word]:
    """Without what is said by the way: *the bank, once the largest in town, was sold*."""
    kept: list[Word] = []
    aside = False
    for at, word in enumerate(words):
        if word.is_mark:
            after = words[at + 1].low if at + 1 < len(words) else ""
            told = word.low == "," and (after in table("irregular-verb") or after.endswith("ed"))
            by_the_way = after in ASIDES or told  # "the mills, closed in May, …"
            aside = not aside and by_the_way and bool(kept)
        elif not aside:
            kept.append(word)
    return kept


def _groups(words: list[Word]) -> list[tuple[str, list[Word]]]:
    """The words up to the first preposition, then each preposition with what follows it."""
    groups: list[tuple[str, list[Word]]] = [("", [])]
    for word in words:
        if word.low in PREPOSITIONS and not word.named:
            groups.append((word.low, []))
        else:
            groups[-1][1].append(word)
    return groups


def _content(words: Iterable[Word]) -> list[Word]:
    light = lists().light
    return [
        word
        for word in words
        if word.named or (word.low not in light and word.low not in PRONOUNS and not word.is_mark)
    ]


def _phrase(words: list[Word], parts: _Parts) -> Word | None:
    """The head of a noun phrase; the rest goes to the parts."""
    groups = [(role, _content(group)) for role, group in _groups(words)]
    owners: list[Word] = []
    while groups and not groups[0][1]:
        groups.pop(0)
    if not groups:
        return None
    while len(groups) > 1 and groups[0][1] and _gives_way(groups[0][1][-1], groups[1][0], parts):
        first = groups.pop(0)[1][:-1]
        parts.article = Article.NONE
        owners += [word for word in first if word.stem not in lists().degree]
        while len(groups) > 1 and not groups[0][1]:
            groups.pop(0)
    first = groups[0][1]
    if not first:
        first, owners = owners, []
    first = _ended(_unchanged(first, parts), parts)
    if not first:
        return None
    last_owner = max(
        (at for at, word in enumerate(first[:-1]) if word.owns and not _adjective(word)), default=-1
    )
    parts.args += (("s" if word.owns or word.named else "pre", word) for word in owners)
    parts.args += (
        ("s" if at <= last_owner or word.owns else "pre", word) for at, word in enumerate(first[:-1])
    )
    for role, group in groups[1:]:
        parts.args += ((role, word) for word in group)
    return first[-1]


def _is_adverb(word: Word) -> bool:
    return word.low in table("adverb") or word.low.endswith(("ward", "wards"))


def _adjective(word: Word) -> bool:
    """Whether a name is a people's adjective, which owns only what follows at once."""
    return word.low in table("people")


def _gives_way(head: Word, preposition: str, parts: _Parts) -> bool:
    """Whether a head only says how much there is of what follows, or which way it goes."""
    known = lists()
    if preposition == "to" and head.low in known.undone:
        parts.turned = not parts.turned
        return True
    if preposition == "of" and (head.stem in known.measures or head.stem in known.transparent):
        return True
    if preposition in {"of", "in"} and head.stem in known.down:
        parts.turned = not parts.turned
        return True
    return preposition in {"of", "in"} and head.stem in known.up


def _unchanged(first: list[Word], parts: _Parts) -> list[Word]:
    """Without adjectives of change: *Vienna's growing caution*."""
    known = lists()
    kept = [word for word in first[:-1] if word.low not in known.more | known.less]
    if sum(word.low in known.less for word in first[:-1]) % 2:
        parts.turned = not parts.turned
    return [*kept, *first[-1:]]


def _ended(first: list[Word], parts: _Parts) -> list[Word]:
    """A compound without the noun of change or of measure that ends it: *rent increases*, *price levels*."""
    known = lists()
    while len(first) > 1 and first[-1].stem in known.compound | known.ends and not first[-2].named:
        if first[-2].low in table("adverb").values() or first[-2].stem in known.degree:
            break
        if first[-1].stem in known.down:
            parts.turned = not parts.turned
        first = first[:-1]
    return first


def _settled(head: Word, args: list[tuple[str, Word]], *, subject: bool) -> list[Arg]:
    """The arguments in their final roles, one for one."""
    known = lists()
    roles = {role for role, _ in args}
    acted = subject or bool(roles & {"s", "by"})
    attitude, deed, verbal = (
        head.stem in known.attitudes,
        head.stem in known.deeds,
        head.stem in table("verb"),
    )

    def settled(role: str, word: Word) -> str:
        if role in {"pre", "s", "by"}:
            return "a"
        if role in {"on", "against"} and verbal:
            role = "obj"
        if role in known.within:
            return "o" if attitude else "a"
        if role in {"for", "toward", "towards"} and attitude:
            return "o"
        if role == "of":
            done_to = attitude or (verbal and acted) or (deed and word.named)
            return "o" if done_to else "a"
        if role == "obj":
            return "o" if acted or word.named else "a"
        return role

    return [(settled(role, word), word.stem) for role, word in args]

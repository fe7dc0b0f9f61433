"""Witnesses: what speaks for one kind of name or another. Each is called by a short phrase.

    own("Bank", "of", "England")  →  "body of", "place last", "three words", …
    beside("… in Turin, …")       →  "after: in", "before: ,"

What a witness is worth is not said here: `weights.tsv` has it, learned by `training/names/weigh.py`.
A trained model may come in as one more witness.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from armillary.annotate.names.lists import Lists
from armillary.annotate.names.runs import Run
from armillary.reading import Sentence, Token

_LENGTHS = ("", "one word", "two words", "three words")
_ENDING = 3  # letters of the last word's ending
_ACRONYM = 5  # letters of the longest acronym
_TITLE = 0.6  # share of words with a capital from which a sentence reads like a title


def own(words: tuple[str, ...], lists: Lists) -> Iterator[str]:
    """What the words of a name say, wherever it stands."""
    name, last = " ".join(words), words[-1]
    yield _LENGTHS[len(words)] if len(words) < len(_LENGTHS) else "more words"
    yield from _listed(name, words, lists)
    yield from _shape(name, words, lists)
    if len(words) > 1:
        yield from _headed(words, lists)
    elif name in lists.short["body"]["last"]:
        yield "body head alone"
    if last.lower() in lists.common:
        yield f"last: {last.lower()}"
    else:
        yield f"ends: {last[-_ENDING:].lower()}"
        yield f"ends: {last[-_ENDING + 1 :].lower()}"
    for word in words:
        yield f"word: {word.lower()}"
        yield f"starts: {word[:_ENDING].lower()}"
    if len(words) > 1 and words[0].lower() in lists.common:
        yield f"first: {words[0].lower()}"


def _listed(name: str, words: tuple[str, ...], lists: Lists) -> Iterator[str]:
    body = lists.short["body"]
    yield from _on_the_map(name, lists)
    facts = {
        "known body": name in body["known"],
        "known acronym": name in body["acronyms"] or name.replace(".", "") in body["acronyms"],
        "brand": name in lists.brands,
        "people": name in lists.peoples,
        "famous last": words[-1] in lists.famous,
        "firm": words[-1] in body["firm"] or (words[-1] == "." and words[-2] + "." in body["firm"]),
        "junior": words[-1] in lists.short["person"]["after"] and len(words) > 1,
        "not alone": name in lists.short["not"]["alone"],
    }
    yield from (witness for witness, speaks in facts.items() if speaks)
    yield from _person(words, lists)


def _on_the_map(name: str, lists: Lists) -> Iterator[str]:
    if name in lists.places or name.replace(" .", ".") in lists.places:
        yield "place"
    elif name in lists.cities:
        yield "city"
    if name in lists.landmarks:
        yield "landmark"
    if name in lists.short["place"]["letters"]:
        yield "letters of a state"


def _person(words: tuple[str, ...], lists: Lists) -> Iterator[str]:
    first, last = words[0].capitalize(), words[-1].capitalize()
    given = (
        "given name" if words[0] in lists.given else "US given name" if first in lists.given_us else ""
    )
    if len(words) == 1:
        if given:
            yield f"{given} alone"
        if last in lists.surnames:
            yield "surname alone"
        return
    if given:
        yield given
    yield f"{given or 'other word'}, {_family(last, lists)}"


def _family(last: str, lists: Lists) -> str:
    """What the last word of a name is."""
    if last in lists.places or last in lists.cities:
        return "place"
    if last in lists.surnames:
        return "surname"
    return "common word" if last.lower() in lists.common else "strange word"


def _shape(name: str, words: tuple[str, ...], lists: Lists) -> Iterator[str]:
    letters = name.replace(".", "").replace(" ", "")
    if letters.isupper() and len(letters) > 1:
        yield "capitals" if len(letters) <= _ACRONYM else "long capitals"
    elif len(letters) == 1:
        yield "letter"
    elif any(word[1:2].islower() and any(mark.isupper() for mark in word[2:]) for word in words):
        yield "camel"
    if any(mark.isdigit() for mark in name):
        yield "digit"
    if "-" in name:
        yield "hyphen"
    if "&" in words:
        yield "&"
    if "of" in words or "for" in words:
        yield "of"
    if any(word in lists.short["person"]["particles"] for word in words[1:]):
        yield "particle"
    small = sum(word.lower() in lists.common for word in words)
    yield "all common" if small == len(words) else "some common" if small else "none common"


def _headed(words: tuple[str, ...], lists: Lists) -> Iterator[str]:
    first, last = words[0], words[-1]
    for table in ("body", "place", "event"):
        part = lists.short[table]
        if last in part["last"]:
            yield f"{table} head"
        if first in part["first"]:
            yield f"{table} of" if words[1] in {"of", "for"} else f"{table} first"
    first_place = first in lists.places or first in lists.cities or " ".join(words[:2]) in lists.places
    facts = {
        "initial": any(len(word) == 1 and word.isupper() for word in words),
        "initial first": len(first) == 1 and words[1] == ".",
        "people first": first in lists.adjectives,
        "place first": first_place,
        "place last": last in lists.places or last in lists.cities,
        "place before": first in lists.short["place"]["before"],
        "office last": last in lists.offices,
        "common last": last.lower() in lists.common,
        "common first": first.lower() in lists.common,
    }
    yield from (witness for witness, speaks in facts.items() if speaks)


def company(words: tuple[str, ...], lists: Lists) -> Iterator[str]:
    """What a name says of another that *and* or a comma joins to it."""
    name = " ".join(words)
    if name in lists.places or name in lists.cities:
        yield "with a place"
    if words[0] in lists.given and (len(words) == 1 or words[-1].lower() not in lists.common):
        yield "with a person"
    if name in lists.short["body"]["acronyms"] or (
        len(words) > 1 and words[-1] in lists.short["body"]["last"]
    ):
        yield "with a body"


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence to which a run belongs. `capitals`: the share of its words that begin with one."""

    text: str
    tokens: tuple[Token, ...]
    sentence: Sentence
    capitals: float
    lists: Lists


def beside(run: Run, scene: Scene) -> Iterator[str]:
    """What the neighbours say at one place."""
    tokens, sentence = scene.tokens, scene.sentence
    if run.titled:
        yield "titled"
    if run.opens:
        yield "opens"
    if scene.capitals > _TITLE:
        yield "among capitals"
    if run.first == sentence.first and run.last >= sentence.last - 1:
        yield "alone"
    before, following = _heard(scene, run.first - 1), _heard(scene, run.last)
    yield f"after: {before}"
    yield f"two after: {_heard(scene, run.first - 2)}"
    yield f"two before: {_heard(scene, run.last + 1)}"
    if before == "of":
        yield f"of it: {_heard(scene, run.first - 2)}"
    own_ending = run.end < tokens[run.last - 1].end or following == "'s"
    yield "possessive" if own_ending else f"before: {following}"


def _heard(scene: Scene, at: int) -> str:
    """A neighbour as it is compared: a common word or a mark as it stands, others by their sort."""
    if not scene.sentence.first <= at < scene.sentence.last:
        return "nothing"
    token = scene.tokens[at]
    mark = scene.text[token.start]
    if mark.isdigit():
        return "a number"
    if not mark.isalpha() or token.low in scene.lists.common:
        return token.low
    return "a capital" if mark.isupper() else "a rare word"

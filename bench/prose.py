"""A generator of causal prose with invented nouns, and whether their map comes back exactly.

    python bench/prose.py [--texts 200] [--seed 1] [--part tuned|apart] [--witnesses rules|tagger|both] [--show N]

Each text tells a loop of 2 to 8 factors from the templates of `prose.toml`, most of them one sentence a
link, some one for two links or more, with sentences between them that claim nothing or deny a link. A
text counts only when its whole map is right: every link with its direction and its sign, and no other.
The report by template comes from single fillings. Nouns are invented, rare, or made of two words.
"""

import argparse
import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from armillary import Settings, build
from armillary.assemble.factors.wording import parse
from armillary.read import Bytes
from armillary.system import System

TEMPLATES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
ONSETS = "b d fl gl gr k l m n pr sn t tr v w z sh bl".split()
VOWELS = "a e i o u oo ee".split()
CODAS = "b d g lk m mp n nt p rk t zz ff".split()
RARE = (
    "gaiter cauldron cutlass tontine caltrop hassock spinnaker oriel corbel sextant widget turbine lintel "
    "bollard gasket tallow-candle poultice gosling bushel yurt"
).split()
FIRSTS = "copper winter harbour peat village paper mountain glass".split()
LOOP = (2, 8)
TRIES = 10
SIGNS = {"+": "raises", "-": "lowers"}
Link = tuple[str, str, str]


def key(words: str) -> str:
    """What two wordings of one factor share."""
    return str(parse(words).key)


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence or two with holes for nouns, and the links that a careful reader draws from it."""

    words: str
    links: tuple[tuple[str, str, str], ...]  # hole, sign, hole

    @property
    def chain(self) -> int:
        """How many links of a loop it tells: those from A to B to C."""
        return sum((a + b) in {"AB", "BC"} for a, _, b in self.links)


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=("tuned", "apart"), default="tuned")
    parser.add_argument("--language-model", default="none")
    parser.add_argument("--witnesses", choices=("rules", "tagger", "both"), default="rules")
    parser.add_argument("--show", type=int, default=5, help="print this many texts that went wrong")
    asked = parser.parse_args()
    settings = Settings(language_model=asked.language_model, witnesses=asked.witnesses)
    chance = random.Random(asked.seed)  # noqa: S311  a seeded test, no secret
    templates = list(_templates(asked.part))
    rows = [(template, *_alone(chance, template, settings)) for template in templates]
    whole = shown = 0
    for _ in range(asked.texts):
        text, expected = _text(chance, templates, TEMPLATES["distractors"][asked.part])
        found = _map(_system(text, settings))
        whole += found == expected
        if found != expected and shown < asked.show:
            shown += 1
            print(
                f"\n  {text}\n    missed {sorted(expected - found)}\n    added  {sorted(found - expected)}"
            )
    right = sum(right for _, right, _ in rows)
    print(
        f"\n{asked.part}: {whole} of {asked.texts} maps exact ({100 * whole / asked.texts:.1f} per cent)"
    )
    print(
        f"{len(rows)} templates, {right} of {TRIES * len(rows)} fillings exact ({10 * right / len(rows):.1f} per cent)"
    )
    for template, right, example in rows:
        if right < TRIES:
            print(f"  {right:>3} of {TRIES}  {template.words}")
            print(f"             {example}")


def _templates(part: str) -> Iterator[Template]:
    for group in TEMPLATES["template"]:
        links = tuple((link[0], link[1], link[2]) for link in group["links"].split())
        for words in group[part]:
            yield Template(words, links)


def _alone(chance: random.Random, template: Template, settings: Settings) -> tuple[int, str]:
    """How many fillings of a template come back exactly, and one that did not."""
    right, example = 0, ""
    for _ in range(TRIES):
        nouns = dict(zip("ABCXY", _nouns(chance, 5), strict=True))
        text = _fill(template.words, nouns)
        found = _map(_system(text, settings))
        if found == _expected(template, nouns):
            right += 1
        else:
            example = f"{text} → {sorted(found)}"
    return right, example


def _expected(template: Template, nouns: dict[str, str]) -> set[Link]:
    return {(key(nouns[a]), key(nouns[b]), SIGNS[sign]) for a, sign, b in template.links}


def _text(
    chance: random.Random, templates: list[Template], distractors: list[str]
) -> tuple[str, set[Link]]:
    """A text and the links that it tells."""
    size = chance.randint(*LOOP)
    fresh = iter(_nouns(chance, 80))
    loop = [next(fresh) for _ in range(size)]
    sentences: list[str] = []
    links: set[Link] = set()
    at = 0
    while at < size:
        template = chance.choice([t for t in templates if t.chain <= size - at and t.chain < size])
        nouns = {hole: loop[(at + n) % size] for n, hole in enumerate("ABC")}
        if not template.links:
            nouns = {hole: next(fresh) for hole in "AB"}
        nouns |= {hole: next(fresh) for hole in "XY"}
        sentences.append(_fill(template.words, nouns))
        links |= _expected(template, nouns)
        at += template.chain
        if chance.random() < 1 / 3:
            sentences.append(_fill(chance.choice(distractors), {"A": next(fresh), "B": next(fresh)}))
    return " ".join(sentences), links


def _nouns(chance: random.Random, count: int) -> list[str]:
    """Different nouns in the singular, each of which is one factor whether one or many."""
    found: dict[str, str] = {}
    while len(found) < count:
        noun = _noun(chance)
        if key(noun) == key(_many(noun)):  # "bit" and "shat" are forms of verbs too
            found.setdefault(key(noun), noun)
    return list(found.values())


def _noun(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 1 / 8:
        return chance.choice(RARE)
    syllables = [
        chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)
        for _ in range(chance.randint(1, 2))
    ]
    first = f"{chance.choice(FIRSTS)} " if kind > 7 / 8 else ""
    return first + "".join(syllables)


def _fill(template: str, nouns: dict[str, str]) -> str:
    filled = re.sub(r"\{([A-Z])\}", lambda hole: _many(nouns[hole[1]]), template)
    filled = re.sub(r"\{([a-z])\}", lambda hole: nouns[hole[1].upper()], filled)
    return filled[0].upper() + filled[1:]


def _many(noun: str) -> str:
    return noun + ("es" if noun.endswith(("s", "z", "sh")) else "s")


def _system(text: str, settings: Settings) -> System:
    return build(Bytes("t.txt", text.encode()), settings=settings)


def _map(system: System) -> set[Link]:
    """The links that stand, without those that are only denied."""
    return {
        (key(system.factors[link.cause].label), key(system.factors[link.effect].label), link.sign.value)
        for link in system.links
        if len(link.claims) > len(link.denied)
    }


if __name__ == "__main__":
    main()

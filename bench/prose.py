"""A generator of causal prose with invented nouns, and whether their map comes back exactly.

    python bench/prose.py [--texts 200] [--seed 1] [--part tuned|apart] [--show N]

Each text tells a loop of 2 to 8 factors, one sentence a link, from the templates of `prose.toml`, with
sentences between them that claim nothing. A text counts only when its whole map is right: every link
with its direction and its sign, and no other. The report by template comes from single links.
"""

import argparse
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

from armillary import Settings, build
from armillary.assemble.factors.wording import parse
from armillary.read import Bytes
from armillary.system import System

TEMPLATES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
ONSETS = (
    "b",
    "d",
    "fl",
    "gl",
    "gr",
    "k",
    "l",
    "m",
    "n",
    "pr",
    "sn",
    "t",
    "tr",
    "v",
    "w",
    "z",
    "sh",
    "bl",
)
VOWELS = ("a", "e", "i", "o", "u", "oo", "ee")
CODAS = ("b", "d", "g", "lk", "m", "mp", "n", "nt", "p", "rk", "t", "zz", "ff")
LOOP = (2, 8)
Link = tuple[str, str, str]


def _key(words: str) -> str:
    """What two wordings of one factor share."""
    return str(parse(words).key)


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=("tuned", "apart"), default="tuned")
    parser.add_argument("--language-model", default="none")
    parser.add_argument("--show", type=int, default=5, help="print this many texts that went wrong")
    asked = parser.parse_args()
    settings = Settings(language_model=asked.language_model)
    chance = random.Random(asked.seed)  # noqa: S311  a seeded test, no secret
    whole = shown = 0
    for _ in range(asked.texts):
        text, expected = _text(chance, asked.part)
        found = _map(build(Bytes("t.txt", text.encode()), settings=settings))
        whole += found == expected
        if found != expected and shown < asked.show:
            shown += 1
            print(
                f"\n  {text}\n    missed {sorted(expected - found)}\n    added  {sorted(found - expected)}"
            )
    print(
        f"\n{asked.part}: {whole} of {asked.texts} maps exact ({100 * whole / asked.texts:.1f} per cent)\n"
    )
    for template, right, tries in _by_template(chance, asked.part, settings):
        if right < tries:
            print(f"  {right:>3} of {tries}  {template}")


def _by_template(chance: random.Random, part: str, settings: Settings) -> Iterator[tuple[str, int, int]]:
    """Each template on its own, ten times."""
    tries = 10
    for group in TEMPLATES["template"]:
        for template in group[part]:
            right = 0
            for _ in range(tries):
                a, b = _noun(chance), _noun(chance)
                found = _map(build(Bytes("t.txt", _fill(template, a, b).encode()), settings=settings))
                right += found == {(_key(a), _key(b), group["sign"])}
            yield template, right, tries


def _text(chance: random.Random, part: str) -> tuple[str, set[Link]]:
    """A text and the links that it tells."""
    nouns: list[str] = []
    while len(nouns) < chance.randint(*LOOP):
        noun = _noun(chance)
        if _key(noun) not in map(_key, nouns):
            nouns.append(noun)
    if len(nouns) < LOOP[0]:
        nouns = ["glimbats", "frooks"]
    sentences: list[str] = []
    links: set[Link] = set()
    for a, b in zip(nouns, nouns[1:] + nouns[:1], strict=True):
        group = chance.choice(TEMPLATES["template"])
        sentences.append(_fill(chance.choice(group[part]), a, b))
        links.add((_key(a), _key(b), group["sign"]))
        if chance.random() < 1 / 3:
            sentences.append(_fill(chance.choice(TEMPLATES["distractors"]["sentences"]), a, b))
    return " ".join(sentences), links


def _noun(chance: random.Random) -> str:
    syllables = [
        chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)
        for _ in range(chance.randint(1, 2))
    ]
    return "".join(syllables) + "s"


def _fill(template: str, a: str, b: str) -> str:
    filled = template.replace("{A}", a).replace("{B}", b)
    return filled[0].upper() + filled[1:]


def _map(system: System) -> set[Link]:
    return {
        (
            _key(system.factors[link.cause].label),
            _key(system.factors[link.effect].label),
            link.sign.value,
        )
        for link in system.links
    }


if __name__ == "__main__":
    main()

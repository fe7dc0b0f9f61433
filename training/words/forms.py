"""Make `assemble/factors/forms.tsv`: which words are forms of one word.

    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb /tmp/wordnet
    .venv/bin/python training/words/forms.py --wordnet /tmp/wordnet/usr/share/wordnet

Taken from WordNet 3.0 (Princeton University, its own free licence) by six rules:

- *verb*: verbs that common prose has.
- *noun*: a noun of doing or happening, and the verb it comes from: *expansion*, *expand*. Among several
  verbs the one with the longest beginning in common. A noun whose first meaning is a group, a thing or
  a person is left out (*government* is more than to govern), and so is one whose verb is spelled like
  another noun (*statement* and the *state*).
- *quality*: a noun and the adjective it names the quality of: *instability*, *unstable*.
- *irregular*: forms that no rule of ours gives: *fell*, *men*.
- *people*: a people's adjective and the place: *Russian*, *Russia*.
- *adverb*: an adverb and its adjective: *rapidly*, *rapid*.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

HEAD = """\
# Forms of one word: kind, word, the word that stands for it. From WordNet 3.0, (c) 2006 by Princeton University; see
# NOTICE. Made by training/words/forms.py.
"""
LEXES = (
    "adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute noun.body noun.cognition "
    "noun.communication noun.event noun.feeling noun.food noun.group noun.location noun.motive noun.object noun.person "
    "noun.phenomenon noun.plant noun.possession noun.process noun.quantity noun.relation noun.shape noun.state "
    "noun.substance noun.time"
).split()
HAPPENS = {
    f"noun.{name}"
    for name in "act event process phenomenon state feeling cognition communication attribute possession relation".split()
}
IS = {f"noun.{name}" for name in "attribute state feeling cognition".split()}
STANDS = {
    f"noun.{name}"
    for name in "group artifact person location animal food plant body object Tops".split()
}
PAST = frozenset(
    "fell found felt saw lay bore wound".split()
)  # verbs of their own, and far more often the past of another
SHARED = 4  # letters in common at the beginning, or all of a shorter verb but one
FIRST_SENSES = (
    2  # the derived meaning is one of these, by frequency, where the ending does not say that it happens
)
ENDINGS = ("ion", "ment", "al", "ance", "ence", "sure", "ture", "th", "sis")


class Pointer(NamedTuple):
    """From a word of one synset to a word of another."""

    symbol: str
    offset: str
    pos: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """Words of one meaning."""

    lex: int
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]


class WordNet:
    """The files of WordNet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.synsets = {
            pos: dict(self._data(name))
            for pos, name in zip("nvar", ("noun", "verb", "adj", "adv"), strict=True)
        }
        self.senses = {
            pos: dict(self._index(name))
            for pos, name in zip("nvar", ("noun", "verb", "adj", "adv"), strict=True)
        }
        self.often: Counter[tuple[str, str]] = Counter()
        for line in self._lines("cntlist.rev"):
            key, _, count = line.split()
            lemma, _, rest = key.partition("%")
            self.often[lemma, rest[0]] += int(count)

    def _lines(self, name: str) -> Iterator[str]:
        text = (self.folder / name).read_text(encoding="latin-1")
        return (line for line in text.splitlines() if not line.startswith(" "))

    def _data(self, name: str) -> Iterator[tuple[str, Synset]]:
        for line in self._lines(f"data.{name}"):
            fields = line.split(" | ")[0].split()
            size = int(fields[3], 16)
            words = tuple(re.sub(r"\(.*\)", "", word) for word in fields[4 : 4 + 2 * size : 2])
            at = 5 + 2 * size
            rows = [fields[at + 4 * n : at + 4 * n + 4] for n in range(int(fields[at - 1]))]
            pointers = tuple(Pointer(s, o, p, *bytes.fromhex(t)) for s, o, p, t in rows)
            yield fields[0], Synset(int(fields[1]), words, pointers)

    def _index(self, name: str) -> Iterator[tuple[str, list[str]]]:
        for line in self._lines(f"index.{name}"):
            fields = line.split()
            yield fields[0], fields[-int(fields[2]) :]

    def exceptions(self, name: str) -> Iterator[tuple[str, str]]:
        """Irregular forms and their words."""
        for line in self._lines(f"{name}.exc"):
            form, word, *_ = line.split()
            yield form, word

    def lex(self, pos: str, offset: str) -> str:
        """The kind of meaning, as *noun.act*."""
        return LEXES[self.synsets[pos][offset].lex]

    def pairs(self, pos: str, symbol: str) -> Iterator[tuple[str, str, str, str]]:
        """Word, related word, its offset and its part of speech."""
        for synset in self.synsets[pos].values():
            for pointer in synset.pointers:
                if pointer.symbol == symbol and pointer.source:
                    other = self.synsets["a" if pointer.pos == "s" else pointer.pos][pointer.offset]
                    yield (
                        synset.words[pointer.source - 1],
                        other.words[pointer.target - 1],
                        pointer.offset,
                        pointer.pos,
                    )


def nouns(wordnet: WordNet, known: set[str]) -> Iterator[tuple[str, str]]:
    """Nouns of doing and happening with their verbs."""
    verbs: dict[str, set[str]] = defaultdict(set)
    derived: dict[str, set[str]] = defaultdict(set)
    for verb, noun, offset, pos in wordnet.pairs("v", "+"):
        if pos != "n" or "_" in verb + noun:
            continue
        derived[verb].add(noun)
        senses = wordnet.senses["n"].get(noun, [])
        first = senses if noun.endswith(ENDINGS) else senses[:FIRST_SENSES]
        if (
            offset in first
            and wordnet.lex("n", offset) in HAPPENS
            and wordnet.lex("n", first[0]) not in STANDS
        ):
            verbs[noun].add(verb)
    for noun, found in sorted(verbs.items()):
        if noun not in known or noun in found:
            continue
        fit = [
            verb
            for verb in found
            if verb in known and shares(noun, verb) and not _another_noun(verb, derived, wordnet)
        ]
        if fit and noun not in wordnet.senses["v"]:
            yield noun, max(fit, key=lambda verb: (_common(noun, verb), -len(verb), verb))


def _another_noun(verb: str, derived: dict[str, set[str]], wordnet: WordNet) -> bool:
    return verb in wordnet.senses["n"] and verb not in derived[verb]


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def shares(one: str, other: str) -> bool:
    """Whether two words begin alike."""
    return _common(one, other) >= min(SHARED, len(other) - 1)


def qualities(wordnet: WordNet, known: set[str]) -> Iterator[tuple[str, str]]:
    """Nouns of qualities with their adjectives."""
    found: dict[str, set[str]] = defaultdict(set)
    for adjective, noun, offset, pos in wordnet.pairs("a", "+"):
        first = wordnet.senses["n"].get(noun, [])[:FIRST_SENSES]
        fits = (
            pos == "n"
            and offset in first
            and wordnet.lex("n", offset) in IS
            and wordnet.lex("n", first[0]) not in STANDS
        )
        if fits and shares(noun, adjective) and {noun, adjective} <= known and noun != adjective:
            found[noun].add(adjective)
    for noun, adjectives in sorted(found.items()):
        if noun not in wordnet.senses["v"]:
            yield (
                noun,
                max(adjectives, key=lambda word: (_common(noun, word), -len(word), word)),
            )


def adverbs(wordnet: WordNet, known: set[str]) -> Iterator[tuple[str, str]]:
    """Adverbs with their adjectives."""
    for adverb, adjective, _, pos in sorted(wordnet.pairs("r", "\\")):
        if pos in "as" and adverb in known and adverb.endswith("ly") and shares(adverb, adjective):
            yield adverb, adjective.lower()


def peoples(wordnet: WordNet) -> Iterator[tuple[str, str]]:
    """Adjectives of peoples with their places."""
    for synset in wordnet.synsets["a"].values():
        for pointer in synset.pointers:
            if pointer.symbol != "\\" or pointer.pos != "n" or not pointer.source:
                continue
            word = synset.words[pointer.source - 1]
            target = wordnet.synsets["n"][pointer.offset]
            place = target.words[pointer.target - 1]
            if (
                word[0].isupper()
                and place[0].isupper()
                and "_" not in word
                and LEXES[target.lex] == "noun.location"
            ):
                yield word.lower(), place.replace("_", " ").lower()


def main() -> None:
    """Read WordNet, choose, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--wordnet", type=Path, required=True)
    options.add_argument("--common", type=Path, default=Path("src/armillary/annotate/names/common.txt"))
    options.add_argument("--out", type=Path, default=Path("src/armillary/assemble/factors/forms.tsv"))
    chosen = options.parse_args()
    wordnet = WordNet(chosen.wordnet)
    known = {lemma for (lemma, _), count in wordnet.often.items() if count and lemma.isalpha()}
    known |= {line for line in chosen.common.read_text(encoding="utf-8").splitlines() if line.isalpha()}
    rows = [("verb", verb, verb) for verb in sorted(wordnet.senses["v"]) if verb in known]
    rows += [("noun", *pair) for pair in nouns(wordnet, known)]
    rows += [("quality", *pair) for pair in qualities(wordnet, known)]
    rows += [("adverb", *pair) for pair in adverbs(wordnet, known)]
    for name in ("verb", "noun"):
        rows += [
            (f"irregular-{name}", form, word)
            for form, word in wordnet.exceptions(name)
            if word in known
            and form.isalpha()
            and form != word
            and (form in PAST or form not in wordnet.senses["v"])
        ]
    rows += [("people", *pair) for pair in sorted(set(peoples(wordnet)))]
    lines = list(dict.fromkeys("\t".join(row) for row in rows))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(chosen.out, Counter(row[0] for row in rows))


if __name__ == "__main__":
    main()

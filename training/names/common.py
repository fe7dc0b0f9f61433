"""Make `annotate/names/common.txt`: words that English prose writes small.

    .venv/bin/python training/names/common.py

A capital at the head of a sentence says nothing. A word of this list is no name there, unless the
same document says otherwise. Counted in the training parts of UD English EWT and GUM's open genres
(CC BY-SA 4.0, CC BY 4.0) and in The Federalist (public domain); see `../shared/data/README.md`.
"""

import argparse
import re
from collections import Counter
from pathlib import Path

HEAD = """\
# Words that English prose writes small, most often. Counted in UD English EWT (CC BY-SA 4.0), UD English GUM's
# open genres (CC BY 4.0) and The Federalist (public domain); single words alone. Made by training/names/common.py.
"""
WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*", re.IGNORECASE)
OFTEN = 2
RATIO = 4
SHORTEST = 2


def words_of(text: str, small: Counter[str], capital: Counter[str]) -> None:
    """Count the words of running text, the first of each sentence left out."""
    for sentence in re.split(r"[.!?:;\n“”\"]+\s*", text):
        for word in WORD.findall(sentence)[1:]:
            if word.islower():
                small[word] += 1
            elif word[0].isupper() and word[1:].islower():
                capital[word.lower()] += 1


def main() -> None:
    """Count, keep, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--out", type=Path, default=Path("src/armillary/annotate/names/common.txt"))
    chosen = options.parse_args()
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for part in ("en_ewt_train.conllu", "en_gum_open_train.conllu"):
        lines = (chosen.shared / "data/ud" / part).read_text(encoding="utf-8").splitlines()
        texts = (line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        words_of("\n".join(texts), small, capital)
    federalist = (chosen.shared / "texts/federalist-papers.txt").read_text(encoding="utf-8")
    words_of(re.sub(r"(?<!\n)\n(?!\n)", " ", federalist), small, capital)
    kept = sorted(
        word
        for word, often in small.items()
        if often >= OFTEN and often >= RATIO * capital[word] and len(word) >= SHORTEST
    )
    chosen.out.write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{chosen.out}: {len(kept)} words")


if __name__ == "__main__":
    main()

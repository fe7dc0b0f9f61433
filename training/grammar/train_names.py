"""Train the names model: people (PER), bodies (ORG) and places (LOC), from UNER, GUM and wikigold.

    OMP_NUM_THREADS=1 uv run python training/grammar/train_names.py
    uv run python training/grammar/pack.py .cache/names/model src/armillary/models/names

One core for about ten minutes. Run it again to go on after a stop.
"""

from pathlib import Path
from random import Random

from loop import Recipe, Scores, options, percent, train
from named import Named, gum, texts, uner, wikigold
from spacy.language import Language
from spacy.training import Example

SMALL, CAPITAL = 0.03, 0.03
"""Shares of the texts that are read all in lower case, and all in capitals."""


def main() -> None:
    """Train, or go on training."""
    chosen = options(__doc__, work=".cache/names", steps=2000)
    folder = chosen.data / "ud"
    taught = [
        list(uner(folder / "uner_ewt_train.iob2")),
        list(gum(folder / "en_gum_open_train.conllu")),
        list(wikigold(chosen.data / "names" / "wikigold.conll.txt")),
    ]
    whole = [text for part in taught for text in texts(part)]
    held_out = {
        "uner_ewt": texts(list(uner(folder / "uner_ewt_dev.iob2"))),
        "gum_open": texts(list(gum(folder / "en_gum_open_dev.conllu"))),
    }

    def epoch(chance: Random) -> list[Named]:
        drawn = [_cased(text, chance) for text in whole]
        chance.shuffle(drawn)
        return drawn

    def scores(nlp: Language) -> Scores:
        return {part: _scored(nlp, some) for part, some in held_out.items()}

    config = Path(__file__).parent / "names.cfg"
    train(
        Recipe(config, whole, epoch, _example, scores, peak_rate=0.0015, dropout=0.3),
        chosen.work,
        chosen.steps,
    )


def _cased(text: Named, chance: Random) -> Named:
    drawn = chance.random()
    if drawn < SMALL:
        return Named([word.lower() for word in text.words], text.spaces, text.tags)
    if drawn < SMALL + CAPITAL:
        return Named([word.upper() for word in text.words], text.spaces, text.tags)
    return text


def _example(nlp: Language, text: Named) -> Example:
    return Example(nlp.make_doc(text.text), text.doc(nlp.vocab))


def _scored(nlp: Language, some: list[Named]) -> dict[str, float]:
    scores = nlp.evaluate([_example(nlp, one) for one in some])
    kinds = {
        kind: round(100 * found["f"], 2)
        for kind, found in sorted((scores["ents_per_type"] or {}).items())
    }
    return percent(scores, "ents_p", "ents_r", "ents_f") | kinds


if __name__ == "__main__":
    main()

"""Train the grammar model from open treebanks: tags, lemmas, dependencies and sentence ends.

    OMP_NUM_THREADS=1 uv run python training/grammar/train.py
    uv run python training/grammar/pack.py .cache/grammar/model src/armillary/models/grammar

One core for about an hour. Run it again to go on after a stop.
"""

from pathlib import Path
from random import Random

from augment import dressed
from loop import Recipe, Scores, options, percent, train
from spacy.language import Language
from spacy.training import Example
from treebank import Paragraph, read

PARTS = ("en_ewt", "en_gum_open")


def main() -> None:
    """Train, or go on training."""
    chosen = options(__doc__, work=".cache/grammar", steps=8000)
    taught = [list(read(chosen.data / "ud" / f"{part}_train.conllu")) for part in PARTS]
    held_out = {part: list(read(chosen.data / "ud" / f"{part}_dev.conllu")) for part in PARTS}

    whole = [one for part in taught for one in part]

    def epoch(chance: Random) -> list[Paragraph]:
        paragraphs = [one for part in taught for one in dressed(part, chance)]
        chance.shuffle(paragraphs)
        return paragraphs

    def scores(nlp: Language) -> Scores:
        return {part: _scored(nlp, paragraphs) for part, paragraphs in held_out.items()}

    config = Path(__file__).parent / "grammar.cfg"
    train(
        Recipe(config, whole, epoch, example, scores, peak_rate=0.0015, dropout=0.15),
        chosen.work,
        chosen.steps,
    )


def example(nlp: Language, paragraph: Paragraph) -> Example:
    """What the pipeline splits by itself, beside what it should mark."""
    return Example(nlp.make_doc(paragraph.text), paragraph.doc(nlp.vocab))


def _scored(nlp: Language, paragraphs: list[Paragraph]) -> dict[str, float]:
    scores = nlp.evaluate([example(nlp, one) for one in paragraphs])
    return percent(scores, "tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")


if __name__ == "__main__":
    main()

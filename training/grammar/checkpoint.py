"""What a training run needs to go on after it was stopped: weights, and the optimizer's memory of them."""

import pickle
from pathlib import Path

from spacy.language import Language
from thinc.api import Model, Optimizer

_MEMORIES = ("mom1", "mom2", "averages", "nr_update")


def save(folder: Path, nlp: Language, optimizer: Optimizer, step: int) -> None:
    """Write a checkpoint as a whole: a run that is stopped while it writes keeps the one before."""
    names = {node.id: at for at, node in enumerate(_nodes(nlp))}
    memory = {
        name: {(names[key[0]], key[1]): kept for key, kept in getattr(optimizer, name).items()}
        for name in _MEMORIES
    }
    state = pickle.dumps((step, nlp.to_bytes(), memory))
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / "checkpoint.new"
    fresh.write_bytes(state)
    fresh.replace(folder / "checkpoint")


def load(folder: Path, nlp: Language, optimizer: Optimizer) -> int:
    """Put the weights and the memory back; gives the number of steps done, 0 where there is no checkpoint."""
    path = folder / "checkpoint"
    if not path.is_file():
        return 0
    step, weights, memory = pickle.loads(path.read_bytes())  # noqa: S301  written by `save` on this machine
    nlp.from_bytes(weights)
    nodes = _nodes(nlp)
    for name in _MEMORIES:
        kept = {(nodes[at].id, param): values for (at, param), values in memory[name].items()}
        getattr(optimizer, name).clear()
        getattr(optimizer, name).update(kept)
    return int(step)


def _nodes(nlp: Language) -> list[Model]:
    """Every layer of every model, always in the same order."""
    return [
        node
        for _, pipe in nlp.pipeline
        if isinstance(getattr(pipe, "model", None), Model)
        for node in pipe.model.walk()
    ]

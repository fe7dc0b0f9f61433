"""Train the tagger of causes: is a sentence causal, which words are cause, effect and cue.

    make train-causes                    # sets up the environment, trains, packs
    python training/causes/train.py      # trains alone, in an environment with requirements.txt

One core for about half an hour. Run it again to go on after a stop: each epoch leaves a checkpoint.
"""

import argparse
import json
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import torch
from batches import Padded, Taught, assignments, batches, cut, gate_targets, padded
from encoder import Shape, start
from heads import SCORES, SLOTS, Tagger, log_all, score
from marked import read
from scores import scored
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

SEED = 0
EPOCHS = 10
GATE_EPOCHS = 3
"""The gate learns from people's labels this long, then is held to what it said: longer, it overfits."""
RATE, HEAD_RATE = 1e-4, 5e-4
WARM_UP = 0.06
AVERAGE = 0.998
"""The weights that are kept are a running average, of about the last 500 steps."""
SMOOTH = 0.05
SPANS, CUES, SEVERAL = 0.3, 0.1, 0.3  # weights of the losses beside the gate's
NEGATIVES = 0.34  # of SemEval's in each epoch
PLAIN = 0.5  # of the sentences without relations, once the gate is held


def main() -> None:
    """Train, or go on training."""
    chosen = _options()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    chosen.work.mkdir(parents=True, exist_ok=True)
    taught = cut(read(chosen.data))
    learned = [one for one in taught if not one.marked.aside]
    aside = [one for one in taught if one.marked.aside]
    tagger = Tagger(start(), Shape())
    average = Tagger(start(), Shape())
    average.load_state_dict(tagger.state_dict())
    optimizer = _adam(tagger)
    epochs = (_epoch(learned, number, chosen.seed) for number in range(chosen.epochs))
    steps = sum(len(list(batches(epoch, Random(number)))) for number, epoch in enumerate(epochs))
    step = 0
    held: dict[str, Tensor] = {}
    begun = 0
    last = chosen.work / "checkpoint.pt"
    if last.is_file():
        stored = torch.load(last)
        tagger.load_state_dict(stored["tagger"])
        average.load_state_dict(stored["average"])
        optimizer.load_state_dict(stored["optimizer"])
        begun, step, held = stored["epochs"], stored["step"], stored["held"]
    for number in range(begun, chosen.epochs):
        torch.manual_seed(chosen.seed * 1000 + number)
        started, lost = time.process_time(), 0.0
        if number == GATE_EPOCHS:
            held = _held(average, learned)
        tagger.train()
        for batch in batches(_epoch(learned, number, chosen.seed), Random(chosen.seed * 1000 + number)):
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * _rate(step, steps)
            with torch.autocast("cpu", torch.bfloat16, enabled=chosen.half):
                loss = _loss(tagger, batch, held)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            _follow(average, tagger, min(AVERAGE, step / (step + 10)))
            lost += loss.item()
            if step % 50 == 0:
                print(
                    f"step {step} of {steps}, loss {loss.item():.3f}, {time.process_time() - started:.0f} s",
                    flush=True,
                )
        stored = {"tagger": tagger.state_dict(), "average": average.state_dict(), "epochs": number + 1}
        torch.save(stored | {"optimizer": optimizer.state_dict(), "step": step, "held": held}, last)
        torch.save(average.state_dict(), chosen.work / f"epoch-{number + 1}.pt")
        line = {
            "epoch": number + 1,
            "cpu_seconds": round(time.process_time() - started),
            "loss": lost,
            **scored(average, aside),
        }
        print(json.dumps(line), flush=True)
        with (chosen.work / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data/causal"))
    parser.add_argument("--work", type=Path, default=Path(".cache/causes"))
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--half", action=argparse.BooleanOptionalAction, default=True, help="bfloat16 products"
    )
    return parser.parse_args()


def _epoch(learned: list[Taught], number: int, seed: int) -> list[Taught]:
    """What one epoch shows: every sentence, a share of SemEval's negatives, and once more those with spans.

    Once the gate is held, only the sets with spans.
    """
    chance = Random(seed * 1000 + number)
    shown: list[Taught] = []
    for one in learned:
        spanned = bool(one.relations)
        if number < GATE_EPOCHS:
            if one.marked.of == "semeval" and not one.marked.causal and chance.random() > NEGATIVES:
                continue
            shown.append(replace(one, told=spanned))
        elif one.marked.spans and (spanned or chance.random() < PLAIN):
            shown.append(replace(one, told=spanned))
        if spanned:
            shown.append(replace(one, told=True, gate=False))
    return shown


def _adam(tagger: Tagger) -> torch.optim.AdamW:
    """Heads learn faster than the encoder; its word vectors stay."""
    inner = [p for p in tagger.encoder.parameters() if p.requires_grad]
    outer = [p for name, p in tagger.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": inner, "peak": RATE}, {"params": outer, "peak": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)


def _rate(step: int, steps: int) -> float:
    """The share of the peak rate: up in a line, then down in a line to nothing."""
    return min(step / (WARM_UP * steps), max(0.0, (steps - step) / (steps * (1 - WARM_UP))))


def _follow(average: Tagger, tagger: Tagger, keep: float) -> None:
    with torch.no_grad():
        for mean, now in zip(average.parameters(), tagger.parameters(), strict=True):
            if now.requires_grad:
                mean.lerp_(now, 1 - keep)


def _held(tagger: Tagger, learned: list[Taught]) -> dict[str, Tensor]:
    """What the gate says now of each sentence of the sets with spans."""
    tagger.eval()
    said: dict[str, Tensor] = {}
    with torch.no_grad():
        for batch in batches([one for one in learned if one.marked.spans], Random(0)):
            made = padded(batch)
            gate = tagger(made.ids, made.mask, made.manner)[0].sigmoid()
            said |= {one.marked.text: row for one, row in zip(batch, gate, strict=True)}
    return said


def _loss(tagger: Tagger, batch: list[Taught], held: dict[str, Tensor]) -> Tensor:
    made = padded(batch)
    gate, several, spans = (answer.float() for answer in tagger(made.ids, made.mask, made.manner))
    wanted, counts = gate_targets(batch, SMOOTH)
    if held:
        wanted = torch.stack([held[one.marked.text] for one in batch])
        counts = counts.max(1, keepdim=True).values.expand_as(wanted)
    loss = (cross_entropy(gate, wanted, reduction="none") * counts).sum() / counts.sum().clamp(min=1)
    rows = [row for row, one in enumerate(batch) if one.told]
    if rows:
        many = torch.tensor([float(len(batch[row].relations) > 1) for row in rows])
        loss = loss + SEVERAL * cross_entropy(several[rows], many)
        loss = loss + _span_loss(spans[rows], made, [batch[row] for row in rows], rows)
    return loss


def _span_loss(spans: Tensor, made: Padded, told: list[Taught], rows: list[int]) -> Tensor:
    """How improbable the marked pairs are, slots given out as suits best, and how wrong the cues are."""
    whole = log_all(spans, made.first[rows], made.last[rows])
    total = spans.new_zeros(())
    for row, one in enumerate(told):
        costs = {r: whole[row] - score(spans[row], r.cause, r.effect) for r in one.relations}
        ways = assignments(one.relations)
        prices = [sum(costs[r][slot] for slot, r in enumerate(way)) for way in ways]
        best = min(range(len(ways)), key=lambda n: prices[n].item())
        total = total + SPANS * prices[best]
        for slot, relation in enumerate(ways[best]):
            total = total + CUES * _cue_loss(spans[row, :, slot, -1], relation.cues, len(one.ids))
    return total / len(told)


def _cue_loss(logits: Tensor, cues: tuple[tuple[int, int], ...] | None, length: int) -> Tensor:
    if cues is None:
        return logits.new_zeros(())
    wanted = torch.zeros(length)
    for first, last in cues:
        wanted[first:last] = 1.0
    return cross_entropy(logits[:length], wanted, reduction="sum")


if __name__ == "__main__":
    assert len(SCORES) == 7 and SLOTS == 2  # noqa: S101, PT018, PLR2004  what _span_loss counts on
    main()

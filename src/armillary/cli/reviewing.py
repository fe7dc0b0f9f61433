"""`armillary review`: what was read is looked at and corrected, without the app."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from armillary.cli.asking import reading_options, settings_of
from armillary.cli.telling import count, say

if TYPE_CHECKING:
    from armillary.correct import Line
    from armillary.desk import Desk
    from armillary.system import System

Opened = Callable[[], "Desk"]
Decorated = TypeVar("Decorated", bound=Callable[..., Any])
SIGNS = ("raises", "lowers", "unclear")
MODALITIES = ("asserted", "hedged", "conditional", "counterfactual", "intended", "negated")
LONGEST = 100


@click.group(invoke_without_command=True)
@click.argument("file", metavar="FILE")
@reading_options
@click.pass_context
def review(context: click.Context, /, file: str, **how: str | bool | None) -> None:
    """Look at the claims of FILE and correct them. Corrections stand beside it, in FILE.review.toml.

    \b
      armillary review essay.txt                        the claims, and what was said of them
      armillary review essay.txt accept c3 c4
      armillary review essay.txt reject c12 --because "A figure of speech."
      armillary review essay.txt turn c9
      armillary review essay.txt set c7 --sign lowers --holder "the minister"
      armillary review essay.txt add "a cap keeps rents down" --cause cap --effect rents --sign lowers
      armillary review essay.txt same "the cap" "rent control"
      armillary review essay.txt undo c12
      armillary review essay.txt precision              how often each rule read right

    A correction is known by its words: it survives edits of the document, and armillary build applies it each time.
    Ids are those of the model; correcting one claim leaves the ids of all others.
    """

    def opened() -> "Desk":
        from armillary.desk import Desk

        return Desk(Path(file), settings_of(**how))

    context.obj = opened
    if context.invoked_subcommand is None:
        _list(opened())


def _list(desk: "Desk") -> None:
    """Print the claims, those that were rejected among them."""
    system = desk.system()
    for line in desk.ledger().lines:
        click.echo(_told(line, system))
    _say_sums(desk)


def _told(line: "Line", system: "System") -> str:
    """A claim on one line: its id, what was said of it, who says what, and its words."""
    from armillary.anchor import one_line

    key = f"c{line.number}"
    shown = key in system.claims
    claim = system.claims[key] if shown else line.claim
    said = "" if line.said is None else line.said.verdict.value if line.said.verdict else "changed"
    words = one_line(claim.at.words)
    short = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    cause, effect = (one_line(side.core.words) for side in (claim.cause, claim.effect))
    who = system.holder_name(claim.holder)
    return f"{key:5} {said:8}  {cause} {claim.sign.value} {effect} ({who}, {claim.modality.value}): “{short}”"


def _say_sums(desk: "Desk") -> None:
    done = desk.findings().corrected
    if done is not None:
        say_corrected(str(desk.path), done.applied, done.lost)


def say_corrected(file: str, applied: int, lost: tuple[str, ...]) -> None:
    """How many corrections of a file were applied, and which were not."""
    if applied or lost:
        say(f"  {file}: {count(applied, 'correction')} applied, {len(lost)} not")
    for why in lost:
        say(f"    not applied: {why}")


def _because(command: Decorated) -> Decorated:
    return click.option("--because", metavar="REASON", default="", help="Why, in a few words.")(command)


def _parts(command: Decorated) -> Decorated:
    sign = click.option("--sign", type=click.Choice(SIGNS), help="Which way the effect goes.")
    modality = click.option("--modality", type=click.Choice(MODALITIES), help="How it is put forward.")
    holder = click.option(
        "--holder", metavar="WHO", help="Who says it: author, unknown, or words that name them."
    )
    return sign(modality(holder(command)))


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_because
@click.pass_obj
def accept(opened: Opened, ids: tuple[str, ...], because: str) -> None:
    """Say that claims were read right."""
    _judge(opened(), ids, "accepted", because)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_because
@click.pass_obj
def reject(opened: Opened, ids: tuple[str, ...], because: str) -> None:
    """Say that the text does not claim this: the next build leaves it out."""
    _judge(opened(), ids, "rejected", because)


def _judge(desk: "Desk", ids: tuple[str, ...], verdict: str, because: str) -> None:
    from armillary.review import Verdict

    for key in ids:
        desk.judge(key, Verdict(verdict), because)
    _tell(desk, ids)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_because
@click.pass_obj
def turn(opened: Opened, ids: tuple[str, ...], because: str) -> None:
    """Turn arrows round: what was read as the effect is the cause."""
    desk = opened()
    for key in ids:
        desk.turn(key, because)
    _tell(desk, ids)


@review.command("set")
@click.argument("key", metavar="ID")
@_parts
@_because
@click.pass_obj
def set_(opened: Opened, /, key: str, **parts: str | None) -> None:
    """Change the sign, the modality or the holder of a claim."""
    from armillary.errors import SettingsError

    if not any(value for name, value in parts.items() if name != "because"):
        message = "say what to change: --sign, --modality or --holder"
        raise SettingsError(message)
    desk = opened()
    desk.change(key, **_nouns(parts))
    _tell(desk, (key,))


@review.command()
@click.argument("quote", metavar="WORDS")
@click.option("--cause", required=True, metavar="WORDS", help="The words of the cause, in these words.")
@click.option(
    "--effect", required=True, metavar="WORDS", help="The words of the effect, in these words."
)
@_parts
@_because
@click.pass_obj
def add(opened: Opened, /, quote: str, cause: str, effect: str, **parts: str | None) -> None:
    """Add a claim that was not read, by the WORDS of the document that say it."""
    desk = opened()
    desk.add(quote, cause, effect, **_nouns(parts))
    _say_sums(desk)


def _nouns(parts: dict[str, str | None]) -> dict[str, Any]:
    from armillary.findings import Sign
    from armillary.reading import Modality

    sign, modality = parts.pop("sign"), parts.pop("modality")
    return {
        **parts,
        "sign": Sign(sign) if sign else None,
        "modality": Modality(modality) if modality else None,
    }


@review.command()
@click.argument("names", nargs=-1, required=True, metavar="ID|WORDS...")
@_because
@click.pass_obj
def same(opened: Opened, names: tuple[str, ...], because: str) -> None:
    """Say that names are of one factor, or of one actor. Give ids, as f3 or a2, or the words of the document."""
    _name(opened(), names, because, apart=False)


@review.command()
@click.argument("names", nargs=-1, required=True, metavar="WORDS...")
@_because
@click.pass_obj
def apart(opened: Opened, names: tuple[str, ...], because: str) -> None:
    """Say that wordings which were taken for one name two factors, or two actors."""
    _name(opened(), names, because, apart=True)


def _name(desk: "Desk", names: tuple[str, ...], because: str, *, apart: bool) -> None:
    found = [desk.words_of(name) for name in names]
    said = desk.same(found[0][0], [words for _, words in found], apart=apart, because=because)
    joint = "each name another" if apart else "name one"
    say(f"  {desk.path}: {', '.join(said.words)} {joint} of the {said.kind.value}")
    _say_sums(desk)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.pass_obj
def undo(opened: Opened, ids: tuple[str, ...]) -> None:
    """Take back what was said of claims."""
    desk = opened()
    lines = [_told(line, desk.system()) for line in desk.ledger().lines if f"c{line.number}" in ids]
    taken = [key for key in ids if desk.undo(key) is not None]
    for line in lines:
        say(f"  {line}")
    say(f"  {desk.path}: {count(len(taken), 'correction')} taken back")


def _tell(desk: "Desk", ids: tuple[str, ...]) -> None:
    system = desk.system()
    for key in ids:
        line = desk.ledger().line(int(key[1:]))
        if line is not None:
            say(f"  {_told(line, system)}")
    _say_sums(desk)


@review.command()
@click.pass_obj
def precision(opened: Opened) -> None:
    """Print how often each rule read right, by what was judged in this document."""
    from armillary.correct.precision import judged

    rows = judged(opened().ledger().lines)
    for row in rows:
        click.echo(f"{row.precision:5.0%}  {row.right} of {row.judged}  {' + '.join(row.rule)}")
    if not rows:
        say("nothing was judged yet; judge claims with accept and reject")

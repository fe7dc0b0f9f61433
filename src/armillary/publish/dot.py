"""DOT, the language of Graphviz: factors and links, with the words of each as its tooltip."""

from armillary.publish.arrows import arrows, line, names
from armillary.system import System

LOSES = "actors, times, figures, quotations, loops and the text; who says it"


def dot(system: System) -> bytes:
    """The map as a directed graph. Ids are those of the model."""
    rows = ["digraph armillary {", "    node [shape=box];"]
    rows += [f"    {key} [label={_quoted(name)}];" for key, name in names(system).items()]
    rows += [
        f"    {arrow.link.cause} -> {arrow.link.effect} "
        f"[label={_quoted(arrow.tally)}, tooltip={_quoted(line(arrow.words))}];"
        for arrow in arrows(system)
    ]
    return ("\n".join([*rows, "}"]) + "\n").encode()


def _quoted(text: str) -> str:
    """A string of DOT. Backslashes are doubled: a label would read them as commands."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

"""Mermaid, which GitHub and many editors draw: a flow chart of factors with a sign on each arrow."""

from armillary.publish.arrows import arrows, names
from armillary.system import System

LOSES = (
    "the words behind each arrow and who says them; everything but factors, links and signs. "
    "Mermaid as GitHub runs it draws no more than 500 arrows and 50,000 characters"
)


def mermaid(system: System) -> bytes:
    """The map as a flow chart from left to right. Ids are those of the model."""
    rows = ["flowchart LR"]
    rows += [f'    {key}["{_escaped(name)}"]' for key, name in names(system).items()]
    rows += [
        f'    {arrow.link.cause} -->|"{_escaped(arrow.mark)}"| {arrow.link.effect}'
        for arrow in arrows(system)
    ]
    return ("\n".join(rows) + "\n").encode()


def _escaped(text: str) -> str:
    """Text in which Mermaid finds no syntax: every other sign is written as its code (`#35;`)."""
    return "".join(
        mark if mark.isalnum() or mark == " " or ord(mark) > 0x7F else f"#{ord(mark)};"  # noqa: PLR2004  ASCII ends here
        for mark in text
    )

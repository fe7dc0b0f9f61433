"""Notebook: the page of a system in a frame, as Jupyter and its kin show it below a cell."""

from html import escape

from armillary.publish.report import render
from armillary.system import System

HEIGHT = 640
"""Pixels: a map and its evidence, and still some of the cell above."""

ALLOWED = "allow-scripts allow-downloads"
"""The frame has no origin of its own: it reaches neither the notebook nor anything that is kept for it."""


def framed(system: System, height: int = HEIGHT) -> str:
    """An element of HTML that holds the whole page and asks the network for nothing.

    >>> framed(System()).startswith("<iframe ")
    True

    Errors: `OutputError` where the template was not built.
    """
    return (
        f'<iframe title="Armillary" sandbox="{ALLOWED}" srcdoc="{escape(render(system))}" '
        f'style="width: 100%; height: {height}px; border: 1px solid #8886; border-radius: 8px"></iframe>'
    )

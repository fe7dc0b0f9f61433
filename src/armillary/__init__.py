"""Armillary reads a document in prose and builds the system that the document describes.

             read          annotate      extract       assemble
    source ───────▶ Document ─────▶ Reading ─────▶ Findings ─────▶ System ─── check ───▶ Problems
                                                                     ├─── simulate ▶ Run
                                                                     │
                                                                     └────── publish ──▶ page, model file, tables

Files beside this one are nouns (what travels), folders are verbs (what is done to it), and the verbs
meet in `pipeline`. Start there:

>>> import armillary
>>> system = armillary.build("essay.txt")            # doctest: +SKIP
>>> [claim.cause.at.words for claim in system.claims]  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armillary.errors import ArmillaryError
    from armillary.pipeline import adopt, build, framed, load, save, simulate
    from armillary.run import Push, Run
    from armillary.settings import Settings
    from armillary.system import System

__version__ = "0.1.0"

__all__ = [
    "ArmillaryError",
    "Push",
    "Run",
    "Settings",
    "System",
    "__version__",
    "adopt",
    "build",
    "framed",
    "load",
    "save",
    "simulate",
]

_HOME = {
    "ArmillaryError": "errors",
    "Push": "run",
    "Run": "run",
    "Settings": "settings",
    "System": "system",
    "adopt": "pipeline",
    "build": "pipeline",
    "framed": "pipeline",
    "load": "pipeline",
    "save": "pipeline",
    "simulate": "pipeline",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for, so that `armillary --help` answers at once."""
    if name not in _HOME:
        message = f"module 'armillary' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"armillary.{_HOME[name]}"), name)

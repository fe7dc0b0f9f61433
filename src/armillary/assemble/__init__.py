"""Assemble: statements become one system."""
from collections.abc import Iterable

from armillary.findings import Findings
from armillary.settings import Settings
from armillary.system import System


def assemble(findings: Iterable[Findings], settings: Settings) -> System:
    raise NotImplementedError

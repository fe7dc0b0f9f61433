"""Publish: a system as a file."""
from pathlib import Path
from armillary.system import System


def publish(system: System, form: str) -> bytes:
    raise NotImplementedError


def write(path: Path, content: bytes) -> Path:
    raise NotImplementedError

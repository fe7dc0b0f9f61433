"""Listening: the app on a port of this machine, until it is told to stop."""

import os
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from armillary.errors import SettingsError
from armillary.serve.app import app
from armillary.serve.shelf import Shelf
from armillary.settings import Settings

HOST = "127.0.0.1"
"""This machine alone. It is no setting: whoever reaches the app reads and changes documents."""

PORT = 7341
"""Where it listens unless this is taken: any port will do, and one that stays can be kept as a bookmark."""

LET_GO = 1
"""Seconds that open pages are given when the app is stopped: they ask again by themselves."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the app answers, and to whom."""

    port: int
    token: str

    def __str__(self) -> str:
        """The address to open in a browser."""
        return f"http://{HOST}:{self.port}/?token={self.token}"


def listen(folder: Path, settings: Settings, port: int | None, tell: Callable[[Address], None]) -> None:
    """Serve a folder until Ctrl-C. `tell` is given the address once it answers. `port`: None for any.

    Errors: `SettingsError` where there is no such folder, and where the port is taken.
    """
    Shelf.of(folder)
    with _socket(port) as place:
        address = Address(place.getsockname()[1], secrets.token_urlsafe(24))
        served = app(folder, settings, address.port, address.token)
        level = (
            "error" if os.environ.get("ARMILLARY_DEBUG") else "critical"
        )  # a fault is told in the browser
        config = uvicorn.Config(
            served, log_level=level, server_header=False, timeout_graceful_shutdown=LET_GO
        )
        place.listen()
        tell(address)
        uvicorn.Server(config).run(sockets=[place])


def _socket(port: int | None) -> socket.socket:
    place = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        place.bind((HOST, PORT if port is None else port))
    except (OSError, OverflowError) as error:
        if port is not None:
            place.close()
            message = f"port {port} cannot be used: {error}; leave --port away to take a free one"
            raise SettingsError(message) from error
        place.bind((HOST, 0))
    return place

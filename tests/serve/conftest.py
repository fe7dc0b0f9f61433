"""The app without a port: asked as a browser would ask it, with the token."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from armillary.errors import OutputError
from armillary.publish.report import template
from armillary.serve import app
from armillary.settings import Settings

TEXT = (
    "The cap reduced the number of flats. Fewer flats led to higher rents. Higher rents led to a cap.\n\n"
    "Rent control, said the mayor, hurts nobody. 🌍 Heavy rain caused floods.\n"
)
QUICK = Settings(witnesses="rules", language_model="none")
PORT, TOKEN = 7341, "the-token"
HOME = f"http://127.0.0.1:{PORT}"
Asker = Callable[..., TestClient]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document; what stands beside the folder must never be seen."""
    inside = tmp_path / "essays"
    inside.mkdir()
    (inside / "rents.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("A secret caused harm.", encoding="utf-8")
    return inside


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    """Whoever opened the address that was printed."""
    try:
        template("app.html")
    except OutputError as error:
        pytest.skip(str(error))
    with TestClient(app(folder, QUICK, PORT, TOKEN), base_url=HOME) as asking:
        asking.cookies.set(f"armillary-{PORT}", TOKEN)
        yield asking


def opened(client: TestClient, name: str = "rents.txt") -> TestClient:
    """The same, once a document is read."""
    client.post(f"/documents/{name}/read")
    for _ in range(600):
        listed = client.get("/documents").json()["documents"]
        state = next(one["progress"] for one in listed if one["name"] == name)
        if state["state"] in {"ready", "failed"}:
            break
        time.sleep(0.05)
    return client

"""Who may ask, and for what: nobody from elsewhere, nothing outside the folder."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from armillary.serve import app
from serve.conftest import HOME, PORT, QUICK, TEXT, TOKEN, opened


@pytest.fixture
def stranger(folder: Path) -> TestClient:
    return TestClient(app(folder, QUICK, PORT, TOKEN), base_url=HOME, follow_redirects=False)


ADDRESSES = ["/", "/documents", "/documents/rents.txt/page", "/documents/rents.txt/state", "/nothing"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_the_token_nothing_is_told(stranger: TestClient, address: str) -> None:
    for query in ("", "?token=", "?token=wrong", "?token=the-tokenx", "?token=é"):
        answer = stranger.get(address + query)
        assert (answer.status_code, "rents" in answer.text) == (403, False)
    assert stranger.post("/documents?name=a.txt", content=b"A.").status_code == 403


def test_the_token_in_the_address_becomes_a_cookie_that_scripts_do_not_see(stranger: TestClient) -> None:
    answer = stranger.get("/documents?token=the-token&a=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents?a=1")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger.get("/documents").status_code == 200


def test_the_way_back_from_the_token_leads_nowhere_else(stranger: TestClient) -> None:
    answer = stranger.get("//example.org/?token=the-token")
    assert answer.headers.get("location", "/").startswith(("/example.org", "/"))
    assert not answer.headers.get("location", "/").startswith("//")


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1", "127.0.0.1:1", "localhost:7341.evil.org", ""]
)
def test_a_foreign_name_for_this_machine_is_refused(client: TestClient, host: str) -> None:
    """A page of a foreign name that is pointed here could otherwise read all documents."""
    assert client.get("/documents", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://example.org"},
        {"Origin": "null"},
        {"Origin": f"http://127.0.0.1:{PORT + 1}"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_from_elsewhere_writes_nothing_even_with_the_cookie(
    client: TestClient, folder: Path, headers: dict[str, str]
) -> None:
    answer = client.post("/documents?name=a.txt", content=b"A.", headers=headers)
    assert answer.status_code == 403
    assert [path.name for path in folder.iterdir()] == ["rents.txt"]


def test_no_answer_may_be_framed_kept_or_read_from_elsewhere(client: TestClient) -> None:
    headers = client.get("/documents").headers
    assert headers["content-security-policy"] == "frame-ancestors 'none'"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


OUTSIDE = [
    "../secret.txt", "..%2Fsecret.txt", "%2e%2e%2fsecret.txt", "..\\secret.txt", "/etc/passwd", "%2Fetc%2Fpasswd",
    "link.txt", "linked/secret.txt", ".hidden.txt", "rents.txt.review.toml", "rents.txt%00.txt", "", ".", "..",
    "a" * 5000 + ".txt", "ring.txt", "folder.txt", "notes.exe",
]  # fmt: skip


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_outside_the_folder_is_read_by_any_name_or_link(
    client: TestClient, folder: Path, name: str
) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "linked").symlink_to(folder.parent)
    (folder / "ring.txt").symlink_to(folder / "ring.txt")
    (folder / "folder.txt").mkdir()
    (folder / ".hidden.txt").write_text("Hidden.")
    (folder / "notes.exe").write_text("No document.")
    for what in ("page", "state", "report.html", "model.json"):
        answer = client.get(f"/documents/{name}/{what}")
        assert answer.status_code == 404
        assert "secret" not in answer.text.replace("secret.txt", "")
    listed = [one["name"] for one in client.get("/documents").json()["documents"]]
    assert listed == ["rents.txt"]


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "a\\b.txt", ".a.txt", "a.txt.review.toml", "a.exe", "a", "", "\0.txt",
             "a\n.txt", "a:b.txt", "x" * 300 + ".txt", " .txt "]
)  # fmt: skip
def test_a_name_that_is_none_is_not_taken(client: TestClient, folder: Path, name: str) -> None:
    answer = client.post("/documents", params={"name": name}, content=b"A.")
    assert answer.status_code == 422
    assert len(list(folder.iterdir())) == 1
    assert len(list(folder.parent.iterdir())) == 2


def test_a_dropped_document_overwrites_none(client: TestClient, folder: Path) -> None:
    again = client.post("/documents?name=rents.txt", content=TEXT.encode())
    other = client.post("/documents?name=rents.txt", content=b"Other words.")
    assert (again.status_code, again.json()) == (200, {"name": "rents.txt", "known": True})
    assert (other.status_code, other.json()) == (201, {"name": "rents (2).txt", "known": False})
    assert (folder / "rents.txt").read_text(encoding="utf-8") == TEXT
    assert len(list(folder.iterdir())) == 2


def test_a_link_is_never_written_through(client: TestClient, folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "lost.txt").symlink_to(folder.parent / "new.txt")
    for name in ("link.txt", "lost.txt"):
        assert client.post(f"/documents?name={name}", content=b"Mine.").status_code == 201
    assert (folder.parent / "secret.txt").read_text() == "A secret caused harm."
    assert not (folder.parent / "new.txt").exists()


def test_what_is_too_large_is_refused_early_and_leaves_nothing(
    client: TestClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("armillary.serve.shelf.MOST_BYTES", 2**20)
    told = client.post("/documents?name=big.txt", content=b"a" * (2**20 + 1))
    hidden = client.post("/documents?name=big.txt", content=iter([b"a" * 2**19] * 3))
    for answer in (told, hidden):
        assert answer.status_code == 413
        assert "big.txt is larger than the 1 MB" in answer.json()["error"]
    assert [path.name for path in folder.iterdir()] == ["rents.txt"]


def test_a_document_that_cannot_be_read_says_why_and_the_next_is_read(
    client: TestClient, folder: Path
) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    opened(client, "broken.pdf")
    listed = {one["name"]: one["progress"] for one in client.get("/documents").json()["documents"]}
    assert (listed["broken.pdf"]["state"], listed["broken.pdf"]["why"] != "") == ("failed", True)
    assert "fault of Armillary" not in listed["broken.pdf"]["why"]
    assert opened(client).get("/documents/rents.txt/state").status_code == 200


def test_a_hostile_name_is_only_a_name(client: TestClient, folder: Path) -> None:
    name = "<script>alert(1)<_script>\"'&.txt"
    (folder / name).write_text("</script><script>alert(1)</script> caused harm.")
    page = client.get("/").text
    assert "<script>alert(1)" not in page
    opened(client, name.replace("/", "%2F"))

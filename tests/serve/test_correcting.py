"""What is corrected in the browser stands in the file beside the document, at once, and nothing of it is lost."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from armillary import filing
from armillary.pipeline import build
from serve.conftest import QUICK, opened

BASE = "/documents/rents.txt"


def ask(client: TestClient, **asked: Any) -> dict[str, Any]:
    answer = client.post(f"{BASE}/corrections", json=asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def in_file(folder: Path) -> dict[str, Any]:
    path = folder / "rents.txt.review.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def test_a_rejected_claim_is_in_the_file_and_gone_from_the_next_build(
    client: TestClient, folder: Path
) -> None:
    before = build(folder / "rents.txt", settings=QUICK)
    said = ask(opened(client), do="judge", id="c2", verdict="rejected")
    assert [block["quote"] for block in in_file(folder)["claim"]] == ["Fewer flats led to higher rents"]
    after = build(folder / "rents.txt", settings=QUICK)
    assert set(before.claims.ids) - set(after.claims.ids) == {"c2"}
    assert said["desk"]["lines"][0]["verdict"] == "rejected"
    assert client.get(f"{BASE}/state").json()["model"]["claims"][1]["id"] == "c3"


def test_every_step_can_be_taken_back_in_its_order(client: TestClient, folder: Path) -> None:
    opened(client)
    steps = [
        ask(client, do="judge", id="c1", verdict="accepted"),
        ask(client, do="change", id="c2", sign="lowers", modality="hedged", holder="the mayor"),
        ask(client, do="turn", id="c3"),
        ask(client, do="same", kind="factors", names=["the cap", "Rent control"]),
        ask(client, do="same", kind="factors", names=["the cap", "Rent control"], apart=True),
        ask(
            client, do="add", quote="Rent control, said the mayor, hurts nobody",
            cause="Rent control", effect="nobody", sign="lowers",
        ),
    ]  # fmt: skip
    states = [in_file(folder)]
    for step in reversed(steps):
        answer = client.post(f"{BASE}/undo", json={"step": step["step"]})
        assert answer.status_code == 200, answer.text
        states.append(in_file(folder))
    assert states[-1] == {}
    assert states[2]["factors"] == [{"same": ["the cap", "Rent control"]}]
    assert len({str(state) for state in states}) == len(states)


def test_a_claim_is_added_at_the_very_words_that_were_selected(client: TestClient, folder: Path) -> None:
    text = "Rain. 🌍 Tax hurts trade. Nobody minds. Tax hurts trade."
    (folder / "rents.txt").write_text(text, encoding="utf-8")
    start = text.rindex("Tax")
    opened(client)
    refused = client.post(
        f"{BASE}/corrections", json={"do": "add", "quote": "Tax hurts trade", "cause": "Tax", "effect": "trade"}
    )  # fmt: skip
    assert (refused.status_code, "more than once" in refused.json()["error"]) == (422, True)
    ask(client, do="add", quote="Tax hurts trade", cause="Tax", effect="trade", start=start)
    added = [claim for claim in build(folder / "rents.txt", settings=QUICK).claims if claim.belief == 1]
    assert [claim.at.start for claim in added] == [start]


def test_precision_is_told_from_what_was_judged(client: TestClient) -> None:
    opened(client)
    ask(client, do="judge", id="c2", verdict="accepted")
    said = ask(client, do="judge", id="c3", verdict="rejected")
    assert [(row["right"], row["judged"]) for row in said["desk"]["precision"]] == [(1, 2)]


def test_two_windows_lose_nothing_of_each_other(client: TestClient, folder: Path) -> None:
    """The second window shows c2 as nobody had judged it: it must not overwrite what the first one said."""
    opened(client)
    ask(client, do="judge", id="c2", verdict="rejected", mark="", because="A figure of speech.")
    late = client.post(
        f"{BASE}/corrections", json={"do": "judge", "id": "c2", "verdict": "accepted", "mark": ""}
    )
    assert (late.status_code, "in between" in late.json()["error"]) == (409, True)
    ask(client, do="judge", id="c1", verdict="accepted", mark="")
    assert [block["verdict"] for block in in_file(folder)["claim"]] == ["rejected", "accepted"]


def test_undo_leaves_what_an_editor_wrote_in_between(client: TestClient, folder: Path) -> None:
    step = ask(opened(client), do="judge", id="c2", verdict="rejected")["step"]
    path = folder / "rents.txt.review.toml"
    path.write_text(path.read_text().replace("rejected", "accepted"))
    late = client.post(f"{BASE}/undo", json={"step": step})
    assert late.status_code == 409
    assert in_file(folder)["claim"][0]["verdict"] == "accepted"


def test_a_document_that_was_changed_is_read_again_first(client: TestClient, folder: Path) -> None:
    opened(client)
    ask(client, do="judge", id="c2", verdict="rejected")
    document = folder / "rents.txt"
    document.write_text("A preface. " + document.read_text(encoding="utf-8"), encoding="utf-8")
    refused = client.post(f"{BASE}/corrections", json={"do": "judge", "id": "c1", "verdict": "accepted"})
    assert (refused.status_code, "changed since it was read" in refused.json()["error"]) == (409, True)
    client.post(f"{BASE}/read?again=1")
    opened(client)
    said = ask(client, do="judge", id="c1", verdict="accepted")["desk"]
    assert [line["verdict"] for line in said["lines"]] == ["accepted", "rejected"]


def test_a_damaged_review_file_is_told_with_its_line_and_left_alone(
    client: TestClient, folder: Path
) -> None:
    path = folder / "rents.txt.review.toml"
    opened(client)
    path.write_text("[[claim]]\nquote = \n")
    refused = client.post(f"{BASE}/corrections", json={"do": "judge", "id": "c1", "verdict": "accepted"})
    assert refused.status_code == 422
    assert "line 2" in refused.json()["error"]
    assert path.read_text() == "[[claim]]\nquote = \n"
    assert "line 2" in client.get("/documents").json()["documents"][0]["said"]


def test_a_full_disk_says_so_and_leaves_the_file_as_it_was(
    client: TestClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(opened(client), do="judge", id="c2", verdict="rejected")
    before = in_file(folder)

    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", no_space)
    refused = client.post(f"{BASE}/corrections", json={"do": "judge", "id": "c1", "verdict": "accepted"})
    assert (refused.status_code, "No space left" in refused.json()["error"]) == (507, True)
    assert in_file(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == ["rents.txt", "rents.txt.review.toml"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (b"{", "no JSON"),
        (b"[1]", "an object"),
        (b"[" * 90_000, "no JSON"),
        (b'"' + b"a" * 200_000, "at most 100,000 bytes"),
        (b"{}", "'do' is missing"),
        (b'{"do": "eat"}', "nothing is called 'eat'"),
        (b'{"do": "judge", "id": "c2", "verdict": "added"}', "accepted or rejected"),
        (b'{"do": "judge", "id": "c2", "verdict": ["accepted"]}', "no verdict"),
        (b'{"do": "judge", "id": "c99", "verdict": "accepted"}', "no claim has the id 'c99'"),
        (b'{"do": "turn", "id": "c%s"}' % (b"9" * 9000), "no claim has the id"),
        (b'{"do": "change", "id": "c2", "sign": "up"}', "'up' is no sign"),
        (b'{"do": "change", "id": "c2", "holder": "Nobody Here"}', "stands nowhere in the document"),
        (b'{"do": "same", "names": ["the cap"]}', "two wordings"),
        (b'{"do": "same", "names": "the cap"}', "name two factors"),
        (b'{"do": "aside", "id": "k99", "because": "no"}', "no finding has the id 'k99'"),
        (b'{"do": "remove", "entry": "ab"}', "no longer in the file"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    client: TestClient, folder: Path, asked: bytes, told: str
) -> None:
    answer = opened(client).post(f"{BASE}/corrections", content=asked)
    assert 400 <= answer.status_code < 500
    assert told in answer.json()["error"]
    assert not filing.beside(folder / "rents.txt").exists()


def test_actors_are_merged_and_split_by_their_names(client: TestClient, folder: Path) -> None:
    opened(client)
    ask(client, do="same", kind="actors", names=["the mayor", "Rent control"])
    assert in_file(folder) == {"actors": [{"same": ["the mayor", "Rent control"]}]}
    said = ask(client, do="same", kind="actors", names=["the mayor", "Rent control"], apart=True)["desk"]
    assert in_file(folder) == {"actors": [{"apart": ["the mayor", "Rent control"]}]}
    ask(client, do="remove", entry=said["names"][0]["mark"])
    assert in_file(folder) == {}


def test_a_finding_that_was_set_aside_is_off_the_page_and_the_ids_of_others_stay(
    client: TestClient, folder: Path
) -> None:
    text = "They met on 30 February 2021 and on 31 April 2022.\n\n" + (folder / "rents.txt").read_text()
    (folder / "rents.txt").write_text(text)
    state = opened(client).get(f"{BASE}/state").json()
    before = [problem["id"] for problem in state["model"]["problems"]]
    said = ask(client, do="aside", id=before[0], because="A jest.")["desk"]
    state = client.get(f"{BASE}/state").json()
    assert [problem["id"] for problem in state["model"]["problems"]] == before[1:]
    assert said["asides"][0]["because"] == "A jest."
    assert len(before) > 1
    ask(client, do="remove", entry=said["asides"][0]["mark"])
    state = client.get(f"{BASE}/state").json()
    assert [problem["id"] for problem in state["model"]["problems"]] == before


def test_the_saved_page_and_model_are_as_corrected(client: TestClient, folder: Path) -> None:
    ask(opened(client), do="judge", id="c2", verdict="rejected")
    model = client.get(f"{BASE}/model.json").json()
    page = client.get(f"{BASE}/report.html")
    assert "c2" not in [claim["id"] for claim in model["claims"]]
    assert page.headers["content-disposition"] == 'attachment; filename="rents.html"'
    assert "connect-src 'none'" in page.text
    assert [path.name for path in sorted(folder.iterdir())] == ["rents.txt", "rents.txt.review.toml"]

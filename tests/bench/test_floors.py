import json
import subprocess
import sys
from pathlib import Path

import pytest

from marks import floors
from marks.loading import HALVES, documents
from marks.measuring import measure, total, values

BENCH = Path(__file__).parents[2] / "bench" / "gold.py"
VALUES = {
    "signs": (0.9, 20.0),
    "claims, both: F1": (0.6, 50.0),
    "claims, plain connectives: F1": (0.2, 9.0),
}


@pytest.mark.parametrize("half", HALVES)
def test_no_figure_of_the_marked_documents_falls_below_its_floor(half: str) -> None:
    """Lowered on purpose? `python bench/gold.py --floors --lower "why"`, and commit its line in the changelog."""
    kept = floors.read()
    assert kept[half]
    falls = floors.fallen(half, values(total(map(measure, documents(half)))), kept)
    assert not falls, "; ".join(map(str, falls))


def test_a_floor_stands_one_thing_below_and_rivals_have_none() -> None:
    assert floors.raised("held", VALUES, {}, lower=False) == {"claims, both: F1": 0.58, "signs": 0.85}


def test_a_floor_only_rises_unless_asked() -> None:
    before = {"held": {"signs": 0.95, "claims, both: F1": 0.3}}
    assert [fall.name for fall in floors.fallen("held", VALUES, before)] == ["signs"]
    assert floors.raised("held", VALUES, before, lower=False) == {
        "signs": 0.95,
        "claims, both: F1": 0.58,
    }
    assert floors.raised("held", VALUES, before, lower=True) == {"signs": 0.85, "claims, both: F1": 0.58}


def test_what_is_no_longer_measured_has_fallen() -> None:
    assert floors.fallen("held", {}, {"held": {"signs": 0.5}})[0].value == 0


def test_lowering_leaves_a_line_in_the_changelog(tmp_path: Path) -> None:
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text("# Changelog\n\n### Added\n\n- A thing.\n", encoding="utf-8")
    fall = floors.Fall("held", "signs", 0.95, 0.9)
    floors.tell([fall], "Irony is read as such.", changelog)
    floors.tell([fall], "Second.", changelog)
    told = changelog.read_text(encoding="utf-8")
    assert told.count("### Floors lowered") == 1
    assert "- Irony is read as such. (held, signs 0.950 to 0.900)\n" in told
    assert "- A thing.\n" in told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--lower", "why"], "--lower goes with --floors"),
        (["--floors", "--lower", " "], "takes a reason"),
        (["--held", "--proposals"], "not looked at"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason(asked: list[str], told: str) -> None:
    done = subprocess.run(
        [sys.executable, str(BENCH), *asked], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert told in done.stderr


def test_the_tool_lowers_nothing_without_the_flag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gold  # noqa: PLC0415  the command itself, as it is run

    path, changelog = tmp_path / "floors.json", tmp_path / "CHANGELOG.md"
    changelog.write_text("# Changelog\n", encoding="utf-8")
    floors.write({"held": {"signs": 0.95}}, path)
    monkeypatch.setattr(floors, "read", lambda: json.loads(path.read_text(encoding="utf-8")))
    monkeypatch.setattr(
        floors, "write", lambda kept: path.write_text(json.dumps(kept), encoding="utf-8")
    )
    monkeypatch.setattr(floors, "tell", lambda falls, why: changelog.write_text(f"{falls[0]} {why}"))
    assert gold.settle({"held": VALUES}, raise_=True, lower=None) == 1
    assert json.loads(path.read_text(encoding="utf-8")) == {"held": {"signs": 0.95}}
    assert gold.settle({"held": VALUES}, raise_=True, lower="irony") == 0
    assert json.loads(path.read_text(encoding="utf-8"))["held"]["signs"] == 0.85
    assert "irony" in changelog.read_text(encoding="utf-8")

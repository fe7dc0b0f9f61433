"""S201: a cross-reference to nothing."""

from pathlib import Path

import pytest

import armillary

HEADINGS = "# On Bridges\n\n## 1. Stone\n\n{}\n\n## 2. Iron\n\nIron bridges are light.\n"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Stone is heavy; see section 5.", True),
        ("Iron, as section 12 shows, is light.", True),
        ("Stone is heavy; see section 2.", False),
        ("Stone is heavy; see section 12 of the Act.", False),
        ("Stone is heavy; see section 5(2).", False),
        ("Stone is heavy; see chapter 5.", False),
        ("The clerk wrote: “For the weight of stone, see section 5 and the map.”", False),
    ],
)
def test_a_reference_is_held_against_the_numbered_headings(
    words: str,
    wrong: bool,  # noqa: FBT001  a table of cases
    tmp_path: Path,
) -> None:
    file = tmp_path / "bridges.md"
    file.write_text(HEADINGS.format(words), encoding="utf-8")
    assert ["S201" for problem in armillary.build(file).problems if problem.code == "S201"] == [
        "S201"
    ] * wrong


def test_headings_without_numbers_are_not_counted(tmp_path: Path) -> None:
    file = tmp_path / "bridges.md"
    file.write_text("# Stone\n\nHeavy; see section 5.\n\n# Iron\n\nLight.\n", encoding="utf-8")
    assert "S201" not in [problem.code for problem in armillary.build(file).problems]

"""N301: an approximation beside its figure."""

from pathlib import Path

import pytest

import armillary


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("29 per cent, about a half, were old", True),
        ("29 per cent (nearly a half) were old", True),
        ("29 per cent, or roughly a half, were old", True),
        ("32 per cent, about a third, were old", False),
        ("29 per cent were old, and about a half were new", False),
    ],
)
def test_a_fraction_is_held_against_the_percentage_before_it(
    words: str,
    wrong: bool,  # noqa: FBT001  a table of cases
    tmp_path: Path,
) -> None:
    file = tmp_path / "bridges.txt"
    file.write_text(f"Of the bridges, {words}.", encoding="utf-8")
    assert ["N301" in problem.code for problem in armillary.build(file).problems] == [True] * wrong

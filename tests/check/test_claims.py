"""C501: one holder with both signs."""

from pathlib import Path

import armillary

RAISES = "Rain increased yields."
LOWERS = "Rain reduced yields."


def codes(*files: Path) -> list[str]:
    return [problem.code for problem in armillary.build(*files).problems]


def test_one_author_who_says_both_is_told(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(f"{RAISES} Nobody knew. {LOWERS}", encoding="utf-8")
    assert codes(file) == ["C501"]


def test_two_authors_who_disagree_are_not(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(RAISES, encoding="utf-8")
    two.write_text(LOWERS, encoding="utf-8")
    assert codes(one, two) == []

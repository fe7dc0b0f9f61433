"""What numbers are numbers of."""

import pytest

from armillary.annotate import grammar, numbers
from armillary.extract import figures
from armillary.findings import Findings
from armillary.reading import Reading
from armillary.text import Document


def find(text: str) -> Findings:
    document = Document("t.txt", "T", text, "0" * 64)
    return figures.find(numbers.mark(grammar.mark(Reading(document))), Findings(document))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 72% of voters agreed.", "voters"),
        ("Nearly 300 wooden ships sailed.", "wooden ships"),
        ("They sent $500 million in aid.", "aid"),
        ("A 10% increase in exports came.", "exports"),
        ("It has a population of 44 million.", "population"),
        ("Inflation rose to 9 per cent.", "Inflation"),
        ("The answer, they say: 42.", None),
    ],
)
def test_a_figure_says_what_it_is_of(text: str, expected: str | None) -> None:
    (figure,) = find(text).figures
    assert (figure.of.words if figure.of else None) == expected

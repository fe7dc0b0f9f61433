from pathlib import Path

import pytest

from armillary.findings import Argument, Claim, Sign
from armillary.reading import Modality, Speaker
from armillary.system import System
from armillary.text import Document
from marks import merging, people
from marks.claims import pair, signed
from marks.loading import HALVES, Marked, MarkError, documents, load

TEXT = "The frost came. Fewer bees meant less honey, and the lack of honey ruined Hill & Son."
MARKS = """
[[actor]]
name = "Hill & Son"
names = ["Hill & Son"]

[[claim]]
words = "{cause:{less:Fewer} {core:bees}} {cue:meant} {effect:{less:less} {core:honey}}"
map = "bees raises honey"

[[claim]]
words = "{cause:the {less:lack} of {core:honey}} {cue:ruined} {effect:Hill & Son}"
map = "honey raises fortune of the firm"
modality = ["asserted", "hedged"]
holder = "Hill & Son"
optional = true
"""


def marked(folder: Path, marks: str = MARKS, text: str = TEXT) -> Marked:
    (folder / "bees.txt").write_text(text, encoding="utf-8")
    (folder / "bees.toml").write_text(marks, encoding="utf-8")
    return load(folder / "bees.toml")


def claim(
    cause: str, effect: str, sign: Sign = Sign.RAISES, *, cores: tuple[str, str] | None = None
) -> Claim:
    document = Document("bees", "bees", TEXT, "0" * 64)

    def passage(words: str) -> Argument:
        start = TEXT.index(words)
        at = document.passage(start, start + len(words))
        return Argument(at, at)

    sides = passage(cause), passage(effect)
    if cores is not None:
        sides = tuple(
            Argument(side.at, passage(core).at) for side, core in zip(sides, cores, strict=True)
        )  # type: ignore[assignment]
    return Claim(
        document.passage(0, len(TEXT)),
        *sides,
        (),
        sign,
        Modality.ASSERTED,
        Speaker.AUTHOR,
        0.7,
        ("rule:x",),
    )


def test_the_marks_of_every_document_stand_in_its_text() -> None:
    for half in HALVES:
        for document in documents(half):
            assert document.claims
            assert document.actors
            assert document.facts


def test_no_document_stands_in_both_halves() -> None:
    tuned, held = ({one.name for one in documents(half)} for half in HALVES)
    assert not tuned & held
    assert len(tuned | held) >= 6


def test_marks_are_places(tmp_path: Path) -> None:
    first, second = marked(tmp_path).claims
    assert [TEXT[span.start : span.end] for span in first.cause.less] == ["Fewer"]
    assert first.effect.core is not None
    assert TEXT[first.effect.core.start : first.effect.core.end] == "honey"
    assert first.effect.factor == second.cause.factor == "honey"
    assert (first.optional, second.optional) == (False, True)


@pytest.mark.parametrize(
    "words", ["the {cause:snow} {cue:came} {effect:The}", "{cause:honey} {effect:honey}"]
)
def test_a_mark_that_does_not_fit_is_told_with_its_file_and_words(tmp_path: Path, words: str) -> None:
    with pytest.raises(MarkError, match=r"bees\.toml: .*must stand once"):
        marked(tmp_path, f'[[claim]]\nwords = "{words}"\nmap = "a raises b"')


def test_a_map_without_a_sign_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MarkError, match="raises nor lowers"):
        marked(tmp_path, '[[claim]]\nwords = "{cause:The} {effect:frost}"\nmap = "a and b"')


def test_a_claim_is_right_with_both_sides_and_never_the_wrong_way(tmp_path: Path) -> None:
    marks = marked(tmp_path)
    assert pair([claim("Fewer bees", "less honey")], marks).score.precision.value == 1
    assert pair([claim("less honey", "Fewer bees")], marks).score.precision.value == 0
    assert pair([claim("The frost", "less honey")], marks).score.precision.value == 0


def test_a_sentence_taken_for_a_side_is_wrong(tmp_path: Path) -> None:
    found = pair([claim("Fewer bees meant less honey", "less honey")], marked(tmp_path))
    assert found.score.precision.value == 0


def test_an_optional_mark_is_right_where_found_and_no_miss_where_not(tmp_path: Path) -> None:
    marks = marked(tmp_path)
    assert pair([claim("Fewer bees", "less honey")], marks).score.f1 == 1
    both = pair([claim("Fewer bees", "less honey"), claim("the lack of honey", "Hill & Son")], marks)
    assert (both.score.precision.of, both.score.recall.of) == (2, 1)
    assert both.score.f1 == 1


def test_a_second_claim_of_one_mark_is_wrong(tmp_path: Path) -> None:
    twice = pair([claim("Fewer bees", "less honey"), claim("bees", "honey")], marked(tmp_path))
    assert twice.score.precision.value == 0.5


@pytest.mark.parametrize(
    ("sign", "cores", "right"),
    [
        (Sign.RAISES, ("bees", "honey"), 1),
        (Sign.LOWERS, ("bees", "honey"), 0),
        (Sign.LOWERS, ("Fewer bees", "honey"), 1),
        (Sign.RAISES, ("Fewer bees", "less honey"), 1),
        (Sign.UNCLEAR, ("bees", "honey"), 0),
    ],
)
def test_a_sign_speaks_of_the_core(
    tmp_path: Path, sign: Sign, cores: tuple[str, str], right: int
) -> None:
    paired = pair([claim("Fewer bees", "less honey", sign, cores=cores)], marked(tmp_path))
    assert signed(paired).right == right


def test_holders_are_the_author_nobody_named_or_an_actor(tmp_path: Path) -> None:
    marks, nobody = marked(tmp_path), System()
    document = Document("bees", "bees", TEXT, "0" * 64)
    firm = document.passage(TEXT.index("Hill"), TEXT.index("Hill") + 4)
    frost = document.passage(4, 9)
    assert people.is_holder(Speaker.AUTHOR, ("author",), nobody, marks)
    assert not people.is_holder(Speaker.UNKNOWN, ("author",), nobody, marks)
    assert people.is_holder(firm, ("Hill & Son",), nobody, marks)
    assert not people.is_holder(firm, ("unknown",), nobody, marks)
    assert people.is_holder(frost, ("unknown",), nobody, marks)


def test_b_cubed_gives_the_figures_of_its_authors() -> None:
    """Bagga and Baldwin 1998: five, two and five things; the answers join the last two, then the first and last."""
    true = "aaaaabbccccc"
    second = merging.b_cubed(zip("111112222222", true, strict=True))
    third = merging.b_cubed(zip("111112211111", true, strict=True))
    assert second.precision.value == pytest.approx(0.7619, abs=1e-3)
    assert third.precision.value == pytest.approx(0.5833, abs=1e-3)
    assert second.recall.value == third.recall.value == 1


def test_over_pairs_what_stands_alone_counts_for_nothing() -> None:
    score = merging.pairs_of([("1", "a"), ("1", "a"), ("2", "b"), ("3", "c"), ("4", "c")])
    assert (score.precision.value, score.recall.value) == (1, 0.5)
    assert merging.pairs_of([("1", "a"), ("2", "b")]).f1 is None

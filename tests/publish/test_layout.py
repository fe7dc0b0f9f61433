"""A map of factors and links: every label in its place, none over another, the same on every run."""

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armillary.publish.layout import Map, lay_out
from armillary.publish.layout.curves import along
from armillary.publish.layout.islands import crossings
from armillary.publish.layout.labels import WIDEST, measured, width

labels = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@st.composite
def sketches(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    names = {f"f{n}": label for n, label in enumerate(draw(st.lists(labels, min_size=1, max_size=14)))}
    ends = st.tuples(st.sampled_from(sorted(names)), st.sampled_from(sorted(names)))
    return names, {f"l{n}": pair for n, pair in enumerate(draw(st.lists(ends, max_size=24)))}


def ring(count: int) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    names = {f"f{n}": f"factor {n}" for n in range(count)}
    return names, {f"l{n}": (f"f{n}", f"f{(n + 1) % count}") for n in range(count)}


def overlapping(drawing: Map) -> list[tuple[str, str]]:
    pairs = combinations(drawing.boxes.items(), 2)
    return [(one, other) for (one, box), (other, second) in pairs if box.meets(second)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sketches())
def test_no_two_labels_overlap_and_all_lie_on_the_sheet(
    sketch: tuple[dict[str, str], dict[str, tuple[str, str]]],
) -> None:
    drawing = lay_out(*sketch)
    assert overlapping(drawing) == []
    assert set(drawing.boxes) == set(sketch[0])
    assert set(drawing.arrows) == set(sketch[1])
    for box in drawing.boxes.values():
        assert box.width / 2 <= box.x <= drawing.width - box.width / 2
        assert box.height / 2 <= box.y <= drawing.height - box.height / 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sketches())
def test_the_same_factors_and_links_give_the_same_map(
    sketch: tuple[dict[str, str], dict[str, tuple[str, str]]],
) -> None:
    assert lay_out(*sketch) == lay_out(*sketch)


def test_no_factors_give_an_empty_map() -> None:
    assert lay_out({}, {}) == Map()


def test_one_factor_stands_alone_and_may_act_on_itself() -> None:
    drawing = lay_out({"f1": "fear"}, {"l1": ("f1", "f1")})
    assert len(drawing.arrows["l1"].points) == 4
    assert drawing.arrows["l1"].sign[1] < drawing.boxes["f1"].y


def test_a_label_of_four_hundred_characters_is_shortened_and_ends_in_an_ellipsis() -> None:
    label = measured("the gradual and by no means inevitable erosion of trust between the powers " * 6)
    assert len(label.lines) == 3
    assert label.lines[-1].endswith("…")
    assert all(width(line) <= WIDEST for line in label.lines)


def test_a_word_without_a_break_is_cut() -> None:
    assert measured("Donau" * 80).lines[0].endswith("…")


@given(st.text(max_size=300))
def test_every_label_fits_its_box(text: str) -> None:
    label = measured(text)
    assert 1 <= len(label.lines) <= 3
    assert all(width(line) < label.width for line in label.lines)


def test_a_loop_is_drawn_round() -> None:
    names, links = ring(6)
    drawing = lay_out(names, links, [list(links)])
    places = np.array([(box.x, box.y) for box in drawing.boxes.values()])
    middle = places.mean(axis=0)
    for key, (cause, effect) in links.items():
        chord = (np.array([drawing.boxes[end].x for end in (cause, effect)]).mean(),
                 np.array([drawing.boxes[end].y for end in (cause, effect)]).mean())  # fmt: skip
        on_curve = along(np.array(drawing.arrows[key].points), np.array([0.5]))[0]
        assert np.hypot(*(on_curve - middle)) > np.hypot(*(np.array(chord) - middle)) - 1


def test_a_ring_of_eight_has_no_crossings() -> None:
    names, links = ring(8)
    drawing = lay_out(names, links)
    places = np.array([(box.x, box.y) for box in drawing.boxes.values()])
    rows = {key: row for row, key in enumerate(names)}
    assert crossings(places, np.array([(rows[a], rows[b]) for a, b in links.values()])) == 0


def test_an_arrow_ends_at_the_border_of_its_box_and_not_under_it() -> None:
    drawing = lay_out({"f1": "fear", "f2": "arms"}, {"l1": ("f1", "f2")})
    start, end = drawing.arrows["l1"].points[0], drawing.arrows["l1"].points[-1]
    for (x, y), key in ((start, "f1"), (end, "f2")):
        box = drawing.boxes[key]
        outside = max(abs(x - box.x) - box.width / 2, abs(y - box.y) - box.height / 2)
        assert 0 < outside < 6


def test_two_links_between_the_same_factors_do_not_lie_on_each_other() -> None:
    drawing = lay_out({"f1": "fear", "f2": "arms"}, {"l1": ("f1", "f2"), "l2": ("f2", "f1")})
    one, other = (drawing.arrows[key].sign for key in ("l1", "l2"))
    assert np.hypot(one[0] - other[0], one[1] - other[1]) > 20


def test_parts_that_are_not_linked_do_not_meet() -> None:
    names = {f"f{n}": f"a factor called {n}" for n in range(40)}
    links = {f"l{n}": (f"f{n}", f"f{n + 1}") for n in range(0, 40, 2)}
    drawing = lay_out(names, links)
    assert overlapping(drawing) == []
    assert drawing.width / drawing.height == pytest.approx(1.4, rel=0.6)


def test_a_thousand_factors_and_three_thousand_links_are_laid_out() -> None:
    dice = random.Random(1914)  # noqa: S311  no secret
    names = {f"f{n}": f"factor number {n}" for n in range(1000)}
    links = {f"l{n}": (f"f{dice.randrange(1000)}", f"f{dice.randrange(1000)}") for n in range(3000)}
    drawing = lay_out(names, links)
    assert overlapping(drawing) == []
    assert len(drawing.arrows) == 3000

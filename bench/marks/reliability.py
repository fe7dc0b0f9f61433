"""Whether beliefs hold: of a hundred claims believed with seventy per cent, seventy should be right.

A table and a drawing (Murphy and Winkler 1977, Applied Statistics 26:41), with the Brier score: the mean square of what
a belief is off, beside that of one constant belief for all.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

Told = Sequence[tuple[float, bool]]
"""Beliefs and verdicts."""
_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_SIZE, _MARGIN = 360, 48
_COLOURS = ("#1b6ca8", "#b5541c", "#4b7f52")
_SURE = 1.96


def table(name: str, told: Told, constant: float) -> str:
    """The beliefs in bins, each with its share of right claims and the interval of Wilson (1927) around it."""
    lines = [
        f"{name}: {len(told)} claims",
        f"{'belief':>11}{'claims':>8}{'mean':>7}{'right':>7}  95 per cent",
    ]
    for (low, high), held in _bins(told):
        low_end, high_end = _wilson(sum(right for _, right in held), len(held))
        lines.append(
            f"{low:.1f} to {high:.1f}{len(held):>8}{_mean(held):>7.2f}{_right(held):>7.2f}  {low_end:.2f} to {high_end:.2f}"
        )
    ours, flat = brier(told), brier([(constant, right) for _, right in told])
    lines.append(
        f"Brier score {ours:.3f}; with {constant:.2f} for every claim {flat:.3f}, {flat / ours:.2f} times ours"
    )
    return "\n".join(lines)


def brier(told: Told) -> float:
    """The mean square of belief less verdict: 0 is best."""
    return sum((belief - right) ** 2 for belief, right in told) / len(told)


def drawing(sets: dict[str, Told]) -> str:
    """The same as SVG: a dot for each bin, as large as it has claims."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {_SIZE}" font-family="sans-serif" font-size="11">',
        "<title>Reliability of beliefs: share of right claims by belief</title>",
        f'<rect width="{_SIZE}" height="{_SIZE}" fill="#fff"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#bbb" stroke-dasharray="4 4"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#333"/>',
        f'<text x="{_SIZE / 2:.0f}" y="{_SIZE - 8}" text-anchor="middle">belief</text>',
        f'<text x="14" y="{_SIZE / 2:.0f}" text-anchor="middle" transform="rotate(-90 14 {_SIZE / 2:.0f})">right</text>',
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        parts.append(f'<text x="{_x(tick)}" y="{_y(0) + 16}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 6}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    for (name, told), colour, line in zip(sets.items(), _COLOURS, range(len(_COLOURS)), strict=False):
        for _, held in _bins(told):
            parts.append(
                f'<circle cx="{_x(_mean(held))}" cy="{_y(_right(held))}" r="{1.5 + sqrt(len(held)):.1f}" '
                f'fill="{colour}" fill-opacity="0.6"><title>{name}: {len(held)} claims</title></circle>'
            )
        parts.append(f'<circle cx="{_x(0) + 14}" cy="{_y(0.16) + 16 * line}" r="4" fill="{colour}"/>')
        parts.append(
            f'<text x="{_x(0) + 24}" y="{_y(0.16) + 4 + 16 * line}">{name} ({len(told)})</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _bins(told: Told) -> list[tuple[tuple[float, float], Told]]:
    """The bins that hold something."""
    bins: list[tuple[tuple[float, float], Told]] = []
    for low, high in pairwise(_EDGES):
        held = [one for one in told if low <= one[0] < high or one[0] == high == 1]
        bins += [((low, high), held)] if held else []
    return bins


def _mean(held: Told) -> float:
    return sum(belief for belief, _ in held) / len(held)


def _right(held: Told) -> float:
    return sum(right for _, right in held) / len(held)


def _wilson(right: int, of: int) -> tuple[float, float]:
    share, square = right / of, _SURE**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _SURE / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def _x(share: float) -> float:
    return round(_MARGIN + share * (_SIZE - 2 * _MARGIN), 1)


def _y(share: float) -> float:
    return round(_SIZE - _MARGIN - share * (_SIZE - 2 * _MARGIN), 1)

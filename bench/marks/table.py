"""The table of a half: a row for each document and one for all."""

from collections.abc import Sequence

from marks.counts import Score, Share
from marks.measuring import (
    BOTH,
    EQUAL,
    EQUAL_PAIRS,
    MERGED,
    MERGED_PAIRS,
    PLAIN,
    Figures,
    Measured,
    total,
)

_BLOCKS = (
    (
        "claims: precision, recall, F1; of right ones: sign, modality, holder",
        (
            ("plain", PLAIN),
            ("rules", "claims, rules"),
            ("tagger", "claims, tagger"),
            ("both", BOTH),
            ("sign", "signs"),
            ("modality", "modalities"),
            ("holder", "holders"),
        ),
    ),
    (
        "actors and factors: precision, recall, F1 (merging: B-cubed, then over pairs)",
        (
            ("names", "actors, named"),
            ("actors", "actors, merged"),
            ("f. found", "factors, of claims found"),
            ("f. marked", MERGED),
            ("equal words", EQUAL),
            ("f. pairs", MERGED_PAIRS),
            ("equal w. pairs", EQUAL_PAIRS),
        ),
    ),
    (
        "found of those marked, and right of those found",
        (
            ("events", "events found"),
            ("dates", "dates of events"),
            ("figures", "figures found"),
            ("units", "units of figures"),
            ("of what", "figures of what"),
            ("quotations", "quotations found"),
            ("speakers", "speakers of quotations"),
            ("positions", "positions found"),
            ("sides", "sides of positions"),
        ),
    ),
)
_NAME, _SCORE, _SHARE = 16, 15, 12


def table(half: str, measured: Sequence[Measured]) -> str:
    """All figures, in per cent."""
    rows = [(one.marked.name, one.figures) for one in measured]
    rows.append((f"all {half}", total(measured)))
    blocks = []
    for title, columns in _BLOCKS:
        kept = [(head, name) for head, name in columns if any(name in figures for _, figures in rows)]
        widths = [_width(name, rows) for _, name in kept]
        head = "".join(f"{name:>{width}}" for (name, _), width in zip(kept, widths, strict=True))
        lines = [
            f"{row[:_NAME]:<{_NAME}}"
            + "".join(
                f"{_told(figures.get(name)):>{width}}"
                for (_, name), width in zip(kept, widths, strict=True)
            )
            for row, figures in rows
        ]
        blocks.append("\n".join((title, " " * _NAME + head, *lines)))
    return f"== {half} ==\n\n" + "\n\n".join(blocks)


def _width(name: str, rows: Sequence[tuple[str, Figures]]) -> int:
    return _SCORE if any(isinstance(figures.get(name), Score) for _, figures in rows) else _SHARE


def _told(figure: Share | Score | None) -> str:
    if isinstance(figure, Score):
        parts = (figure.precision.value, figure.recall.value, figure.f1)
        return " ".join("  -" if part is None else f"{100 * part:3.0f}" for part in parts)
    if figure is None or figure.value is None:
        return "-"
    return f"{100 * figure.value:.0f} ({figure.right:.0f}/{figure.of:.0f})"

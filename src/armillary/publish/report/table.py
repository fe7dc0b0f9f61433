"""Table: the claims for a browser that runs no scripts. With scripts, the page has its own."""

from typing import Any

from armillary.publish.report.prose import escaped

COLUMNS = ("claim", "cause", "sign", "effect", "who says it", "how", "words")


def claims(model: dict[str, Any]) -> str:
    """All claims as a table, or a sentence that there are none."""
    if not model["claims"]:
        return "<p>No causal claim was found in this text.</p>"
    names = {row["id"]: row["name"] for row in model["voices"]}
    labels = {row["id"]: row["label"] for row in model["factors"]}
    head = "".join(f"<th>{column}</th>" for column in COLUMNS)
    rows = "".join(_row(claim, names, labels) for claim in model["claims"])
    return f"<table><caption>What this text claims</caption><thead><tr>{head}</tr></thead>{rows}</table>"


def _row(claim: dict[str, Any], names: dict[str, str], labels: dict[str, str]) -> str:
    words = "".join(text for text, parts in claim["pieces"] if "words" in parts.split())
    cells = (
        claim["id"],
        labels.get(claim["cause"], claim["says"][0]),
        claim["sign"],
        labels.get(claim["effect"], claim["says"][1]),
        names[claim["voice"]],
        claim["modality"],
        words,
    )
    return f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in cells)}</tr>"

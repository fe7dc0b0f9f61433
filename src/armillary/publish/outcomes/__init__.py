"""Outcomes: what `armillary check` found in each file, told in a form. `TELLINGS` is the list of all forms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from armillary.errors import SettingsError
from armillary.outcome import Outcome
from armillary.publish.outcomes.lines import as_json, as_text
from armillary.publish.outcomes.page import as_html
from armillary.publish.outcomes.reviews import as_reviews
from armillary.publish.outcomes.sarif import as_sarif


@dataclass(frozen=True, slots=True)
class Telling:
    """One way to tell of outcomes. `name` is what `--format` takes."""

    name: str
    what: str
    write: Callable[[Sequence[Outcome]], bytes]


TELLINGS: tuple[Telling, ...] = (
    Telling("text", "a line for each finding, as linters print it", as_text),
    Telling("json", "a list of findings, for other tools", as_json),
    Telling("sarif", "SARIF 2.1.0, for GitHub, VS Code and other tools that show findings", as_sarif),
    Telling("claimreview", "statements beside the facts, as ClaimReview of schema.org", as_reviews),
    Telling("html", "the page of one document, with its findings", as_html),
)


def telling_named(name: str) -> Telling:
    """A telling by its name. Errors: `SettingsError` where there is none, with the nearest."""
    names = [telling.name for telling in TELLINGS]
    if name in names:
        return TELLINGS[names.index(name)]
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names)}"
    message = f"findings can not be told as {name!r}; {hint}"
    raise SettingsError(message)

"""Findings on the page of their document."""

from collections.abc import Sequence
from dataclasses import replace

from armillary.errors import SettingsError
from armillary.outcome import Outcome
from armillary.publish.report import render
from armillary.system import Table


def as_html(outcomes: Sequence[Outcome]) -> bytes:
    """The page of one document, where its findings stand among the rest.

    Errors: `SettingsError` for several documents: each has a page of its own.
    """
    if len(outcomes) != 1:
        message = f"html shows one document, and {len(outcomes)} were checked; check them one by one"
        raise SettingsError(message)
    outcome = outcomes[0]
    return render(replace(outcome.system, problems=Table.numbered("k", outcome.problems))).encode()

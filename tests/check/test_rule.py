"""A check is given what the reader holds, and is silent where it needs what they do not."""

from collections.abc import Iterator

from armillary.check.rule import Clash, Need, Rule
from armillary.held import Held
from armillary.system import Severity, System
from samples.rents import rents


def _everything(system: System, held: Held) -> Iterator[Clash]:
    document = system.documents[0]
    yield f"{len(held.facts or ())} verdicts", document.passage(0, 3), ()


FACTS = Rule("X1", "an example", Severity.NOTE, _everything, Need.FACTS)


def test_a_check_runs_where_its_need_is_met() -> None:
    assert list(FACTS.problems(rents(), Held())) == []
    (problem,) = FACTS.problems(rents(), Held(facts=()))
    assert (problem.code, problem.message) == ("X1", "0 verdicts")


def test_a_reader_without_sources_is_another_than_one_with_an_empty_folder() -> None:
    assert not Need.SOURCES.met(Held())
    assert Need.SOURCES.met(Held(quotations=()))

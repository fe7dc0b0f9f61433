"""Jobs are done once each, whoever does them; one that kills its worker takes no other with it."""

import pytest

from armillary.fleet import Alone, Fleet, Lost, Pool
from samples.jobs import VENOM, deadly, faulty, square


@pytest.mark.parametrize("fleet", [Alone(), Pool(1), Pool(3)])
def test_every_job_has_its_answer_whatever_does_it(fleet: Fleet) -> None:
    assert sorted(fleet.run(square, range(20))) == [(number, number * number) for number in range(20)]


def test_a_job_that_kills_its_worker_is_lost_alone() -> None:
    answers = dict(Pool(2).run(deadly, range(20)))
    poisoned = answers.pop(VENOM)
    assert isinstance(poisoned, Lost)
    assert "SIGKILL" in poisoned.why
    assert answers == {number: number for number in range(20) if number != VENOM}


@pytest.mark.parametrize("fleet", [Alone(), Pool(2)])
def test_a_fault_of_ours_is_told_and_stops_nothing(fleet: Fleet) -> None:
    answers = dict(fleet.run(faulty, range(20)))
    assert answers.pop(VENOM) == Lost("a fault of Armillary: ZeroDivisionError: division by zero")
    assert len(answers) == 19


def test_jobs_are_asked_for_only_when_a_worker_is_free() -> None:
    asked = []

    def jobs() -> object:
        for number in range(100):
            asked.append(number)
            yield number

    answers = Pool(2).run(square, jobs())  # type: ignore[arg-type]
    next(answers)
    assert len(asked) <= 4
    answers.close()  # type: ignore[attr-defined]

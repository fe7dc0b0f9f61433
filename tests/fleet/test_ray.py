"""On a cluster that loses a worker and a machine in the middle, every job is done, and once."""

import os
import signal
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from armillary.errors import SettingsError
from armillary.fleet import PATIENCE, TRIES_ON_A_CLUSTER, Lost, Ray, _ray
from armillary.gathering import gather
from armillary.keep import opened
from armillary.settings import Settings
from samples.jobs import VENOM, deadly, slow_with_process

pytestmark = [
    pytest.mark.skipif(  # not imported here: Ray reads our settings of it when it is
        find_spec("ray") is None, reason="Ray is optional: pip install armillary[ray]"
    ),
    pytest.mark.filterwarnings("ignore"),  # Ray's own, of its files and sockets
]
STORE = 80 * 2**20
"""Bytes of the store of each machine, the least that Ray takes."""
RULES = Settings(language_model="none", witnesses="rules")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Machines in name only: processes of this one. The first leads and reads nothing."""
    ray = _ray()
    from ray.cluster_utils import Cluster  # noqa: PLC0415  where Ray is installed

    head = {"num_cpus": 0, "object_store_memory": STORE, "include_dashboard": False}
    made: Any = Cluster(initialize_head=True, head_node_args=head)
    paths = os.pathsep.join(str(Path(__file__).parents[2] / name) for name in ("src", "tests"))
    env = {"env_vars": {"PYTHONPATH": paths}}
    for _ in range(2):
        made.add_node(num_cpus=1, object_store_memory=STORE)
    ray.init(address=made.address, log_to_driver=False, logging_level="ERROR", runtime_env=env)
    yield made
    ray.shutdown()
    made.shutdown()


def test_a_job_that_kills_its_worker_is_lost_alone(cluster: Any) -> None:
    assert cluster
    answers = dict(Ray("auto").run(deadly, range(VENOM - 3, VENOM + 4)))
    poisoned = answers.pop(VENOM)
    assert isinstance(poisoned, Lost)
    assert f"died {TRIES_ON_A_CLUSTER} times" in poisoned.why
    assert sorted(answers) == [10, 11, 12, 14, 15, 16]


def test_a_corpus_is_the_same_with_a_cluster_and_without(cluster: Any, tmp_path: Path) -> None:
    assert cluster
    from armillary.fleet import Alone  # noqa: PLC0415

    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"Drought raises prices. Rain {number} causes mud.")
    (folder / "empty.txt").touch()
    answers = []
    for name, fleet in (("alone", Alone()), ("ray", Ray("auto"))):
        with opened(tmp_path / name, to_write=True) as kept:
            assert gather([folder], kept, RULES, {}, fleet).read == 6
            tables = ("documents", "claims", "problems")
            answers.append([kept.ask(f"SELECT * FROM {table} ORDER BY ALL") for table in tables])  # noqa: S608
    assert answers[0] == answers[1]


def test_a_worker_and_a_machine_go_and_nothing_is_lost_or_twice(cluster: Any) -> None:
    done: list[int] = []
    for number, answer in Ray("auto").run(slow_with_process, range(24)):
        assert not isinstance(answer, Lost)
        done.append(number)
        if len(done) == 4:
            os.kill(answer, signal.SIGKILL)
        if len(done) == 10:
            cluster.remove_node(cluster.worker_nodes.copy().pop(), allow_graceful=False)
    assert sorted(done) == list(range(24))


class Silent:
    """A cluster that answers only after it was asked so often, and has so many processors."""

    class exceptions:  # noqa: N801  as Ray names it
        RayError = RuntimeError

    def __init__(self, silences: int, processors: int) -> None:
        self.silences, self.processors = silences, processors

    def is_initialized(self) -> bool:
        return True

    def remote(self, **_: int) -> Any:
        def task(_: Any) -> Any:
            return SimpleNamespace(remote=lambda work, job: (work, job))

        return task

    def cluster_resources(self) -> dict[str, float]:
        return {"CPU": float(self.processors)} if self.processors else {}

    def wait(self, busy: list[Any], num_returns: int, timeout: float) -> tuple[list[Any], list[Any]]:
        assert timeout == PATIENCE
        self.silences -= 1
        return ([], busy) if self.silences >= 0 else (busy[:num_returns], busy[num_returns:])

    def get(self, reference: tuple[Any, int]) -> int:
        work, job = reference
        return int(work(job))


@pytest.mark.parametrize(
    ("silences", "processors", "told"),
    [(0, 1, None), (3, 1, "no worker of the cluster"), (3, 0, "no processor to read")],
)
def test_a_cluster_on_which_nobody_works_is_told_of_once_and_waited_for(
    monkeypatch: pytest.MonkeyPatch, silences: int, processors: int, told: str | None
) -> None:
    """Below `uv run` no worker of Ray could start, and the run waited for ever without a word."""
    monkeypatch.setitem(sys.modules, "ray", Silent(silences, processors))
    lines: list[str] = []
    assert dict(Ray("auto", lines.append).run(abs, [-1, -2, -3])) == {-1: 1, -2: 2, -3: 3}
    assert len(lines) == (told is not None)
    assert all(str(told) in line and "ray status" in line for line in lines)


def test_a_long_document_late_in_a_run_is_no_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = Silent(0, 1)
    monkeypatch.setitem(sys.modules, "ray", cluster)
    lines: list[str] = []
    for number, _ in enumerate(Ray("auto", lines.append).run(abs, range(5))):
        cluster.silences = 2 if number == 2 else 0
    assert not lines


def test_without_ray_the_way_on_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(SettingsError, match=r"armillary\[ray\]"):
        next(Ray("auto").run(abs, [1]))

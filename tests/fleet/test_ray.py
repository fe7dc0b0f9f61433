"""On a cluster that loses a worker and a machine in the middle, every job is done, and once."""

import os
import signal
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from armillary.errors import SettingsError
from armillary.fleet import TRIES_ON_A_CLUSTER, Lost, Ray, _ray
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


def test_without_ray_the_way_on_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(SettingsError, match=r"armillary\[ray\]"):
        next(Ray("auto").run(abs, [1]))

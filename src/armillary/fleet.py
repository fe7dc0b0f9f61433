"""Work for many: jobs done in this process, in several, or on a cluster of Ray, behind one call. The one door to Ray.

    for job, answer in Pool(workers=2).run(read_one, jobs): …

A job that takes its worker down (a crash in native code, memory that runs out) is tried once more in a
fresh one; then it is `Lost`, and takes no other job with it. Answers come as they are ready. A worker
holds one job at a time and the caller is asked for the next one only then, so that nothing piles up. A
worker ends when the process that started it does, however that came about.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Protocol, TypeVar, cast

from armillary.errors import SettingsError

TRIES = 2
"""How often a job is begun before it is lost: a worker may be the victim of another's hunger once."""
TRIES_ON_A_CLUSTER = 4
"""The same with Ray, where a worker also goes because its machine does, and that more than once."""
WAITING = 2
"""Jobs that are handed to Ray for each of its processors: one in work and one that waits for it."""
PATIENCE = 30.0
"""Seconds without an answer from a cluster after which it is asked whether anybody works there."""
_ENDING = 2.0  # seconds that a worker has to end by itself
_SPAWN = get_context("spawn")  # a forked child would keep the pipes of the others open

Job = TypeVar("Job")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Lost:
    """A job that has no answer, and why in words."""

    why: str


class Fleet(Protocol):
    """Whatever does jobs."""

    def run(
        self, work: Callable[[Job], Answer], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Answer | Lost]]:
        """Each job with its answer, in the order in which they are ready."""
        ...


class Alone:
    """Does jobs one by one in this process: what kills it kills all."""

    def run(
        self, work: Callable[[Job], Answer], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Answer | Lost]]:
        """Each job with its answer, in order."""
        for job in jobs:
            yield job, _answer(work, job)


class Pool:
    """Does jobs in processes of its own. `work` and jobs must be such that they can be pickled."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def run(
        self, work: Callable[[Job], Answer], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Answer | Lost]]:
        """Each job with its answer, as they are ready."""
        coming = iter(jobs)
        again: list[tuple[Job, int]] = []
        busy: dict[Connection, tuple[_Worker, Job, int]] = {}
        idle: list[_Worker] = []
        try:
            while True:
                while len(busy) < self.workers:
                    job, tries = again.pop() if again else (next(coming, _NO_JOB), 0)
                    if job is _NO_JOB:
                        break
                    worker = idle.pop() if idle else _Worker(work)
                    worker.begin(job)
                    busy[worker.pipe] = worker, cast("Job", job), tries + 1
                if not busy:
                    return
                for pipe in wait(list(busy)):
                    worker, job, tries = busy.pop(cast("Connection", pipe))
                    try:
                        answer = worker.pipe.recv()
                    except (EOFError, OSError):
                        ended = worker.end()
                        if tries < TRIES:
                            again.append((job, tries))
                        else:
                            yield job, Lost(f"its worker died {tries} times ({ended})")
                    else:
                        idle.append(worker)
                        yield job, answer
        finally:
            for worker in (*idle, *(worker for worker, _, _ in busy.values())):
                worker.end()


class Ray:
    """Does jobs on a cluster of Ray, which loads the models once in each of its processes.

    `address` is that of a cluster, or "auto": the one that runs here, else one that is started here and
    ends with the run. Machines may join and leave meanwhile. Each needs the same Armillary. `tell` is
    given one line, once, where nobody on the cluster seems to work.
    """

    def __init__(self, address: str, tell: Callable[[str], None] = lambda _: None) -> None:
        self.address = address
        self.tell = tell
        self._answered = self._told = False

    def run(
        self, work: Callable[[Job], Answer], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Answer | Lost]]:
        """Each job with its answer, as they are ready.

        Errors: `SettingsError` where Ray is not installed, or there is no cluster at the address.
        """
        coming = iter(jobs)
        first = next(coming, _NO_JOB)
        if first is _NO_JOB:  # a cluster takes seconds to join
            return
        coming = chain([cast("Job", first)], coming)
        ray = _ray()
        task = ray.remote(num_cpus=1, max_retries=TRIES_ON_A_CLUSTER - 1)(_answer)
        busy: dict[Any, Job] = {}
        began_here = not ray.is_initialized()
        if began_here:
            _join(ray, self.address)
        try:
            while True:
                while len(busy) < WAITING * max(1, int(ray.cluster_resources().get("CPU", 1))):
                    job = next(coming, _NO_JOB)
                    if job is _NO_JOB:
                        break
                    busy[task.remote(work, job)] = cast("Job", job)
                if not busy:
                    return
                for done in self._ready(ray, list(busy)):
                    job = busy.pop(done)
                    try:
                        yield job, ray.get(done)
                    except ray.exceptions.RayError as error:
                        why = type(error).__name__
                        yield job, Lost(f"its worker died {TRIES_ON_A_CLUSTER} times ({why})")
        finally:
            if began_here:
                ray.shutdown()

    def _ready(self, ray: Any, busy: list[Any]) -> list[Any]:  # noqa: ANN401  see `_ray`
        """What is done next, waited for as long as it takes; a cluster where nobody works is told of once.

        A long document may keep a worker busy for longer than our patience. So an answer before this one,
        on a cluster that still has processors, is taken for a sign that somebody works.
        """
        while True:
            done: list[Any] = ray.wait(busy, num_returns=1, timeout=PATIENCE)[0]
            processors = int(ray.cluster_resources().get("CPU", 0)) if not done else None
            if processors == 0:
                self._tell_once("the cluster of Ray has no processor to read with")
            elif not done and not self._answered:
                self._tell_once(f"no worker of the cluster of Ray has answered for {PATIENCE:.0f} s")
            if done:
                self._answered = True
                return done

    def _tell_once(self, line: str) -> None:
        if not self._told:
            self._told = True
            self.tell(
                f"{line}; still waiting. `ray status` tells which machines are there and what they wait for; "
                "each needs this version of Armillary. Ctrl-C stops, and the next run goes on from here"
            )


def _ray() -> Any:  # noqa: ANN401  a module that need not be there
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it would tell its makers of each run
    os.environ.setdefault(
        "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0"
    )  # its coming default; said, it does not warn
    os.environ.setdefault(
        "RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0"
    )  # below `uv run` it would build each worker an environment anew, where neither Ray nor we are
    try:
        import ray  # noqa: PLC0415  heavy, and not there without the extra
    except ImportError as error:
        message = "Ray is not installed: pip install armillary[ray], or read with --workers N"
        raise SettingsError(message) from error
    return ray


def _join(ray: Any, address: str) -> None:  # noqa: ANN401  as above
    place = None if address == "auto" else address
    try:
        ray.init(address=place, log_to_driver=False, logging_level="ERROR")
    except (ConnectionError, ValueError, RuntimeError) as error:
        message = f"there is no cluster of Ray at {address}: {str(error).splitlines()[0]}"
        raise SettingsError(message) from error


_NO_JOB = object()


class _Worker:
    """A process that does one job after another, and the pipe to it."""

    def __init__(self, work: Callable[..., object]) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.process: SpawnProcess = _SPAWN.Process(target=_serve, args=(work, theirs), daemon=True)
        with _no_interrupt():
            self.process.start()
        theirs.close()

    def begin(self, job: object) -> None:
        """Hand a job over. A worker that is dead already is noticed when its answer is waited for."""
        try:
            self.pipe.send(job)
        except (BrokenPipeError, ConnectionResetError):
            return

    def end(self) -> str:
        """Stop the process; how it ended, in words."""
        self.pipe.close()
        self.process.join(_ENDING)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        code = self.process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Hold Ctrl-C back. A process that is started meanwhile never hears it: it is for the one who leads, and one
    that is still loading would end with a traceback.
    """  # noqa: D205  one sentence more than a line holds
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # when it starts it lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(work: Callable[[Job], Answer], pipe: Connection) -> None:
    """The life of a worker: it ends when nobody is at the other end of the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who leads
    while True:
        try:
            job = pipe.recv()
        except (EOFError, ConnectionResetError):
            return
        try:
            pipe.send(_answer(work, job))
        except (BrokenPipeError, ConnectionResetError):
            return


def _answer(work: Callable[[Job], Answer], job: Job) -> Answer | Lost:
    try:
        return work(job)
    except MemoryError:
        return Lost("memory ran out")
    except Exception as error:  # noqa: BLE001  a fault of ours at one document is told, and stops no other
        return Lost(f"a fault of Armillary: {type(error).__name__}: {error}")

"""Work for many: jobs done in this process or in several, behind one call.

    for job, answer in Pool(workers=2).run(read_one, jobs): …

A job that takes its worker down (a crash in native code, memory that runs out) is tried once more in a
fresh one; then it is `Lost`, and takes no other job with it. Answers come as they are ready. A worker
holds one job at a time and the caller is asked for the next one only then, so that nothing piles up. A
worker ends when the process that started it does, however that came about.
"""

import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Protocol, TypeVar, cast

TRIES = 2
"""How often a job is begun before it is lost: a worker may be the victim of another's hunger once."""
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


_NO_JOB = object()


class _Worker:
    """A process that does one job after another, and the pipe to it."""

    def __init__(self, work: Callable[..., object]) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.process: SpawnProcess = _SPAWN.Process(target=_serve, args=(work, theirs), daemon=True)
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


def _serve(work: Callable[[Job], Answer], pipe: Connection) -> None:
    """The life of a worker: it ends when nobody is at the other end of the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who leads
    while True:
        try:
            job = pipe.recv()
        except EOFError:
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

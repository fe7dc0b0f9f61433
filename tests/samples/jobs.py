"""Work for a fleet in the tests: it must stand where a fresh process can import it."""

import os
import signal
import time

VENOM = 13


def square(number: int) -> int:
    return number * number


def deadly(number: int) -> int:
    """Takes its worker down at one number, as a crash in native code would."""
    if number == VENOM:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def faulty(number: int) -> float:
    return 1 / (number - VENOM)


def slow_with_process(_: int) -> int:
    """Takes a moment; the process that did it."""
    time.sleep(0.2)
    return os.getpid()

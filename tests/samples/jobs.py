"""Work for a fleet in the tests: it must stand where a fresh process can import it."""

import os
import signal

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

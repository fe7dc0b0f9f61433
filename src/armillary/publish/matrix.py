"""The weight matrix as CSV, which fcmpy, Mental Modeler and FCM Expert take: a row the cause, a column the effect.

The weights are those of `weights.py`: what one run of one map would use.
"""

import csv
import io

from armillary.publish.arrows import names
from armillary.system import System
from armillary.weights import arrows, mean

LOSES = "the words, who says them, and everything but the mean weight of each link"


def matrix(system: System) -> bytes:
    """A square table of weights in [-1, 1] with the names of the factors in the first row and column."""
    label = list(names(system).values())
    cells = [[0.0] * len(label) for _ in label]
    for arrow in arrows(system, system.claims.ids):
        cells[arrow.cause][arrow.effect] = mean(arrow)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["", *label])
    writer.writerows([name, *row] for name, row in zip(label, cells, strict=True))
    return file.getvalue().encode()

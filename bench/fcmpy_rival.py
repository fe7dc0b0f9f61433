"""fcmpy's own runs of the maps that come in as JSON; `bench/simulate_fcmpy.py` starts this in Python 3.9.

fcmpy 0.0.21 (PyPI, December 2021) installs for Python 3.9 only, with TensorFlow. In: a list of maps with `rule`, `transfer`,
`size`, `causes`, `effects`, `weights`, `start`, `steps` and `runs`. Out: for each map its `states`, the first of
them the start, and the `seconds` of each run. Nothing is stopped early: the threshold is below any difference.
"""

# ruff: noqa: B905, UP006, UP035  Python 3.9, and only where fcmpy is

import contextlib
import io
import json
import sys
import time
import warnings
from typing import Any, Dict

import numpy as np
import pandas as pd
from fcmpy.simulator.simulator import FcmSimulator

RULES = {"kosko": "kosko", "modified": "mKosko", "rescaled": "rescaled"}


def main() -> None:
    """Answer all maps of standard input on standard output."""
    warnings.simplefilter("ignore")
    json.dump([ran(one) for one in json.load(sys.stdin)], sys.stdout)


def ran(one: Dict[str, Any]) -> Dict[str, Any]:
    """The states and seconds of one map."""
    names = [f"C{place}" for place in range(one["size"])]
    weights = np.zeros((one["size"], one["size"]))
    weights[one["causes"], one["effects"]] = one["weights"]
    matrix = pd.DataFrame(weights, index=names, columns=names)
    seconds = []
    for _ in range(one["runs"]):
        start = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            states = FcmSimulator.simulate(
                initial_state=dict(zip(names, one["start"])),
                weight_matrix=matrix,
                transfer=one["transfer"],
                inference=RULES[one["rule"]],
                thresh=-1.0,
                iterations=one["steps"],
                l=1,
            )
        seconds.append(time.perf_counter() - start)
    return {"states": states.to_numpy().tolist(), "seconds": seconds}


if __name__ == "__main__":
    main()

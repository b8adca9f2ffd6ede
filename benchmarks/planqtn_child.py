"""Runs in planqtn's own environment: a distance a line on standard input, an enumerator a line on standard output."""

import json
import sys
import time
from importlib.metadata import version

from planqtn.networks.rotated_surface_code import RotatedSurfaceCodeTN

for line in sys.stdin:
    d = int(line)
    start = time.perf_counter()
    enumerator = RotatedSurfaceCodeTN(d).stabilizer_enumerator_polynomial(cotengra=False).dict
    seconds = time.perf_counter() - start
    counts = [int(enumerator.get(w, 0)) for w in range(d * d + 1)]
    answer = {"seconds": seconds, "counts": counts, "planqtn": version("planqtn"), "cotengra": version("cotengra")}
    print(json.dumps(answer), flush=True)

"""A small system whose text and labels try every way out of a string."""

from armillary.system import System
from samples.sketch import Sketch, system_of

HOSTILE = 'a "quoted" ]]> label\r\n\u0000 \\" --> |x| <b>&'


def hostile() -> System:
    text = "🌍 שלום\r\nfear led to war. War ended trade."
    sketch = Sketch(text)
    sketch.claim("fear led to war", ("fear", HOSTILE), "+", ("war", "x" * 400), "led to")
    sketch.claim(
        "War ended trade", ("War", "x" * 400), "-", ("trade", HOSTILE.replace("\r\n", " ")), "ended"
    )
    return system_of(sketch)

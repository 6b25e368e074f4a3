"""`python -m tests.bench.unlimited`: the bot as `python -m bot run`, without the platform's limit on sending."""

from __future__ import annotations

import sys
from functools import partial

from adapters.courier import Courier, Limits
from bot import serving
from bot.__main__ import main

MORE = Limits(5_000, 1.0, 5_000, 5_000.0, 5_000, 5_000)  # messages a second; it gets nowhere near

if __name__ == "__main__":
    vars(serving)["Courier"] = partial(Courier, limits=MORE)
    sys.exit(main(["run"]))

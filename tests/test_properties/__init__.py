"""What holds whatever is said, by whomever, and whatever goes wrong. `HUNT=20 pytest tests/test_properties` looks longer."""

import os

from hypothesis import settings


def examples(count: int) -> settings:
    """How many examples a property is tried on; a hunt tries so many times more."""
    return settings(max_examples=count * int(os.environ.get("HUNT", "1")))

"""What holds whatever is said, by whomever, and whatever goes wrong. `HUNT=20 pytest tests/test_properties` looks
longer."""

import os

from hypothesis import Phase, settings

NO_SHRINKING = (
    Phase.explicit,
    Phase.reuse,
    Phase.generate,
)  # of long stories drawn from one seed nothing can be left out


def examples(count: int, *, shrinks: bool = True) -> settings:
    """How many examples a property is tried on; a hunt tries so many times more."""
    wanted = count * int(os.environ.get("HUNT", "1"))
    return settings(max_examples=wanted, phases=tuple(Phase) if shrinks else NO_SHRINKING)

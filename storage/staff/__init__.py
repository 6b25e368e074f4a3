"""What the coordinators' desk reads, does apart and writes; importing it registers all of that."""

from storage.staff import search, seat  # noqa: F401

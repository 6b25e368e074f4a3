"""What becomes of each kind of message under each fault: a table made by doing it. `python -m tests.faults` writes it
into docs/faults.md."""

"""Everything that reads what comes from outside, thrown at with whatever comes. Hypothesis does so in every run; with
atheris installed (`pip install atheris`), `python -m tests.fuzz TARGET SECONDS` hunts for longer, led by coverage."""

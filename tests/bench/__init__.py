"""Measuring against the budgets: `make bench` prints a table with ratios to a baseline of the same run."""

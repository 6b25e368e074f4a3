"""Checks of the house itself: sizes, purity, secrets, documents."""

"""The whole bot in a terminal, with people who answer by themselves."""

from adapters.console.terminal import Console

__all__ = ["Console"]

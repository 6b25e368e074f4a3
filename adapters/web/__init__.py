"""What the bot tells over HTTP: whether it is well, and its numbers."""

from adapters.web.health import Pages, open_pages

__all__ = ["Pages", "open_pages"]

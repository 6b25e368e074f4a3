"""Telegram end to end: the real python-telegram-bot against a fake Bot API over HTTP."""

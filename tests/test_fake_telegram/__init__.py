"""The fake Telegram, tested with the real python-telegram-bot."""

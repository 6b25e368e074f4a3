"""Every screen of the bot as people read it, in both languages: `python -m tests.golden` draws them anew."""

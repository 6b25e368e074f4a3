"""All conversations, pages and actions, collected for the composition root."""

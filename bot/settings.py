"""What an operator sets, from the environment or a file .env; every mistake is named at once."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import Problem, Setup


class Settings(BaseSettings):
    """The settings; `.env.example` explains each."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    TELEGRAM_TOKEN: SecretStr | None = None
    TELEGRAM_API_URL: str = Field(default="", pattern=r"^(https?://.+)?$")
    DATABASE_URL: str = "sqlite:///tuntun.db"
    LOG_LEVEL: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    PROMPTS: Path | None = None


def read_settings(env_file: Path | None = None) -> Settings:
    """The settings of this process; raises Setup with all that is wrong."""
    try:
        return Settings(_env_file=env_file) if env_file else Settings()
    except ValidationError as error:
        problems = [Problem(str(each["loc"][0]) if each["loc"] else "settings", each["msg"]) for each in error.errors()]
        raise Setup(problems) from None

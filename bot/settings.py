"""What an operator sets, from the environment or a file .env; every mistake is named at once."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import DirectoryPath, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import Problem, Setup

EXPECTED = {  # in words for whoever has no idea of patterns
    "TELEGRAM_API_URL": "expected an address that begins with http:// or https://",
    "DATABASE_URL": "expected sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
    "MEETING_URL": "expected an address that begins with https://",
    "LOG_LEVEL": "expected DEBUG, INFO, WARNING or ERROR",
    "PROMPTS": "there is no such folder",
    "WEBHOOK_URL": "expected an address that begins with https://",
    "WEBHOOK_SECRET": "expected 16 to 256 letters and digits",
    "WEBHOOK_PORT": "expected a number from 1 to 65535",
    "HEALTH_PORT": "expected a number from 1 to 65535",
    "LOG_FORMAT": "expected text or json",
}


class Settings(BaseSettings):
    """The settings; `.env.example` explains each."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    TELEGRAM_TOKEN: SecretStr | None = None
    DISCORD_TOKEN: SecretStr | None = None
    TELEGRAM_API_URL: str = Field(default="", pattern=r"^(https?://.+)?$")
    DATABASE_URL: str = Field(default="sqlite:///tuntun.db", pattern=r"^(sqlite|postgresql)(\+\w+)?://.+$")
    LOG_LEVEL: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    MEETING_URL: str = Field(default="https://meet.jit.si", pattern=r"^https://[^\s/]+\S*$")
    PROMPTS: DirectoryPath | None = None
    WEBHOOK_URL: str = Field(default="", pattern=r"^(https://[^\s/]+\S*|http://127\.0\.0\.1\S*)?$")
    WEBHOOK_SECRET: SecretStr | None = Field(default=None, min_length=16, max_length=256)
    WEBHOOK_HOST: str = "127.0.0.1"
    WEBHOOK_PORT: int = Field(default=8080, ge=1, le=65535)
    HEALTH_HOST: str = "127.0.0.1"
    HEALTH_PORT: int | None = Field(default=None, ge=1, le=65535)
    LOG_FORMAT: Literal["text", "json"] = "text"


def read_settings(env_file: Path | None = None) -> Settings:
    """The settings of this process; raises Setup with all that is wrong."""
    try:
        return Settings(_env_file=env_file) if env_file else Settings()
    except ValidationError as error:
        found = [(str(each["loc"][0]) if each["loc"] else "settings", each["msg"]) for each in error.errors()]
        raise Setup([Problem(place, EXPECTED.get(place, said)) for place, said in found]) from None

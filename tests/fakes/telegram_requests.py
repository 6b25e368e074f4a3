"""Reads a request as PTB and others send it: query string, form, multipart or JSON; files come as Upload."""

import json
from typing import Any

from aiohttp import BodyPartReader, web

from tests.fakes.telegram_html import Json
from tests.fakes.telegram_rules import bad
from tests.fakes.telegram_world import Upload

JSON_FIELDS = {
    "reply_markup",
    "entities",
    "caption_entities",
    "commands",
    "scope",
    "allowed_updates",
    "reply_parameters",
    "link_preview_options",
}


async def read_params(request: web.Request) -> Json:
    """Raises ApiError for JSON that is none."""
    params: Json = dict(request.query)
    if request.content_type == "application/json":
        params |= await request.json()
    elif request.content_type == "multipart/form-data":
        params |= await read_parts(request)
    else:
        params |= dict(await request.post())
    return params | {key: decode(key, params[key]) for key in params if key in JSON_FIELDS | {"chat_id"}}


async def read_parts(request: web.Request) -> Json:
    params: Json = {}
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader):
            data = bytes(await part.read(decode=True))
            mime = part.headers.get("Content-Type", "application/octet-stream")
            params[str(part.name)] = Upload(part.filename, data, mime) if part.filename else data.decode()
    return params


def decode(name: str, value: Any) -> Any:
    if not isinstance(value, str) or (name == "chat_id" and not value.lstrip("-").isdigit()):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None


def integer(params: Json, name: str, default: int) -> int:
    try:
        return int(params.get(name, default))
    except ValueError:
        raise bad(f"can't parse {name}: expected an integer") from None

"""What a screen of the coordinators' desk shows: read once, frozen, and given to its page or conversation as
`facts.view`."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, TypeAdapter
from pydantic_core import core_schema


class View:
    """Something read for one screen. Each kind is a frozen dataclass; a conversation keeps its own under its name."""

    __slots__ = ()
    kinds: ClassVar[dict[str, type[View]]] = {}

    def __init_subclass__(cls) -> None:
        View.kinds[cls.__name__] = cls

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """How facts that hold any view are frozen and read back."""
        if cls is not View:
            return handler(source)
        writes = core_schema.plain_serializer_function_ser_schema(_packed)
        return core_schema.no_info_plain_validator_function(_unpacked, serialization=writes)


def _packed(view: View) -> dict[str, Any]:
    kind = type(view)
    return {"view": kind.__name__, "of": TypeAdapter(kind).dump_python(view, mode="json")}


def _unpacked(stored: Any) -> View | None:
    """One of a kind that a later version of the bot no longer has counts as none."""
    if isinstance(stored, View):
        return stored
    kind = View.kinds.get(stored["view"])
    return TypeAdapter(kind).validate_python(stored["of"]) if kind else None

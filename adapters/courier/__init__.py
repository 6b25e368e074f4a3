"""From the outbox to a platform: claims, paces, sends and records; knows no platform itself."""

from adapters.courier.courier import Courier
from adapters.courier.pace import UNLIMITED, Limits

__all__ = ["UNLIMITED", "Courier", "Limits"]

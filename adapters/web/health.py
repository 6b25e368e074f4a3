"""Two pages for whoever watches the bot, on this machine unless told otherwise: /healthz, green or red, and /metrics.
Neither holds a person, a word or a secret."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

from adapters.web.metrics import CONTENT_TYPE, Writing
from bot.errors import Problem, Setup
from bot.tally import Metric

log = logging.getLogger(__name__)

SLOWEST = 8.0  # seconds for the numbers; Prometheus waits ten


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pages show: parts with the seconds they have been stuck (0: well), and the numbers of now."""

    parts: Callable[[], Mapping[str, float]]
    numbers: Callable[[], Awaitable[Iterable[Metric]]]

    async def health(self, request: web.Request) -> web.Response:
        """Whether all is well; if not, what is not, and for how many seconds."""
        told = {name: f"stuck for {seconds:.0f} s" if seconds else "ok" for name, seconds in self.parts().items()}
        well = all(state == "ok" for state in told.values())
        status = HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE
        return web.json_response({"well": well, "parts": told}, status=status, headers={"Cache-Control": "no-store"})

    def metrics(self) -> Callable[[web.Request], Awaitable[web.Response]]:
        """The page of numbers."""
        writing = Writing()

        async def show(request: web.Request) -> web.Response:
            try:
                async with asyncio.timeout(SLOWEST):
                    text = writing.text(await self.numbers())
            except Exception:
                log.exception("the numbers could not be told")
                return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
            return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE})

        return show


async def open_pages(pages: Pages, host: str, port: int) -> web.AppRunner:
    """Show them until `cleanup`; raises Setup when the port is taken."""
    app = web.Application(client_max_size=0)
    app.router.add_get("/healthz", pages.health)
    app.router.add_get("/metrics", pages.metrics())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        raise Setup([Problem("HEALTH_PORT", f"{host}:{port} can't be used: {error.strerror}")]) from None
    return runner

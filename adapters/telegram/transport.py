"""python-telegram-bot's calls over aiohttp, which takes a third of the processor's time of its own transport."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, FormData, TCPConnector
from aiohttp import ConnectionTimeoutError as ConnectionTimeout
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

NEVER_SENT = (ClientConnectorError, ConnectionTimeout)  # there was no connection yet: nothing has left this machine
CONNECTING = 10.0  # seconds
FORM = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": BaseRequest.USER_AGENT}


class Transport(BaseRequest):
    """Requests to a Bot API. `patience` is in seconds: how long nothing may come back, and how long an upload may
    take. What fails raises TimedOut or NetworkError, whose cause is one of NEVER_SENT if nothing was sent."""

    __slots__ = ("_closed", "_patience", "_session")

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._session: ClientSession | None = None
        self._closed = False

    @property
    def read_timeout(self) -> float:
        """How long nothing may come back, in seconds, unless a call says otherwise."""
        return self._patience

    async def initialize(self) -> None:
        """Open again what was closed; the first connection is made by the first call."""
        self._closed = False

    async def shutdown(self) -> None:
        """Close, and break off what is under way."""
        session, self._session, self._closed = self._session, None, True
        if session is not None:
            await session.close()

    def _open(self, url: str) -> ClientSession:
        """As many connections as there are calls: the courier bounds those, and nothing waits for a place."""
        if self._closed:
            raise RuntimeError("the transport is closed")
        if self._session is None:
            self._session = ClientSession(connector=TCPConnector(limit=0), proxy=_proxy(url))
        return self._session

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer."""
        reading, writing, connecting = (
            given if isinstance(given, (int, float)) else usual
            for given, usual in (
                (read_timeout, self._patience),
                (write_timeout, self._patience),
                (connect_timeout, CONNECTING),
            )
        )
        timeout = ClientTimeout(connecting + writing + reading, sock_connect=connecting, sock_read=reading)
        asked = self._open(url).request(
            method,
            url,
            data=_body(request_data) if request_data else None,
            headers=None if request_data and request_data.contains_files else FORM,
            timeout=timeout,
            allow_redirects=False,
        )
        try:
            async with asked as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (ClientError, OSError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error


def _proxy(url: str) -> str | None:
    """The proxy that the environment names for this address; aiohttp would look for it at each request."""
    parts = urlsplit(url)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)


def _body(data: RequestData) -> bytes | FormData:
    if not data.contains_files:
        return urlencode(data.json_parameters).encode()
    form = FormData(data.json_parameters, quote_fields=False)  # names stay as people wrote them
    for name, (file, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=_plain(file), content_type=kind)
    return form


def _plain(name: str) -> str:
    """The name of a file without what would break out of its line."""
    return "".join(letter if letter.isprintable() else "_" for letter in name)

"""The guard: who may ask at all.

The app listens on this machine alone, yet every page that is open in a browser, and every program of another
person on it, can reach that address. So a request must name our own host (else a foreign name was pointed
here), must not come from a foreign page, and must carry the token that only this terminal told.
"""

import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = {"GET", "HEAD"}
OWN = {"same-origin", "none"}
"""What a browser says of a request from our own page, or from the address line."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Guard:
    """Lets through what may be asked, and adds to each answer what a browser must not do with it."""

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self._app = app
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._token = token
        self._cookie = f"armillary-{port}"  # cookies do not tell ports apart

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have it answered."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        answer = self._refusal(scope) or self._welcome(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await (answer or self._app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        """Why a request is not answered; None for one that is."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            return PlainTextResponse("armillary answers on 127.0.0.1 alone, under no other name\n", 421)
        origin = headers.get("origin")
        from_page = headers.get("sec-fetch-site", "none")
        foreign = origin not in {None, f"http://{host}"} or (
            scope["method"] not in SAFE and from_page not in OWN
        )
        if foreign:
            return PlainTextResponse("a page from elsewhere asked for this; it was refused\n", 403)
        if not self._known(scope, headers):
            return PlainTextResponse(
                "open the address that `armillary serve` printed, with the token at its end\n", 403
            )
        return None

    def _known(self, scope: Scope, headers: Mapping[str, str]) -> bool:
        cookies = SimpleCookie()
        try:
            cookies.load(headers.get("cookie", ""))
        except CookieError:
            return False
        morsel = cookies.get(self._cookie)
        given = [morsel.value] if morsel else []
        given += [value for name, value in _query(scope) if name == "token"]
        return any(secrets.compare_digest(one.encode(), self._token.encode()) for one in given)

    def _welcome(self, scope: Scope) -> Response | None:
        """Whoever brings the token in the address gets it as a cookie, and an address without it."""
        query = _query(scope)
        if scope["method"] not in SAFE or all(name != "token" for name, _ in query):
            return None
        left = urlencode([pair for pair in query if pair[0] != "token"])
        path = "/" + scope["path"].lstrip("/")  # `//elsewhere` would be another host
        answer = RedirectResponse(f"{path}?{left}" if left else path, 303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
        return answer


def _query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)

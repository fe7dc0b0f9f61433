"""The app: its addresses, and what each answers. Errors are answered with our own words and a status that fits."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from armillary import wire
from armillary.desk import Desk
from armillary.errors import ArmillaryError, OutputError, Overtaken, SettingsError
from armillary.publish.report import render
from armillary.serve import asking, showing
from armillary.serve.drawing import shown
from armillary.serve.guard import Guard
from armillary.serve.room import Place, Room, State
from armillary.serve.shelf import Shelf, TooLarge, check_size
from armillary.settings import Settings

LONGEST_ASKED = 100_000
"""Bytes of a correction: its words, and a reason."""

LOOK_AGAIN = 0.25
"""Seconds between two looks at how far a reading is, and at whether a file was changed by somebody else."""


def app(folder: Path, settings: Settings, port: int, token: str) -> Starlette:
    """The app that serves a folder to whoever has the token.

    Errors: `SettingsError` where there is no such folder.
    """
    served = _Served(Shelf.of(folder), Room(settings))
    name = "/documents/{name}"
    return Starlette(
        routes=[
            Route("/", served.front),
            Route("/documents", served.listed),
            Route("/documents", served.taken, methods=["POST"]),
            Route(f"{name}/read", served.read, methods=["POST"]),
            Route(f"{name}/events", served.events),
            Route(f"{name}/page", served.page),
            Route(f"{name}/state", served.state),
            Route(f"{name}/corrections", served.corrected, methods=["POST"]),
            Route(f"{name}/undo", served.undone, methods=["POST"]),
            Route(f"{name}/report.html", served.report),
            Route(f"{name}/model.json", served.model),
        ],
        middleware=[Middleware(Guard, port=port, token=token)],
        exception_handlers={
            ArmillaryError: _told,
            HTTPException: _told_http,
            ClientDisconnect: _told_nobody,
            Exception: _told_fault,
        },
    )


@dataclass(frozen=True, slots=True)
class _Served:
    """What is served."""

    shelf: Shelf
    room: Room

    async def front(self, request: Request) -> Response:
        """The list, as a page."""
        del request
        return HTMLResponse(await run_in_threadpool(showing.front, self.shelf, self.room))

    async def listed(self, request: Request) -> Response:
        """The list."""
        del request
        return JSONResponse(await run_in_threadpool(showing.listing, self.shelf, self.room))

    async def taken(self, request: Request) -> Response:
        """A document that was dropped: its bytes as they are, its name in the address."""
        name = request.query_params.get("name", "")
        told = request.headers.get("content-length", "")
        check_size(name, int(told) if told.isdecimal() and len(told) < 20 else 0)  # noqa: PLR2004  no file has as many
        kept, known = await self.shelf.take(name, request.stream())
        return JSONResponse({"name": kept, "known": known}, 200 if known else 201)

    async def read(self, request: Request) -> Response:
        """Have a document read; `again=1` where it was changed since."""
        again = "again" in request.query_params
        place = self.room.read(self._path(request), again=again)
        return JSONResponse(showing.progress(place), 202)

    async def events(self, request: Request) -> Response:
        """How far the reading is, and afterwards whether somebody else changed a file, as they happen."""
        place = self.room.look(self._path(request))
        return StreamingResponse(_events(request, place), media_type="text/event-stream")

    async def page(self, request: Request) -> Response:
        """The page of a document; the list, which waits for it, where it is not read yet."""
        path = self._path(request)
        place = self.room.look(path)
        if place.state is not State.READY or place.desk is None:
            self.room.read(path)
            return HTMLResponse(await run_in_threadpool(showing.front, self.shelf, self.room, path.name))
        return HTMLResponse(await run_in_threadpool(showing.page, place, place.desk))

    async def state(self, request: Request) -> Response:
        """The model and the text of a document, and what was said of it."""
        place, desk = self._open(request)
        content = await run_in_threadpool(showing.state, place, desk)
        return Response(content, media_type="application/json")

    async def corrected(self, request: Request) -> Response:
        """Correct a document."""
        place, desk = self._open(request)
        asked = await _asked(request)
        return JSONResponse(await run_in_threadpool(_correct, place, desk, asked))

    async def undone(self, request: Request) -> Response:
        """Take one step back."""
        place, desk = self._open(request)
        asked = await _asked(request)
        return JSONResponse(await run_in_threadpool(_undo, place, desk, asked.get("step")))

    async def report(self, request: Request) -> Response:
        """The page as a file of its own, to be kept or sent."""
        place, desk = self._open(request)
        page = await run_in_threadpool(lambda: render(shown(desk.outcome())))
        return _file(page.encode(), place.path.with_suffix(".html").name, "text/html")

    async def model(self, request: Request) -> Response:
        """The model file."""
        place, desk = self._open(request)
        model = await run_in_threadpool(lambda: wire.dump(desk.system()))
        return _file(model, place.path.with_suffix(".json").name, "application/json")

    def _path(self, request: Request) -> Path:
        name = cast("str", request.path_params["name"])
        path = self.shelf.find(name)
        if path is None:
            raise HTTPException(404, f"there is no document {name[:80]!r} in {self.shelf.folder}")
        return path

    def _open(self, request: Request) -> tuple[Place, Desk]:
        place = self.room.place(self._path(request))
        if place.desk is None:
            raise HTTPException(409, f"{place.path.name} is not read yet; open its page")
        return place, place.desk


def _correct(place: Place, desk: Desk, asked: dict[str, Any]) -> dict[str, Any]:
    with place.lock:
        if place.changed:
            message = (
                f"{place.path.name} was changed since it was read; have it read again, then correct it. "
                "Nothing was written"
            )
            raise Overtaken(message)
        first = len(desk.pen.strokes)
        asking.do(desk, asked)
        last = len(desk.pen.strokes)
        step = None
        if last > first:
            step = max(place.steps, default=0) + 1
            place.steps[step] = (first, last)
        return {"step": step, "desk": showing.said(place, desk)}


def _undo(place: Place, desk: Desk, step: object) -> dict[str, Any]:
    with place.lock:
        if not isinstance(step, int) or step not in place.steps:
            message = "there is nothing to take back"
            raise SettingsError(message)
        first, last = place.steps.pop(step)
        for stroke in reversed(desk.pen.strokes[first:last]):
            desk.pen.back(stroke)
        return {"step": None, "desk": showing.said(place, desk)}


async def _events(request: Request, place: Place) -> AsyncIterator[str]:
    before: dict[str, Any] = {}
    while not await request.is_disconnected():
        now: dict[str, Any] = showing.progress(place)
        if place.state is State.READY:
            now |= {"stamp": place.review_stamp, "read": place.stamp, "changed": place.changed}
        if now != before:
            yield f"data: {json.dumps(now)}\n\n"
        before = now
        await asyncio.sleep(LOOK_AGAIN)


async def _asked(request: Request) -> dict[str, Any]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_ASKED:
            raise HTTPException(413, f"a correction has at most {LONGEST_ASKED:,} bytes")
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "this is no JSON") from error
    if not isinstance(asked, dict):
        raise HTTPException(400, "a correction is an object of JSON")
    return asked


def _file(content: bytes, name: str, kind: str) -> Response:
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in Path(name).stem)
    headers = {"Content-Disposition": f'attachment; filename="{plain}{Path(name).suffix}"'}
    return Response(content, media_type=kind, headers=headers)


async def _told(_: Request, error: Exception) -> Response:
    status = 422
    if isinstance(error, TooLarge):
        status = 413
    elif isinstance(error, Overtaken):
        status = 409
    elif isinstance(error, OutputError):
        status = 507
    return JSONResponse({"error": str(error)}, status)


async def _told_http(_: Request, error: Exception) -> Response:
    refused = cast("HTTPException", error)
    return JSONResponse({"error": refused.detail}, refused.status_code)


async def _told_nobody(_: Request, __: Exception) -> Response:
    """Whoever asked went away before all was sent; nothing of it was kept."""
    return Response(status_code=400)


async def _told_fault(_: Request, error: Exception) -> Response:
    told = f"this is a fault of Armillary, not of your document ({type(error).__name__}: {error})"
    return JSONResponse({"error": told}, 500)

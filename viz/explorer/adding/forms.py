"""Forms: what a browser sends, read within bounds, the rest of a body that is too large thrown away."""

from __future__ import annotations

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message

MOST_FILE = 50_000_000
"""Bytes of a document that is handed in, with what a form puts around it."""

MOST_FIELDS = 400_000
"""Bytes of a form without a file."""

_MOST_THROWN_AWAY = 4
"""How many times its bound a body is read and thrown away, so that the browser shows the answer and no broken line."""


class TooLargeError(Exception):
    """What was sent is larger than it may be."""


async def form_of(request: Request, most: int) -> FormData:
    """Return the form that ``request`` brings, of ``most`` bytes. Raises HTTPException: 413, or 400 for no form."""
    declared = request.headers.get("content-length", "0")
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > most:
            raise TooLargeError
        return message

    try:
        if not declared.isdecimal() or int(declared) > most:
            raise TooLargeError
        return await Request(request.scope, receive).form(max_files=1, max_fields=200, max_part_size=MOST_FIELDS)
    except TooLargeError:
        await _throw_away(request, most * _MOST_THROWN_AWAY - received)
        raise HTTPException(413) from None


async def _throw_away(request: Request, most: int) -> None:
    while most > 0:
        try:
            message = await request.receive()
        except ClientDisconnect:
            return
        most -= len(message.get("body", b"")) or 1
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return


def text(form: FormData, name: str) -> str:
    """Return a field of text; empty where there is none, or a file."""
    value = form.get(name, "")
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def file(form: FormData, name: str) -> UploadFile | None:
    """Return a file that was chosen; None where there is none."""
    value = form.get(name)
    return value if isinstance(value, UploadFile) and (value.filename or value.size) else None

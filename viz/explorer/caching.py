"""What a client may keep: an answer lasts as long as the build, unless the query asks for the time or chance."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from starlette.requests import Request

from maillage.store import Asked, Store, is_steady


@lru_cache(4)  # the manifest of a national graph names thousands
def build_of(store: Store) -> str:
    """Return what tells one build from another: the hash of what the store holds; empty for one in memory."""
    return store.manifest.content


def tag(build: str, asked: Asked, *differing: object) -> str:
    """Return the ETag of the answer to ``asked``, and to what else tells it from others; empty where it never lasts."""
    if not build or not is_steady(asked):
        return ""
    fields = (asked.query, asked.default, asked.named, asked.solutions, asked.triples, asked.gzip, *differing)
    return f'"{build}-{sha256(repr(fields).encode("utf-8", "surrogatepass")).hexdigest()[:20]}"'


def headers(tag: str) -> Mapping[str, str]:
    """Return the headers that say what a client may do with an answer that has that ``tag``, or none."""
    return {"ETag": tag, "Cache-Control": "public, no-cache"} if tag else {"Cache-Control": "no-store"}


def is_held(tag: str, request: Request) -> bool:
    """Whether the client says that it has the answer with that ``tag``."""
    held = request.headers.get("if-none-match", "").split(",")
    return bool(tag) and tag in {one.strip().removeprefix("W/") for one in held}

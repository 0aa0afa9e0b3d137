"""What a client may keep: an answer lasts as long as the build, unless the query asks for the time or chance."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from maillage.store import Asked, Store, is_steady


@lru_cache(4)  # the manifest of a national graph names thousands
def build_of(store: Store) -> str:
    """Return what tells one build from another: the hash of what the store holds; empty for one in memory."""
    return store.manifest.content


def tag(build: str, asked: Asked) -> str:
    """Return the ETag of the answer to ``asked``; empty for one that is never the same."""
    if not build or not is_steady(asked):
        return ""
    fields = (asked.query, asked.default, asked.named, asked.solutions, asked.triples, asked.gzip)
    return f'"{build}-{sha256(repr(fields).encode("utf-8", "surrogatepass")).hexdigest()[:20]}"'


def is_held(tag: str, if_none_match: str) -> bool:
    """Whether the client says that it has the answer with that ``tag``."""
    return bool(tag) and tag in {held.strip().removeprefix("W/") for held in if_none_match.split(",")}

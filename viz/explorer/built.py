"""What ``browser/`` is built into: scripts and style sheets for those pages that do more where JavaScript is on.

Nothing here is needed to read a page: where the build is missing, an entry is nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from maillage.errors import DeclarationError
from viz.explorer.problems import NotFoundError

FOLDER = Path(__file__).with_name("static") / "built"
ADDRESS = "/static/built"

_MANIFEST = "manifest.json"
_FOREVER = "public, max-age=31536000, immutable"
_ENCODINGS: Mapping[str, str] = {"br": ".br", "gzip": ".gz"}
"""The forms in which the build leaves a file, the smallest first."""
_TYPES: Mapping[str, str] = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """The files of an entry by name: its script, the style sheets and the scripts that it begins with."""

    script: str
    styles: tuple[str, ...]
    imports: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """All that a browser loads before the entry runs."""
        return (self.script, *self.styles, *self.imports)


def built(name: str) -> Markup:
    """Return the tags that bring ``browser/entries/<name>.ts`` into a page; nothing where it is not built."""
    entry = entries(FOLDER).get(name)
    if entry is None:
        return Markup()
    styles = (Markup('<link rel="stylesheet" href="{}/{}">').format(ADDRESS, file) for file in entry.styles)
    imports = (Markup('<link rel="modulepreload" href="{}/{}">').format(ADDRESS, file) for file in entry.imports)
    script = Markup('<script type="module" src="{}/{}"></script>').format(ADDRESS, entry.script)
    return Markup("\n").join((*styles, *imports, script))


def entries(folder: Path) -> Mapping[str, Entry]:
    """Return the entries that were built into ``folder``, by name; none where nothing was.

    Raises DeclarationError for a manifest that cannot be read.
    """
    return _entries(folder, _built_at(folder))


def _built_at(folder: Path) -> int:
    """Return what differs after each build; 0 where nothing is built."""
    try:
        return (folder / _MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=4)
def _entries(folder: Path, built_at: int) -> Mapping[str, Entry]:
    if not built_at:
        return {}
    file = folder / _MANIFEST
    try:
        chunks = json.loads(file.read_text("utf-8"))
        return {str(chunk["name"]): _entry(chunks, key) for key, chunk in chunks.items() if chunk.get("isEntry")}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DeclarationError(
            f"liste des scripts illisible ({error}) : refaites « make browser ».",
            f"unreadable list of scripts ({error}): run “make browser” again.",
            file=file,
        ) from error


def file(request: Request) -> Response:
    """Answer with a built file, compressed as the browser likes it. Raises NotFoundError for any other."""
    name = str(request.path_params["name"])
    if name not in _names(FOLDER, _built_at(FOLDER)):
        raise NotFoundError(name)
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding"}
    for encoding, suffix in _ENCODINGS.items():
        if _accepted(request, encoding) and (FOLDER / f"{name}{suffix}").is_file():
            headers["Content-Encoding"] = encoding
            return FileResponse(FOLDER / f"{name}{suffix}", media_type=_type(name), headers=headers)
    return FileResponse(FOLDER / name, media_type=_type(name), headers=headers)


def _entry(chunks: Mapping[str, Mapping[str, object]], key: str) -> Entry:
    """Return the entry ``key`` of the manifest, with what it and its imports need."""
    needed = list(dict.fromkeys(_needed(chunks, key, set())))
    styles = [name for one in needed for name in _texts(chunks[one], "css")]
    scripts = [str(chunks[one]["file"]) for one in needed]
    return Entry(scripts[0], tuple(dict.fromkeys(styles)), tuple(dict.fromkeys(scripts[1:])))


def _needed(chunks: Mapping[str, Mapping[str, object]], key: str, seen: set[str]) -> Iterator[str]:
    """Give ``key`` and, each once, what it imports; what is imported on demand comes on demand."""
    if key in seen:
        return
    seen.add(key)
    yield key
    for name in _texts(chunks[key], "imports"):
        yield from _needed(chunks, name, seen)


def _texts(chunk: Mapping[str, object], name: str) -> tuple[str, ...]:
    listed = chunk.get(name, ())
    return tuple(str(one) for one in listed) if isinstance(listed, (list, tuple)) else ()


@lru_cache(maxsize=4)
def _names(folder: Path, _built_at: int) -> frozenset[str]:
    """Return the names of the files that may be asked for."""
    return frozenset(file.name for file in folder.glob("*") if file.suffix in _TYPES and file.name != _MANIFEST)


def _accepted(request: Request, encoding: str) -> bool:
    """Whether the request accepts ``encoding`` (RFC 9110, 12.5.3); a weight of zero refuses it."""
    for part in request.headers.get("accept-encoding", "").split(","):
        name, _, weight = part.partition(";q=")
        if name.strip().lower() == encoding:
            return weight.strip() not in {"0", "0.0", "0.00", "0.000"}
    return False


def _type(name: str) -> str:
    return _TYPES[Path(name).suffix]

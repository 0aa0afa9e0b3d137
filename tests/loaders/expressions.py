"""Every regular expression that reading uses: run on acts, it prints those that the loaders compile, one a line.

    python -m tests.loaders.expressions FILE...

Whatever way an expression comes about (a name of a module, made of a vocabulary, written where it is used), the
compiler of ``re`` makes it; here that compiler is listened to while every module is loaded and the files are read.
"""

from __future__ import annotations

import json
import pkgutil
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent.parent
_COMPILER = import_module("re._compiler")


def listen(heard: dict[tuple[str, int], None]) -> None:
    """Let the compiler of ``re`` note in ``heard`` what the loaders ask of it."""
    compiled: Callable[[object, int], object] = _COMPILER.compile

    def noting(pattern: object, flags: int = 0) -> object:
        if isinstance(pattern, str) and any(name.startswith("loaders") for name in callers()):
            heard[pattern, int(flags)] = None
        return compiled(pattern, flags)

    vars(_COMPILER)["compile"] = noting


def callers() -> Iterator[str]:
    """Give the names of the modules that are being run, the innermost first, up to the next import."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and "importlib" not in (name := str(frame.f_globals.get("__name__", ""))):
        yield name
        frame = frame.f_back


def main(files: list[str]) -> None:
    """Load the loaders, read ``files``, print what was heard as JSON lines."""
    heard: dict[tuple[str, int], None] = {}
    listen(heard)
    import loaders
    from loaders import reading
    from loaders.resolve import Gazetteer
    from maillage import reference

    for module in pkgutil.walk_packages(loaders.__path__, "loaders."):
        import_module(module.name)
    gazetteer = Gazetteer(reference.load())
    for file in files:
        reading.read(Path(file), gazetteer)
    for pattern, flags in heard:
        sys.stdout.write(json.dumps([pattern, flags]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])

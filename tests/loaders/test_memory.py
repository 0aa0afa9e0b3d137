"""Reading many acts takes no more room than reading one: what is remembered of a text is bounded."""

from __future__ import annotations

import gc
import re
from functools import _lru_cache_wrapper
from pathlib import Path

from loaders import reading
from loaders.resolve import Gazetteer
from maillage import reference

ACTS = Path(__file__).resolve().parent.parent / "cases" / "acts"
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zé]{4,}")
VOWELS = str.maketrans("aeiou", "eioua")


def unbounded() -> dict[str, int]:
    """Return how much each memory without bounds of the loaders and the reference holds."""
    found = [kept for kept in gc.get_objects() if isinstance(kept, _lru_cache_wrapper)]
    ours = [kept for kept in found if kept.__module__.startswith(("loaders", "maillage"))]
    return {
        f"{kept.__module__}.{kept.__qualname__}": kept.cache_info().currsize
        for kept in ours
        if kept.cache_info().maxsize is None
    }


def test_names_never_met_before_leave_nothing_behind(tmp_path: Path) -> None:
    gazetteer = Gazetteer(reference.load())
    acts = [path for path in sorted(ACTS.glob("*/*.md")) if path.is_file()][:6]
    sizes = []
    for round_ in range(3):
        for path in acts:
            text = path.read_text("utf-8")
            for _ in range(round_):
                text = NAME.sub(lambda match: match[0].translate(VOWELS), text)
            copy = tmp_path / path.name
            copy.write_text(text, "utf-8")
            reading.read(copy, gazetteer)
        sizes.append(unbounded())
    assert sizes[0]
    assert sizes[2] == sizes[1]

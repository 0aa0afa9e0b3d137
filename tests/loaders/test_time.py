"""The time of reading grows as the text does: for every regular expression in use, whatever a line holds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from time import process_time

import pytest

from loaders.formats.making.joining import squeezed

ROOT = Path(__file__).resolve().parent.parent.parent
MOTIFS = (
    "a", " ", "*", "_", "-", "1", "1.", ".", "(", "«", "a ", "Aa ", "1 ", "- ", "• ", ", ", ": - ", "x, ", "x: ", "(x ",
    "x) ", "A. ", "A-", "A de ", "de la ", "le du ", "et ", "le 1er ", "1 000 ", "d'", "cinquante ", "Entre la Caf ",
)  # fmt: skip
_FNMATCH = "(?s:"
SHORT, LONG = 1_500, 6_000
MANY = 15
QUICK = 0.03
"""Seconds below which a long line is no matter, however its time compares with that of a short one."""


@cache
def expressions() -> tuple[re.Pattern[str], ...]:
    """Every expression that the loaders compile while they read the acts of our own.

    Those that ``fnmatch`` makes of a file pattern are its own, and never see a text.
    """
    acts = sorted(str(path) for path in (ROOT / "tests" / "cases" / "acts").glob("*/*.*") if path.is_file())
    command = [sys.executable, "-m", "tests.loaders.expressions", *acts]
    heard = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(
        re.compile(pattern, flags)
        for pattern, flags in map(json.loads, heard.splitlines())
        if not pattern.startswith(_FNMATCH)
    )


def seconds(expression: re.Pattern[str], motif: str, length: int, times: int = 1) -> float:
    """Return the least time of several that ``expression`` takes on a line that is nothing but ``motif``.

    The line is as the formats let it through to the readers; its last sign is one that nothing expects.
    """
    line = squeezed((motif * length)[:length] + " ¤")
    least = float("inf")
    for _ in range(times):
        start = process_time()
        for _found in expression.finditer(line):
            pass
        least = min(least, process_time() - start)
    return least


def test_the_expressions_are_heard() -> None:
    assert len(expressions()) > 400


@pytest.mark.parametrize("motif", MOTIFS)
def test_time_grows_with_length_for_every_expression(motif: str) -> None:
    slow = []
    for expression in expressions():
        if seconds(expression, motif, LONG) > QUICK:
            ratio = growth(expression, motif)
            if ratio > 2 * LONG / SHORT:
                slow.append((round(ratio, 1), expression.pattern[:120]))
    assert not slow


def growth(expression: re.Pattern[str], motif: str) -> float:
    """Return how many times the time of a short line a long one takes: the least of many tries, on a busy machine."""
    return seconds(expression, motif, LONG, MANY) / seconds(expression, motif, SHORT, MANY)

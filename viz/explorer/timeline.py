"""Agreements and their amendments in time: a line each, to the scale of their years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from viz.explorer.addresses import page_of
from viz.explorer.facts import Record, ask, told
from viz.explorer.names import name_of
from viz.explorer.visit import Visit
from viz.numbers import day
from viz.plain import fold_lines

WIDTH = 640
_TEXT, _ROW, _TOP = 236, 34, 26
_WIDEST_LABEL = 32


@dataclass(frozen=True, slots=True)
class Bar:
    """An agreement or an amendment: from where to where, and what a reader is told of it."""

    y: int
    x: int
    width: int
    kind: str
    lines: tuple[str, ...]
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars over the years; the same dates stand in the tables of the page."""

    height: int
    years: tuple[tuple[int, int], ...]
    bars: tuple[Bar, ...]
    width: int = WIDTH

    def __bool__(self) -> bool:
        return bool(self.bars)


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasts: ``kind`` is ``shown``, ``other`` or ``avenant``; dates as stated, the end perhaps empty."""

    kind: str
    label: str
    href: str
    start: str
    end: str


def of_conventions(visit: Visit, records: Iterable[Record], shown: str = "") -> tuple[Span, ...]:
    """Return the periods that ``records`` state, each once and as exactly as it is stated, the earliest first."""
    spans = {(told(one, "debut"), told(one, "fin"), told(one, "convention")) for one in records if told(one, "debut")}
    return tuple(
        Span("shown" if iri == shown else "other", name_of(visit, iri), page_of(iri), start, end)
        for start, end, iri in sorted(spans)
        if not any(_is_exacter((start, end, iri), other) for other in spans)
    )


def _is_exacter(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether ``other`` is the same period as ``one``, stated to the month or the day: 2025-01-01 for 2025."""
    return one != other and one[2] == other[2] and other[0].startswith(one[0]) and other[1].startswith(one[1])


def of_avenants(visit: Visit, convention: str) -> tuple[Span, ...]:
    """Return the amendments of a convention that have a date."""
    return tuple(
        Span(
            "avenant",
            visit.words("timeline.avenant", number=told(one, "numero")),
            "",
            told(one, "debut"),
            told(one, "fin"),
        )
        for one in ask(visit, "avenants", convention)
        if told(one, "debut")
    )


def timeline(visit: Visit, spans: Sequence[Span]) -> Timeline:
    """Draw ``spans``, one below the other; one whose end is not stated is as long as its first year."""
    if not spans:
        return Timeline(0, (), ())
    first = min(int(span.start[:4]) for span in spans)
    last = max(int(_end(span)[:4]) for span in spans) + 1
    step = (WIDTH - _TEXT - 24) / max(1, last - first)
    every = -(-(last - first) // 8)
    years = ((year, round(_TEXT + (year - first) * step)) for year in range(first, last + 1, every))
    bars = (_bar(visit, span, _TOP + at * _ROW, first, step) for at, span in enumerate(spans))
    return Timeline(_TOP + len(spans) * _ROW + 6, tuple(years), tuple(bars))


def _bar(visit: Visit, span: Span, y: int, first: int, step: float) -> Bar:
    start = (_years(span.start) - first) * step
    end = (_years(_end(span), whole=True) - first) * step
    dates = " – ".join(day(one, visit.language) for one in (span.start, span.end) if one)
    return Bar(
        y,
        round(_TEXT + start),
        max(4, round(end - start)),
        span.kind,
        fold_lines(span.label, _WIDEST_LABEL, 2),
        span.href,
        f"{span.label} : {dates}",
    )


def _end(span: Span) -> str:
    return span.end or span.start[:4]


def _years(date: str, *, whole: bool = False) -> float:
    """Return an ISO date (or its beginning) as years; ``whole``: to the end of what it names."""
    parts = [int(part) for part in date.split("-")]
    months = parts[1] - (0 if whole and len(parts) == 2 else 1) if len(parts) > 1 else (12 if whole else 0)
    return parts[0] + months / 12 + (parts[2] / 366 if len(parts) > 2 else 0)

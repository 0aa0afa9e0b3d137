"""What is shown where a page cannot be: what happened, and where to go from here."""

from __future__ import annotations

from dataclasses import dataclass

from viz.explorer.visit import Visit

TEMPLATE = "probleme.html"


@dataclass(frozen=True, slots=True)
class Probleme:
    """What the page shows."""

    title: str
    message: str


def page(visit: Visit, status: int, message: str) -> Probleme:
    """Return the page of an HTTP ``status``; ``message`` says more, where there is more to say."""
    known = str(status) if visit.words.has(f"problem.{status}.title") else "500"
    return Probleme(visit.words(f"problem.{known}.title"), message or visit.words(f"problem.{known}.message"))

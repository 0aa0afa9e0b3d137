"""Two short acts of our own: one that a store holds, and another, made of it, to hand in."""

from __future__ import annotations

from pathlib import Path

ACT = Path(__file__).parent / "cases" / "cli" / "les-rousses-deliberation-2023-12.md"
NEW = ACT.read_text("utf-8").replace("Rousses", "Lamoura").replace("ROUSSES", "LAMOURA").replace("2023-12", "2023-99")

"""The two languages Maillage speaks to a person: French, or English with ``MAILLAGE_LANG=en``."""

from __future__ import annotations

import os


def tr(fr: str, en: str) -> str:
    """Return ``fr``, or ``en`` where the environment asks for English (``MAILLAGE_LANG=en``)."""
    return en if os.environ.get("MAILLAGE_LANG", "").lower().startswith("en") else fr

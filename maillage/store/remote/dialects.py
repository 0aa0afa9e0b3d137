"""What a server must be told besides the query, because its own way would give another answer."""

from __future__ import annotations

from collections.abc import Mapping

PRELUDES: Mapping[str, str] = {"virtuoso/07": 'DEFINE sql:select-option "order"\n'}
"""By the start of what the server calls itself.

Virtuoso 7 loses rows where it joins what two sub-queries give in an order of its own (seen with 7.2.5, on graphs of
some ten thousand triples: other rows each time the data was loaded); in the order of the text it does not.
"""

HELLO = "ASK { }"
"""What any server can answer at once."""


def prelude(server: str) -> str:
    """Return what goes before a query for a server that calls itself ``server``; nothing for most."""
    return next((text for start, text in PRELUDES.items() if server.lower().startswith(start)), "")

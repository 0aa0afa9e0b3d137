"""Finding: what the checks say of the facts. The codes are explained in shapes/README.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["violation", "avertissement", "information"]
SEVERITIES: tuple[Severity, ...] = ("violation", "avertissement", "information")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding: its code, how grave it is, what it is about, and where that is stated.

    ``subject`` is a readable key (``pays-d-opale-2022``, ``ternois-2023/1.1``); ``documents`` are stems and ``lines``
    the places in them, in the same order (``pas-de-calais-deliberation-2023-578`` with ``137;149``); ``acts`` are the
    IRIs of the acts concerned.
    """

    code: str
    severity: Severity
    subject: str
    message_fr: str
    message_en: str
    documents: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()

"""What a worker is asked and answers, and how that goes through a pipe: a header in JSON, then bytes."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import BinaryIO

SIZES = struct.Struct(">IQ")


class Outcome(StrEnum):
    """How a query ended."""

    ANSWERED = "answered"
    REFUSED = "refused"
    UNACCEPTABLE = "unacceptable"
    SLOW = "slow"
    LONG = "long"
    LARGE = "large"
    MEMORY = "memory"
    BUSY = "busy"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query for the generation in ``folder``; ``solutions`` and ``triples`` are the formats that are accepted.

    ``default`` and ``named`` are the graphs that the protocol names: they win over those of the query.
    """

    query: str
    folder: str = ""
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    solutions: str = "json"
    triples: str = "turtle"
    gzip: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """How a query ended: its result as ``body`` in ``format``, or the reason in both languages."""

    outcome: Outcome
    body: bytes = b""
    format: str = ""
    gzip: bool = False
    fr: str = ""
    en: str = ""


_SAID = tuple(one for one in fields(Answered) if one.name != "body")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker is told first: what a query may take, and whether it works only where nobody else would.

    ``seconds`` are those of the clock, ``cpu`` those of work: on a busy machine the one says little of the other.
    """

    seconds: float
    cpu: float
    result: int
    memory: int
    idle: bool = False


def pack(header: object, body: bytes = b"") -> bytes:
    """Return a message as bytes."""
    text = json.dumps(header).encode()
    return SIZES.pack(len(text), len(body)) + text + body


def pack_asked(asked: Asked) -> bytes:
    """Return a query as bytes."""
    return pack(asdict(asked))


def pack_answered(answered: Answered) -> bytes:
    """Return an answer as bytes."""
    return pack({one.name: getattr(answered, one.name) for one in _SAID}, answered.body)


def answered(header: bytes, body: bytes) -> Answered:
    """Return the answer that was packed."""
    said = json.loads(header)
    return Answered(**{**said, "outcome": Outcome(said["outcome"]), "body": body})


def settings(header: bytes) -> Settings:
    """Return the settings that were packed."""
    return Settings(**json.loads(header))


def asked(header: bytes) -> Asked:
    """Return the query that was packed."""
    said = json.loads(header)
    return Asked(**{**said, "default": tuple(said["default"]), "named": tuple(said["named"])})


def read(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Return the header and the body of the next message of ``stream``; None at its end."""
    sizes = stream.read(SIZES.size)
    if len(sizes) < SIZES.size:
        return None
    header, body = SIZES.unpack(sizes)
    return stream.read(header), stream.read(body)

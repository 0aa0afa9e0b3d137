"""The colours and lines that every view shares, read from ``palette.toml``, and the style sheet made of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from maillage.errors import DeclarationError

_FILE = Path(__file__).with_name("palette.toml")
_OTHER = "autre"


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour in its light and dark variants (``#rrggbb``), with the line of a role or the shape of a kind."""

    light: str
    dark: str
    dash: tuple[int, ...] = ()
    width: int = 2
    shape: str = "dot"


@dataclass(frozen=True, slots=True)
class Palette:
    """The tones by name: of backgrounds, roles, kinds of things, themes and severities."""

    background: Mapping[str, Tone]
    role: Mapping[str, Tone]
    kind: Mapping[str, Tone]
    theme: Mapping[str, Tone]
    severity: Mapping[str, Tone]

    def families(self) -> Iterator[tuple[str, Mapping[str, Tone]]]:
        """Give each family of foreground tones with its name."""
        yield from (("role", self.role), ("kind", self.kind), ("theme", self.theme), ("severity", self.severity))

    def of_kind(self, name: str) -> Tone:
        """Return the tone of a kind of thing; one that is not declared looks like ``autre``."""
        return self.kind.get(name, self.kind[_OTHER])

    def of_role(self, name: str) -> Tone:
        """Return the tone of a role; one that is not declared has the colour of ``autre`` and a plain line."""
        return self.role.get(name, self.kind[_OTHER])


@cache
def palette() -> Palette:
    """Read the palette. Raises DeclarationError where the file is not as it should be."""
    try:
        declared = tomllib.loads(_FILE.read_text("utf-8"))
        families = {name: {key: _tone(entry) for key, entry in family.items()} for name, family in declared.items()}
        return Palette(**families)
    except (OSError, TypeError, KeyError, ValueError) as error:
        raise DeclarationError(
            f"palette illisible ({error}) : corrigez le fichier.",
            f"unreadable palette ({error}): mend the file.",
            file=_FILE,
        ) from error


def _tone(entry: Mapping[str, str | int | list[int]]) -> Tone:
    dash = entry.get("dash", [])
    width = entry.get("width", 2)
    if not isinstance(dash, list) or not isinstance(width, int):
        raise ValueError(str(entry))
    return Tone(str(entry["light"]), str(entry["dark"]), tuple(dash), width, str(entry.get("shape", "dot")))


def stylesheet(colours: Palette) -> str:
    """Return the CSS of ``colours``: a variable a tone, for both schemes, and the classes that use them."""
    light = "".join(
        _variable(family, name, tone.light) for family, tones in _all(colours) for name, tone in tones.items()
    )
    dark = "".join(
        _variable(family, name, tone.dark) for family, tones in _all(colours) for name, tone in tones.items()
    )
    classes = "".join(
        f".{family}-{name}{{--tone:var(--{family}-{name})}}\n" for family, tones in colours.families() for name in tones
    )
    lines = "".join(_line(name, tone) for name, tone in colours.role.items())
    return f":root{{\n{light}}}\n@media (prefers-color-scheme:dark){{:root{{\n{dark}}}}}\n{classes}{lines}"


def _all(colours: Palette) -> Iterator[tuple[str, Mapping[str, Tone]]]:
    yield "background", colours.background
    yield from colours.families()


def _variable(family: str, name: str, colour: str) -> str:
    return f"--{family}-{name}:{colour};\n"


def _line(name: str, tone: Tone) -> str:
    dash = " ".join(str(length) for length in tone.dash) or "none"
    return f".line.role-{name}{{stroke-dasharray:{dash};stroke-width:{tone.width}}}\n"

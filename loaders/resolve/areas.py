"""From a printed département or région to the official one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from loaders.resolve.names import fold, loose
from maillage.reference import Reference, Territory

_PARENTHESIS = re.compile(r"\s*\([^()]*\)?")
_COUNCIL = re.compile(
    r"(?:la |le |l |les )?(?:conseil departemental|conseil general|departements?|cd)\s*"
    r"(?:de la |de l |du |des |de |d )?"
)
_REGION = re.compile(r"^(?:la |le )?(?:conseil regional|region)\s*(?:de la |de l |des |de |d )?")


class Areas:
    """The départements and régions, by name and number."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    def departement(self, name: str) -> Territory | None:
        """Return the département that ``name`` means: ``Conseil départemental du Gard``, ``CD62``, ``Nord``."""
        words = fold(_PARENTHESIS.sub(" ", name))
        match = _COUNCIL.match(words)
        rest = words[match.end() :] if match else words
        number = rest.upper() if match else ""
        area = self._reference.departements.get(number) or self._by_name.get(loose(rest))
        return area or (self._opening(rest) if match else None)

    def home(self, territory: Territory | None) -> Territory | None:
        """Return the département that ``territory`` is, or lies in for the most part."""
        if territory is None or territory.kind == "departement":
            return territory
        return self._reference.departements.get(territory.parent) if territory.kind != "region" else None

    def region(self, name: str) -> Territory | None:
        """Return the région that ``name`` means: ``Région Hauts-de-France``, ``Conseil régional de Bretagne``."""
        return self._regions_by_name.get(loose(_REGION.sub("", fold(name))))

    def _opening(self, words: str) -> Territory | None:
        """The département whose name opens ``words``, the longest such: ``pas de calais direction enfance``."""
        tokens = loose(words).split()
        openings = (" ".join(tokens[:length]) for length in range(len(tokens), 0, -1))
        return next((self._by_name[key] for key in openings if key in self._by_name), None)

    @cached_property
    def _regions_by_name(self) -> Mapping[str, Territory]:
        return {loose(fold(area.name)): area for area in self._reference.regions.values()}

    @cached_property
    def _by_name(self) -> Mapping[str, Territory]:
        return {loose(fold(area.name)): area for area in self._reference.departements.values()}

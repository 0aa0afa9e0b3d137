"""Contours of territories, from a GeoJSON file in the layout of Etalab or the IGN: bounded, checked, kept small.

The file is not ours: whatever it holds, it is read as numbers and codes alone, or refused with a word that says why.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path

from maillage.errors import UsageError

MOST_BYTES = 64_000_000
"""The size of the contours of every commune of France, to a hundred metres, three times over."""

MOST_FEATURES = 50_000
MOST_POINTS = 3_000_000

_CODES = (
    "code",
    "code_siren",
    "siren",
    "code_epci",
    "code_insee",
    "insee_com",
    "insee_dep",
    "code_insee_du_departement",
)
"""The properties that may hold the official code, in the order in which they are looked for, whatever their case."""

_CODE = re.compile(r"[0-9][0-9AB][0-9]{0,7}")


@dataclass(frozen=True, slots=True)
class Contours:
    """The rings of each territory by its official code: longitudes and latitudes in turn, in degrees (WGS 84)."""

    rings: Mapping[str, tuple[array[float], ...]] = field(default_factory=dict)

    def of(self, code: str, members: Iterable[str] = ()) -> tuple[array[float], ...]:
        """Return the rings of ``code`` or, where the file has none, those of its ``members``."""
        own = self.rings.get(code)
        return own if own else tuple(ring for member in members for ring in self.rings.get(member, ()))


class _UnfitError(ValueError):
    """What is wrong with a file, in both languages."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(fr)
        self.fr = fr
        self.en = en


def read(file: Path) -> Contours:
    """Read the contours of ``file``. Raises UsageError, with the remedy, for a file that is not as it should be."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise _UnfitError(
                "plus de 64 Mo : prenez des contours simplifiés (à 1 000 m)",
                "more than 64 MB: take simplified contours (to 1,000 m)",
            )
        return Contours(dict(_territories(json.loads(file.read_bytes()))))
    except _UnfitError as error:
        raise _refused(file, error.fr, error.en) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refused(
            file, f"illisible ({reason}) : vérifiez le chemin", f"unreadable ({reason}): check the path"
        ) from error
    except (ValueError, RecursionError) as error:
        raise _refused(
            file, "ce n'est pas du GeoJSON : donnez un fichier .geojson", "no GeoJSON: give a .geojson file"
        ) from error


def _refused(file: Path, fr: str, en: str) -> UsageError:
    return UsageError(f"contours refusés, {fr}.", f"contours refused, {en}.", file=file)


def _territories(document: object) -> Iterator[tuple[str, tuple[array[float], ...]]]:
    """Give each territory with its rings. Raises _UnfitError."""
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or len(features) > MOST_FEATURES:
        raise _UnfitError(
            f"pas de FeatureCollection d'au plus {MOST_FEATURES} territoires : prenez ceux d'Etalab ou de l'IGN",
            f"no FeatureCollection of at most {MOST_FEATURES} territories: take those of Etalab or the IGN",
        )
    found: dict[str, list[array[float]]] = {}
    points = 0
    for feature in features:
        code, rings = _territory(feature)
        points += sum(len(ring) // 2 for ring in rings)
        if points > MOST_POINTS:
            raise _UnfitError(
                "trop de points : prenez des contours simplifiés", "too many points: take simplified contours"
            )
        if code and rings:
            found.setdefault(code, []).extend(rings)
    if not found:
        raise _UnfitError(
            "aucun territoire n'y porte un code officiel (« code », « code_siren », « code_insee ») : ajoutez-le",
            "no territory bears an official code (“code”, “code_siren”, “code_insee”): add it",
        )
    yield from ((code, tuple(rings)) for code, rings in found.items())


def _territory(feature: object) -> tuple[str, list[array[float]]]:
    if not isinstance(feature, dict):
        return "", []
    properties, geometry = feature.get("properties"), feature.get("geometry")
    if not isinstance(properties, dict) or not isinstance(geometry, dict):
        return "", []
    code = _code(properties)
    return (code, list(_rings(geometry))) if code else ("", [])


def _code(properties: Mapping[object, object]) -> str:
    named = {str(name).lower(): value for name, value in properties.items()}
    told = (str(named[name]).strip().upper() for name in _CODES if name in named)
    return next((code for code in told if _CODE.fullmatch(code)), "")


def _rings(geometry: Mapping[object, object]) -> Iterator[array[float]]:
    coordinates = geometry.get("coordinates")
    polygons = [coordinates] if geometry.get("type") == "Polygon" else coordinates
    if geometry.get("type") not in ("Polygon", "MultiPolygon") or not isinstance(polygons, list):
        return
    for polygon in polygons:
        if isinstance(polygon, list):
            yield from (_ring(ring) for ring in polygon if isinstance(ring, list) and len(ring) > 3)


def _ring(points: Sequence[object]) -> array[float]:
    ring = array("d")
    for point in points:
        ring.extend(_point(point))
    return ring


def _point(point: object) -> tuple[float, float]:
    if isinstance(point, list) and len(point) >= 2:
        x, y = point[0], point[1]
        numbers = all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in (x, y))
        if numbers and isfinite(x) and isfinite(y) and abs(x) <= 180 and abs(y) <= 90:
            return float(x), float(y)
    raise _UnfitError(
        "des coordonnées ne sont pas des degrés (WGS 84) : convertissez le fichier",
        "coordinates are no degrees (WGS 84): convert the file",
    )

"""The palette: every colour can be read on every background, every role has a line of its own."""

from __future__ import annotations

import pytest

from maillage.thesauri import SCHEMES
from viz.network import RELATIONS
from viz.palette import palette, stylesheet

READABLE = 4.5
COLOURS = [(family, name) for family, tones in palette().families() for name in tones]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("family", "name"), COLOURS)
def test_contrast(family: str, name: str) -> None:
    tone = dict(palette().families())[family][name]
    for background in palette().background.values():
        assert contrast(tone.light, background.light) >= READABLE
        assert contrast(tone.dark, background.dark) >= READABLE


def test_every_concept_has_its_tone() -> None:
    assert {concept.id for concept in SCHEMES["themes"]} == set(palette().theme)
    assert {concept.id for concept in SCHEMES["roles"]} == set(palette().role) == set(RELATIONS)
    assert {concept.id for concept in SCHEMES["genres-acteur"]} <= set(palette().kind)


def test_roles_differ_in_colour_and_in_line() -> None:
    roles = palette().role.values()
    assert len({tone.dash for tone in roles}) == len({tone.light for tone in roles}) == len(palette().role)


def test_the_style_sheet_holds_both_schemes() -> None:
    css = stylesheet(palette())
    pilote = palette().role["pilote"]
    assert f"--role-pilote:{pilote.light}" in css
    assert f"--role-pilote:{pilote.dark}" in css


def test_what_is_not_declared_still_has_a_tone() -> None:
    assert palette().of_kind("martien") == palette().of_role("ami") == palette().kind["autre"]

"""Fiches that words about money name by their number: it is for what their titles say."""

from __future__ import annotations

from loaders.acts.section import Section
from loaders.readers.fiches.sheets import sheets
from loaders.seeking import Sought
from loaders.words.wording import plain, tidy


def fiche_named(section: Section, text: str, sign: Sought) -> str:
    """Return the title of the one fiche that ``text`` names by its number behind the ``sign``; empty for none."""
    numbers = {found["number"] for found in sign.finditer(plain(text))}
    listed = sheets(section.blocks) if len(numbers) == 1 else ()
    return next((tidy(sheet.title.text) for sheet in listed if sheet.number in numbers and sheet.title), "")

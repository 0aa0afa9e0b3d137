"""What the amounts of a budget are for: what a row says without its scheme or number, what stands above them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.acts.convention_cues import MENTION
from loaders.acts.section import Section
from loaders.readers.fiches.signs import FICHE, OF_ACTION
from loaders.readers.funding import words as says
from loaders.readers.funding.context import Context
from loaders.readers.funding.fiches_named import fiche_named
from loaders.readers.funding.objects import budgeted_object
from loaders.readers.funding.purposes import costed
from loaders.words.wording import plain

_ASIDE = re.compile(r"\s\([^()]*\)$")


def of_fiche(section: Section, titles: Iterable[str]) -> str:
    """Return the title of the fiche that the words above a table name: ``Plan de financement de la fiche 2``."""
    said = (fiche_named(section, title, OF_ACTION) for title in titles)
    return next((title for title in said if title), "")


def announced_object(context: Context, caption: str) -> str:
    """Return what the words that announce a table say that it is for, unless that is an organisation."""
    announces = caption.rstrip()[-1:] not in ("", ".", ";")
    said = budgeted_object(caption) or costed(caption) if announces else ""
    said = _ASIDE.sub("", said)
    return "" if context.donors.named(said) or MENTION.match(plain(said)) or plain(said) == "convention" else said


def decided_object(section: Section) -> str:
    """Return what the title of a deliberation says that it finances: ``Demande de subvention pour la ludothèque``."""
    return budgeted_object(section.head.title.text) if section.kind == "deliberation" else ""


def behind_scheme(purpose: str) -> str:
    """Return what a row is for, without the scheme before a dash, or the number of the fiche that its title follows.

    ``Bonus territoire – ludothèque``, ``Fiche n° 4 – Ouvrir une ludothèque``.
    """
    head = FICHE.match(plain(purpose))
    title = purpose[head.end() :] if head is not None and head["number"] else ""
    return title or behind_dash(purpose) or purpose


def behind_dash(text: str) -> str:
    """Return what stands behind a scheme and a dash; empty where no scheme does before one."""
    head, dash, rest = text.replace(" - ", " – ").partition(" – ")
    return rest.strip() if dash and says.schemes(head) else ""

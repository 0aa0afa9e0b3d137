"""Titles that say nothing but levels of a plan: ``2. Axes et actions``, ``Nos priorités``."""

from __future__ import annotations

import re
from functools import cache

from loaders.document import Heading, Item, Paragraph
from loaders.vocabulary import groups
from loaders.words.plan_levels import complement, level_names
from loaders.words.spelt_numbers import SEVERAL
from loaders.words.wording import alternatives, plain

_NUMBER = r"(?:\W{0,6}(?:\d[\d.]{0,8}|[ivx]{1,5}|[a-h])\s?[.):/·-]{0,3}\s+)?"
_WHOSE = r"(?: (?:de la|du|de notre|pour la|pour le) (?:ctg|convention(?: territoriale globale)?|territoire|projet))?"
_YEARS = r"(?: (?:pour )?\d{4}\s?[-/]\s?\d{4})?\s*"
_BOLD = 9
"""The rank of a title that is only printed in bold."""


def rank_of(title: Heading) -> int:
    """Return how far a title stands from the outermost: its level; a line in bold print comes after all levels."""
    return title.level or _BOLD


def says_levels(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` is a title that says nothing but levels of a plan, an outer one among them."""
    text = plain(block.words.text).strip(" *_#")
    return bool(_levels().fullmatch(text) and _outer().search(text)) and not _vague().search(text)


@cache
def _levels() -> re.Pattern[str]:
    """Return the pattern of names of levels in the plural, behind the number of the title."""
    names = level_names()
    named = alternatives([names["enjeu"], names["objectif"], names["action"]])
    plural = rf"(?=\S+s\b){named}(?:\s(?:et )?{complement()}){{0,3}}"
    level = rf"(?:(?:les|nos|des|leurs|ces|{SEVERAL}) ){{0,2}}(?:grand[es]* )?{plural}"
    return re.compile(rf"{_part()}{_NUMBER}\W{{0,6}}{level}(?:\s?(?:,|et|puis|/|-)\s?{level}){{0,3}}{_WHOSE}{_YEARS}")


@cache
def _part() -> str:
    """Return the pattern of the name of a part of the act, with its number or without."""
    return rf"(?:\W{{0,6}}{alternatives(groups('plan', 'parts')['names'])}\s+(?:n\s?[°o]\s?)?\w{{1,12}}\b\W{{0,6}})?"


@cache
def _outer() -> re.Pattern[str]:
    names = level_names()
    return re.compile(rf"\b{alternatives([names['enjeu'], names['objectif']])}\b")


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(groups('plan', 'announced')['vague'])}\b")

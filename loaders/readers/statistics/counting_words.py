"""The words that tell what the figures of a sentence are: what a territory counts or has, a change, an aim."""

from __future__ import annotations

import re
from functools import cache

from loaders.readers.statistics.prose import declared
from loaders.seeking import Sought
from loaders.words.numerals import NUMBER
from loaders.words.wording import alternatives

CHANGING = r"(?:recul|baiss|chut|diminu|augment|progress)\w+"
"""What something does that goes from one figure to another, or changes by one."""

_WITH_CHILDREN = r"(?: (?:avec|sans|ayant(?: des)?) enfants?(?: a charge)?)?"


def is_held(said: str) -> bool:
    """Tell whether plain words begin with what a territory has, and a diagnosis counts."""
    return _held().match(said) is not None


def tells_of_aim(text: str, end: int) -> bool:
    """Tell whether what stands before a place in a sentence tells of an aim: ``l'objectif d'atteindre``."""
    return _intended().search(text, 0, end) is not None


@cache
def counting() -> re.Pattern[str]:
    """Return the pattern of a number and one of the words that count inhabitants, families, children."""
    return re.compile(rf"(?<![\d.,/-])(?:{NUMBER})\s(?P<label>{_any('counted')}{_WITH_CHILDREN})\b(?!\s*/)")


@cache
def _held() -> re.Pattern[str]:
    """Return the pattern of the first word of what a territory has."""
    return re.compile(rf"{_any('held')}\b")


@cache
def shared() -> re.Pattern[str]:
    """Return the pattern of the words for those of whom a share is told."""
    return re.compile(rf"{_any('shared')}\b")


@cache
def having() -> re.Pattern[str]:
    """Return the pattern of what stands before a figure of a territory: that it counts, or that others are counted."""
    verb = rf"\b(?:{_any('counting')}|on y trouve|dont)(?:,? (?:en|fin|au 1er janvier) (?:19|20)\d\d,?)?(?: de)?"
    other = rf"\d (?:{_any('counted')}|{_any('held')})\b[^\d;:.]{{0,60}}?(?: et|,)(?: de| soit)?"
    return re.compile(rf"(?:{verb}|{other})\s(?:environ )?$")


@cache
def changed() -> re.Pattern[str]:
    """Return the pattern of what, before a figure, makes it a change."""
    return re.compile(rf"\b{_any('changed')} (?:environ |pres de )?$")


@cache
def _intended() -> Sought:
    """Return the pattern of what tells of an aim."""
    return Sought(rf"\b{_any('intended')}\b")


def _any(key: str) -> str:
    """Return the pattern of any word of a list of the vocabulary."""
    return alternatives(declared(key))

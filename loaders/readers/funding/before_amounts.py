"""What stands before an amount in its clause: a label and a colon, whose share it is, a pronoun, what it adds to."""

from __future__ import annotations

import re

from loaders.document import Passage
from loaders.readers.funding.mentions import CAPITALISED, LINKED
from loaders.seeking import Sought
from loaders.words.wording import lines, tidy

_SHARES = re.compile(
    rf"(?:^|[:;,]\s|\bet\s)\s*(?P<label>{CAPITALISED}(?:[ -]{LINKED}{CAPITALISED}){{0,6}})\s+à hauteur de\s*$"
)
_ASIDE = re.compile(r"\s\([^()]{3,40}\)$")
_KEYED = Sought(
    r"\W*(?P<label>[A-ZÀ-Þ](?:[^:\d(]|\([^():]{1,40}\)?){2,60}?)\s*(?::|\.{3,}|…)[\s.…]*(?:environ |près de )?\d"
)
_PRONOUN = re.compile(
    r"\W*(?:\d[\d.]*\W+)?(?:[^,;.:]{3,80},\s)?"
    r"(?:elle|il(?! (?:est (?:\w+ )?(?:propos|précis|rappel|indiqu|demand|conven|prév|décid|not|soulign|sollicit)"
    r"|convient|s['’]agit|y a|faut|importe|appartient|apparaît|résulte))|celle-ci|celui-ci|ce dernier|cette dernière"
    r"|(?:ce|cet|cette|ces) (?:bonus|aides?|enveloppe|subventions?|financements?|soutien|participations?|contributions?"
    r"|dotations?|crédits?|montants?|somme)"
    r"|(?:l['’]|(?:le|la|son|leur)\s)(?:bonus|aide|enveloppe|subvention|financement|participation|contribution|dotation"
    r"|montant|somme)\s(?:s['’]|est|sera|atteint|représente|se monte|versée?))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\W*(?:soit\b|(?:il |elle )?s['’](?:y )?ajoute(?:nt|ra|ront)?|en sus"
    r"|(?:à|a) (?:cela|quoi|ce montant|cette somme|ces montants|cette aide))\b",
    re.IGNORECASE,
)


def label_of(text: str) -> str:
    """Return what stands before the colon of "X : 12 000 €", empty where the text is no such line."""
    found = _KEYED.match(text)
    return tidy(_ASIDE.sub("", found["label"])) if found is not None else ""


def keyed_lines(words: Passage) -> bool:
    """Tell whether a paragraph is several lines of names, each before its amount: what stands above heads them."""
    printed = lines(words)
    return len(printed) > 1 and all(label_of(line.text) for line in printed)


def share_of(before: str) -> str:
    """Return what stands before "à hauteur de" and an amount, by itself: ``..., Guînes à hauteur de``; else empty."""
    found = _SHARES.search(before)
    return tidy(found["label"]) if found is not None else ""


def is_pronoun(text: str) -> bool:
    """Tell whether ``text`` begins with a pronoun, which means somebody of the sentence before."""
    return _PRONOUN.match(text) is not None


def goes_on(text: str) -> bool:
    """Tell whether ``text`` adds to the amount of the sentence before: ``S'y ajoute ...``."""
    return _GOES_ON.match(text) is not None

"""Prices and rates among amounts: ``2 100 € par place`` is given to nobody by itself, what it makes in all is."""

from __future__ import annotations

import re
from functools import cache

from loaders.readers.funding.purposes import pays_for, without_paid
from loaders.readers.funding.words import cued
from loaders.vocabulary import groups
from loaders.words.amounts import Amount, amounts
from loaders.words.wording import alternatives, plain

_CAPPED_GIFT = re.compile(
    r"\b(?:participation|contribution|aide|subvention|financement|soutien|concours)\b[^.;:]{0,40} "
    r"(?:de la|de l'|du|des) [^.;:]{2,60}?,? (?:est |sera )?plafonnee? a "
)
_TIMES = re.compile(r"\d ?[x×*] ?$")
_COST = re.compile(
    r"\b(?:couts?|prix de revient|depenses?|montant (?:de l'operation|des travaux|du projet))\b[^.;:]*(?::\s*)?$"
)

_SPENT = re.compile(r"\s?(?:ttc |ht )?(?:de |d')(?:depenses?|charges?|couts?|frais|travaux)\b")
_CHARGED = re.compile(
    r"\b(?:recettes?|participations?|contributions?|redevances?|cotisations?|paiements?|parts?|apports?)"
    r" (?:financieres? |annuelles? )?(?:des|par les|de la part des|versees? par les|percues? aupres des) "
    r"(?:familles|usagers|parents)(?! rurales)\b[^.;:]*$"
)
_THEIRS = re.compile(r"(?:,|\bet) des (?:familles|usagers|parents)\W{1,3}$")
_USERS = frozenset(("familles", "usagers", "parents"))
_BOOKED = re.compile(
    r"\b(?:credits?|depenses?|recettes?|sommes?)\b[^.;:]{0,100}?"
    r"\b(?:inscrit|impute|preleve|prevu|ouvert)e?s? (?:au|aux|sur le|sur les|a l'|en) ?"
    r"(?:budget(?! (?:[a-z]+ )?(?:de la|de l'|du|des) )|chapitre|article|compte|section|imputation)\b"
)


def sums(text: str) -> list[Amount]:
    """Return the amounts of ``text`` that are no rate, and are not counted several times: ``2 x 4 000 €``."""
    said = plain(text)
    return [one for one in amounts(text) if not (_rate().match(said, one.end) or _TIMES.search(said[: one.start]))]


def is_priced(text: str) -> bool:
    """Tell whether ``text`` speaks of a price, a threshold or an example, its rates left aside.

    A ceiling is one of what is given where the text says what is financed.
    """
    said, left, end = plain(text), "", 0
    for one in amounts(text):
        rate = _rate().match(said, one.end)
        left, end = (left + text[end : one.start], rate.end()) if rate is not None else (left, end)
    left += text[end:]
    return cued("refused", without_paid(left)) or (
        cued("capped", left) and not pays_for(left) and not _CAPPED_GIFT.search(plain(left))
    )


def is_cost(before: str) -> bool:
    """Tell whether the words ``before`` an amount say that it is what something costs: nobody gives it by them."""
    return _COST.search(plain(before)) is not None


def is_charged(before: str, funder: str) -> bool:
    """Tell whether an amount is what families or users pay: the ``funder`` is they, or the words ``before`` say so."""
    said = plain(before)
    theirs = plain(funder) in _USERS or _THEIRS.search(said) is not None
    return theirs or (not funder and _CHARGED.search(said) is not None)


def is_counted(behind: str) -> bool:
    """Tell whether the words right ``behind`` an amount say that it is spent: ``Sur les 96 000 € de dépenses``."""
    return _SPENT.match(plain(behind)) is not None


def is_booked(text: str) -> bool:
    """Tell whether ``text`` only says in which account money stands, and not whose share it is."""
    return _BOOKED.search(plain(text)) is not None and not cued("shares", text)


@cache
def _rate() -> re.Pattern[str]:
    """Return the pattern of what makes a rate of the amount before it."""
    return re.compile(
        rf"\s*(?:maximum |en moyenne |net |brut )?{alternatives(groups('funding', 'cues')['rates'])}(?!\w)"
    )

"""Objects: what money is for, by the field of social policy that words name or by what a title says."""

from __future__ import annotations

import re

from loaders.readers.funding.words import patterns, schemes
from loaders.readers.outline import Title
from loaders.words.persons import names_person
from loaders.words.wording import plain, tidy

_MONEY_TITLE = re.compile(
    r"\W*(?:\d[\d.]*\s*[-.)]?\s*)?(?:annexe \w+\s*[:.-]*\s*)?(?:le |les )?(?:plan de )?(?:co-?)?"
    r"(?:financements?|budgets?)(?: (?:(?:previsionnel|annuel|estimatif|definitif)s?|20\d\d))*"
    r" (?:de la |de l'|du |des |de |d'|pour (?:la |le |les |l')?)(?=\w)"
    r"(?!(?:l'|la )?(?:(?:annee|exercice|periode)\b|20\d))"
    r"|\W*demandes? (?:de subventions?|de financements?|d'aides?(?: financieres?)?)\b[^:;.]{0,60}?"
    r" pour (?:la |le |les |l')?(?=\w)"
)
_GIVEN_BY = re.compile(r"\s(?:verse|accorde|alloue|attribue|apporte|octroye)e?s?\s(?:par|a|aux?|en)\b")
_ANNOUNCED = re.compile(
    r"\s(?:(?:est|sont|sera|seront|serait) (?:le|la|les|l'|reparti|etabli|arrete|estime|fixe|detaille|presente|assure)"
    r"|s'(?:etabli|articul|equilibr|organis|eleve)|se (?:decompos|reparti|presente)|figure|comprend|ci-|comme suit"
    r"|(?:en|pour|au titre de) (?:l'annee |l'exercice )?20\d\d|au titre d).*$"
)
"""What says of a budget that it stands below: ``Le plan de financement de la ludothèque est le suivant``."""


def known_object(text: str) -> str:
    """Return the first field of social policy that ``text`` names."""
    said = plain(text)
    found = [(match.start(), name) for name, pattern in patterns("objects").items() if (match := pattern.search(said))]
    return min(found, default=(0, ""))[1]


def budgeted_object(title: str) -> str:
    """Return what a title says that money is for: "Plan de financement de la coordination"; empty for any other.

    Who gives it is no part of that, nor is a scheme: "Financements d'action sociale versés par la Caf".
    """
    found = _MONEY_TITLE.match(plain(title))
    if found is None:
        return ""
    given = _GIVEN_BY.search(plain(title), found.end())
    stops = [one.start() for one in (given, _ANNOUNCED.search(plain(title), found.end())) if one is not None]
    said = tidy(title[found.end() : min(stops, default=None)]).rstrip(" :")
    head, joint, last = said.rpartition(" et ")
    if joint and schemes(last) and not known_object(last):
        return head
    return "" if given and schemes(said) and not known_object(said) else said


def titled_object(titles: tuple[Title, ...]) -> str:
    """Return what the nearest title says that money is for, else the field that the nearest to name one names.

    A line that names a person tells an office, not what money is for: ``Rapporteur : Mme X, adjointe à la jeunesse``.
    """
    said = budgeted_object(titles[-1].words.text) if titles else ""
    texts = (title.words.text for title in reversed(titles))
    return said or next((name for text in texts if (name := known_object(text)) and not names_person(text)), "")

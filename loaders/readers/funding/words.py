"""What the words around an amount say of it: scheme, object, period, year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.readers.outline import Title
from loaders.remembering import remembered_texts
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.persons import names_person
from loaders.words.wording import alternatives, plain, tidy

_YEAR = Sought(
    r"(?:\b(?:en|pour|a (?:compter|partir) d[eu]|des|au titre de|au titre de l'annee|annees?|exercice"
    r"|budget(?: previsionnel)?"
    r"|(?<!\d )(?<!1er )(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
    r"|base|valeurs?|bonus territoires?(?: ctg)?"
    r"|(?:dotation|enveloppe|participation|contribution|subvention|(?:co)?financement|aide)s?)\s+|\(\s*)"
    r"(?P<year>(?:19|20)\d\d)(?!\s?[-/]\s?\d|\d)|(?:^|\s)(?P<last>(?:19|20)\d\d)\s*:?\s*$"
)
_SPAN = re.compile(r"(?<!\d)(?:19|20)\d\d\s?(?:[-/]|\ba\b)\s?(?:19|20)\d\d(?!\d)")
_NAMED_BY_YEARS = "convention territoriale globale "  # its years are its name, and say nothing of an amount
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
_TITLED = re.compile(r"\bau titre (?:de la |de l'|des |du |de |d')(?P<words>[^,;.:]+)")
_GRANTED = re.compile(
    r"(?:\bune? |\bl'|\bla |\ble )(?P<words>\w+ (?:a la |a l'|au |aux |de soutien |d'|pour )[^,;.:()\d]{3,60}?)"
    r"\s(?:de|d'un montant de|a hauteur de)\s(?=\d)"
)
_BENEFIT_ENDS = re.compile(
    r"\s(?:en|pour|sur|au|du|de) (?:l['’]année )?(?:(?:19|20)\d\d|le territoire|ce territoire).*$"
)
_FIELD_ENDS = re.compile(r"\s(?:\d|et (?:de|du|des|d['’]|\d)|(?:en|pour|sur|par)\b|(?:est|sont|sera|seront)\b).*$")
_OF_WHOM = re.compile(r"\W*(?P<words>\w[^:;,€()]{3,60}?)\s(?:de la|de l['’]|du|des)\s?[^:;,€()a-z][^:;,€()]*\W*$")
_ASIDES = re.compile(r"\((?P<words>[^()\d€%]{4,60})\)")
_ASIDE = re.compile(r"\s\((?![A-Za-zÀ-ÿ]{2,6}\)).*$")


@remembered_texts(2_048)
def schemes(text: str) -> tuple[str, ...]:
    """Return the schemes that ``text`` names, in its order; a general one is silent beside a more precise one."""
    said = plain(text)
    found = sorted(
        (match.start(), name) for name, pattern in _patterns("schemes").items() if (match := pattern.search(said))
    )
    names = [name for _, name in found]
    hidden = {name for name, by in groups("funding", "hidden").items() if set(by) & set(names)}
    return tuple(name for name in names if name not in hidden)


def named_benefit(text: str) -> str:
    """Return the benefit that ``text`` names, in its own words: "au titre de ...", "une aide au pilotage de 500 €"."""
    said = plain(text)
    for found in (_TITLED.search(said), _GRANTED.search(said)):
        printed = tidy(_BENEFIT_ENDS.sub("", _ASIDE.sub("", text[slice(*found.span("words"))]))) if found else ""
        if _starts("named", plain(printed)):
            return printed
    return ""


def titled_field(text: str) -> str:
    """Return the field of social policy that "au titre de" names, as printed: "au titre de la petite enfance"."""
    found = _TITLED.search(plain(text))
    printed = tidy(_FIELD_ENDS.sub("", text[slice(*found.span("words"))])) if found is not None else ""
    return printed if known_object(printed) and not schemes(printed) and not _starts("named", plain(printed)) else ""


def aside_benefit(text: str) -> tuple[str, ...]:
    """Return the benefit that brackets name in its own words: ``30 000 € (fonds de concours)``; none for any other."""
    found = _ASIDES.search(text)
    return (tidy(found["words"]),) if found is not None and _starts("named", plain(found["words"]).strip()) else ()


def label_benefit(label: str) -> tuple[str, ...]:
    """Return the benefit that a label names before who gives it: "Aide au démarrage de la Caf"; none for "Aide"."""
    found = _OF_WHOM.match(label)
    named = found is not None and " " in found["words"] and _starts("named", plain(found["words"]))
    return (tidy(found["words"]),) if found is not None and named else ()


def named_part(label: str) -> str:
    """Return the scheme that a row's label is by itself: ``dont fonctionnement`` is ``fonctionnement``."""
    return tidy(re.sub(r"^(?:dont|montants? (?:des?|du|de la)|d['’])\s*", "", label, flags=re.IGNORECASE))


def goes_to_families(text: str) -> bool:
    """Tell whether a benefit is one paid to families, which has no object but itself."""
    return _starts("families", plain(text))


def is_yearly(scheme: tuple[str, ...]) -> bool:
    """Tell whether one of the schemes is paid year by year: its amount of a year is that year's."""
    return bool(set(scheme) & set(groups("funding", "yearly")["schemes"]))


def is_owned(named: str) -> bool:
    """Tell whether ``named``, schemes joined by semicolons, are a fund's own: nobody else gives under them."""
    owned = {scheme for schemes_ in groups("funding", "owners").values() for scheme in schemes_}
    return bool(named) and set(named.split(";")) <= owned


def has_projects(scheme: tuple[str, ...]) -> bool:
    """Tell whether one of the schemes is got by whoever has a project, and so says of nobody that it gets it."""
    return bool(set(scheme) & set(groups("funding", "projects")["schemes"]))


def known_object(text: str) -> str:
    """Return the first field of social policy that ``text`` names."""
    said = plain(text)
    found = [(match.start(), name) for name, pattern in _patterns("objects").items() if (match := pattern.search(said))]
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


def period(text: str) -> str:
    """Return how often ``text`` says that an amount is paid: ``an``, ``mois``, ``convention``, ``unique`` or nothing.

    What is said last is said nearest: "mensuellement ... (versée une fois dans l'année)" is a year's, and "par an
    pendant la durée de la convention" too.
    """
    said = plain(text)
    found = [(m.start(), name) for name, pattern in _patterns("periods").items() for m in pattern.finditer(said)]
    if not found and cued("once", said) and not cued("running", said):
        return "unique"
    often = [one for one in found if one[1] != "convention"]
    if not found and any(not said.endswith(_NAMED_BY_YEARS, 0, span.start()) for span in _SPAN.finditer(said)):
        return "convention"
    return max(often or found, default=(0, ""))[1]


def year(text: str) -> str:
    """Return the year that ``text`` gives for an amount, empty where it gives none or several."""
    found = {match["year"] or match["last"] for match in _YEAR.finditer(_SPAN.sub(" ", plain(text)))}
    return found.pop() if len(found) == 1 else ""


def cued(key: str, text: str) -> bool:
    """Tell whether one of the cues ``key`` stands in ``text``."""
    return _cue(key).search(plain(text)) is not None


def cue_ends(key: str, text: str) -> Iterator[tuple[int, int]]:
    """Give where each of the cues ``key`` begins and ends in ``text``."""
    return (match.span() for match in _cue(key).finditer(plain(text)))


@cache
def _cue(key: str) -> Sought:
    return Sought(rf"(?<!\w){alternatives(groups('funding', 'cues')[key])}(?!\w)")


@cache
def _patterns(key: str) -> dict[str, Sought]:
    return {name: Sought(rf"(?<!\w){alternatives(cues)}(?!\w)") for name, cues in groups("funding", key).items()}


def _starts(key: str, said: str) -> bool:
    """Tell whether ``said`` begins with a benefit of the list ``key``."""
    return re.match(rf"{alternatives(groups('funding', 'benefits')[key])}(?!\w)", said) is not None

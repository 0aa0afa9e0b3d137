"""What the words around an amount say of it: its schemes, how often it is paid, its year, and any cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.remembering import remembered_texts
from loaders.seeking import Sought
from loaders.vocabulary import groups
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


@remembered_texts(2_048)
def schemes(text: str) -> tuple[str, ...]:
    """Return the schemes that ``text`` names, in its order; a general one is silent beside a more precise one."""
    said = plain(text)
    found = sorted(
        (match.start(), name) for name, pattern in patterns("schemes").items() if (match := pattern.search(said))
    )
    names = [name for _, name in found]
    hidden = {name for name, by in groups("funding", "hidden").items() if set(by) & set(names)}
    return tuple(name for name in names if name not in hidden)


def named_part(label: str) -> str:
    """Return the scheme that a row's label is by itself: ``dont fonctionnement`` is ``fonctionnement``."""
    return tidy(re.sub(r"^(?:dont|montants? (?:des?|du|de la)|d['’])\s*", "", label, flags=re.IGNORECASE))


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


def period(text: str) -> str:
    """Return how often ``text`` says that an amount is paid: ``an``, ``mois``, ``convention``, ``unique`` or nothing.

    What is said last is said nearest: "mensuellement ... (versée une fois dans l'année)" is a year's, and "par an
    pendant la durée de la convention" too.
    """
    said = plain(text)
    found = [(m.start(), name) for name, pattern in patterns("periods").items() for m in pattern.finditer(said)]
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
def patterns(key: str) -> dict[str, Sought]:
    """Return the patterns of the names that the vocabulary declares for ``key`` of an amount, each by its name."""
    return {name: Sought(rf"(?<!\w){alternatives(cues)}(?!\w)") for name, cues in groups("funding", key).items()}

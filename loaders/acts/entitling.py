"""Entitling: the name by which a title page calls the territory of several collectivités that no EPCI stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.acts.convention_cues import MENTION
from loaders.resolve import Gazetteer
from loaders.vocabulary import words
from loaders.words.epci_names import epcis
from loaders.words.naming import communes
from loaders.words.proper_names import name_ends
from loaders.words.wording import alternatives, plain
from maillage.reference import Territory

_YEARS = re.compile(r"\(?\b(?:19|20)\d\d\b(?:\s*[-–/]\s*\d{2,4})?\)?")
_OWN_NAME = re.compile(r"[^\W\d_a-z][^:;.!?]{3,59}$")
_FUND = re.compile(r"\b(?:caf|caisse|msa|mutualite|communautes de communes|convention)\b")
_NO_NAME = re.compile(rf"^{alternatives(words('agreements', 'no_name'))}\b")
_LED = re.compile(r"(?:(?:de|du|des|aux?)\b|d')")
_UNENDED = re.compile(r"(?:\b(?:de|du|des|la|le|les|une?|a|au|aux|par|pour|sur|et)|\b[dl]')$")
_COMMUNES = re.compile(r"(?<!communaute de )(?<!communaute des )\bcommunes (?=d[eu']|des\b)")
_BEHIND = re.compile(
    r"\W*(?:(?:19|20)\d\d\W{0,3}(?:(?:19|20)?\d\d)?\W*)?(?:sur le territoire |du territoire )?"
    r"(?:de la |de l' ?|du |des |de |d' ?|[-–—:] *)(?=\S)"
)
_PARTS = re.compile(r"\s*[,/&+]\s*|\s+et\s+(?:d[eu] |du |de la |de l')?|\s[–—-]\s")
Where = tuple[Territory | None, str]


def by_title(
    pages: Sequence[str], names: Sequence[str], groups: int, gazetteer: Gazetteer, near: Territory | None
) -> Where | None:
    """Return what the title ``pages`` say of a territory whose parties are several EPCI (``groups``), or none at all.

    Communes that agree without their EPCI (with a syndicat of theirs) are no reason to take the EPCI for the territory.
    """
    if groups > 1:
        together = (_first_of(_YEARS.sub(" ", _mentionless(text)).strip(), names, gazetteer, near) for text in pages)
        if (first := next(filter(None, together), None)) is not None:
            return first
        if name := called(pages):
            return None, name
    return _entitled(pages, gazetteer, near) if not groups and _together(names, gazetteer, near) else None


def _first_of(name: str, names: Sequence[str], gazetteer: Gazetteer, near: Territory | None) -> Where | None:
    """Return the first EPCI among the parties where ``name`` is but theirs put together: ``Pays X et Y``."""
    parties = [named for text in names for named in epcis(text, gazetteer, near)]
    codes = {named.territory.code for named in parties}
    known = (gazetteer.epci(part, near) for part in _PARTS.split(name))
    both = {territory.code for territory in known if territory is not None}
    return (parties[0].territory, parties[0].printed) if len(both & codes) > 1 else None


def called(pages: Iterable[str]) -> str:
    """Return the name that a title page gives to a territory of several EPCI, which no reference knows."""
    for text in pages:
        rest = _YEARS.sub(" ", _mentionless(text))
        name = " ".join(rest.split()).strip(' -–—:()«»"')
        if _is_name(name) and (rest != text or not _LED.match(plain(name))):
            return name
    return ""


def _is_name(name: str) -> bool:
    """Whether ``name`` may be a territory's own name."""
    said = plain(name)
    return bool(_OWN_NAME.match(name)) and not any(cue.search(said) for cue in (_NO_NAME, _UNENDED, _FUND))


def _together(names: Iterable[str], gazetteer: Gazetteer, near: Territory | None) -> bool:
    """Whether several communes are among the parties ``names``."""
    names = list(names)
    codes = {named.territory.code for name in names for named in communes(name, gazetteer, near)}
    return len(codes) > 1 or any(_COMMUNES.search(plain(name)) for name in names)


def _entitled(pages: Iterable[str], gazetteer: Gazetteer, near: Territory | None) -> Where | None:
    """Return the territory after which a title page calls the convention, known to the reference or not."""
    for text in pages:
        found = MENTION.search(plain(text))
        behind = _BEHIND.match(plain(text), found.end()) if found else None
        if behind is None:
            continue
        end = next(iter(name_ends(text, behind.end())), 0)
        name = _YEARS.split(text[behind.end() : end])[0].strip(" -–—:(")
        if _is_name(name):
            return gazetteer.epci(name, near), name
    return None


def _mentionless(text: str) -> str:
    """Return what stands beside the convention's own name at one end of ``text``, all of a text without it.

    What surrounds the name on both sides is a sentence.
    """
    found = MENTION.search(plain(text))
    if found is None:
        return text
    before, after = text[: found.start()], text[found.end() :]
    alone = not _YEARS.sub("", after).strip(" -–—:()«»\"'.")
    return after if not before.strip() else before if alone else ""

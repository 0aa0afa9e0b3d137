"""Where one actor ends and the next begins, in a text that lists several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.document import Passage
from loaders.resolve import fold
from loaders.resolve.legal import core
from loaders.vocabulary import words
from loaders.words.actor_heads import CLASSES, kind_at, side_by_side
from loaders.words.dashed_names import dashed_names
from loaders.words.wording import alternatives, plain
from maillage import reference

_ENDS_IN_FORM = re.compile(r"\w (?:communaute|agglo(?:meration)?|metropole|intercom?)\W*$")
_OF = re.compile(r"(?:de|du|des|a|au|aux|en|sur|pour|dans|par)\b|d'")
_ARTICLE = re.compile(r"(?:les?|la|une?|leurs?|ses|son|tous|toutes)\b|l'")
_OF_ALL = re.compile(r"\s*(?:de la |de l'|du |des |de |d')")
_EDUCATION = re.compile(r"EN\s*(?:$|[,;/)(–-])")
"""The acronym of the Éducation nationale, which is no preposition."""
_RATE = re.compile(r"(?:€|\beuros?)\s*(?:/\s*\w{1,12}\s*)?$")
"""An amount, and perhaps what it is paid for, before a stroke that tells for what: ``50 000 € / an / poste``."""
_REACH = 200
_CLOSING = {")": "(", "»": "«"}
_OWNERS = frozenset({"service", "commune", "epci", "departement"})
_WHOLE = frozenset({"caf", "msa", "cpam", "etat", "operateur"})
_HOUSES = frozenset({"caf", "msa", "cpam", "etat", "operateur", "departement", "epci", "commune", "association"})
_FUNDS = frozenset({"caf", "msa", "cpam"})


def split_actors(text: Passage) -> Iterator[Passage]:
    """Give the names that ``text`` lists, as they stand between separators or lost line breaks."""
    start = 0
    enclosed = _enclosed(text.text)
    for found in _separators().finditer(plain(text.text)):
        before, after = text.text[start : found.start()], text.text[found.end() : found.end() + _REACH]
        if not enclosed[found.start()] and (of := _parts(found, before[-_REACH:], after)) is not None:
            yield from side_by_side(text.cut(start, found.start()))
            start = found.end() + of
    yield from side_by_side(text.cut(start))


@cache
def _separators() -> re.Pattern[str]:
    """Return the pattern of what can part two actors; a group tells what it is."""
    return re.compile(
        rf"(?P<connector>[\s,]*\b{alternatives(words('fiches', 'connectors'))}\b)"
        r"|(?P<hard>;|\n|•|·(?=\s)|\+|⇒|➤|(?<=\))(?=[^\W\d_]))"
        r"|(?P<comma>,(?!\d))"
        r"|(?P<dash>\s+[-–—]+\s*|\s*[-–—]+\s+)"
        r"|(?P<slash>\s*/\s*)"
        r"|(?P<et>\s+(?:et|ou|&|et/ou)\s+(?:que\s+)?)"
    )


def _enclosed(text: str) -> list[bool]:
    """Tell for each character whether it stands within brackets or guillemets that are closed later."""
    if "(" not in text and "«" not in text:
        return [False] * (len(text) + 1)
    last = {"(": text.rfind(")"), "«": text.rfind("»")}
    depths = {"(": 0, "«": 0}
    enclosed = []
    for position, character in enumerate(text):
        if character in depths:
            depths[character] += 1
        elif character in _CLOSING:
            opening = _CLOSING[character]
            depths[opening] = max(depths[opening] - 1, 0)
        enclosed.append(any(depth > 0 and last[mark] > position for mark, depth in depths.items()))
    return [*enclosed, False]


def _parts(found: re.Match[str], before: str, after: str) -> int | None:
    """Return how long the preposition is that the next of two actors has in common with the first, mostly none.

    None where the separator parts two words of one name.
    """
    shared = _OF_ALL.match(plain(after))
    if shared and found.lastgroup in ("comma", "et"):
        rest = after[shared.end() :]
        if kind_at(before) in _HOUSES and kind_at(rest) in _HOUSES and kind_at(rest) != kind_at(before):
            return shared.end()
    return 0 if _cuts(found, before, after) else None


def _cuts(found: re.Match[str], before: str, after: str) -> bool:
    """Whether a separator parts two actors, rather than two words of one name."""
    if found.lastgroup in ("hard", "connector"):
        return True
    if found.lastgroup == "slash" and _RATE.search(before):
        return False
    if _OF.match(plain(after).lstrip()) and not _EDUCATION.match(after.lstrip()):
        return False
    if found.lastgroup in ("dash", "comma") and names_areas(before, after, listed=found.lastgroup == "comma"):
        return False
    if found.lastgroup == "dash":
        if _names_epci(before, after):
            return False
        return not (kind_at(before) == kind_at(_first(after)) == "service" and _is_house(after))
    if found.lastgroup == "comma":
        several = " " in _first(after).strip()
        owner = kind_at(before)
        proper = owner in _WHOLE or (after.strip()[:1].isupper() and owner not in _OWNERS)
        return _starts_name(after) or not before.strip() or owner in CLASSES or several or proper
    if found.lastgroup == "slash" and found[0][:1].isspace() and found[0][-1:].isspace():
        return _starts_name(after) or (after.strip()[:1].isupper() and kind_at(before) not in _OWNERS)
    if found.lastgroup == "et" and _companies().match(plain(after)):
        return False
    return _starts_name(after) and (found.lastgroup == "slash" or bool(before.strip()))


@cache
def _companies() -> re.Pattern[str]:
    """Return the pattern of what ends a firm's name behind ``et``, with nothing of its own: ``Dupont et Compagnie``."""
    return re.compile(rf"{alternatives(words('fiches', 'companies'))}\s*(?:$|[,;()/+\n–-])")


def names_areas(before: str, after: str, *, listed: bool) -> bool:
    """Whether a fund's name goes on with a further département or région: ``MSA Loire-Atlantique – Vendée``.

    One that a comma parts (``listed``) must stand behind another.
    """
    if kind_at(before) not in _FUNDS or not _area_names() & {fold(_first(after)), fold(re.split(r" et ", after)[0])}:
        return False
    return not listed or any(fold(before).endswith(f" {name}") for name in _area_names())


@cache
def _area_names() -> frozenset[str]:
    """Return the folded names of the départements and régions."""
    known = reference.load()
    return frozenset(fold(area.name) for area in (*known.departements.values(), *known.regions.values()))


def _names_epci(before: str, after: str) -> bool:
    """Whether an EPCI's name goes on over a dash: with a single word, or as one that is known to have one does.

    ``Communauté de communes Brenne - Val de Creuse``, ``Loudéac Communauté – Bretagne Centre``.
    """
    formed = kind_at(before) == "epci"
    if not formed and not _ENDS_IN_FORM.search(plain(before)):
        return False
    if formed and re.fullmatch(r"\W*[A-ZÀ-Ý][\w'’]+\W*", _first(after)) and not kind_at(_first(after)):
        return True
    said = core(fold(f"{before} {_first(after)}"))
    return any(f"{name} ".startswith(f"{said} ") for name in dashed_names())


def _starts_name(text: str) -> bool:
    """Whether ``text`` begins as another actor does: an article, an acronym, a name that is known."""
    first = re.split(r"[ /]", text.strip(), maxsplit=1)[0].strip("(),.;")
    if _ARTICLE.match(plain(text).lstrip()) or (len(first) > 1 and first.isupper()):
        return True
    return bool(kind_at(_first(text)))


def _first(text: str) -> str:
    """Return ``text`` up to its first separator."""
    found = _separators().search(plain(text.strip()))
    return text.strip()[: found.start()] if found else text.strip()


def _is_house(text: str) -> bool:
    """Whether ``text`` names the house of a service (``PMI – Maison des solidarités``)."""
    return bool(re.match(alternatives(words("fiches", "houses")) + r"\b", fold(_first(text))))

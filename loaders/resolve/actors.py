"""From a printed actor to its kind and code: declared words in front first, then territories, then words further on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.resolve.areas import Areas
from loaders.resolve.communes import Communes
from loaders.resolve.epcis import Epcis
from loaders.resolve.kinds import Head, Kinds, kinds, plain
from loaders.resolve.legal import town_words
from loaders.resolve.names import bare, fold
from loaders.resolve.persons import without_person
from maillage.reference import Territory

_PARENTHESIS = re.compile(r"\s*[(\[].*$", re.DOTALL)
_LEADING = re.compile(r"(?:(?:le|la|les|l|un|une|des|\d+) )+")
_OF = re.compile(r"(?:de la|de l|du|des|de|d) ")
_SEVERAL = re.compile(r"(?:les )?(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) ")
_TERRITORIES = frozenset({"epci", "commune", "departement"})
_INSTITUTIONS = frozenset(("caf", "msa", "cpam", "departement", "epci", "commune", "etat", "operateur"))


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """An actor: its name as the contract prints it, its kind and its official code, each empty where unknown.

    The name itself is empty where the print names a person and nothing else.
    """

    name: str
    kind: str = ""
    code: str = ""


class Actors:
    """Actors, told by ``vocabulary/actors.toml`` and by the territories of the reference data."""

    def __init__(self, communes: Communes, epcis: Epcis, areas: Areas) -> None:
        self._communes = communes
        self._epcis = epcis
        self._areas = areas

    def find(self, name: str, within: Territory | None, abbreviations: Mapping[str, str]) -> ResolvedActor:
        """Return what is known of ``name`` in an act about ``within`` that defines ``abbreviations``."""
        printed = " ".join(without_person(" ".join(name.split())).split())
        text = _expand(plain(printed), abbreviations)
        organisation = _PARENTHESIS.sub("", text).strip() or text.strip("()[] ")
        if not organisation:
            return ResolvedActor(bare(printed))
        commune = self._communes.exactly(organisation, within)
        if commune:  # an article in front is a part of its name: Les Attaques
            return ResolvedActor(printed, "commune", commune.code)
        kind, code = self._kind(organisation, within)
        kind = kind or _kind_inside(text[len(organisation) :])
        return ResolvedActor(printed if _keeps_article(fold(printed)) else bare(printed), kind, code)

    def _kind(self, name: str, within: Territory | None) -> tuple[str, str]:
        epci = self._epcis.exactly(name, within)
        if epci:
            return "epci", epci.code
        if _are_several(fold(name)):
            return "groupe", ""
        words = _stripped(fold(name), kinds())
        head = next(kinds().heads(words), None)
        if head and head.start == 0:
            return self._coded(head, words, within)
        epci = self._epcis.find(name, within)
        if epci and (within is None or epci in self._epcis.around(within)):
            return "epci", epci.code
        return (head.kind, "") if head else self._damaged(name, words, within)

    def _damaged(self, name: str, words: str, within: Territory | None) -> tuple[str, str]:
        """The kind of a name that no declared word shows: a commune or a declared phrase, misspelt."""
        commune = self._communes.near(name, within)
        if commune:
            return "commune", commune.code
        head = kinds().alike(words)
        return self._coded(head, words, within) if head else ("", "")

    def _coded(self, head: Head, words: str, within: Territory | None) -> tuple[str, str]:
        """The kind of ``head``, and the code of the territory that it names, or of the act's own."""
        rest = words[head.end :].strip()
        territory: Territory | None = None
        if head.kind == "departement":
            territory = self._areas.departement(words) or (None if _OF.match(rest) else self._areas.home(within))
        elif head.kind == "epci":
            territory = self._epci(words, rest, within)
        elif head.kind == "commune":
            territory = self._town(rest, within)
        return head.kind, territory.code if territory else ""

    def _epci(self, words: str, rest: str, within: Territory | None) -> Territory | None:
        """The EPCI that ``words`` name, or ``rest`` behind the legal form; the act's own where none is named."""
        named = self._epcis.find(words, within)
        if not named and rest:
            named = self._epcis.find(_OF.sub("", rest, count=1), within)
        return named or (self._epcis.own(within) if _goes_on(rest) else None)

    def _town(self, rest: str, within: Territory | None) -> Territory | None:
        """The commune that ``rest`` names behind ``commune``, ``conseil municipal`` and the like, or the act's own."""
        inner = re.sub(r"^(?:de la |de |d )(?=commune|ville)", "", rest)
        town = town_words(inner) or town_words(f"commune {rest}")
        if town:
            communes = self._communes
            return communes.called(town, within) or communes.find(town, within) or communes.opened(town, within)
        return within if within and within.kind == "commune" else None


def _are_several(words: str) -> bool:
    """Whether folded words count territories without naming one: ``les 2 epci``, ``trois communes``."""
    several = _SEVERAL.match(words)
    head = kinds().head(words[several.end() :]) if several else None
    return head is not None and head.kind in {"groupe", *_TERRITORIES}


def _kind_inside(parenthesis: str) -> str:
    """The kind that a parenthesis gives to a name that says nothing: ``ARRE (association de ressources)``."""
    head = kinds().head(fold(parenthesis))
    return head.kind if head else ""


def _goes_on(rest: str) -> bool:
    """Whether what follows an organisation is no name of it: nothing, a service of it, or more of the sentence."""
    if not rest or rest.split()[0] in ("et", "represente", "representee", "via", "avec", "ses", "en", "par"):
        return True
    return kinds().head(rest) is not None


def _keeps_article(folded: str) -> bool:
    return any(folded == name or folded.startswith(f"{name} ") for name in kinds().keep_article)


def _expand(name: str, abbreviations: Mapping[str, str]) -> str:
    """``name`` with the act's abbreviations written out; the words around them stay, and so does a name in full."""
    whole = name.casefold()
    if any(full and whole.endswith(plain(full).casefold()) for full in abbreviations.values()):
        return name
    for short in sorted(filter(str.strip, abbreviations), key=lambda key: (-len(key), key)):
        if short in name:
            name = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", abbreviations[short].replace("\\", r"\\"), name)
    return name


def _stripped(words: str, known: Kinds) -> str:
    """Folded words without leading article and number, nor words that stand for the institution behind them."""
    leading = _LEADING.match(words)
    words = words[leading.end() :] if leading else words
    behind = known.behind(words)
    head = known.head(behind)
    return behind if head and not head.plural and head.kind in _INSTITUTIONS else words

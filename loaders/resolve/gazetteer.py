"""Gazetteer: every printed name that official data or a declared word can settle, and nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.resolve.areas import Areas, Epcis
from loaders.resolve.communes import Communes
from loaders.resolve.kinds import Head, Kinds, kinds, plain
from loaders.resolve.legal import core, epci_form, town_words
from loaders.resolve.names import bare, fold
from maillage.reference import Reference, Territory

_PARENTHESIS = re.compile(r"\s*[(\[].*$", re.DOTALL)
_LEADING = re.compile(r"(?:(?:le|la|les|l|un|une|des|\d+) )+")
_OF = re.compile(r"(?:de la|de l|du|des|de|d) ")


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """An actor: its name as the contract prints it, its kind and its official code, each empty where unknown."""

    name: str
    kind: str = ""
    code: str = ""


class Gazetteer:
    """Resolves names against the reference data and the declared kinds of actors."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self._communes = Communes(reference)
        self._epcis = Epcis(reference)
        self._areas = Areas(reference)

    def commune(self, name: str, within: Territory | None = None) -> Territory | None:
        """Return the commune that ``name`` means; ``within`` (EPCI, département, commune) decides between homonyms."""
        return self._communes.find(name, within)

    def epci(self, name: str, near: Territory | None = None) -> Territory | None:
        """Return the EPCI that ``name`` means, by its name or, near its territory, by its acronym."""
        return self._epcis.find(name, near)

    def departement(self, name: str) -> Territory | None:
        """Return the département that ``name`` means, by its name or number."""
        return self._areas.departement(name)

    def region(self, name: str) -> Territory | None:
        """Return the région that ``name`` means."""
        return self._areas.region(name)

    def territory(self, name: str, near: Territory | None = None) -> Territory | None:
        """Return the territory that ``name`` means: what it says it is, else commune, EPCI, département, région."""
        folded = fold(name)
        if epci_form(folded):
            return self.epci(name, near)
        if town_words(folded):
            return self.commune(name, near)
        if re.match(r"(?:le |l |la )?(?:departement|conseil (?:departemental|general))\b", folded):
            return self.departement(name)
        if re.match(r"(?:la |le )?(?:region|conseil regional)\b", folded):
            return self.region(name) or self.epci(name, near)
        return (
            self._communes.exactly(name, near)
            or self.epci(name, near)
            or self.commune(name, near)
            or self.departement(name)
            or self.region(name)
        )

    def actor(
        self, name: str, within: Territory | None = None, abbreviations: Mapping[str, str] | None = None
    ) -> ResolvedActor:
        """Return what is known of the actor ``name`` in an act about ``within``.

        ``abbreviations`` are those that the act defines. A parenthesis stays in the name but says nothing of the kind;
        an organisation named alone (``Département``, ``agglomération``) is that of the act.
        """
        printed = " ".join(name.split())
        organisation = _PARENTHESIS.sub("", printed).strip() or printed.strip("()[] ")
        expanded = _expand(organisation, abbreviations or {})
        commune = self._communes.exactly(expanded, within)
        if commune:
            return ResolvedActor(self._shown(printed, commune), "commune", commune.code)
        kind, code = self._kind(expanded, within)
        return ResolvedActor(self._shown(printed), kind, code)

    def _kind(self, name: str, within: Territory | None) -> tuple[str, str]:
        words = _stripped(fold(plain(name)), kinds())
        heads = list(kinds().heads(words))
        if heads and heads[0].start == 0:
            return self._coded(heads[0], words, within)
        epci = self.epci(name, within)
        if epci:
            return "epci", epci.code
        commune = self.commune(name, within) if within else None
        if commune:
            return "commune", commune.code
        return (heads[0].kind, "") if heads else ("", "")

    def _coded(self, head: Head, words: str, within: Territory | None) -> tuple[str, str]:
        """The kind of ``head``, and the code of the territory that it names, or of the act's own."""
        rest = words[head.end :].strip()
        territory: Territory | None = None
        if head.kind == "departement":
            territory = self._areas.departement(words) or (None if _OF.match(rest) else self._home(within))
        elif head.kind == "epci":
            territory = self.epci(words, within) or (None if core(words) and rest else self._epcis.own(within))
        elif head.kind == "commune":
            alone = within if within and within.kind == "commune" and not rest else None
            territory = self.commune(words, within) or alone
        return head.kind, territory.code if territory else ""

    def _home(self, within: Territory | None) -> Territory | None:
        """The département of the act."""
        if within is None or within.kind == "departement":
            return within
        return self.reference.departements.get(within.parent)

    def _shown(self, printed: str, commune: Territory | None = None) -> str:
        """The name without civility and article, save an article that belongs to it (``Les Attaques``)."""
        own_article = commune is not None and fold(printed) == fold(commune.name)
        return printed if own_article or fold(printed) in kinds().keep_article else bare(printed)


def _expand(name: str, abbreviations: Mapping[str, str]) -> str:
    """``name`` with the act's abbreviations written out; the words around them stay."""
    for short in sorted(abbreviations, key=lambda key: (-len(key), key)):
        name = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", abbreviations[short].replace("\\", r"\\"), name)
    return name


def _stripped(words: str, known: Kinds) -> str:
    """Folded words without leading article and number, nor a word that stands for the institution behind it."""
    leading = _LEADING.match(words)
    words = words[leading.end() :] if leading else words
    through = known.transparent.match(words)
    if not through:
        return words
    behind = words[through.end() :]
    head = next(known.heads(behind), None)
    institution = (
        head is not None and head.start == 0 and not head.plural and head.kind not in ("groupe", "equipement", "poste")
    )
    return behind if institution else words

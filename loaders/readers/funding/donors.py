"""The organisations of an act under the names by which it prints them, and the words that stand before one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from loaders.acts.own_territory import home
from loaders.acts.section import Section
from loaders.document import Block, passages
from loaders.readers.funding.mentions import COLLECTIVITES, Mention, introductions, mentions
from loaders.readers.funding.objects import titled_object as titled
from loaders.readers.outline import Title
from loaders.readers.parties.establishments import called_in_full, own_establishment
from loaders.remembering import remembered, remembered_within
from loaders.resolve import bare
from loaders.vocabulary import groups
from loaders.words.own_names import own_names
from loaders.words.wording import plain
from maillage.reference import Territory

TO = re.compile(
    r"(?:\b(?:a|au|aux|pour|vers|envers)|au profit d[eu]s?|en faveur d[eu]s?|au benefice d[eu]s?)"
    r"\s+(?:(?:la |le |les |l')?(?:services|structures|equipements|communes|habitants|familles|territoire|ceux|celles)"
    r"\s(?:de |du |d'))?"
    r"(?:la |le |les |l'|l )?$"
)
_LINK = re.compile(r"\s+(?:de la |de l['’]|du |des |de |d['’])?")
_FORM_BEHIND = re.compile(r"(?:,|\s[–—-])\s")
"""Between the name of an EPCI and what it is, behind it: ``Vallée et Coteaux, communauté de communes``."""
OF = re.compile(r"\b(?:de la |de l'|du |des |de |d')$")


def titled_object(titles: tuple[Title, ...]) -> str:
    """Return what the titles above say that money is for; the name of an organisation is no such thing."""
    said = titled(titles)
    return "" if any(one.start == 0 and one.end == len(said) for one in mentions(said)) else said


@remembered(2)
def _names(blocks: Sequence[Block]) -> dict[str, Counter[str]]:
    """Return the full names of organisations that the blocks of an act print, by kind."""
    names: dict[str, Counter[str]] = {}
    for words in passages(blocks):
        for mention in mentions(words.text):
            if mention.full:
                names.setdefault(mention.kind, Counter())[mention.printed] += 1
    return names


class Donors:
    """The organisations of one act under the names by which it prints them (contract: a name is as printed)."""

    def __init__(self, section: Section) -> None:
        self.section = section

    @cached_property
    def _introduced(self) -> dict[str, str]:
        """The names by which the act introduces the funds that are its parties, by kind: ``ci-après « la Caf du … »``.

        Where it says that it calls one by its kind alone, or has several of a kind, that kind has no such name.
        """
        found = {(one.kind, one.printed if one.full else "") for one in introductions(self.section.blocks)}
        kinds = Counter(kind for kind, _ in found)
        return {kind: name for kind, name in found if kinds[kind] == 1 and name}

    @cached_property
    def _shorts(self) -> dict[str, str]:
        """The kinds of the organisations that fund, by the short names that the act defines: ``la CDCG``."""
        section = self.section
        kinds = {
            short: section.gazetteer.actor(full, section.territory, section.abbreviations).kind
            for short, full in section.abbreviations.items()
        }
        board = own_establishment(section)
        own = {} if " " in board or not board else {board: "epci"}
        return own | {short: kind for short, kind in kinds.items() if kind in groups("funding", "funders")}

    @cached_property
    def _short(self) -> re.Pattern[str] | None:
        """The pattern of those short names; None where the act defines none."""
        names = "|".join(re.escape(short) for short in sorted(self._shorts, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None

    @remembered_within(2_048)
    def named(self, text: str) -> tuple[Mention, ...]:
        """Return the organisations that ``text`` names, by the words of their kind or a short name of the act's own."""
        found = [self._at_home(text, one) for one in mentions(text)]
        for short in self._short.finditer(text) if self._short is not None else ():
            if not any(one.start < short.end() and short.start() < one.end for one in found):
                found.append(Mention(self._shorts[short[0]], short[0], *short.span(), full=True))
        return tuple(sorted(found, key=lambda one: one.start))

    @cached_property
    def _territories(self) -> tuple[Territory | None, ...]:
        """The territory of the act, and those of its conventions."""
        section = self.section
        return tuple(dict.fromkeys((section.territory, *(agreement.territory for agreement in section.agreements))))

    def _at_home(self, text: str, one: Mention) -> Mention:
        """Return a mention with the whole name of a territory of the act's own, where that stands in ``text``."""
        whole = (span for territory in self._territories for span in own_names(text, territory))
        for start, end in whole if one.kind == "epci" else ():
            if one.start < start and one.end < end and (start < one.end or _LINK.fullmatch(text, one.end, start)):
                return Mention(one.kind, bare(text[one.start : end]), one.start, end, full=True)
            if not one.full and _FORM_BEHIND.fullmatch(text, end, one.start):
                return Mention(one.kind, bare(text[start : one.end]), start, one.end, full=True)
        name = home(self.section)
        if one.full or one.kind not in COLLECTIVITES or not plain(text).startswith(plain(name), one.start):
            return one
        end = one.start + max(len(name), len(one.printed))
        return Mention(one.kind, bare(text[one.start : end]), one.start, end, full=len(name) > len(one.printed))

    def name(self, kind: str) -> str:
        """Return the full name of the act's organisation of ``kind``; empty where the act gives none.

        It is the one printed most often, the first of equals; a name with the usual short word (``Caf du ...``) before
        one without.
        """
        counts = _names(self.section.blocks).get(kind, Counter())
        short = plain(groups("funding", "funders")[kind][0])
        brief = Counter({name: n for name, n in counts.items() if plain(name).startswith(f"{short} ")})
        return next((name for name, _ in (brief or counts).most_common(1)), "")

    def printed(self, mention: Mention, around: str = "") -> str:
        """Return a mention's name as printed; of a kind alone, as the words ``around`` it or the parties name it."""
        if mention.full:
            return mention.printed
        if board := called_in_full(self.section, mention.printed):
            return board
        short = f"{plain(mention.printed)} "
        named = {one.printed for one in mentions(around) if one.full and plain(one.printed).startswith(short)}
        return named.pop() if len(named) == 1 else self._introduced.get(mention.kind, mention.printed)

    def owner(self, scheme: tuple[str, ...]) -> str:
        """Return the funder whose a scheme is, empty where it is nobody's own."""
        for kind, owned in groups("funding", "owners").items():
            if set(scheme) & set(owned):
                return self.name(kind) or kind.upper()
        return ""


@remembered(4)
def donors_of(section: Section) -> Donors:
    """Return the organisations of an act; its readers ask for them table by table and fiche by fiche."""
    return Donors(section)

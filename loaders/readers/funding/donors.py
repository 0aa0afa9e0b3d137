"""Who gives and who gets, in a sentence or a table's label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from loaders.acts.section import Section
from loaders.acts.territories import place_after
from loaders.acts.territory_codes import specific
from loaders.document import Block, passages
from loaders.readers.funding.mentions import CAPITALISED, FUNDS, LINKED, Mention, introductions, mentions
from loaders.readers.funding.words import cue_ends, cued
from loaders.readers.funding.words import titled_object as titled
from loaders.readers.outline import Title
from loaders.remembering import remembered
from loaders.vocabulary import groups
from loaders.words.wording import plain

_TO = re.compile(
    r"(?:\b(?:a|au|aux|pour|vers|envers)|au profit d[eu]s?|en faveur d[eu]s?|au benefice d[eu]s?)"
    r"\s+(?:la |le |les |l'|l )?$"
)
_BY = re.compile(r"\bpar\s+(?:la |le |les |l')?$")
_RUNS = re.compile(
    r"\b(?:au fonctionnement|aux charges(?: de fonctionnement)?|au budget)\s+(?:de la |de l'|du |d')(?=\S)"
)
_HAS_POSTS = re.compile(r"\bpostes? [^,;.:()]{2,60}\b(?:de la |de l'|du |d'|au sein de la |au sein de l'|au sein du )$")
_TO_BARE = re.compile(r"\s+(?:à|au|aux)\s+(?=\S)")
_BONUS_OF = re.compile(r"\bbonus territoires?(?: ctg)? (?:de la |de l'|du |des |de |d')$")
_OF = re.compile(r"\b(?:de la |de l'|du |des |de |d')$")
_SUBJECT = re.compile(
    r"\W*(?:[Ll]es? |[Ll]a |[Ll]['’])?(?!L(?:es?|a)?\b)"
    rf"(?P<name>{CAPITALISED}(?:[ -](?:& )?{LINKED}{CAPITALISED}){{0,6}})"
)
_NEAR = _BEHIND = 30


def titled_object(titles: tuple[Title, ...]) -> str:
    """Return what the titles above say that money is for; the name of an organisation is no such thing."""
    said = titled(titles)
    return "" if any(one.start == 0 and one.end == len(said) for one in mentions(said)) else said


def paying(text: str) -> tuple[str, str]:
    """Return who gives and who gets by a column's title: "versé par la Caf à la Communauté"; each empty for nobody."""
    said, found = plain(text), list(mentions(text))
    by = next((one.printed for one in found if _BY.search(said[: one.start])), "")
    return by, next((one.printed for one in found if by and _TO.search(said[: one.start])), "")


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
        self._section = section

    @cached_property
    def _introduced(self) -> dict[str, str]:
        """The names by which the act introduces the funds that are its parties, by kind: ``ci-après « la Caf du … »``.

        Where it says that it calls one by its kind alone, or has several of a kind, that kind has no such name.
        """
        found = {(one.kind, one.printed if one.full else "") for one in introductions(self._section.blocks)}
        kinds = Counter(kind for kind, _ in found)
        return {kind: name for kind, name in found if kinds[kind] == 1 and name}

    def name(self, kind: str) -> str:
        """Return the full name of the act's organisation of ``kind``; empty where the act gives none.

        It is the one printed most often, the first of equals; a name with the usual short word (``Caf du ...``) before
        one without.
        """
        counts = _names(self._section.blocks).get(kind, Counter())
        short = plain(groups("funding", "funders")[kind][0])
        brief = Counter({name: n for name, n in counts.items() if plain(name).startswith(f"{short} ")})
        return next((name for name, _ in (brief or counts).most_common(1)), "")

    def printed(self, mention: Mention, around: str = "") -> str:
        """Return a mention's name as printed; of a kind alone, as the words ``around`` it or the parties name it."""
        if mention.full:
            return mention.printed
        short = f"{plain(mention.printed)} "
        named = {one.printed for one in mentions(around) if one.full and plain(one.printed).startswith(short)}
        return named.pop() if len(named) == 1 else self._introduced.get(mention.kind, mention.printed)

    def owner(self, scheme: tuple[str, ...]) -> str:
        """Return the funder whose a scheme is, empty where it is nobody's own."""
        for kind, owned in groups("funding", "owners").items():
            if set(scheme) & set(owned):
                return self.name(kind) or kind.upper()
        return ""

    def funder(self, text: str, around: str = "") -> str:
        """Return who gives, by ``text``: whom "par" or "subvention de" names, else the subject; empty for nobody.

        The words ``around`` it may name in full an organisation that it names by its kind alone.
        """
        found = list(mentions(text))
        said = plain(text)
        giving = next((one for one in found if _gives(said, one)), None)
        if giving is None and not cued("received", text):
            giving = next(
                (one for one in found if not _TO.search(said[: one.start]) and not _OF.search(said[: one.start])), None
            )
        return self.printed(giving, around) if giving is not None else self._giving_territory(text)

    def _giving_territory(self, text: str) -> str:
        """Return the territory with whose bare name ``text`` begins, where it gives right behind; empty for none."""
        verb = next(cue_ends("given", text), None)
        subject = _SUBJECT.match(text)
        if verb is None or subject is None or verb[0] - subject.end() > _BEHIND:
            return ""
        found = specific(self._section, subject["name"])
        return found.printed if found is not None and subject.end() <= verb[0] else ""

    def recipient(self, text: str, around: str = "") -> str:
        """Return who gets, by ``text``: whom "à" or "au profit de" names, or who "bénéficie"; empty for nobody."""
        found = list(mentions(text))
        said = plain(text)
        getting = next((one for one in found if _TO.search(said[: one.start])), None)
        if getting is None:
            getting = next(
                (one for one in found if one.kind not in FUNDS and _BONUS_OF.search(said[: one.start])), None
            )
        if getting is None and cued("received", text):
            getting = next((one for one in found if not _gives(said, one)), None)
        if getting is None:
            getting = next((one for one in found if _HAS_POSTS.search(said[: one.start])), None)
        return self.printed(getting, around) if getting is not None else _run(text) or self._short_recipient(text)

    def _short_recipient(self, text: str) -> str:
        """Return who gets, where the text names it by a short name that the act defines; empty for nobody."""
        shorts = "|".join(re.escape(short) for short in self._section.abbreviations)
        to = (
            r"(?:\b(?:à|au|pour)|\bsur le territoire d[eu]|\bau profit d[eu]"
            r"|\bpostes? [^,;.:()]{2,60} (?:de(?= la | l['’])|du))\s+(?:la |le |l['’])?"
        )
        found = re.search(rf"{to}({shorts})\b", text)
        return found[1] if found is not None and shorts else self._territory_given(text)

    def _territory_given(self, text: str) -> str:
        """Return the territory that ``text`` names by its bare name right behind what is given; empty for none."""
        for _, end in cue_ends("given", text):
            to = _TO_BARE.match(text, end)
            found = place_after(self._section, f"à {text[to.end() :]}") if to is not None else None
            if found is not None and found.territory is not None:
                return found.printed
        return ""


def _run(text: str) -> str:
    """Return the structure to whose running costs ``text`` says that something is given; empty for none."""
    found = _RUNS.search(plain(text))
    named = _SUBJECT.match(text, found.end()) if found is not None else None
    return named["name"] if named is not None else ""


def _gives(said: str, mention: Mention) -> bool:
    """Tell whether the words before ``mention`` say that it gives: "par la ...", "une subvention de la ..."."""
    before = said[: mention.start]
    if _BY.search(before):
        return True
    if _HAS_POSTS.search(before):
        return False
    money = max((end for _, end in cue_ends("money", before)), default=-_NEAR)
    return _OF.search(before) is not None and mention.start - money < _NEAR

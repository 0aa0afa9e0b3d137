"""Organisations that a text names, by the words of their kind: who may give or get."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.document import Block, passages
from loaders.remembering import remembered_texts
from loaders.resolve import bare
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.actor_heads import kind_at
from loaders.words.dashed_names import end_of_dashed
from loaders.words.wording import alternatives, plain

_LINKS = r"(?:de|du|des|la|le|les|en|sur)"
CAPITALISED = rf"[^\W\d_a-zà-öø-ÿ][\w’']*(?:-(?!{_LINKS}\b)[a-zà-öø-ÿ][\w’']*)*"
LINKED = rf"(?:et[ -]|(?:(?:{_LINKS}|l['’]|d['’])[ -]?){{0,3}})"
_COMPLEMENT = re.compile(
    rf"\s+(?:de la\s|de l['’]|du\s|des\s|de\s|d['’])?{CAPITALISED}"
    rf"(?:[ -]{LINKED}{CAPITALISED}|\n(?:(?:{_LINKS}|l['’]|d['’])[ -]?){{1,3}}{CAPITALISED})*"
    r"|\s+\d\d(?:[/-]\d\d)*\b(?!\s?[\d€%]|\s?euros?)"
)
_AND_OF = re.compile(rf"\s+et (?:de la |de l['’]|du |des )(?P<name>{CAPITALISED}(?:[ -]{LINKED}{CAPITALISED})*)")
SUBJECT = re.compile(
    r"\W*(?:[Ll]es? |[Ll]a |[Ll]['’])?(?!L(?:es?|a)?\b)"
    rf"(?P<name>{CAPITALISED}(?:[ -](?:& )?{LINKED}{CAPITALISED}){{0,6}})"
)
_PROPER = re.compile(rf"{CAPITALISED}(?:[ -]{LINKED}{CAPITALISED}){{0,4}} $")
_SUFFIXES = ("communaute", "agglomeration", "agglo", "metropole")
_OPENER = re.compile(
    r"(?:l[ea]s?|une?|cette|chaque|notre|votre|leur|sa|toute|de|du|des|en|pour|par|avec|entre|et|a|chez|dans|sur|sans"
    r"|nouvelle|petite|grande|future|ancienne) "
)
"""A word before a kind of EPCI that is no part of its name, though it has a capital at the beginning of a sentence."""
_OF_PLACE = re.compile(rf"\s[a-zà-öø-ÿ]{{4,}}\s(?:de |du |d['’]){CAPITALISED}(?:[\s-]{LINKED}{CAPITALISED})*")
"""What goes on with the name of an association: ``association Familles rurales de Die``."""

_ASIDE = re.compile(r"\s\([A-ZÉ][A-ZÉ\d]{2,}(?:\s[^()\d€%]{2,30})?\)")
FUNDS = frozenset(("caf", "msa", "cpam"))
COLLECTIVITES = frozenset(("epci", "commune"))
SHARE_OF = re.compile(
    r"\W*(?:reste a (?:la )?charge|solde|part|participation|contribution|apport|(?:co-?)?financement|quote-part"
    r"|subvention|aide|concours|soutien|dotation|versement|autofinancement|fonds propres)s?"
    r"(?: (?:(?:financi|annue|previsionne|sollicit|demand|attend|estim|accord|acquis|restant)\w*"
    r"|d'investissement|de fonctionnement))*[\s(–—-]{1,4}"
    r"(?:(?:de la|de l'|du|des|de|d'|(?:pour|par) (?:la|le|les|l'))\s?)?"
)
"""What stands before the name of who gives, as a label of its share: ``Participation de la``, ``Reste à charge``."""
_INTRODUCES = Sought(r"\brepresentee?|\b(?:ci-apres|designee?|denommee?|appelee?)\b")
_CALLED = re.compile(r"\b(?:ci-apres|designee?|denommee?|appelee?)[\s,:«\"“”']{1,6}(?:la |l')?$")
_REPRESENTED = re.compile(r"(?:\s\([^()]{1,40}\))?\s?,?\s?representee?\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation named in a text: its kind, its words as printed, where they begin and end, if in full."""

    kind: str
    printed: str
    start: int
    end: int
    full: bool


@remembered_texts(2_048)
def mentions(text: str) -> tuple[Mention, ...]:
    """Return the organisations that ``text`` names, each with the name that follows it where there is one."""
    return tuple(_mentions(text))


def _mentions(text: str) -> Iterator[Mention]:
    told = 0
    for found in _heads().finditer(plain(text)):
        if found.start() < told:
            continue
        kind = next(kind for kind, words in found.groupdict().items() if words)
        complement = _COMPLEMENT.match(text, found.end())
        end = _end(text, kind, complement.end()) if complement else found.end()
        more = _OF_PLACE.match(text, end) if complement and found[0] == "association" else None
        end = more.end() if more else end
        proper = _proper(text, found, alone=complement is None) if kind == "epci" else None
        start = proper.start() if proper else found.start()
        further = end_of_dashed(text, start, end) if kind == "epci" else end
        aside = _ASIDE.match(text, end) if kind == "etat" else None
        told = aside.end() if aside is not None else further if further > end else 0
        end = told or end
        yield Mention(kind, bare(text[start:end]), start, end, bool(complement or proper or told))


def _proper(text: str, head: re.Match[str], *, alone: bool) -> re.Match[str] | None:
    """Return the proper name before the ``head`` of an EPCI's: ``Dinan Agglomération``, ``Vitré communauté``.

    Before one in small letters, which stands ``alone`` behind it, no word that merely opens a sentence is a name.
    """
    large = text[head.start()].isupper()
    if not large and (not alone or head[0] not in _SUFFIXES):
        return None
    proper = _PROPER.search(text, 0, head.start())
    if proper is None or SHARE_OF.fullmatch(plain(proper[0])) or (not large and _OPENER.fullmatch(plain(proper[0]))):
        return None
    return proper


def _end(text: str, kind: str, end: int) -> int:
    """Return where the name of an organisation ends: a fund may be of two lands, ``Caf du Pays Basque et du Seignanx``.

    What begins as an organisation does is another one: ``la Caf du Gard et du Département``.
    """
    more = _AND_OF.match(text, end) if kind in FUNDS else None
    if more is None or kind_at(more["name"]) or _heads().match(plain(more["name"])):
        return end
    return more.end()


def introductions(blocks: Sequence[Block]) -> Iterator[Mention]:
    """Give the funds, under their usual short word, that the parties are: "la Caf du ..., représentée par"."""
    for words in passages(blocks):
        said = plain(words.text)
        if not _INTRODUCES.search(said):
            continue
        for one in mentions(words.text):
            short = one.kind in FUNDS and said.startswith(groups("funding", "funders")[one.kind][0], one.start)
            if short and (_CALLED.search(said[: one.start]) or _REPRESENTED.match(said, one.end)):
                yield one


@cache
def _heads() -> Sought:
    """Return the pattern of the words that name an organisation, a group a kind."""
    kinds = "|".join(f"(?P<{kind}>{alternatives(words)})" for kind, words in groups("funding", "funders").items())
    return Sought(rf"(?<!\w)(?:{kinds})(?!\w)")

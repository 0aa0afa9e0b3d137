"""Names of mentions: for which territory a convention that a sentence mentions is, and what the sentence calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.acts.mentions import Mention
from loaders.document import Passage
from loaders.resolve import Gazetteer
from loaders.vocabulary import words
from loaders.words.epci_names import epcis
from loaders.words.named import Named
from loaders.words.naming import communes, territory_at
from loaders.words.wording import alternatives
from maillage.reference import Territory

_GLUE = re.compile(rf"(?:\W*{alternatives(words('agreements', 'glue'))})*\W*")
_JOINT = re.compile(r"\W*(?:(?:de|du|des|d'|la|le|les|l'|sur|avec|entre)\W*)*")
_LOOSE_END = re.compile(
    r"(?:[^\w)]|\b(?:pour|sur|couvrant) la periode|\b(?:portant )?sur (?:le|son) territoire|\bdu territoire)*$"
)
_LED = re.compile(r"(?:de|du|des|d'|la|le|les|l'|sur|avec)\b|d'")
_LAND = re.compile(r"\bdu territoire\s+$")
_OVER = re.compile(r"(?:sur|avec)\s+")
_NEXT = re.compile(r"\W*(?:,|\bet)\s+(?=(?:de|du|des|d')\b)")
_ON_LAND = re.compile(r"\W*(?:(?:sur|pour|dans|concernant|s'agissant de) (?:le )?)?territoire (?=\S)")
_OPENS = re.compile(r"\W*(?:,|:)?\s*(?:une |la |sa |cette )?(?:premiere |precedente |derniere |nouvelle )?")
_SIGNED_ONE = re.compile(
    r"\b(?:a|ont|avait|avaient)\b[^.;:]{0,40}\b(?:signe|conclu)\b[^.;:]{0,40}\bune (?:premiere |seconde |deuxieme )?$"
)
_WITH_CAF = re.compile(r"^[^.;:]{0,40}\bavec (?:la |sa )?(?:caf|caisse)\b")
_POINTED = re.compile(r"\bcette (?:(?:toute )?premiere |precedente |derniere |nouvelle )?$")
_REACH = 200


def territory_of(mention: Mention, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return a mention's territory: the name at once behind it, the first EPCI further on, the only one before it.

    Else it is the one whose land the sentence opens with: ``Sur le territoire Creuse Sud Ouest, la CTG ...``.
    """
    return (
        called_after(mention, gazetteer, near)
        or _further_on(mention, gazetteer, near)
        or _alone_before(mention, gazetteer, near)
        or _land_before(mention, gazetteer, near)
        or _town_that_signed(mention, gazetteer, near)
    )


def called_after(mention: Mention, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the territory after which a convention is called: ``CTG du X``, ``convention territoriale avec X``."""
    at = _glued(mention, len(mention.text))
    if (
        not mention.own
        or at >= mention.right
        or not (_LED.match(mention.text, at) or _LAND.search(mention.text, mention.end, at))
    ):
        return None
    lead = _OVER.match(mention.text, at)
    return territory_at(mention.words.text, lead.end() if lead else at, gazetteer, near)


def _further_on(mention: Mention, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the first EPCI that is named not too far behind a mention."""
    part = mention.words.text[mention.end : min(mention.right, mention.end + _REACH)]
    found = next(epcis(part, gazetteer, near), None)
    return _moved(found, mention.end) if found else None


def _alone_before(mention: Mention, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the EPCI that is named before a mention, where it is the only one; ``cette CTG`` is what is spoken of."""
    if _POINTED.search(mention.before):
        return None
    part = mention.words.text[mention.left : mention.start]
    found = {named.territory.code: named for named in epcis(part, gazetteer, near)}
    if len(found) != 1:
        return None
    (only,) = found.values()
    return _moved(only, mention.left)


def _land_before(mention: Mention, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the EPCI on whose land a sentence says that its convention is: ``Pour le territoire X, la CTG ...``."""
    land = _ON_LAND.match(mention.text)
    if land is None or mention.left or not mention.own or land.end() > mention.start:
        return None
    found = territory_at(mention.words.text, land.end(), gazetteer, near)
    stands = found is not None and _OPENS.fullmatch(mention.text, found.end, mention.start)
    return found if stands and found is not None and found.territory.kind == "epci" else None


def _town_that_signed(mention: Mention, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the commune that is said to have signed a convention of its own: ``La Ville de X avait signé une CTG``."""
    if not mention.own or not _SIGNED_ONE.search(mention.before) or not _WITH_CAF.search(mention.after):
        return None
    found = list(communes(mention.words.text[mention.left : mention.start], gazetteer, near))
    return _moved(found[0], mention.left) if len(found) == 1 else None


def _moved(named: Named, by: int) -> Named:
    """Return what is named in a part of a text that begins at ``by`` as it stands in the text."""
    return replace(named, start=named.start + by, end=named.end + by)


def further_territories(
    mention: Mention, named: Named, gazetteer: Gazetteer, near: Territory | None
) -> Iterator[Named]:
    """Give the territories that a plural mention names after the first, ``named``: ``des CTG du X et du Y``."""
    if not mention.text.startswith(("conventions", "ctg"), mention.start, mention.end):
        return
    position = named.end
    while joint := _NEXT.match(mention.text[position : mention.right]):
        other = territory_at(mention.words.text, position + joint.end(), gazetteer, near)
        if other is None:
            return
        yield other
        position = other.end


def label_of(mention: Mention, named: Named | None) -> Passage:
    """Return the convention's name as printed: the mention, its generation and years, its territory."""
    end = _glued(mention, mention.right)
    if named is not None and mention.end <= named.start and _JOINT.fullmatch(mention.text, end, max(end, named.start)):
        return mention.words.cut(mention.start, named.end)
    printed = mention.text[mention.start : end]
    return mention.words.cut(mention.start, mention.start + len(_LOOSE_END.sub("", printed)))


def _glued(mention: Mention, limit: int) -> int:
    """Return where the words end, at most at ``limit``, that belong to the name behind a mention."""
    glue = _GLUE.match(mention.text, mention.end, limit)
    return glue.end() if glue else mention.end

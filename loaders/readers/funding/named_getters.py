"""Named getters: whom the words of an amount name as the one who gets it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.acts.convention_cues import MENTION
from loaders.acts.territories import place_after
from loaders.readers.funding.donors import TO, Donors
from loaders.readers.funding.giving import bears, gives, has_posts, is_got_by
from loaders.readers.funding.mentions import CAPITALISED, FUNDS, LINKED, SUBJECT, Mention
from loaders.readers.funding.words import cue_ends, cued
from loaders.vocabulary import groups
from loaders.words.actor_heads import kind_at
from loaders.words.own_names import own_names
from loaders.words.wording import alternatives, plain, tidy

_RUNS = re.compile(
    r"\b(?:au fonctionnement|aux charges(?: de fonctionnement)?|(?<!inscrit )(?<!inscrite )au budget)"
    r"\s+(?:de la |de l'|du |d')(?=\S)"
)
_STRUCTURE = re.compile(
    rf"\b(?:au|à la|à l['’])\s?(?P<name>[^\W\d_][\w’-]*(?:\s[a-zà-ÿ][\w’-]*){{0,4}}?"
    rf"\s(?:«\s)?{CAPITALISED}(?:[ -]{LINKED}{CAPITALISED}){{0,5}}(?:\s»)?)"
)
_STRUCTURES = frozenset(("equipement", "association"))
_RECEIVER = re.compile(
    r"(?:^|,)\W*(?:le |la |les |l')(?P<name>(?!communaute\b)[^,;:.]{3,60}?) "
    r"(?:percoi|recoi|percevr|recevr|beneficier?a?i?)(?:t|vent|a|ont|ent|e)?\b"
)
_HELPS = re.compile(
    r"\b(?:soutien(?:t|nent|dra|dront)|subventionn(?:e|ent|era|eront)|aide(?:nt|ra|ront)?"
    r"|accompagn(?:e|ent|era|eront|er)|soutenir|subventionner|aider)\s+(?:financierement\s+)?"
    r"(?:la |le |les |l')?$"
)
_FOR_BARE = re.compile(r"\W*(?:et )?[Pp]our\s+(?=[A-ZÀ-Ý][^,;:.]{1,60},)")
_TO_BARE = re.compile(r"\s+(?:à|au|aux)\s+(?=\S)")
_FOR_CONVENTION = re.compile(
    r"\b(?:pour|au titre de) (?:la )?(?:ctg|convention territoriale globale) "
    r"(?:du territoire )?(?:du |de la |de l'|des |de |d'|territoire )?$"
)
_GROUP_ENDS = (
    r"(?=\s*(?:$|[,;.:()\d]|\b(?:au titre|d'une?|pour|afin|par|en|des(?! familles)|a|dans|sous"
    r"|sur|soit|est|sont|se|ont)\b))"
)
_GIVEN = r"(?<!\bde )(?<!\bpour )(?<!\bsur )(?<!\bdans )(?<!\ba )(?:l[ae] |l')"
"""The article of what a class gets, right behind its name: ``verser aux gestionnaires le bonus``."""
_BONUS_OF = re.compile(r"\bbonus territoires?(?: ctg)? (?:de la |de l'|du |des |de |d')$")


def named_getter(donors: Donors, text: str, around: str = "") -> str:
    """Return who gets, by ``text``: whom "à" or "au profit de" names, or who "bénéficie"; empty for nobody."""
    getting = _getting(donors.named(text), plain(text))
    if getting is not None:
        return donors.printed(getting, around)
    named = _run(text) or _receiver(text) or group_in(text) or _short(donors, text)
    return named or _structure(text) or _territory(donors, text) or _of_convention(donors, text)


def _getting(found: Sequence[Mention], said: str) -> Mention | None:
    """Return who of ``found`` gets, by the words before it: the surest first."""
    received = cued("received", said)
    signs = (
        (one for one in found if one.kind not in FUNDS and _gets(said[: one.start])),
        (one for one in found if one.kind not in FUNDS and _BONUS_OF.search(said[: one.start])),
        (one for one in found if received and not gives(said, one)),
        (one for one in found if has_posts(said[: one.start])),
    )
    return next((one for sign in signs for one in sign), None)


def _gets(before: str) -> bool:
    """Tell whether the words ``before`` an organisation say that it gets: "à la", "aide la", "perçu par la"."""
    return is_got_by(before) or bool((TO.search(before) and not bears(before)) or _HELPS.search(before))


def _short(donors: Donors, text: str) -> str:
    """Return who gets, where the text names it by a short name that the act defines; empty for nobody.

    What is given for the convention itself goes to nobody by that.
    """
    defined = donors.section.abbreviations.items()
    shorts = "|".join(re.escape(short) for short, whole in defined if not MENTION.search(plain(whole)))
    to = (
        r"(?:\b(?:à|au|pour)|\bsur le territoire d[eu]|\bau profit d[eu]"
        r"|\bpostes? [^,;.:()]{2,60} (?:de(?= la | l['’])|du))\s+(?:la |le |l['’])?"
    )
    found = re.search(rf"{to}({shorts})\b", text)
    if found is None or not shorts:
        return ""
    return next((one.printed for one in donors.named(text) if one.full and one.start == found.start(1)), found[1])


def _territory(donors: Donors, text: str) -> str:
    """Return the territory that ``text`` names bare right behind what is given, or begins for; empty for none.

    The act's own may stand further behind: "Aides de la Caf à Vallée et Coteaux".
    """
    for to in (_FOR_BARE.match(text), *(_TO_BARE.match(text, end) for _, end in cue_ends("given", text))):
        found = place_after(donors.section, f"à {text[to.end() :]}") if to is not None else None
        if found is not None and found.territory is not None:
            return found.printed
    own = own_names(text, donors.section.territory)
    before = ((start, end, plain(text[:start])) for start, end in own)
    return next((text[start:end] for start, end, said in before if TO.search(said) or is_got_by(said)), "")


def _of_convention(donors: Donors, text: str) -> str:
    """Return the EPCI for whose convention, one of several in the act, ``text`` says that something is given."""
    mains = [agreement for agreement in donors.section.agreements if agreement.main]
    for agreement in mains if len(mains) > 1 else ():
        if any(_FOR_CONVENTION.search(plain(text[:start])) for start, _ in own_names(text, agreement.territory)):
            return agreement.printed
    return ""


def group_in(text: str) -> str:
    """Return the class of organisations to which ``text`` says that something is given; empty for none."""
    found = _groups().search(plain(text))
    return tidy(text[slice(*found.span("words"))]) if found is not None else ""


def _structure(text: str) -> str:
    """Return the structure with a name of its own to which ``text`` says that something is given; empty for none."""
    said = (found["name"] for found in _STRUCTURE.finditer(text))
    return next((name for name in said if kind_at(name) in _STRUCTURES), "")


def _receiver(text: str) -> str:
    """Return the structure that is the subject of "perçoit" or "bénéficie"; empty for none."""
    found = _RECEIVER.search(plain(text))
    return tidy(text[slice(*found.span("name"))]) if found is not None else ""


def _run(text: str) -> str:
    """Return the structure to whose running costs ``text`` says that something is given; empty for none."""
    found = _RUNS.search(plain(text))
    named = SUBJECT.match(text, found.end()) if found is not None else None
    return named["name"] if named is not None else ""


@cache
def _groups() -> re.Pattern[str]:
    """Return the pattern of a class of organisations behind "aux": ``aux gestionnaires du territoire``."""
    heads = alternatives(groups("funding", "groups")["heads"])
    said = rf"(?:\w+ )?{heads}(?: (?!(?:des(?! familles)|les|leurs?|une?)\b|{_GIVEN})[\w'-]+){{0,6}}?"
    return re.compile(rf"\baux\s+(?P<words>{said})(?:{_GROUP_ENDS}|(?=\s{_GIVEN}))")

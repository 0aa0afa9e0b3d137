"""Who gives an amount: whom its words name, whose its scheme is, who decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.acts.territories import end_of_territory
from loaders.acts.territory_codes import specific
from loaders.readers.funding.acting import acts_on
from loaders.readers.funding.clauses import parted
from loaders.readers.funding.deciders import decider
from loaders.readers.funding.donors import OF, TO, Donors
from loaders.readers.funding.mentions import COLLECTIVITES, FUNDS, SUBJECT, Mention, mentions
from loaders.readers.funding.rates import is_cost
from loaders.readers.funding.told import Told
from loaders.readers.funding.words import cue_ends, cued, is_owned
from loaders.words.wording import plain

_BY = re.compile(r"\bpar\s+(?:la |le |l')?$")
_EACH = re.compile(r"\bpar $")
"""What stands before whoever is counted one by one: ``3 000 € par commune``."""
_BEARS = re.compile(
    r"\breste a (?:la )?charge (?:(?:de la |de l'|du |des |de |d')|(?:[^.;:]{0,120}\b)?pour (?:la |le |les |l')?)$"
)
_OWN_MONEY = re.compile(r"\b(?:co-?)?(?:financement|subvention|participation|contribution|aide) $")
"""What stands right before the name of who gives it: ``(financement Caf 6 000 €)``."""
_GOT_BY = re.compile(
    r"\b(?:(?:percu|recu|encaisse)e?s?|(?:postes?|emplois?|coordinat\w+|chargee?s?)\b[^.;:,]{0,60},? "
    r"(?:porte|employe|recrute|embauche)e?s?(?: a (?:mi-|plein )?temps\b[^.;:,]{0,20})?"
    r"|\b(?:equipements?|services?|structures?|accueils?|creches?)\b[^.;:,€]{0,60} (?:gere|porte|anime)e?s?)"
    r" par\s+(?:la |le |l')?$"
)
_ASKED = re.compile(r"\b(?:sollicit|demand|obten|obtien)\w*\b[^.;:]{0,80}\baupres (?:de la |de l'|du |des |de |d')$")
_SHARE_FOR = re.compile(r"(?:€|euros?) pour (?:la |l')?$")
_TOGETHER = re.compile(r"\b(?:a parts? egales?|pour moitie|conjointement|ensemble) ")
_JOINTLY = re.compile(r"\b(?:a parts? egales?|conjointement|ensemble) par (?:la |le |l')?[^,;.:()€\d]{3,80}? et ")
_AMONG = re.compile(r"\bentre\b")
_CLAUSE_ENDS = re.compile(r"[.;:]")
_HAS_POSTS = re.compile(
    r"\bpostes? (?:(?!celles? |celui |aide|subvention|participation|soutien|financement)[^,;.:()]){2,60}"
    r"\b(?:de la |de l'|du |d'|au sein de la |au sein de l'|au sein du )$"
    r"|\b(?:postes?|emplois?|chargee?s? d|coordina|animat)[^;.:()]{2,90}"
    r"\b(?:port|employ|recrut|embauch|salari)e?e?s? par (?:la |le |l')$"
)
_ON_LAND = re.compile(r"\bterritoires? (?:de la |de l'|du |des |d'|de )$")
_WE = re.compile(r"\b(?:nous|notre)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\s?\([^()]{1,40}\))?(?:,[^,;.:]{2,60},)?(?:\s(?!et\b)[\w'-]+){0,6}\s")
_NEAR = _BEHIND = 30
_COORDINATED = re.compile(r"\W*(?:et |puis |ainsi que )?(?:aupres )?(?:de la |de l'|du |des |de |d')$")
"""What begins a further clause whose own giver stands as the first one's does: ``et du Département (4 000 €)``."""


def giver(told: Told, scheme: tuple[str, ...]) -> str:
    """Return who gives: whom the words name, else whose the ``scheme`` is, "nous", or whoever decides it."""
    around = told.context.around
    donors = told.context.donors
    gets = gets_by_list(told, scheme)
    keyed = "" if gets else told.keyed
    named = (
        told.flow[0]
        or (named_giver(donors, parted(told.sentence), around) if told.allotted else "")
        or told.respective
        or keyed
        or _coordinated(told)
        or named_giver(donors, "" if told.keyed else told.text, around, told.at)
    )
    if not named and is_cost(told.text[: told.at]):
        return ""
    texts = (told.lead,) if gets else _around(told)  # of a list of who gets, what announces it alone says who gives
    named = named or next((one for text in texts if (one := named_giver(donors, text, around))), "")
    return (
        named
        or _owner(donors, scheme, f"{told.text} {told.lead}")
        or decider(told.context.section, told.context.home, f"{told.whole.text} {told.text} {told.lead}", told.sentence)
    )


def _coordinated(told: Told) -> str:
    """Return who gives in a clause that goes on with the money of its sentence: ``une aide de X ... et de Y``."""
    first = next(iter(told.context.donors.named(told.text[: told.at])), None)
    if first is None or not _COORDINATED.fullmatch(plain(told.text[: first.start])):
        return ""
    before = told.sentence.partition(told.text)[0]
    return told.context.donors.printed(first, told.context.around) if cued("money", before) else ""


def gets_by_list(told: Told, scheme: tuple[str, ...]) -> bool:
    """Tell whether who stands before an amount's colon gets it: its list says who gives (``La Caf verse :``).

    Or it is given under a ``scheme`` that is a fund's own.
    """
    announced = told.context.donors.named(told.lead)
    said = next(iter(mentions(told.keyed)), None)
    gets = bool(told.keyed) and (said is None or said.kind in COLLECTIVITES)
    paid = len(announced) == 1 and announced[0].kind not in COLLECTIVITES
    return gets and (paid or is_owned(";".join(scheme)))


def named_giver(donors: Donors, text: str, around: str = "", at: int | None = None) -> str:
    """Return who gives, by ``text``: whom "par" or "subvention de" names, else the subject; empty for nobody.

    The words ``around`` it may name in full an organisation that it names by its kind alone. What is given stands
    ``at`` a position of the text, where that is known.
    """
    giving = _giving(donors.named(text), plain(text), len(text) if at is None else at)
    return donors.printed(giving, around) if giving is not None else _giving_territory(donors, text)


def _giving(found: Sequence[Mention], said: str, at: int) -> Mention | None:
    """Return who of ``found`` gives: by the words before it, by its verb nearest before ``at``, else the first."""
    apart = [one for one in found if any(sign.search(said[: one.start]) for sign in (TO, OF, _GOT_BY))]
    sharing = [one for one in found if one.start >= at and _is_among(said[: one.start])]
    free = [one for one in found if one not in apart and one not in sharing]
    acting = [one for one in reversed(free) if one.end <= at and _acts(said, one)]
    subjects = () if cued("received", said) else free
    named = [one for one in found if gives(said, one)]
    if len(free) > 1 and (_JOINTLY.search(said) or (_TOGETHER.search(said) and is_cost(said[:at]))):
        return None
    return next(iter((*named, *acting, *subjects)), None)


def gives(said: str, mention: Mention) -> bool:
    """Tell whether the words before ``mention`` say that it gives: "par la", "une subvention de la", "(aide"."""
    before = said[: mention.start]
    each = not mention.full and mention.kind in COLLECTIVITES and _EACH.search(before)
    by = _BY.search(before) is not None and not (each or is_got_by(before))
    asked = _ASKED.search(before) or _OWN_MONEY.search(before)
    if by or asked or bears(before) or is_share(before, mention):
        return True
    if has_posts(before) or TO.search(before) or _ON_LAND.search(before):
        return False
    money = max((end for key in ("money", "received") for _, end in cue_ends(key, before)), default=-_NEAR)
    return OF.search(before) is not None and mention.start - money < _NEAR


def _acts(said: str, mention: Mention) -> bool:
    """Tell whether a verb right behind ``mention`` says that it gives: "la Caf verse", "la Ville prend en charge"."""
    verbs = (start for start, _ in cue_ends("gives", said))
    return any(_BETWEEN.fullmatch(said, mention.end, start) for start in verbs) or acts_on(said, mention)


def _is_among(before: str) -> bool:
    """Tell whether the words ``before`` an organisation say that it shares with others: "réparti entre la"."""
    return _AMONG.search(_CLAUSE_ENDS.split(before)[-1]) is not None


def is_share(before: str, mention: Mention) -> bool:
    """Tell whether a fund stands ``before`` what it gives as if it got it: "20 000 €, dont 12 000 € pour la Caf"."""
    return mention.kind in FUNDS and _SHARE_FOR.search(before) is not None


def bears(before: str) -> bool:
    """Tell whether the words ``before`` an organisation say that it pays what is left: "reste à charge de la"."""
    return _BEARS.search(before) is not None


def is_got_by(before: str) -> bool:
    """Tell whether the words ``before`` an organisation say that it gets: "perçu par la"."""
    return _GOT_BY.search(before) is not None


def has_posts(before: str) -> bool:
    """Tell whether the words ``before`` an organisation say that it has posts: "les postes de coordination de la"."""
    return _HAS_POSTS.search(before) is not None


def paying(text: str) -> tuple[str, str]:
    """Return who gives and who gets by a column's title: "versé par la Caf à la Communauté"; each empty for nobody."""
    said, found = plain(text), list(mentions(text))
    by = next((one.printed for one in found if _BY.search(said[: one.start])), "")
    return by, next((one.printed for one in found if by and TO.search(said[: one.start])), "")


def _around(told: Told) -> Iterator[str]:
    """Give the texts around its words that may say who gives: their sentence, that which they point to, the lead."""
    if not told.is_total:
        yield told.whole.text
    if told.is_by_pronoun or told.goes_on:
        yield told.context.before.text
    yield told.lead


def _owner(donors: Donors, scheme: tuple[str, ...], text: str) -> str:
    """Return the funder that nobody names: "nous" is the Caf that speaks, and a scheme has its owner."""
    return donors.owner(scheme) or (donors.name("caf") if _WE.search(text) else "")


def _giving_territory(donors: Donors, text: str) -> str:
    """Return the territory with whose bare name ``text`` begins, where it gives right behind; empty for none."""
    verb = next(cue_ends("given", text), None)
    subject = SUBJECT.match(text)
    if verb is None or subject is None:
        return ""
    end = end_of_territory(donors.section, text, *subject.span("name"))
    found = specific(donors.section, text[subject.start("name") : end]) if 0 <= verb[0] - end <= _BEHIND else None
    return found.printed if found is not None else ""

"""Who gets an amount: whom its words name, else the act's own territory where the money is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.territories import place_after, stands_above
from loaders.readers.funding.donors import TO, Donors
from loaders.readers.funding.giving import gives, has_posts
from loaders.readers.funding.mentions import FUNDS, SUBJECT, Mention, mentions
from loaders.readers.funding.purposes import pays_for
from loaders.readers.funding.told import Told
from loaders.readers.funding.words import cue_ends, cued, has_projects
from loaders.words.amounts import amounts
from loaders.words.wording import plain

_GIVES = "departement"
_RUNS = re.compile(
    r"\b(?:au fonctionnement|aux charges(?: de fonctionnement)?|au budget)\s+(?:de la |de l'|du |d')(?=\S)"
)
_TO_BARE = re.compile(r"\s+(?:à|au|aux)\s+(?=\S)")
_BONUS_OF = re.compile(r"\bbonus territoires?(?: ctg)? (?:de la |de l'|du |des |de |d')$")


def getter(told: Told, scheme: tuple[str, ...], funder: str) -> str:
    """Return who gets, by the first text that says it; nobody gives to itself.

    Else it is the act's own territory, where that stands as a title or column above, or a scheme is named that is
    its own; not where it gives itself, as a département does, nor where the sentence says what is financed and does
    not leave the amount alone: whose that is it does not say.
    """
    context = told.context
    named = next((one for text in _tellers(told) if (one := named_getter(context.donors, text, context.around))), "")
    alone = not pays_for(told.text) and bool(stands_above(context.section, context.above))
    own = (bool(scheme) and not has_projects(scheme)) or alone
    found = named or (context.home if own and not _gives_itself(told, funder) else "")
    return "" if found == funder else found


def named_getter(donors: Donors, text: str, around: str = "") -> str:
    """Return who gets, by ``text``: whom "à" or "au profit de" names, or who "bénéficie"; empty for nobody."""
    getting = _getting(text)
    if getting is not None:
        return donors.printed(getting, around)
    return _run(text) or _short(donors, text) or _territory(donors, text)


def _getting(text: str) -> Mention | None:
    """Return the organisation that gets, by the words before it: the surest first."""
    found = [(one, plain(text)[: one.start]) for one in mentions(text)]
    received = cued("received", text)
    signs = (
        (one for one, before in found if TO.search(before)),
        (one for one, before in found if one.kind not in FUNDS and _BONUS_OF.search(before)),
        (one for one, _ in found if received and not gives(plain(text), one)),
        (one for one, before in found if has_posts(before)),
    )
    return next((one for sign in signs for one in sign), None)


def _tellers(told: Told) -> Iterator[str]:
    """Give the texts that may say who gets: those of who gives, where the sentence before speaks of one amount."""
    context = told.context
    yield from (told.text, told.whole.text, context.closing, told.lead)
    if told.goes_on or (told.is_by_pronoun and len(list(amounts(context.before.text))) == 1):
        yield context.before.text


def _gives_itself(told: Told, funder: str) -> bool:
    """Tell whether the act's own territory gives: as ``funder`` named by its kind alone, or being a département."""
    said = next(mentions(funder), None)
    territory = told.context.section.territory
    named = said is not None and not said.full and said.kind in ("epci", "commune")
    return named or (territory is not None and territory.kind == _GIVES)


def _short(donors: Donors, text: str) -> str:
    """Return who gets, where the text names it by a short name that the act defines; empty for nobody."""
    shorts = "|".join(re.escape(short) for short in donors.section.abbreviations)
    to = (
        r"(?:\b(?:à|au|pour)|\bsur le territoire d[eu]|\bau profit d[eu]"
        r"|\bpostes? [^,;.:()]{2,60} (?:de(?= la | l['’])|du))\s+(?:la |le |l['’])?"
    )
    found = re.search(rf"{to}({shorts})\b", text)
    return found[1] if found is not None and shorts else ""


def _territory(donors: Donors, text: str) -> str:
    """Return the territory that ``text`` names by its bare name right behind what is given; empty for none."""
    for _, end in cue_ends("given", text):
        to = _TO_BARE.match(text, end)
        found = place_after(donors.section, f"à {text[to.end() :]}") if to is not None else None
        if found is not None and found.territory is not None:
            return found.printed
    return ""


def _run(text: str) -> str:
    """Return the structure to whose running costs ``text`` says that something is given; empty for none."""
    found = _RUNS.search(plain(text))
    named = SUBJECT.match(text, found.end()) if found is not None else None
    return named["name"] if named is not None else ""

"""Who gives by the build of a sentence, whatever its verb: an organisation, what it does, an amount as its object.

``La commune met 8 500 € dans la ludothèque``, ``le Département y affecte chaque année une somme de 3 000 €``. Verbs by
which the subject gets, counts or asks give nothing; nor does an amount that a preposition or a noun governs.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.readers.funding.mentions import Mention
from loaders.vocabulary import groups
from loaders.words.amounts import amounts
from loaders.words.wording import alternatives, plain

_REACH = 130
_ASIDE = r"(?:\s?\([^()]{1,40}\))?(?:,[^,;.:]{2,60},)?"
_BEFORE = r"(?:\s(?:y|lui|leur|en|aussi|egalement|elle|ainsi|quant a elle|de son cote|pour sa part|chaque annee))*"
_TIME = (
    r"(?:\s(?:aussi|egalement|en outre|ainsi|desormais|donc|par ailleurs|de son cote|pour sa part|chaque annee|par an"
    r"|tous les ans|chaque mois|en (?:19|20)\d\d|\w{3,}ment)|,[^,;.:]{3,40},)*"
)
_TOWARD = r"(?:\s(?:a|au|aux|dans|pour|sur|en)\s(?:[\w'’-]+\s?){1,7}?)?"
_SUM = (
    r"(?:\s(?:une? |la |le )?(?:somme|montant|part|forfait|quote-part)(?: annuell?e?)? (?:de|d'))?"
    r"(?:\s(?:environ|pres de|jusqu'a|au moins|quelque))?\s?"
)


def acts_on(said: str, mention: Mention) -> bool:
    """Tell whether ``mention`` is the subject of a verb of plain text whose object is an amount, and so gives that."""
    end = mention.end
    return any(
        end < one.start <= end + _REACH and _built().fullmatch(said, end, one.start) is not None
        for one in amounts(said[: end + _REACH + _REACH])
    )


def gives_by_build(text: str, named: tuple[Mention, ...]) -> bool:
    """Tell whether one of ``named`` gives an amount of ``text`` by the build of it, as its subject or behind "par".

    Families and users pay a price: they give nothing.
    """
    said = plain(text)
    able = [one for one in named if one.full or one.kind != "autre"]
    return any(acts_on(said, one) for one in able) or any(is_agent(said, one) for one in able)


def is_agent(said: str, mention: Mention) -> bool:
    """Tell whether an amount is what ``mention`` gives by a participle behind it: ``3 000 € assumés par la``."""
    start = max(0, mention.start - _REACH)
    before = amounts(said[start : mention.start])
    return any(_passive().fullmatch(said, one.end + start, mention.start) for one in before)


@cache
def _passive() -> re.Pattern[str]:
    """Return the pattern of what stands between an amount and who gives it: ``par an, assumés en totalité par la``."""
    other = alternatives(groups("funding", "cues")["holds"])
    participle = rf"(?!{other}\b)[a-z]{{2,}}(?:e|is|ert|u)e?s?"
    return re.compile(
        r"(?:\s?(?:par an|/ ?an|annuels?|chaque annee|en (?:19|20)\d\d|ttc|ht|en une fois))*,?"
        rf"(?:\s(?:est|sont|sera|seront|etant|sont alors))?(?:\s\w+ment)?\s{participle}(?:\sen charge)?"
        r"(?:\s(?:en totalite|pour l'essentiel|chaque annee|\w+ment))?\spar\s?(?:la |le |l')?"
    )


@cache
def _built() -> re.Pattern[str]:
    """Return the pattern of what stands between a subject and the amount that its verb gives."""
    other = alternatives(groups("funding", "cues")["holds"])
    verb = rf"(?!{other}\b)[a-z]{{3,}}(?<!ement)(?:(?<=e)|(?<=ent)|(?<=ra)|(?<=ont)|(?<=[aeinru]t)|(?<=end))"
    return re.compile(rf"{_ASIDE}{_BEFORE}\s{verb}{_TIME}{_TOWARD}{_TIME}{_SUM}")

"""The terms of an amount that a sentence tells: under what it is given, how often and in which year."""

from __future__ import annotations

import re

from loaders.readers.funding import words as says
from loaders.readers.funding.benefits import named_benefit
from loaders.readers.funding.objects import known_object
from loaders.readers.funding.purposes import points_back
from loaders.readers.funding.rates import is_cost
from loaders.readers.funding.told import Told
from loaders.words.moments import points_to_a_year
from loaders.words.wording import plain

_OTHER = re.compile(
    r"\bune? (?:autre )?(?:aide|participation|contribution|cofinancement|financement|enveloppe|soutien)\b"
)
"""What is given besides what the sentence names first: ``un bonus territoire de ... et une aide de ...``."""


def scheme_of(told: Told) -> tuple[str, ...]:
    """Return the schemes of an amount: those its words name, a benefit in its own words, those around, its label."""
    benefit = named_benefit(told.text)
    named = says.schemes(told.text) or ((benefit,) if benefit else _scheme_around(told))
    label = told.label
    return named or ((label,) if label and not known_object(label) else ())


def when(told: Told, scheme: tuple[str, ...], title: str = "") -> tuple[str, str]:
    """Return how often an amount is paid and in which year, by its words, its sentence, its list or that one's title.

    A share in a cost is paid as often as that. How often, a pronoun leaves to the sentence before, whomever it means;
    so does ``la même année`` the year.
    """
    texts = (told.text, told.whole.text, told.lead)
    often = (*texts, told.context.before.text) if told.is_by_pronoun or points_back(told.opening) else texts
    often = (*often, told.sentence) if is_cost(told.context.opening.text) else often
    period = next((said for text in often if (said := says.period(text))), "")
    before = (told.context.before.text,) if points_to_a_year(plain(told.opening)) else ()
    year = next((said for text in (*texts, title, *before) if (said := says.year(text))), "")
    return period or ("an" if year and says.is_yearly(scheme) else ""), year


def _scheme_around(told: Told) -> tuple[str, ...]:
    """Return the schemes of an amount that names none: the sentence's, the one its pronoun means, the lead's.

    A pronoun means what the sentence before names last; who gives, where its sentence says what is financed.
    """
    if told.context.opening and _OTHER.search(plain(told.text[: told.at])):
        return ()
    looks_back = told.is_by_pronoun and not told.purposes
    meant = says.schemes(told.context.before.text)[-1:] if looks_back else ()
    return says.schemes(told.context.opening.text) or says.schemes(told.whole.text) or meant or says.schemes(told.lead)

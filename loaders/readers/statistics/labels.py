"""What a sentence measures before it says by how much: ``le taux de pauvreté``, ``la population``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.readers.figures.column_words import is_counted
from loaders.readers.statistics.counting_words import is_held, tells_of_aim
from loaders.readers.statistics.counts import AGES, BY_PERCENT
from loaders.readers.statistics.prose import declared
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.numerals import NUMBER
from loaders.words.wording import alternatives

_OF = r"(?:de la |de l'|des? |du |d')"
_MUCH = r"(?:tres )?(?:elevee?|importante?|forte?|faible|croissante?|significative|moyenne?)"
VERBS = (
    r"(?:y )?(?:s'y (?:etabli(?:t|ssait)|elev(?:e|ait)|situ(?:e|ait))|est|etait|atteint"
    r"|atteignait|s'eleve|s'elevait|s'etablit|s'etablissait|se situe|se situait|avoisine"
    r"|represente|representait|reste|demeure"
    r"|(?:a )?(?:passe|recule|baisse|diminue|augmente|progresse|chute|double))\b|de \d"
)
_REACHES = r"atteint|atteignait|s'eleve|s'elevait|s'etablit|s'etablissait|se situe|se situait|avoisine|touche|concerne"
_WORDS = rf"(?:{AGES}|{BY_PERCENT}|[^\d:;,.()%])"
_END = rf"\s*(?=[:;,(]|(?!{AGES})(?:\d|\b(?:{VERBS}))|$)"
_RATE = re.compile(rf"\b(?P<label>(?:taux|part|proportion|pourcentage)(?: {_MUCH})? {_OF}{_WORDS}{{3,80}}?){_END}")
_COUNT = re.compile(rf"\b(?P<label>(?:nombre|population|densite|indice) {_OF}{_WORDS}{{3,60}}?){_END}")
_WHOLE = re.compile(
    r"\b(?P<label>population(?: (?:active|municipale|totale|legale|scolaire|(?:inter)?communale))?"
    r"|densite(?: moyenne)?)"
    rf"\s*(?=\(|\b(?:{VERBS}))"
)
_INCOME = re.compile(
    r"\b(?P<label>(?:revenus?|niveau de vie|quotient familial|loyer|salaire)"
    rf" (?=[a-z' ]{{0,40}}(?:medians?|moyens?)\b){_WORDS}{{3,80}}?){_END}"
)
_THING = re.compile(
    rf"(?:^|[ ',])(?:la |le |l')(?P<label>(?!\d)[a-z]{_WORDS}{{3,60}}?) (?:y )?"
    rf"(?=(?:{_REACHES})[^\d;:.()]{{0,25}}(?:{NUMBER})\s?(?:%|[a-z]+ pour (?:100|cent)\b))"
)
"""Anything that is measured by a share: ``la couverture atteint 61 %``, ``la pauvreté touche 16 % des ménages``."""

_BRACKETED = re.compile(
    rf"\b(?:des|les|en|de|aux) (?P<label>[a-z' -]{{5,60}}?)"
    rf"(?:(?: y)? (?:(?:sont|restent|demeurent) |(?=(?:plus|moins) ))[a-z' -]{{3,60}}?)? \((?={NUMBER}\s?%)"
)
_SUBJECT = re.compile(
    rf"\b(?:les|des) (?P<label>(?:{AGES}|[a-z])(?:{AGES}|[a-z' -]){{3,60}}?)"
    rf" (?:y )?(?:representent|representaient|constituent|forment|composent) (?=(?:pres de |environ )?{NUMBER}\s?% de)"
)
_THEN = re.compile(
    rf"\b(?:des|les|du|de) (?P<label>[a-z][a-z' -]{{4,60}}?) \((?=(?:{NUMBER})(?: [a-z]+)? (?:en|fin) (?:19|20)\d\d)"
)
"""Those whose number stands in brackets with its year: ``une baisse des naissances (86 en 2022 contre 119 ...)``."""

_NUMBERING = re.compile(
    rf"\b(?:les|des) (?P<label>(?:{AGES}|[a-z])(?:{AGES}|[a-z' -]){{3,60}}?)"
    rf" (?:y )?(?:sont|etaient) (?:au nombre|passee?s) de (?=(?:pres de |environ )?{NUMBER}\b)"
)
_COMPARED = re.compile(
    r"\b(?:superieure?s?|inferieure?s?|egale?s?|seuil|(?<!au )moins(?! de (?:\d|deux|trois|quatre|six|dix|vingt))"
    r"|(?<!et )(?<!ou )plus(?! de (?:\d|deux|trois|quatre|six|dix|vingt|soixante)))\b|[<>]|\sa$"
)


def is_income(label: re.Match[str]) -> bool:
    """Tell whether a label is of money that people have."""
    return label.re is _INCOME


def is_rate(label: re.Match[str]) -> bool:
    """Tell whether a label is measured by shares, not by counts."""
    return label.re not in (_COUNT, _WHOLE, _THEN, _NUMBERING)


def labels_in(text: str) -> Iterator[re.Match[str]]:
    """Give what a sentence measures: rates, counts and incomes in their order, else shares of people in brackets.

    What stands within the words of another is none of its own: the population of a ``densité de population``.
    """
    found = [one for pattern in (_RATE, _COUNT, _WHOLE, _INCOME, _SUBJECT) for one in pattern.finditer(text)]
    counts = (one for pattern in (_THEN, _NUMBERING) for one in pattern.finditer(text))
    found += [one for one in counts if is_held(one["label"]) or is_counted(fold(one["label"]))]
    stated_of = [one for one in found if not any(no.search(one["label"]) for no in (_COMPARED, *_none()))]
    ends = 0
    for one in sorted(stated_of, key=re.Match.start) or [*_shares(text)] or _things(text):
        if one.start() >= ends and not tells_of_aim(text, one.start()):
            yield one
        ends = max(ends, one.end("label"))


def _shares(text: str) -> Iterator[re.Match[str]]:
    """Give the words of people or places before a percentage in brackets: ``des familles monoparentales (19% ...``."""
    for found in _BRACKETED.finditer(text):
        if any(re.search(rf"\b{word}", found["label"]) for word in declared("shared")):
            yield found


def _things(text: str) -> Iterator[re.Match[str]]:
    """Give what a sentence measures by a share under any name; who pays or takes part is none of it."""
    for found in _THING.finditer(text) if "%" in text or "pour " in text else ():
        none = tells_of_aim(text, len(text)) or any(no.search(found["label"]) for no in _none())
        if not none and not any(
            re.search(rf"\b{fold(word)}", found["label"]) for word in groups("statistics", "money")["funding"]
        ):
            yield found


@cache
def _none() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a label that measures nothing of a territory.

    A word ends it whose number stands behind it (``... Action 2``), or it is the rate of what is done or paid.
    """
    unmeasured = alternatives(declared("unmeasured"))
    return (
        re.compile(rf"\b{alternatives(declared('numbered'))}$"),
        re.compile(rf"^(?:taux|part|pourcentage|proportion|nombre) {_OF}{unmeasured}\b"),
    )

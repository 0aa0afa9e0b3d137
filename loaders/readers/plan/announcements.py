"""What announces a plan: titles, sentences before a list, rubrics."""

from __future__ import annotations

import re
from functools import cache

from loaders.document import Block, Heading, Item, Paragraph
from loaders.readers.plan.lines import number_of
from loaders.readers.plan.nodes import LEVELS
from loaders.readers.plan.other_subjects import speaks_of_its_own
from loaders.readers.plan.own_subject import is_own
from loaders.readers.plan.part_titles import LONGEST_TITLE, OPENING, ROMAN, is_contents, is_part
from loaders.readers.plan.titles import says_levels
from loaders.vocabulary import groups
from loaders.words.plan_levels import any_level, complement, level_of
from loaders.words.spelt_numbers import SEVERAL
from loaders.words.wording import alternatives, plain

_LONGEST_SENTENCE = 700
_ACTIONS = re.compile(r"(?<!plan d')(?<!programme d')(?<!plans d')\bactions?\b")
_AIMS = re.compile(r"\bobjectifs?\b")


def announces_plan(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` is a title that announces the plan; a line of a table of contents is none."""
    text = plain(block.words.text).strip(" *_#")
    if len(text) > LONGEST_TITLE or text.endswith((".", ";", ",")) or is_contents(block):
        return False
    if says_levels(block):
        return not speaks_of_its_own(text)
    head = number_of(block)
    if head is not None and not head.level:
        text = text[head.start :]
    opening = ROMAN if text.endswith(":") else OPENING
    if not isinstance(block, Heading) and not is_part(block) and not _titles().match(opening.sub("", text, count=1)):
        return False
    named = isinstance(block, Heading) and _levels().fullmatch(text)
    return bool(named or _titles().search(text)) and not speaks_of_its_own(text)


def is_title_of_plan(block: Heading | Paragraph | Item, following: Block | None) -> bool:
    """Whether ``block`` is a title that announces the plan, neither a node of it nor an item among others."""
    if isinstance(block, Item) and isinstance(following, Item) and (below := number_of(following)) is not None:
        return says_levels(block) and bool(below.level)
    head = number_of(block)
    return announces_plan(block) and (head is None or not head.level)


def announced_level(block: Heading | Paragraph | Item, *, within: bool = False) -> str:
    """Return the level of the list that the sentence ``block`` announces, empty where it announces none of a plan.

    ``Les enjeux se déclinent sur les axes suivants :`` announces enjeux; of several levels the outermost is meant.
    ``within`` the plan a list of actions or of fields (``les actions suivantes :``) is one of its own as well.
    """
    text = plain(block.words.text).rstrip(" *_")
    if not text.endswith(":") or len(text) > _LONGEST_SENTENCE:
        return ""
    clause = re.split(r"[.;]\s|,\s(?=(?:les|des|[0-9]+)\s)", text)[-1]
    nouns = list(_nouns("nouns").finditer(clause)) or (list(_nouns("nouns_within").finditer(clause)) if within else [])
    if not nouns or not (_verbs().search(clause) or _counted().search(clause)):
        return ""
    if speaks_of_its_own(clause[nouns[0].start() :] if is_own(block) else text):
        return ""
    levels = [level_of(noun[0]) for noun in nouns]
    return min(filter(None, levels), key=LEVELS.index, default="")


def announces_actions(block: Heading | Paragraph | Item) -> bool:
    """Whether the sentence ``block`` announces actions below levels that follow it (``dans chaque axe les actions :``).

    One that announces objectifs too leaves open which of both stand there.
    """
    text = plain(block.words.text).rstrip(" *_")
    if not text.endswith(":") or len(text) > _LONGEST_SENTENCE:
        return False
    clause = re.split(r"[.;]\s", text)[-1]
    return bool(_ACTIONS.search(clause) and not _AIMS.search(clause) and _verbs().search(clause))


def outer_of(text: str) -> tuple[str, str]:
    """Return level and number of the node whose list a sentence announces (``complète l'axe 2 ainsi :``), else none."""
    found = _named().search(plain(text))
    named = level_of(found["level"]) if found else ""
    return (named, found["number"]) if found and named in ("enjeu", "objectif") else ("", "")


def rubric_of(text: str) -> re.Match[str] | None:
    """Return what ``text`` says as a rubric (``Au titre de la petite enfance, il s'agira de :``), else None.

    Its group ``name`` stands in the plain text where the name stands in the print, ``label`` what follows the colon.
    A sentence that begins so and is at its end is none: ``Au titre de l'axe 2, le Département finance un relais.``
    """
    if text.rstrip().endswith(".") and ":" not in text:
        return None
    return _rubrics().fullmatch(plain(text).rstrip())


def states_aims(text: str) -> bool:
    """Whether ``text`` ends as a rubric that states aims does: ``il s'agira de :``."""
    return bool(re.search(rf"{alternatives(groups('plan', 'rubrics')['endings'])}\s*:\s*$", plain(text)))


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(alternatives(groups("plan", "announced")["titles"]))


@cache
def _levels() -> re.Pattern[str]:
    """Return the pattern of a title that is nothing but the name of a level in the plural: ``Nos orientations``."""
    return re.compile(
        rf"(?:{OPENING.pattern}|\W*\d[\d.]*\s*[.):–-]?\s*(?:les |nos )?)"
        rf"{alternatives(groups('plan', 'announced')['alone'])}(?:\s+{complement()})*"
        r"(?: (?:de la|du) (?:ctg|convention|territoire))?(?: (?:pour )?\d{4}\s?[-/]\s?\d{4})?"
    )


@cache
def _counted() -> re.Pattern[str]:
    """Return the pattern of a level that is counted: ``Quatre thématiques``."""
    nouns = alternatives(groups("plan", "announced")["nouns"])
    return re.compile(rf"\b(?:{SEVERAL}|\d{{1,2}}) (?:grand[es]* )?{nouns}\b")


@cache
def _nouns(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(groups('plan', 'announced')[key])}\b")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(groups('plan', 'announced')['verbs'])}\b")


@cache
def _named() -> re.Pattern[str]:
    names = any_level()
    return re.compile(rf"(?<!\w)(?P<level>{names})\s+(?:n\s?[°o]\s*)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)(?!\w)")


@cache
def _rubrics() -> re.Pattern[str]:
    opening = alternatives(groups("plan", "rubrics")["openings"])
    ending = alternatives(groups("plan", "rubrics")["endings"])
    return re.compile(
        rf"\W*{opening}\s*(?P<name>[^:;]{{3,160}}?)(?:\s*,?\s*{ending})?\s*(?::\s*(?P<label>[^:]{{0,160}}))?"
    )

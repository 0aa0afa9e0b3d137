"""What announces a plan, and what speaks of another scheme: titles, sentences before a list, rubrics."""

from __future__ import annotations

import re
from functools import cache

from loaders.document import Heading, Item, Paragraph
from loaders.readers.plan.lines import number_of
from loaders.readers.plan.titles import says_levels
from loaders.vocabulary import groups
from loaders.words.plan_levels import any_level, complement, level_of
from loaders.words.wording import alternatives, plain

_LONGEST_TITLE = 200
_LONGEST_SENTENCE = 700
_PART = re.compile(
    r"\W*(?:annexes?|article|titre|chapitre|partie)\s+(?:n\s?[°o]\s?)?"
    r"(?:(?:[\divx]+|premiere?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b|[a-h](?=\s*(?:[:.–—-]|$)))\W*"
    r"|\W*(?:preambule|deliberation)\b"
)
_CHAPTER = r"(?:(?:chapitre|titre|partie|article|volet)\s+\w+\s*[:.–—-]\s*)"
_ROMAN = re.compile(r"\W*[ivx]{1,5}\s*[.)–—-]\s*(?=[^\W\d_]{3})")
_OPENING = re.compile(rf"(?:{_CHAPTER}|{_ROMAN.pattern})?\W*(?:les? |la |l'|nos |notre )?")
_CONTENTS = re.compile(r"\.{4,}|…{2,}|\s\d{1,3}\s*$")


def is_part(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` opens a part of the act (an article, an annexe)."""
    text = plain(block.words.text)
    return bool(_PART.match(text)) and len(text) < _LONGEST_TITLE and not text.rstrip().endswith((".", ";", ","))


def is_contents(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` is a line of a table of contents: dots, or a page's number, end it."""
    return bool(_CONTENTS.search(plain(block.words.text).strip(" *_#")))


def is_roman_part(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` opens a part that is numbered in Roman numerals alone (``II. PLAN D'ACTIONS``)."""
    text = plain(block.words.text).rstrip()
    return bool(_ROMAN.match(text)) and len(text) < _LONGEST_TITLE and not text.endswith((".", ";", ",", ":"))


def announces_plan(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` is a title that announces the plan; a line of a table of contents is none."""
    text = plain(block.words.text).strip(" *_#")
    if len(text) > _LONGEST_TITLE or text.endswith((".", ";", ",")) or _CONTENTS.search(text):
        return False
    if says_levels(block):
        return not _others().search(text)
    head = number_of(block)
    if head is not None and not head.level:
        text = text[head.start :]
    opening = _ROMAN if text.endswith(":") else _OPENING
    if not isinstance(block, Heading) and not is_part(block) and not _titles().match(opening.sub("", text, count=1)):
        return False
    named = isinstance(block, Heading) and _levels().fullmatch(text)
    return bool(named or _titles().search(text)) and not _others().search(text)


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
    if not nouns or not (_verbs().search(clause) or _counted().search(clause)) or _others().search(text):
        return ""
    levels = [level_of(noun[0]) for noun in nouns]
    return min(
        (level for level in levels if level), key=("socle", "enjeu", "objectif", "action", "activite").index, default=""
    )


def outer_of(text: str) -> tuple[str, str]:
    """Return level and number of the node whose list a sentence announces (``complète l'axe 2 ainsi :``), else none."""
    found = _named().search(plain(text))
    named = level_of(found["level"]) if found else ""
    return (named, found["number"]) if found and named in ("enjeu", "objectif") else ("", "")


def rubric_of(text: str) -> re.Match[str] | None:
    """Return what ``text`` says as a rubric (``Au titre de la petite enfance, il s'agira de :``), else None.

    Its group ``name`` stands in the plain text where the name stands in the print, ``label`` what follows the colon.
    """
    return _rubrics().fullmatch(plain(text).rstrip())


def states_aims(text: str) -> bool:
    """Whether ``text`` ends as a rubric that states aims does: ``il s'agira de :``."""
    return bool(re.search(rf"{alternatives(groups('plan', 'rubrics')['endings'])}\s*:\s*$", plain(text)))


def looks_back(text: str) -> bool:
    """Whether a title speaks of what comes before a plan: a diagnosis, an assessment of the plan before."""
    return bool(_past().match(_unnumbered(text)))


def is_foreword(text: str) -> bool:
    """Whether a title below that of a plan speaks of something else first: why it was made, how, for whom."""
    title = _unnumbered(text)
    return bool(_past().match(title) or _forewords().match(title))


def _unnumbered(text: str) -> str:
    """Return a title in plain words without its number."""
    return re.sub(rf"^{_OPENING.pattern}(?:\d[\d.]*\W*)?", "", plain(text).strip(" *_#"))


def speaks_of_other(text: str) -> bool:
    """Whether ``text`` names another scheme, of which the lists that follow it are."""
    return bool(_context().search(plain(text)))


def speaks_of_its_own(clause: str) -> bool:
    """Whether a plain clause speaks of another scheme, or of what one of the parties does everywhere."""
    return bool(_others().search(clause))


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(alternatives(groups("plan", "announced")["titles"]))


@cache
def _levels() -> re.Pattern[str]:
    """Return the pattern of a title that is nothing but the name of a level in the plural: ``Nos orientations``."""
    return re.compile(
        rf"(?:{_OPENING.pattern}|\W*\d[\d.]*\s*[.):–-]?\s*(?:les |nos )?)"
        rf"{alternatives(groups('plan', 'announced')['alone'])}(?:\s+{complement()})*"
        r"(?: (?:de la|du) (?:ctg|convention|territoire))?(?: (?:pour )?\d{4}\s?[-/]\s?\d{4})?"
    )


@cache
def _counted() -> re.Pattern[str]:
    """Return the pattern of a level that is counted: ``Quatre thématiques``."""
    counts = alternatives(groups("plan", "announced")["counts"])
    return re.compile(
        rf"\b(?:{counts}|\d{{1,2}}) (?:grand[es]* )?{alternatives(groups('plan', 'announced')['nouns'])}\b"
    )


@cache
def _nouns(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(groups('plan', 'announced')[key])}\b")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(groups('plan', 'announced')['verbs'])}\b")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(groups('plan', 'others')['words'])}")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(groups('plan', 'others')['past'])}(?!\w)")


@cache
def _forewords() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(groups('plan', 'others')['forewords'])}(?!\w)")


@cache
def _named() -> re.Pattern[str]:
    names = any_level()
    return re.compile(rf"(?<!\w)(?P<level>{names})\s+(?:n\s?[°o]\s*)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)(?!\w)")


@cache
def _context() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(groups('plan', 'others')['context'])}")


@cache
def _rubrics() -> re.Pattern[str]:
    opening = alternatives(groups("plan", "rubrics")["openings"])
    ending = alternatives(groups("plan", "rubrics")["endings"])
    return re.compile(
        rf"\W*{opening}\s*(?P<name>[^:;]{{3,160}}?)(?:\s*,?\s*{ending})?\s*(?::\s*(?P<label>[^:]{{0,160}}))?"
    )

"""Bare titles: they speak of équipements, and what stands below must show that they head a list of them."""

from __future__ import annotations

import re
from functools import cache

from loaders.remembering import remembered_texts
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, tidy

_LONGEST = 200
_LONGEST_NAME = 80
_VERB = re.compile(r"\b(?:est|sont|sera|seront|ont|doivent|pourra|pourront|peuvent)\b")
_SECOND_SENTENCE = re.compile(r"[^\W\d_]{4}[.!?]\s+[A-ZÀ-Ý]")
_ANNEX = re.compile(r"annexe(?: n°)? ?[\da-hivx]{0,4}\W*")


def is_bare(text: str) -> bool:
    """Tell whether a title says ``Équipements``, or nothing at all: what stands below must show that it is a list."""
    return len(text) <= _LONGEST_NAME and bool(_bare_heading().match(plain(tidy(text))))


def names_things(text: str) -> bool:
    """Tell whether a title is about équipements, whatever it says of them: ``Les structures inscrites à la Ctg``.

    Those who take part in something (``Structures partenaires``) are another list; ``Annexe 3`` alone can be any.
    """
    words = tidy(text).rstrip(" :")
    if is_sentence(words) or _SECOND_SENTENCE.search(words):
        return False
    said = plain(words)
    return bool(_ANNEX.fullmatch(said)) or is_about_things(said)


@remembered_texts(4_096)
def is_sentence(words: str) -> bool:
    """Tell whether ``words`` say something of what they name, or are too long for a title."""
    return len(words) > _LONGEST or words.endswith(".") or _VERB.search(words) is not None


def is_about_things(said: str) -> bool:
    """Tell whether plain words are about équipements, and none that only take part in something."""
    things, others = _things()
    return things.search(said) is not None and not others.search(said)


def does(text: str) -> bool:
    """Tell whether a title says what a collectivité does for équipements: ``Ce que la Ville fait vivre``."""
    verbs = alternatives(groups("equipments", "headings")["verbs"])
    return len(text) <= _LONGEST_NAME and re.search(rf"\b{verbs}\b", plain(text)) is not None


@cache
def _things() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the words for équipements, and of those that tell others than the ones supported."""
    headings = groups("equipments", "headings")
    named = ((*headings["things"], *headings["supporting"]), headings["others"])
    things, others = (re.compile(rf"\b{alternatives(list(words))}\b") for words in named)
    return things, others


@cache
def _bare_heading() -> re.Pattern[str]:
    """Return the pattern of a title that names équipements and does not say who supports them."""
    things = alternatives(groups("equipments", "headings")["things"])
    return re.compile(
        r"(?:(?:annexe|article|chapitre|titre)s?(?: [\divx]+| [a-h](?=\s*[:.–-])| premier)?\s*[:.–-]*\s*"
        r"|[\divx]{1,4}\s?[.)–-]+\s*)?"
        rf"(?:(?:liste|inventaire|recensement) (?:des? |d')?)?(?:les )?{things}(?:\s+et\s+(?:les )?{things})?"
        r"(?:\s+(?:du territoire|existants?|(?:inter)?communa(?:ux|les)|communautaires|municipa(?:ux|les)|concernee?s"
        r"|de la commune|(?:classes |listes )?(?:par|dans les|des|dans chaque) communes?|commune par commune))?\W*$"
    )

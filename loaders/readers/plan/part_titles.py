"""Titles of the parts of an act, and the lines of its table of contents."""

from __future__ import annotations

import re

from loaders.document import Heading, Item, Paragraph
from loaders.words.plan_levels import rank
from loaders.words.wording import plain

LONGEST_TITLE = 200
BY_RANK = rf"(?:{rank()}\s(?:partie|volet|chapitre|titre|section)\b(?=\s*(?:[:.–—-]|$)))"
"""The name of a part of the act behind its rank: ``Première partie``."""

_PART = re.compile(
    rf"\W*{BY_RANK}"
    r"|\W*(?:annexes?|article|titre|chapitre|partie)\s+(?:n\s?[°o]\s?)?"
    r"(?:(?:[\divx]+|premiere?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b|[a-h](?=\s*(?:[:.–—-]|$)))\W*"
    r"|\W*(?:preambule|deliberation)\b"
)
_CHAPTER = rf"(?:(?:{BY_RANK}|(?:chapitre|titre|partie|article|volet)\s+\w+)\s*[:.–—-]\s*)"
ROMAN = re.compile(r"\W*[ivx]{1,5}\s*[.)–—-]\s*(?=[^\W\d_]{3})")
OPENING = re.compile(rf"(?:{_CHAPTER}|{ROMAN.pattern})?\W*(?:les? |la |l'|nos |notre )?")
_CONTENTS = re.compile(r"\.{4,}|…{2,}|\s\d{1,3}\s*$")


def is_part(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` opens a part of the act (an article, an annexe)."""
    text = plain(block.words.text)
    return bool(_PART.match(text)) and len(text) < LONGEST_TITLE and not text.rstrip().endswith((".", ";", ","))


def is_contents(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` is a line of a table of contents: dots, or a page's number, end it."""
    return bool(_CONTENTS.search(plain(block.words.text).strip(" *_#")))


def is_roman_part(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` opens a part that is numbered in Roman numerals alone (``II. PLAN D'ACTIONS``)."""
    text = plain(block.words.text).rstrip()
    return bool(ROMAN.match(text)) and len(text) < LONGEST_TITLE and not text.endswith((".", ";", ",", ":"))

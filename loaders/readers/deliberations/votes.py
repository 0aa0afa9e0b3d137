"""Votes: how many voices for, against and abstaining, in whatever order and in figures or words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from loaders.document import Cell, Passage, Table
from loaders.vocabulary import groups, words
from loaders.words.spelt_numbers import NUMBER_WORD, count
from loaders.words.wording import alternatives, plain, sentences

_NONE = words("votes", "none")
_NUMBER = rf"(?:\d{{1,3}}|{alternatives(_NONE)}|(?:{NUMBER_WORD}[ -]?(?:et )?){{1,8}})"
_VOICES = r"(?:voix|votes?|suffrages?|bulletins?|conseillers?|membres?|elus?|delegues?|mains levees|bras leves)"
_VOTING = r"(?:votent|vote|(?:ont|a) vote|se prononcent|levent la main)"
_LABELS = {kind: alternatives(cues) for kind, cues in groups("votes", "voices").items()}
_LABELLED = {
    kind: re.compile(rf"\b(?:{_VOICES}\s+)?{label}\s*(?:[:=][\s.]*|\((?=\s?\d{{1,3}}\s?\)))(?P<n>{_NUMBER})\b")
    for kind, label in _LABELS.items()
}
_ENDS = rf"(?=\s*(?:[,.;:)(/+»\"”-]|$|et\b|dont\b|\d|{alternatives(list(_LABELS.values()))}))"
_COUNTED = {
    kind: re.compile(
        rf"\b(?P<n>{_NUMBER})\s*(?:\(\w+\)\s*)?(?:{_VOICES}\s*)?(?:d'|{_VOTING}\s+)?[«\"“]?\s?\b{label}\b"
        rf"{_ENDS if kind == 'for' else ''}"
    )
    for kind, label in _LABELS.items()
}
_BARE = {
    kind: re.compile(
        rf"\b{label}\s+(?P<n>\d{{1,3}})\b(?!\s*(?:{_VOICES}\s+)?(?:pour|contre|abst)|\s(?:ans?|annees?|mois|dans|en|au|euros)\b|\s?[€%]|[.,]?\s?\d)"
    )
    for kind, label in _LABELS.items()
}
_ANY = alternatives(list(_LABELS.values()))
_IN_TURN = re.compile(
    rf"(?:^|[.:;,(|/-])\s*(?:(?:{_VOICES}\s+)?{_ANY}\s+\d{{1,3}}\b\W*){{2,3}}(?!\s*(?:{_VOICES}|{_ANY}))"
)
_LISTED = re.compile(
    rf"\b(?P<labels>{_ANY}(?:\s?[/,-]\s?{_ANY}){{1,2}})\s?[:|]\s?(?P<numbers>\d{{1,3}}(?:\s?[/,-]\s?\d{{1,3}}){{1,2}})(?!\d)"
)
"""Labels in a row, then their numbers: ``Pour / contre / abstentions : 31 / 0 / 2``."""

_KIND_OF = re.compile("|".join(rf"(?P<{kind}>\b{label})" for kind, label in _LABELS.items()))
_ONE = {kind: re.compile(rf"\b{label}\s+(?P<n>\d{{1,3}})\b") for kind, label in _LABELS.items()}
_AGAINST = re.compile(
    rf"\b(?P<for>{_NUMBER})\s+(?:voix|suffrages favorables|votes favorables|pour),? contre (?P<against>{_NUMBER})\b"
    rf"(?!\s*(?:voix\s+)?{_ANY})"
)
_ALONE = re.compile(rf"\bpar (?P<n>{_NUMBER})\s+(?:voix|votes|suffrages)\b(?!\s*(?:{_ANY}|sur\b))")
_NAMED = {kind: re.compile(rf"\b{alternatives(cues)}\s*:?\s*") for kind, cues in groups("votes", "named").items()}
_CIVIL = re.compile(r"(?:monsieur|madame|mmes?|mm?)\b")
_ASIDE = re.compile(r"\([^()]{0,120}\)")
_BUT = re.compile(r"[^:;]{0,80}\b(?:sauf|hormis|excepte|moins)\s+(?:la voix de |celle de )?")
_JOINT = re.compile(r"\s*[,;]\s*|\s+et\s+")
_HEADS = {kind: re.compile(rf"\W*(?:{_VOICES}\s+)?{label}\W*$") for kind, label in _LABELS.items()}
_UNANIMOUS = re.compile(alternatives(words("votes", "unanimous")))
_ALL = re.compile(
    rf"\bunanimite\W+(?:de |des |de ses )?(?P<n>{_NUMBER})\s+(?:{_VOICES}|votants|presents)\b(?!\s+en exercice)"
    r"|\bunanimite\b[^.;:()]{0,40}\(\s?(?P<alone>\d{1,3})(?:\s?/\s?\d{1,3})?\s?\)"
    rf"|\bunanimite\b[^.;:]{{0,60}},? soit (?P<being>{_NUMBER})\s+(?:{_VOICES}|votants)"
)
_LONGEST_NAME = 7  # words, a civility and particles among them
_SPOKEN = re.compile(
    alternatives([*words("votes", "unanimous"), *words("votes", "majority"), *_LABELS.values(), r"\bvoix\b"])
)


@dataclass(frozen=True, slots=True)
class Vote:
    """The voices of a vote, None where the act gives none, and the words that state it."""

    votes_for: int | None
    votes_against: int | None
    abstentions: int | None
    stated: tuple[Passage, ...]


def read_vote(blocks: Iterable[Passage]) -> Vote:
    """Read the vote in ``blocks``; an unanimous vote without figures leaves the three counts empty (contract)."""
    found: dict[str, int] = {}
    stated: list[Passage] = []
    unanimous = False
    for block in blocks:
        text = plain(block.text)
        if not _SPOKEN.search(text):
            continue
        counts = _named(block) | _counts(text)
        said = bool(_UNANIMOUS.search(text))
        if (counts and not set(counts) <= set(found)) or (said and not unanimous):
            stated.append(block)
        unanimous = unanimous or said
        found = counts | found
    return _completed(found, unanimous, tuple(stated))


def table_vote(table: Table) -> Vote | None:
    """Read a table that names the voices at the head of its columns or of its rows; None where it is none."""
    across = [list(zip(head.cells, row.cells, strict=False)) for head, row in pairwise(table.rows)]
    down = [(row.cells[0], row.cells[1]) for row in table.rows if len(row.cells) > 1]
    for pairs in (*across, down):
        told = [(kind, number) for label, number in pairs if (kind := _voices(label, number))]
        if len(told) > 1:
            counts = {kind: count(_printed(number)) for kind, number in told}
            return _completed(counts, False, tuple(number.words for _, number in told))
    return None


def _voices(label: Cell, number: Cell) -> str:
    """Return which voices a cell labels, if the cell beside or below it is a number."""
    if not _printed(number):
        return ""
    return next((kind for kind, cue in _HEADS.items() if cue.match(plain(label.text))), "")


def _printed(number: Cell) -> str:
    """Return the number of voices that a cell prints, without the names in brackets behind it; empty for none."""
    said = _ASIDE.sub("", plain(number.text)).strip()
    return said if re.fullmatch(_NUMBER, said) else ""


def _counts(text: str) -> dict[str, int]:
    """Return the numbers of voices that ``text`` states by kind; labels with a colon are read before loose figures."""
    if turns := _LISTED.search(text):
        kinds = [kind for label in _KIND_OF.finditer(turns["labels"]) for kind in [label.lastgroup] if kind]
        return dict(zip(kinds, map(int, re.findall(r"\d+", turns["numbers"])), strict=False))
    if against := _AGAINST.search(text):
        silent = _COUNTED["abstention"].search(text, against.end())
        counts = {kind: count(against[kind]) for kind in ("for", "against")}
        return counts | ({"abstention": count(silent["n"])} if silent else {})
    for patterns in (_LABELLED, _ONE if _IN_TURN.search(text) else _COUNTED, _BARE):
        counts = {kind: count(found["n"]) for kind, pattern in patterns.items() if (found := pattern.search(text))}
        if counts:
            return _favourable(text) | counts
    counted = _ALL.search(text) or _ALONE.search(text)
    told = next(filter(None, counted.groupdict().values()), "") if counted else ""
    return {"for": count(told)} if told else {}


def _favourable(text: str) -> dict[str, int]:
    """Return the voices for that ``text`` counts, however it counts the others: ``par 31 voix, 2 élus s'abstenant``."""
    found = _COUNTED["for"].search(text) or _ALONE.search(text)
    return {"for": count(found["n"])} if found else {}


def _named(block: Passage) -> dict[str, int]:
    """Return the voices of those whom ``block`` names instead of counting them: ``S'abstiennent : M. X et Mme Y``."""
    counts: dict[str, int] = {}
    for sentence in sentences(block):
        text = plain(sentence.text)
        cues = {kind: found for kind, cue in _NAMED.items() if (found := cue.search(text))}
        first = min((found.start() for found in cues.values()), default=0)
        acting = _people(sentence.text[:first])  # « M. X et Mme Y votent contre, M. Z s'abstient »
        for kind, found in cues.items():
            end = min((other.start() for other in cues.values() if other.start() > found.start()), default=len(text))
            begin = max((other.end() for other in cues.values() if other.end() <= found.start()), default=0)
            before = _people(sentence.text[begin : found.start()])
            after = () if acting and len(cues) > 1 else _people(sentence.text[found.end() : end])
            if after or (before and all(_CIVIL.match(plain(name)) for name in before)):
                counts.setdefault(kind, len(after or before))
    return counts


def _people(told: str) -> list[str]:
    """Return those whom a part of a sentence names, and nobody where it names anything else: ``sauf M. X qui``."""
    told = told[found.end() :] if (found := _BUT.match(plain(told))) else told
    names = _JOINT.split(_ASIDE.sub("", told.removesuffix("qui ")).strip(" ;,."))
    return names if all(map(_is_person, names)) else []


def _is_person(name: str) -> bool:
    """Whether ``name`` reads like a person's: a few words, the first or the one behind a civility with a capital."""
    words_ = name.split()
    return 0 < len(words_) <= _LONGEST_NAME and words_[0][0].isupper() and not any(map(str.isdigit, name))


def _completed(found: dict[str, int], unanimous: bool, stated: tuple[Passage, ...]) -> Vote:
    """Fill in the zeros that a unanimous or fully counted vote implies."""
    counted = "for" in found and (unanimous or len(found) > 1)
    rest = 0 if counted else None
    return Vote(found.get("for"), found.get("against", rest), found.get("abstention", rest), stated)

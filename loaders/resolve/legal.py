"""The legal forms that stand in front of a territory's name, and the keys of conventions."""

from __future__ import annotations

import re

from loaders.resolve.names import ascii_words
from maillage.reference import Territory

# On words in lower case ASCII, as ``ascii_words`` and ``fold`` give them: "C. de Com. du Val" is "c de com du val".
_FORM = re.compile(
    r"(?:la |l |le |les )?(?:"
    r"(?P<CC>(?:communautes?|comm?|c) de (?:communes?|comm?s?|c)|communautes? des communes|cdc|c c|cc)"
    r"|(?P<CA>(?:(?:communautes?|comm?|c) d ?)?agglo(?:merations?)?|c a|ca)"
    r"|(?P<CU>communautes? urbaine|com urbaine|c urbaine|c u|cu)"
    r"|(?P<EPT>etablissement public territorial|ept)"
    r"|(?P<any>etablissement public de cooperation intercommunale|intercommunalite|interco|epci)"
    r")(?: |$)"
)
_ARTICLE = re.compile(r"(?:de la|de l|de|du|des|d|la|le|les|l) ")
_TOWN = re.compile(
    r"(?:la |le |l )?(?:commune nouvelle|commune|ville|mairie|municipalite|bourg)"
    r"(?: (?:(?P<du>du)|(?P<des>des)|de|d))? (?=\w)"
)
_GROUPING = re.compile(
    r"(?:le |la |l )?(?:petr|pole d equilibre territorial(?: et)?(?: rural)?(?: petr)?"
    r"|syndicat(?: mixte| intercommuna[lux]{1,2}| intercommunautaire| de communes| ferme| ouvert){1,3}"
    r"(?: a vocations? (?:multiples?|uniques?|scolaires?))?(?: si[a-z]{1,4})?|si ?v ?(?:o ?m|u|o ?s)"
    r"|entente (?:inter)?communale|association de communes|communes|villes) (?=\w)"
)
_ACRONYM = re.compile(r"\s*\([^()]*\)\s*$")
_EMPTY = frozenset(
    ("communaute", "communautes", "communes", "agglomeration", "agglo", "com", "co", "intercom", "interco", "metropole")
)
_UNSAID = frozenset(("d", "de", "des", "du", "l", "la", "le", "les", "a", "au", "aux"))


def epci_form(words: str) -> tuple[str, str] | None:
    """Return the nature (``CC`` ..., empty if unsaid) and the rest of words that open with an EPCI's legal form."""
    match = _FORM.match(words)
    if not match or not match.lastgroup:
        return None
    return match.lastgroup.replace("any", ""), words[match.end() :]


def proper_words(name: str) -> str:
    """Return the words of an EPCI's name without legal form, leading article and acronym in parentheses."""
    words = ascii_words(_ACRONYM.sub("", name)) or ascii_words(name)
    form = epci_form(words)
    if form and form[1]:
        return _ARTICLE.sub("", form[1], count=1) if _ARTICLE.match(form[1]) else form[1]
    return words


def core(words: str) -> str:
    """Return folded words without any legal form or article in front: the key under which EPCI are found."""
    previous = ""
    while words != previous:
        previous = words
        form = epci_form(words)
        article = _ARTICLE.match(words)
        words = (form[1] if form else "") or (words[article.end() :] if article else "") or words
    return words


def short(words: str) -> str:
    """Return an EPCI's folded name without words that only say what it is: ``ternoiscom`` is ``ternois``."""
    kept = [word for word in core(words).split() if word not in _EMPTY]
    return " ".join([*kept[:-1], re.sub(r"(?<=\w{4})(?:com|co|agglo)$", "", kept[-1])]) if kept else ""


def town_words(words: str) -> str:
    """Return a commune's words without ``commune de`` or ``ville d``; empty where they do not open so.

    The article that the preposition swallowed comes back: ``ville du portel`` gives ``le portel``.
    """
    match = _TOWN.match(words)
    if not match:
        return ""
    swallowed = "le " if match["du"] else "les " if match["des"] else ""
    return swallowed + words[match.end() :]


def _grouping_words(words: str) -> str:
    """Return the words of a PETR's or a syndicat's name without what it is; empty where they do not open so."""
    match = _GROUPING.match(words)
    rest = words[match.end() :] if match else ""
    article = _ARTICLE.match(rest)
    return rest[article.end() :] if article else rest


def territory_slug(territory: Territory | None, printed: str = "") -> str:
    """Return the readable key of a territory: its official name without legal form and leading article.

    A commune keeps its name whole. A territory that the reference data does not know goes by its printed name.
    """
    if territory is None:
        words = town_words(ascii_words(printed)) or _grouping_words(ascii_words(printed)) or proper_words(printed)
    else:
        words = proper_words(territory.name) if territory.kind == "epci" else ascii_words(territory.name)
    return words.replace(" ", "-")


def convention_key(territory: Territory | None, printed: str, start: str) -> str:
    """Return the contract's key of a convention; ``start`` is an ISO date of any precision, or empty."""
    return "-".join(part for part in (territory_slug(territory, printed), start[:4]) if part)


def acronyms(name: str) -> frozenset[str]:
    """Return the acronyms, folded, under which an EPCI may go: ``CC du Pays d'Opale`` by ``ccpo`` (and not by ``po``).

    Without the legal form's letters an acronym needs three of its own (``gctm``); behind them the last words may be
    written out: ``CC du Pays Nord Opale`` goes by ``ccp nord`` and ``ccp nord opale``.
    """
    form = epci_form(ascii_words(name))
    words = [word for word in proper_words(name).split() if word not in _UNSAID]
    full = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word not in {"et", "en"})
    prefix = form[0].casefold() if form else ""
    given = {ascii_words(text) for text in re.findall(r"\(([^()\s]{2,10})\)", name)}
    alone = {text for text in (full, short) if len(text) > 2}
    spelt = {f"{prefix}{words[0][0]} {' '.join(words[1:end])}" for end in range(2, len(words) + 1)} if prefix else set()
    return frozenset(given | alone | spelt | ({prefix + full, prefix + short} if prefix else set()))

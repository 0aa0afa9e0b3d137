"""Markup within a line, taken off: emphasis, HTML tags and entities, LaTeX superscripts, escapes, links, images.

Every expression is bounded by the next mark of its kind, so that the time grows with the length and no faster.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

BOLD = "**"
# Marks that are characters of the text wait in the private use area, which normalise() has emptied.
_STAR, _UNDERSCORE, _ANGLE = "\ue000", "\ue001", "\ue002"
_WAITING = str.maketrans({_STAR: "*", _UNDERSCORE: "_", _ANGLE: "<"})

_MARK = re.compile(rf"[\\*<\[$^_`&{_STAR}{_UNDERSCORE}{_ANGLE}]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~$&%<-])")
_FOOTNOTE_STARS = re.compile(r"\((\*{1,3})\)")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_BOLD_TAG = re.compile(r"</?(?:b|strong)(?:\s[^<>]*)?>", re.IGNORECASE)
_TORN_LETTER = re.compile(r"(?<![\w'’])([B-DF-HJ-NP-XZ]) <(?:b|strong)>(?=[A-ZÀ-Ý]{2})")
CHECKBOX = re.compile(r"<input[^<>]*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|article|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|"
    r"figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|img|ins|label|li|main|mark|meta|nav|ol|p|pre|q|s|"
    r"section|small|span|strike|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()]*\)")
_NOTE = re.compile(r"\[\^[\w-]{1,20}\]:?")
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*\)")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff")
_MERE_IMAGES = frozenset(("image", "img", "figure", "picture", "photo", "logo"))
_ITALIC_STAR = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])")
_ITALIC_UNDERSCORE = re.compile(r"(?<![\w_])_(?=[^\s_])([^_]*[^\s_])_(?![\w_])")
_BOLD_UNDERSCORE = re.compile(r"(?<![\w_])__(?=[^\s_])([^_]*[^\s_])__(?![\w_])")
_CODE = re.compile(r"`([^`]+)`")
_STARS = re.compile(r"\*{2,}")

_MATHS = re.compile(r"\$([^$]{1,300})\$")
_LATEX_SIGN = re.compile(r"[\\^{}]")
_LATEX_TEXT = re.compile(
    r"\\(?:text|textsuperscript|textsubscript|textbf|textit|mathrm|mathbf|mathit|operatorname|underline)\s?\{([^{}]*)\}"
)
_LATEX_DEGREE = re.compile(r"\^\s?\{?\s?\\circ\s?\}?")
_RAISED = re.compile(r"\s?[\^_]\s?\{([^{}]{0,40})\}")
_RAISED_BARE = re.compile(r"(?<=\w)\^(?=[0-9A-Za-zÀ-ÿ])")
_LATEX_PAGE = re.compile(r"\\(?:newpage|pagebreak|clearpage)(?![A-Za-z])")
_LATEX_NAME = re.compile(r"\\([A-Za-z]{2,20})(?![A-Za-z])")
_LATEX_SYMBOLS = {
    "rightarrow": "→", "to": "→", "Rightarrow": "⇒", "leftarrow": "←", "uparrow": "↑", "nearrow": "↗",
    "downarrow": "↓", "searrow": "↘", "bullet": "•", "square": "□", "Box": "□", "checkmark": "✓", "boxtimes": "☒",
    "geq": "≥", "leq": "≤", "ge": "≥", "le": "≤", "approx": "≈", "times": "×", "cdot": "·", "pm": "±", "euro": "€",
    "quad": " ", "ldots": "...", "dots": "...", "degree": "°", "circ": "°", "hookrightarrow": "↳",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of plain text and whether it is printed bold."""

    text: str
    bold: bool


def plain(text: str) -> str:
    """Return ``text`` (normalised) without its markup."""
    return "".join([run.text for run in runs(text)[0]]) if _MARK.search(text) else text


def runs(text: str, bold: bool = False) -> tuple[list[Run], bool]:
    """Return the runs of ``text``, and whether it is still bold at its end (bold may go on over several lines).

    Two bold runs that touch (``****``) stay two: the print had a line break between them.
    """
    found: list[Run] = []
    for part, stars in _split_bold(_unmark(text)):
        if part:
            waiting = _STAR in part or _UNDERSCORE in part or _ANGLE in part
            found.append(Run(part.translate(_WAITING) if waiting else part, bold))
        if 2 <= stars <= 3:
            bold = not bold
    return found, bold


def _split_bold(text: str) -> list[tuple[str, int]]:
    """Cut ``text`` at its runs of two or more stars; each part with the length of the run after it."""
    parts, last = [], 0
    for match in _STARS.finditer(text) if BOLD in text else ():
        parts.append((text[last : match.start()], match.end() - match.start()))
        last = match.end()
    return [*parts, (text[last:], 0)]


def _unmark(text: str) -> str:
    """Take off every mark but bold, which is written ``**``."""
    if not _MARK.search(text):
        return text
    if "\\" in text:
        text = _ESCAPE.sub(_keep, text)
    if "*" in text:
        text = _FOOTNOTE_STARS.sub(lambda match: f"({_STAR * len(match[1])})", text)
    if "<" in text:
        text = _without_tags(text)
    if "[^" in text:
        text = _NOTE.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub(_alternative, text))
    text = unlatex(text)
    if "_" in text:
        text = _ITALIC_UNDERSCORE.sub(r"\1", _BOLD_UNDERSCORE.sub(r"**\1**", text))
    if "*" in text:
        text = _ITALIC_STAR.sub(r"\1", text)
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def _keep(match: re.Match[str]) -> str:
    """Return an escaped character, one that could pass for a mark in its waiting form."""
    return {"*": _STAR, "_": _UNDERSCORE, "<": _ANGLE}.get(match[1], match[1])


def _alternative(match: re.Match[str]) -> str:
    """Return the words that stand for an image; none where they are but its file's name or say that it is one."""
    words = match[1].strip().lower()
    return "" if words in _MERE_IMAGES or (words.endswith(_PICTURES) and " " not in words) else match[1]


def _without_tags(text: str) -> str:
    """Take off the tags of HTML; bold becomes ``**``, a box to tick its sign, a comment nothing."""
    text = _TORN_LETTER.sub(r"\1<b>", _without_comments(text))
    text = CHECKBOX.sub("□", _BOLD_TAG.sub(BOLD, text))
    return _TAG.sub(lambda match: " " if match[0][1:3].lower() in ("br", "p>", "/p", "hr", "li", "td") else "", text)


def _without_comments(text: str) -> str:
    """Take off the comments that end on the same line."""
    parts, last = [], 0
    while (start := text.find("<!--", last)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[last:start])
        last = end + 3
    return "".join((*parts, text[last:]))


def unlatex(text: str) -> str:
    """Return ``text`` with what OCR tools write in LaTeX as plain characters: ``$1^{ere}$`` is ``1ere``."""
    if "$" in text:
        text = _MATHS.sub(lambda match: match[1] if _LATEX_SIGN.search(match[1]) else match[0], text)
    if "\\" in text or "^" in text:
        text = _LATEX_DEGREE.sub("°", _LATEX_TEXT.sub(r"\1", _LATEX_PAGE.sub("", text)))
        text = _LATEX_NAME.sub(lambda match: _LATEX_SYMBOLS.get(match[1], match[0]), text)
        text = _RAISED_BARE.sub("", _RAISED.sub(r"\1", text))
    return text

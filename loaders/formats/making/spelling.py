"""Characters as a person means them: composed accents, ligatures in letters, bullets of symbol fonts, plain spaces."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SUPERSCRIPT_LETTERS = dict(zip("ᵃᵇᵈᵉᵍⁱˡᵐⁿᵒᵖʳˢᵗᵘ", "abdegilmnoprstu", strict=True))
# Word and LibreOffice print bullets with the private codes of Symbol and Wingdings.
_SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf076": "❖", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "□", "\uf06f": "□",
    "\uf02d": "-", "\uf0e0": "→", "\uf0f0": "→", "\uf0de": "→", "\uf0e8": "➢", "\uf071": "□", "\uf0fe": "☒",
    "\uf06e": "■", "\uf075": "◆",
}  # fmt: skip
_DROPPED = dict.fromkeys(map(chr, [0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F)]))
_SPACES = dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
_TRANSLATION = str.maketrans(_LIGATURES | _SUPERSCRIPT_LETTERS | _SYMBOLS | _DROPPED | _SPACES)
_TRANSLATED = re.compile(f"[{''.join(map(chr, _TRANSLATION))}]")
# The same accent twice on a letter: what some programs tell of a sign that their font lacks.
_ACCENT, _AGAIN = re.compile("[\u0300-\u036f]"), re.compile("([\u0300-\u036f])\\1+")
# Controls (tab excepted), what remains of private use, and lone surrogates: nothing that can be read.
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ud800-\udfff]")


def normalise(text: str) -> str:
    """Return ``text`` in NFC, without what cannot be read; a soft hyphen stays only where it ends the text.

    Tabs stay (a table may hang on them); every other white space becomes a plain space.
    """
    if text.isascii() and (text.isprintable() or not _UNREADABLE.search(text)):
        return text
    text = unicodedata.normalize("NFC", text)
    if _TRANSLATED.search(text):
        text = text.translate(_TRANSLATION)
    if _AGAIN.search(unicodedata.normalize("NFD", text) if _ACCENT.search(text) else ""):
        text = unicodedata.normalize("NFC", _AGAIN.sub(r"\1", unicodedata.normalize("NFD", text)))
    broken = text.rstrip().endswith(SOFT_HYPHEN)
    text = _UNREADABLE.sub(" ", text.replace(SOFT_HYPHEN, ""))
    return text.rstrip() + SOFT_HYPHEN if broken else text

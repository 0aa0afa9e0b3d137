"""The file before it is understood: found, weighed, read, and its text decoded."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from loaders.document import Block, Document, printed_on
from loaders.formats.limits import MAX_BYTES, MAX_LINE, MAX_LINES, MAX_TEXT
from maillage.errors import DocumentError, UsageError
from maillage.facts import Source, Unit

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\r\x0b\x0c\x1c\x1d\x1e") | {0x7F}


@dataclass(frozen=True)
class Intake:
    """The bytes of a file, where it lies and the stem by which its facts will name it."""

    path: Path
    stem: str
    data: bytes

    def refusal(self, fr: str, en: str, place: str = "") -> DocumentError:
        """Return the error that says, in both languages, why this file cannot be read and what to do."""
        return DocumentError(fr, en, file=self.path, place=place)

    def document(
        self, blocks: Sequence[Block], length: int, media_type: str, lines: Sequence[str], unit: Unit = "line"
    ) -> Document:
        """Return the document made of this file. Raises DocumentError where no word was found in it."""
        if not blocks:
            raise self.refusal(
                "le document ne contient aucun texte : vérifiez le fichier, ou numérisez-le de nouveau.",
                "the document holds no text: check the file, or scan it again.",
            )
        source = Source(self.stem, hashlib.sha256(self.data).hexdigest(), media_type)
        return Document(source, tuple(blocks), length, unit, tuple(lines), printed_on(blocks, length))

    @cached_property
    def text(self) -> str:
        """The decoded text: UTF-8, UTF-16 with its mark, or Windows-1252 where nothing speaks against it.

        Raises DocumentError for a binary file and for an encoding that cannot be told.
        """
        encoding = next((name for bom, name in _BOMS.items() if self.data.startswith(bom)), "utf-8")
        if encoding != "utf-16" and (byte := self._control()) is not None:
            raise self._binary(byte)
        try:
            return self.data.decode(encoding)
        except UnicodeDecodeError as error:
            return self._decoded_as_windows(error.start)

    def _control(self) -> int | None:
        """Return the position of the first byte that stands in no text, None where there is none."""
        rest = self.data.translate(None, bytes(set(range(256)) - _CONTROLS))
        return self.data.index(rest[:1]) if rest else None

    def _decoded_as_windows(self, position: int) -> str:
        """Decode as Windows-1252, unless the file is mostly valid UTF-8 with damaged bytes in it."""
        damaged = any(self.data[start : start + 2].decode("utf-8", "replace") in _ACCENTS for start in self._leads())
        if not damaged:
            try:
                return self.data.decode("cp1252")
            except UnicodeDecodeError as error:
                position = error.start
        raise self.refusal(
            "encodage non reconnu : enregistrez le fichier en UTF-8.",
            "unknown encoding: save the file as UTF-8.",
            place=f"octet {position + 1}",
        )

    def _leads(self) -> list[int]:
        """Return the positions of the first bytes 0xC3 that open an accented letter in UTF-8."""
        found: list[int] = []
        start = self.data.find(b"\xc3")
        while start >= 0 and len(found) < _SAMPLE:
            found.append(start)
            start = self.data.find(b"\xc3", start + 1)
        return found

    def _binary(self, byte: int) -> DocumentError:
        """Say that the file is no text."""
        return self.refusal(
            "fichier binaire, pas un texte : donnez un fichier .md, .txt, .html, .docx, .odt ou .pdf.",
            "binary file, not a text: give a .md, .txt, .html, .docx, .odt or .pdf file.",
            place=f"octet {byte + 1}",
        )

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text as any tool counts them. Raises DocumentError beyond the limits."""
        if sum(map(self.text.count, _LINE_ENDS)) > MAX_LINES:
            raise self.refusal(
                f"plus de {MAX_LINES} lignes : coupez le document.", f"more than {MAX_LINES} lines: split the document."
            )
        lines = lines_of(self.text)
        for number, line in enumerate(lines, 1):
            if len(line) > MAX_LINE:
                raise self.refusal(
                    f"ligne de {len(line)} caractères (au plus {MAX_LINE}) : coupez-la, ou donnez l'original.",
                    f"line of {len(line)} characters (at most {MAX_LINE}): break it, or give the original.",
                    place=f"ligne {number}",
                )
        if len(self.text) > MAX_TEXT:
            raise self.refusal(
                f"texte de {len(self.text)} caractères (au plus {MAX_TEXT}) : coupez le document.",
                f"text of {len(self.text)} characters (at most {MAX_TEXT}): split the document.",
            )
        return lines


_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ACCENTS = frozenset("éèêëàâäîïôöùûüçÉÈÊÀÂÎÔÙÛÇ")
_SAMPLE = 1000


def lines_of(text: str) -> list[str]:
    """Return the lines of ``text`` as any tool counts them: a form feed parts pages, and ends no line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def take(path: Path, stem: str | None = None) -> Intake:
    """Read the file at ``path``. Raises UsageError where there is none, DocumentError where it cannot be taken in."""
    if not path.is_file():
        kind = ("c'est un dossier", "it is a folder") if path.is_dir() else ("fichier introuvable", "no such file")
        raise UsageError(
            f"{kind[0]} : donnez le chemin d'un document.", f"{kind[1]}: give a document's path.", file=path
        )
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(path, size)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DocumentError(
            f"fichier illisible ({error.strerror}) : vérifiez les droits d'accès.",
            f"the file cannot be read ({error.strerror}): check its permissions.",
            file=path,
        ) from error
    if len(data) > MAX_BYTES:
        raise _too_large(path, len(data))
    if not data.strip():
        raise DocumentError("fichier vide : vérifiez le fichier.", "empty file: check the file.", file=path)
    return Intake(path, path.stem if stem is None else stem, data)


def _too_large(path: Path, size: int) -> DocumentError:
    """Say that a file is too large."""
    most, mega = MAX_BYTES // 1_000_000, size // 1_000_000
    return DocumentError(
        f"fichier de {mega} Mo (au plus {most} Mo) : donnez le document sans ses annexes imagées, ou coupez-le.",
        f"file of {mega} MB (at most {most} MB): give the document without its pictures, or split it.",
        file=path,
    )

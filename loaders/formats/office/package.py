"""The zip of a DOCX or ODT: weighed before it is unpacked, its XML read without entities, network or great depth."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from loaders.formats.intake import Intake
from loaders.formats.limits import MAX_PARTS, MAX_RATIO, MAX_UNZIPPED, MAX_XML
from maillage.errors import DocumentError

Element = etree._Element

_UNREADABLE = (KeyError, RuntimeError, NotImplementedError, EOFError, OSError, zipfile.BadZipFile, zlib.error)

SMALL = 1_000_000
"""Bytes up to which a part may be packed as tightly as it likes."""


class Package:
    """An opened zip; ``xml`` gives a part's root. Raises DocumentError for one that is damaged or hostile."""

    def __init__(self, origin: Intake) -> None:
        self._origin = origin
        try:
            self._zip = zipfile.ZipFile(BytesIO(origin.data))
        except zipfile.BadZipFile as error:
            raise self._damaged() from error
        self._weigh()

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts."""
        return frozenset(self._zip.namelist())

    def _weigh(self) -> None:
        """Refuse a zip that would unpack to far more than it should."""
        parts = self._zip.infolist()
        bomb = any(p.file_size > SMALL and p.file_size > MAX_RATIO * max(p.compress_size, 1) for p in parts)
        if bomb or len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNZIPPED:
            raise self._oversized()

    def xml(self, name: str) -> Element:
        """Return the root of the part ``name``. Raises DocumentError where it is missing, damaged or hostile."""
        try:
            with self._zip.open(name) as part:
                data = part.read(MAX_XML + 1)
        except _UNREADABLE as error:
            raise self._damaged() from error
        if len(data) > MAX_XML:
            raise self._oversized()
        return self._parse(data, name)

    def _parse(self, data: bytes, name: str) -> Element:
        """Parse a part; a document type (it could declare entities) is refused."""
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self._origin.refusal(
                "XML avec déclaration d'entités, refusé : enregistrez le document de nouveau.",
                "XML that declares entities, refused: save the document again.",
                place=name,
            )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._origin.refusal(
                f"XML illisible ({error.msg}) : enregistrez le document de nouveau.",
                f"unreadable XML ({error.msg}): save the document again.",
                place=name,
            ) from error

    def _oversized(self) -> DocumentError:
        """Say that the zip unpacks to more than any document."""
        return self._origin.refusal(
            "archive démesurée une fois décompressée (bombe ?) : enregistrez le document de nouveau.",
            "the archive unpacks to far too much (a bomb?): save the document again.",
        )

    def _damaged(self) -> DocumentError:
        """Say that the zip cannot be read."""
        return self._origin.refusal(
            "archive endommagée ou chiffrée : ouvrez le document, ôtez le mot de passe et enregistrez-le de nouveau.",
            "damaged or encrypted archive: open the document, take its password off and save it again.",
        )

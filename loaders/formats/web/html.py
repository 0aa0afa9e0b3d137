"""HTML: real tables with spans, lists, titles; each word with the line of the source that it stands on."""

from __future__ import annotations

from lxml import etree

from loaders.document import Block, Document
from loaders.formats.intake import Intake, lines_of
from loaders.formats.limits import MAX_MARKUP
from loaders.formats.making.flow import Flow
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.markup import Writer
from loaders.formats.making.noise import without_postmarks
from loaders.formats.making.spelling import normalise
from loaders.formats.making.tables import finished
from loaders.formats.web.html_elements import Element
from loaders.formats.web.html_walk import HtmlWalk


def read(intake: Intake) -> Document:
    """Return the document. Raises DocumentError where the source cannot be decoded or exceeds the limits."""
    root = parse(intake.text, intake)
    lines = lines_of(intake.text)
    writer = Writer(Flow(Lexicon.of(normalise(str(text)) for text in root.itertext())), intake)
    HtmlWalk(writer, 1).element(root)
    blocks = without_postmarks(finished(writer.close(), paged=False))
    return intake.document(blocks, len(lines), "text/html", lines)


def table_blocks(text: str, line: int, lexicon: Lexicon, origin: Intake) -> list[Block]:
    """Return the blocks of ``text``, a table within a Markdown file that begins on ``line``.

    Raises DocumentError where it exceeds the limits.
    """
    writer = Writer(Flow(lexicon), origin)
    HtmlWalk(writer, line, line - 1).element(parse(text, origin))
    return writer.close()


def parse(text: str, origin: Intake) -> Element:
    """Return the root of ``text``. Raises DocumentError where it is too long, too deep, or no HTML at all."""
    if len(text) > MAX_MARKUP:
        raise origin.refusal(
            f"source HTML de plus de {MAX_MARKUP // 1_000_000} millions de caractères : ôtez-en les images.",
            f"HTML source of more than {MAX_MARKUP // 1_000_000} million characters: take the images out of it.",
        )
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True
    )
    root = etree.fromstring(text.encode("utf-8"), parser)
    fatal = next((entry for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"), None)
    if fatal is not None or root is None:
        raise origin.refusal(
            "HTML trop profondément emboîté ou démesuré : enregistrez la page de nouveau, ou en PDF.",
            "HTML nested too deeply or oversized: save the page again, or as PDF.",
            place=f"ligne {fatal.line}" if fatal else "",
        )
    return root

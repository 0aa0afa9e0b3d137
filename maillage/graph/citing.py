"""Documents and places: where a statement stands, in the terms of PROV-O and Web Annotation."""

from __future__ import annotations

from collections.abc import Callable

from maillage.facts import Place, Source, Span, Unit
from maillage.graph import iris
from maillage.graph.nquads import Writer
from maillage.vocabulary import DCTERMS, OA, RDF, M

Quote = Callable[[Place], str]

_FRAGMENTS = "http://tools.ietf.org/rfc/rfc5147"
_PAGES = "http://tools.ietf.org/rfc/rfc8118"
_BOXES = "http://www.w3.org/TR/media-frags/"
_LONGEST_QUOTE = 600


def describe(writer: Writer, source: Source) -> None:
    """Say what is known of a document."""
    subject = iris.document(source.stem)
    writer.is_a(subject, M.Document)
    writer.say(subject, DCTERMS.identifier, source.stem)
    writer.say(subject, M.sha256, source.sha256)
    writer.say(subject, DCTERMS.title, source.title)
    writer.say(subject, DCTERMS.publisher, source.publisher)
    writer.say(subject, DCTERMS.format, source.media_type)
    writer.say_date(subject, DCTERMS.date, source.date)


def cite(writer: Writer, where: Place, quote: Quote | None = None) -> str:
    """Say which lines or pages ``where`` is, with the words that stand there if ``quote`` knows them; give its IRI."""
    subject = iris.place(where)
    writer.is_a(subject, M.Lieu)
    writer.link(subject, OA.hasSource, iris.document(where.document))
    writer.say(subject, M.lignes, where.lines)
    for number, span in enumerate(where.spans, 1):
        standard = _PAGES if where.unit == "page" else _FRAGMENTS
        _select(writer, subject, f"s{number}", _fragment(span, where.unit), standard)
    for number, box in enumerate(where.boxes, 1):
        _select(writer, subject, f"b{number}", f"page={box.page}&xywh=percent:{box.percent}", _BOXES)
    if quote:
        _quote(writer, subject, quote(where))
    return subject


def _select(writer: Writer, place: str, name: str, fragment: str, standard: str) -> None:
    """Say that a place is what ``fragment`` selects of its document, by the ``standard`` that it conforms to."""
    selector = f"{place}#{name}"
    writer.link(place, OA.hasSelector, selector)
    writer.is_a(selector, OA.FragmentSelector)
    writer.say(selector, RDF.value, fragment)
    writer.link(selector, DCTERMS.conformsTo, standard)


def _fragment(span: Span, unit: Unit) -> str:
    """Return a span as a fragment: RFC 5147 counts the gaps between lines from 0, RFC 8118 names the first page."""
    return f"page={span.first}" if unit == "page" else f"line={span.first - 1},{span.last}"


def _quote(writer: Writer, place: str, words: str) -> None:
    """Quote the words of a place, the end of long ones left out: what is quoted stands there exactly."""
    exact = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rpartition(" ")[0]
    if exact:
        selector = f"{place}#citation"
        writer.link(place, OA.hasSelector, selector)
        writer.is_a(selector, OA.TextQuoteSelector)
        writer.say(selector, OA.exact, exact)

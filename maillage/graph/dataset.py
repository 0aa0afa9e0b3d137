"""The description of the dataset, in the terms of DCAT-AP 3 and VoID.

Said is what holds wherever the dataset is published: no contact, no dates, which the publisher alone knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from maillage import __version__
from maillage.graph import iris
from maillage.graph.nquads import Writer
from maillage.vocabulary import DCAT, DCTERMS, DEF, ELI, FOAF, IGEO, OA, ORG, PROV, QB, SKOS, VOID

_LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
_AUTHORITIES = "http://publications.europa.eu/resource/authority/"
_FRENCH = f"{_AUTHORITIES}language/FRA"
_TITLES = {
    "fr": "Maillage : les conventions de la politique sociale des territoires",
    "en": "Maillage: agreements of territorial social policy",
}
_DESCRIPTIONS = {
    "fr": "Qui s'engage, à quoi, dans quel rôle, avec quel argent, sur quel territoire, et où cela est écrit.",
    "en": "Who commits to what, in which role, with whose money, in which territory, and where that is written.",
}
_KEYWORDS = ("convention territoriale globale", "politique sociale", "Caf", "intercommunalité")
_BORROWED = (
    DCTERMS.title,
    ELI.amends,
    FOAF.Agent,
    IGEO.Commune,
    OA.exact,
    ORG.memberOf,
    PROV.agent,
    QB.DataSet,
    SKOS.Concept,
)
_PUBLISHER = "Les contributeurs de Maillage"
_FRANCE = f"{_AUTHORITIES}country/FRA"
_SOCIETY = f"{_AUTHORITIES}data-theme/SOCI"
_MEDIA = "http://www.iana.org/assignments/media-types/"
_FORMS = {"turtle": "text/turtle", "json-ld": "application/ld+json"}
"""What the dataset's own IRI answers; the other exports are files that whoever makes them publishes."""


def dataset_quads() -> Iterator[str]:
    """Give the description of the dataset in the terms of DCAT and VoID, as N-Quads."""
    writer, subject = Writer(iris.DATASET), f"{iris.BASE}jeu-de-donnees"
    writer.is_a(subject, DCAT.Dataset, VOID.Dataset)
    _name(writer, subject)
    writer.link(subject, DCTERMS.license, _LICENCE)
    writer.link(subject, DCTERMS.language, _FRENCH)
    writer.link(subject, DCTERMS.spatial, _FRANCE)
    writer.link(subject, DCAT.theme, _SOCIETY)
    _publish(writer, subject)
    writer.say(subject, VOID.uriSpace, iris.BASE)
    for term in _BORROWED:
        writer.link(subject, VOID.vocabulary, _namespace(term))
    writer.link(subject, VOID.vocabulary, DEF)
    writer.is_a(iris.FIGURES, QB.DataSet)
    writer.link(iris.FIGURES, QB.structure, f"{DEF}structure-chiffres")
    yield from writer.lines


def _name(writer: Writer, subject: str) -> None:
    """Say what the dataset is called, what it is about, its version and how to cite it."""
    for language, title in _TITLES.items():
        writer.say(subject, DCTERMS.title, title, language)
        writer.say(subject, DCTERMS.description, _DESCRIPTIONS[language], language)
    for keyword in _KEYWORDS:
        writer.say(subject, DCAT.keyword, keyword, "fr")
    writer.say(subject, DCTERMS.identifier, subject)
    writer.say(subject, DCAT.version, __version__)
    citation = f"{_PUBLISHER}. {_TITLES['fr']}, version {__version__}. {subject}"
    writer.say(subject, DCTERMS.bibliographicCitation, citation)


def _publish(writer: Writer, subject: str) -> None:
    """Say who publishes the dataset, and in which forms it is read under its own IRI."""
    publisher = f"{subject}#editeur"
    writer.link(subject, DCTERMS.publisher, publisher)
    writer.is_a(publisher, FOAF.Agent)
    writer.say(publisher, FOAF.name, _PUBLISHER, "fr")
    for name, media in _FORMS.items():
        form = f"{subject}#{name}"
        writer.link(subject, DCAT.distribution, form)
        writer.is_a(form, DCAT.Distribution)
        writer.link(form, DCAT.accessURL, subject)
        writer.link(form, DCAT.mediaType, f"{_MEDIA}{media}")
        writer.link(form, DCTERMS.license, _LICENCE)


def _namespace(term: str) -> str:
    return term[: max(term.rfind("#"), term.rfind("/")) + 1]

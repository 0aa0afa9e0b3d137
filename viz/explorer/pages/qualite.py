"""Qualité: how far each act can be trusted, what the checks found, in plain language, and what to do about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from maillage.findings import SEVERITIES
from maillage.graph.iris import act, document
from maillage.queries import questions_of, run
from viz.explorer.addresses import page_of, with_query
from viz.explorer.advice import advice
from viz.explorer.facts import Record, source, told
from viz.explorer.problems import NotFoundError
from viz.explorer.views import Mark, Source
from viz.explorer.visit import Visit
from viz.labels import concept
from viz.numbers import number
from viz.texts import Language

TEMPLATE = "qualite.html"
_MOST = 300
_COUNTED = ("enonces", "mot_a_mot", "normalises", "deduits", "doutes", "blocs_non_lus", "constats")


@dataclass(frozen=True, slots=True)
class Severity:
    """How many findings are that grave."""

    id: str
    label: str
    count: str
    means: str


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its link, its kind, and how many of each of what the columns count; ``findings`` leads to those of it."""

    link: Mark
    kind: str
    counts: tuple[str, ...]
    findings: str


@dataclass(frozen=True, slots=True)
class Kind:
    """The findings of a code: how grave, how many, what they are and what to do; ``href`` leads to them."""

    code: str
    severity: str
    label: str
    count: str
    means: str
    advice: str
    href: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding, and where to look."""

    subject: str
    message: str
    source: Source


@dataclass(frozen=True, slots=True)
class Detail:
    """The findings of a code among those that were asked for."""

    kind: Kind
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Qualite:
    """What the page shows: all of it or, where one is chosen, the findings of a code or of a document."""

    chosen: str
    severities: tuple[Severity, ...]
    acts: tuple[Act, ...]
    kinds: tuple[Kind, ...]
    details: tuple[Detail, ...]
    left_out: int


def page(visit: Visit) -> Qualite:
    """Return the quality of all acts, or the findings of ``?code=`` or ``?document=``. Raises NotFoundError."""
    code, stem = (visit.query.get(name, "").strip() for name in ("code", "document"))
    records = _chosen(visit, code, stem)
    counted = tuple(run(visit.store, "pages/constats-comptes", {}))
    kinds = _kinds(visit, counted)
    if (code and code not in kinds) or (stem and document(stem) not in visit.library.things):
        raise NotFoundError(code or stem)
    return Qualite(
        stem or code,
        tuple(_severity(visit, one) for one in SEVERITIES),
        () if records is not None else tuple(_act(visit, one) for one in run(visit.store, "fiabilite-par-acte", {})),
        tuple(kinds.values()),
        _details(visit, (records or ())[:_MOST], kinds),
        max(len(records or ()) - _MOST, 0),
    )


def _chosen(visit: Visit, code: str, stem: str) -> Sequence[Record] | None:
    """Return the findings that are asked for; nothing where none are."""
    if stem:
        found = run(visit.store, "pages/constats-d-un-document", {"stem": stem, **({"code": code} if code else {})})
    elif code:
        found = run(visit.store, "pages/constats-d-un-code", {"code": code})
    else:
        return None
    return sorted(found, key=lambda record: _rank(told(record, "gravite")))


def _rank(severity: str) -> int:
    return next((at for at, one in enumerate(SEVERITIES) if one == severity), len(SEVERITIES))


def _severity(visit: Visit, name: str) -> Severity:
    count = number(visit.library.figures.get(name, 0), visit.language)
    return Severity(name, concept("gravites", name, visit.language), count, visit.words(f"quality.means.{name}"))


def _act(visit: Visit, record: Record) -> Act:
    stem, rank = told(record, "document"), told(record, "rang")
    found = with_query("/qualite", document=stem) if told(record, "constats") != "0" else ""
    return Act(
        Mark(f"{stem} / {rank}", page_of(act(stem, int(rank)))),
        concept("natures-acte", told(record, "nature"), visit.language),
        tuple(number(int(told(record, name)), visit.language) for name in _COUNTED),
        found,
    )


def _kinds(visit: Visit, counted: Iterable[Record]) -> Mapping[str, Kind]:
    """Return the kinds of findings by code, the gravest and then the most frequent first."""
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for record in counted:
        sums[told(record, "gravite"), told(record, "code")] += int(told(record, "nombre"))
    ordered = sorted(sums, key=lambda key: (_rank(key[0]), -sums[key], key[1]))
    return {code: _kind(visit, severity, code, sums[severity, code]) for severity, code in ordered}


def _kind(visit: Visit, severity: str, code: str, count: int) -> Kind:
    label = concept("gravites", severity, visit.language)
    means = _meanings(visit.language).get(code, "")
    return Kind(
        code,
        severity,
        label,
        number(count, visit.language),
        means,
        advice(code).text(visit.language),
        with_query("/qualite", code=code),
    )


@cache
def _meanings(language: Language) -> Mapping[str, str]:
    """Return what the questions that look for findings say of themselves, by code."""
    return {
        one.name.rpartition("/")[2]: one.description_en if language == "en" else one.description_fr
        for one in questions_of("constats")
    }


def _details(visit: Visit, records: Sequence[Record], kinds: Mapping[str, Kind]) -> tuple[Detail, ...]:
    found: dict[str, list[Finding]] = defaultdict(list)
    message = "message_en" if visit.language == "en" else "message"
    for record in records:
        found[told(record, "code")].append(Finding(told(record, "sujet"), told(record, message), source(visit, record)))
    return tuple(Detail(kinds[code], tuple(findings)) for code, findings in found.items())

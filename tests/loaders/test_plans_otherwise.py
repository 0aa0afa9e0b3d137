"""Plans, fiches, money and bodies in other ordinary wordings: the middle of an act and what it states, as data.

A row is ``plan | kind | number | parent | label``, ``fiche | number | title | status | deadline``,
``actor | fiche | role | name``, ``item | fiche | kind | text``,
``money | funder | recipient | object | scheme | euros | period | year`` or ``seat | body | kind | rhythm | member``; a
text that only looks like one has none. The cases of the plan are Markdown and say nothing of money and bodies; the
others name their format and say all. The text stands in a convention, or in a deliberation that authorises it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from loaders import formats
from loaders.acts.sections import sections
from loaders.readers.fiches import reader as fiches
from loaders.readers.funding import reader as funding
from loaders.readers.governance import reader as governance
from loaders.readers.plan import reader as plan
from loaders.reading import arrange
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Fact, Fiche, FicheActor, FicheItem, Funding, Governance, PlanNode

_FOLDER = Path(__file__).resolve().parent.parent / "cases" / "readers"
_TITLE, _PARTIES = (
    "Convention territoriale globale 2024-2028",
    "Entre la Caisse d'allocations familiales de la Drôme et la communauté de communes du Diois",
)
_LAST, _PERIOD = (
    "Article 9 : Durée de la convention",
    "La présente convention est conclue pour la période 2024-2028.",
)
_AROUND = {
    "md": (f"# {_TITLE}\n\n{_PARTIES}\n\n", f"\n\n## {_LAST}\n\n{_PERIOD}\n"),
    "txt": (f"{_TITLE.upper()}\n\n{_PARTIES}\n\n", f"\n\n{_LAST}\n\n{_PERIOD}\n"),
    "html": (
        f"<html><head><meta charset='utf-8'></head><body><h1>{_TITLE}</h1><p>{_PARTIES}</p>",
        f"<h2>{_LAST}</h2><p>{_PERIOD}</p></body></html>",
    ),
}
_DELIBERATION = (
    "COMMUNE DE DIE\n\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\n\nSéance du 4 avril 2024\n\n"
    f"Objet : {_TITLE} – signature\n\nLe Maire rappelle que la communauté de communes du Diois et la Caf de la "
    "Drôme concluent une convention territoriale globale (CTG) pour la période 2024-2028.\n\n",
    "\n\nLe conseil municipal, à l'unanimité, autorise le maire à signer la convention territoriale globale.\n",
)


class _Case(TypedDict):
    text: str
    rows: list[str]
    format: NotRequired[str]
    deliberation: NotRequired[bool]


def _cases() -> dict[str, _Case]:
    found: dict[str, _Case] = {}
    for path in (path for folder in ("plan", "otherwise") for path in sorted((_FOLDER / folder).glob("*.toml"))):
        found |= {
            f"{path.parent.name}/{path.stem}/{name}": case
            for name, case in tomllib.loads(path.read_text("utf-8")).items()
        }
    return found


_CASES = _cases()


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def _row(fact: Fact) -> str:
    match fact:
        case PlanNode():
            cells = ["plan", fact.kind, fact.number, fact.parent_number, fact.label]
        case Fiche():
            cells = ["fiche", fact.number, fact.title, fact.status, fact.deadline]
        case FicheActor():
            cells = ["actor", fact.fiche, fact.role, fact.actor]
        case FicheItem():
            cells = ["item", fact.fiche, fact.kind, fact.text]
        case Funding():
            scheme, euros = ";".join(fact.scheme), f"{fact.amount_eur}"
            cells = ["money", fact.funder, fact.recipient, fact.object, scheme, euros, fact.period, fact.year]
        case Governance():
            cells = ["seat", fact.instance, fact.instance_kind, fact.frequency, fact.member]
        case _:
            cells = []
    return " | ".join(cells).rstrip()


@pytest.mark.parametrize("name", _CASES)
def test_other_wording(name: str, tmp_path: Path) -> None:
    case = _CASES[name]
    suffix = case.get("format", "md")
    before, after = _DELIBERATION if case.get("deliberation") else _AROUND[suffix]
    path = tmp_path / f"acte.{suffix}"
    path.write_text(f"{before}{case['text']}{after}", "utf-8")
    acts = sections(formats.read(path), _gazetteer())
    readers = (plan, fiches, *((funding, governance) if "format" in case else ()))
    facts = arrange(fact for act in acts for reader in readers for fact in reader.read(act))
    rows = sorted(map(_row, facts))
    assert [row for row in rows if row] == sorted(row.rstrip() for row in case["rows"])

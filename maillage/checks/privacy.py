"""Privacy: a person appears only in a public office. A graph that names one elsewhere is not built."""

from __future__ import annotations

from collections.abc import Sequence

from maillage.checks.report import where
from maillage.errors import FactsError
from maillage.findings import Finding

GROUP = "https://w3id.org/maillage/shapes/vie-privee"
"""The group (``sh:group``) of the constraints that keep persons out, in ``shapes/personne.ttl``."""


def refuse_persons(findings: Sequence[Finding]) -> None:
    """Raise FactsError, naming the first place and the remedy, where a privacy constraint is violated."""
    violations = [finding for finding in findings if finding.severity == "violation"]
    if not violations:
        return
    from maillage.checks.shapes import codes_of_group  # SHACL takes long to load

    private = codes_of_group(GROUP)
    refused = [finding for finding in violations if finding.code in private]
    if refused:
        raise _refusal(refused)


def _refusal(refused: Sequence[Finding]) -> FactsError:
    """Return the error: what is wrong at the first place, and where else."""
    first, *others = refused
    more = "; ".join(sorted({where(finding) for finding in others} - {where(first)}))
    also_fr, also_en = (f" Voyez aussi : {more}.", f" See also: {more}.") if more else ("", "")
    return FactsError(
        f"{first.message_fr} Rien n'est construit tant qu'une personne y figure.{also_fr}",
        f"{first.message_en} Nothing is built as long as a person is named there.{also_en}",
        file=where(first),
    )

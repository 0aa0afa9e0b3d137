"""Checks: SHACL on each act, and the questions whose every row is a finding.

A shape judges one act with the actors and territories it names; a finding question judges the whole store, so that two
acts that contradict each other are seen. Both give ``Finding``s; their codes are explained in shapes/README.md.
"""

from __future__ import annotations

from maillage.checks.privacy import refuse_persons
from maillage.checks.report import render
from maillage.checks.run import check

__all__ = ["check", "refuse_persons", "render"]

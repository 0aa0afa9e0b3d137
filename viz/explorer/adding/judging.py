"""Judging: what a form decides of the facts of a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, get_args

from starlette.datastructures import FormData

from maillage.errors import UsageError
from maillage.pipeline.corrections.columns import TABLES, types_of
from maillage.pipeline.deposits import ADDED, Decision, Review, Verdict
from viz.explorer.adding.forms import text

_COLUMN = "c."
"""What begins the name of a field that is a column."""
_ADDED_AT_MOST = 999


def judged(review: Review, form: FormData, today: str) -> Mapping[str, Decision]:
    """Return the decisions of ``review`` with those that ``form`` adds, changes or takes back.

    Raises UsageError for a form that decides of no fact, or says no reason where one is owed.
    """
    decisions = dict(review.decisions)
    keys = [str(key) for key in form.getlist("fait")]
    verdict = text(form, "verdict")
    if verdict == "add":
        return {**decisions, _next(decisions): _addition(form, today)}
    if not keys or any(review.item(key) is None and key not in decisions for key in keys):
        raise UsageError("ce fait n'est plus là : rechargez la page.", "this fact is no longer there: reload the page.")
    for key in keys:
        decisions.pop(key, None)
        if verdict != "none":
            decisions[key] = _decision(review, form, key, verdict, today)
    return decisions


def _decision(review: Review, form: FormData, key: str, verdict: str, today: str) -> Decision:
    if verdict not in get_args(Verdict):
        raise UsageError("décision inconnue : rechargez la page.", "unknown decision: reload the page.")
    if verdict == "accept":
        return Decision("accept")
    item = review.item(key)
    stated = _stated(form, item.fact.table) if item and verdict == "change" else {}
    read = Review(review.read, review.before, {}).item(key)
    changed = {name: value for name, value in stated.items() if read is None or value != read.columns.get(name, "")}
    if verdict == "change" and not changed:
        raise UsageError("aucune valeur n'est changée.", "no value is changed.")
    return Decision(cast("Verdict", verdict), changed, _reason(form), text(form, "author"), today)


def _addition(form: FormData, today: str) -> Decision:
    table = text(form, "table")
    if table not in TABLES:
        raise UsageError("choisissez ce que c'est.", "choose what it is.")
    stated = {name: value for name, value in _stated(form, table).items() if value}
    where = text(form, "lines")
    if not where:
        raise UsageError("dites où le document l'énonce.", "say where the document states it.")
    return Decision("add", stated, _reason(form), text(form, "author"), today, table, where)


def _stated(form: FormData, table: str) -> Mapping[str, str]:
    return {name: text(form, f"{_COLUMN}{name}") for name in types_of(table) if f"{_COLUMN}{name}" in form}


def _reason(form: FormData) -> str:
    reason = text(form, "reason")
    if not reason:
        raise UsageError("dites pourquoi : un motif est dû.", "say why: a reason is owed.")
    return reason


def _next(decisions: Mapping[str, Decision]) -> str:
    taken = {int(key.removeprefix(ADDED)) for key in decisions if key.startswith(ADDED)}
    return f"{ADDED}{min(set(range(1, _ADDED_AT_MOST + 1)) - taken):03d}"

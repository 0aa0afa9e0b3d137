"""What a fictional act states of its plan d'actions: enjeux, objectives, actions, and the fiches that they list."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from benchmarks.generated.drawing import Ctg, words
from maillage import facts as f
from maillage.thesauri import SCHEMES, Concept

_KINDS = (
    "commune",
    "service",
    "association",
    "poste",
    "groupe",
    "operateur",
    "departement",
    "caf",
    "epci",
    "equipement",
)
_WEIGHTS = (3, 6, 5, 3, 3, 3, 2, 4, 4, 3)
_LISTS = {
    "service": "services",
    "association": "associations",
    "poste": "posts",
    "operateur": "operators",
    "groupe": "groups",
}
_ROLES = (("pilote", 1, 2), ("service", 1, 3), ("partenaire", 2, 6), ("financeur", 0, 2))
_ITEMS = (
    ("diagnostic", "purposes", 0, 1),
    ("objectif", "purposes", 1, 3),
    ("public", "audiences", 1, 2),
    ("modalite", "ways", 1, 4),
    ("resultat", "results", 1, 2),
    ("indicateur", "measures", 1, 3),
)
_CHEAPEST, _DEAREST = 5, 600  # of a fiche, in hundreds of euros


def plan(ctg: Ctg) -> Iterator[f.Fact]:
    """Give four to seven enjeux, each with objectives and actions, and the fiches: one an action, 20 to 60 in all."""
    fiches, wanted = 0, ctg.chance.randint(20, 60)
    enjeux = ctg.chance.randint(4, 7)
    for enjeu in range(1, enjeux + 1):
        theme = ctg.one(SCHEMES["themes"])
        label = f"{ctg.word('purposes')} : {theme.fr}"
        yield _node(ctg, "enjeu", str(enjeu), "", label, (theme.id,))
        for objective in range(1, 4):
            number = f"{enjeu}.{objective}"
            yield _node(ctg, "objectif", number, str(enjeu), ctg.word("purposes"), (theme.id,))
            for _ in range(_share(wanted, fiches, 3 * enjeux)):
                fiches += 1
                yield from _action(ctg, number, str(fiches))


def _share(wanted: int, done: int, parts: int) -> int:
    """Return how many of the ``wanted`` fiches stand under one of the ``parts``."""
    return min(-(-wanted // parts), wanted - done)


def _node(ctg: Ctg, kind: str, number: str, parent: str, label: str, themes: tuple[str, ...]) -> f.PlanNode:
    return f.PlanNode(
        **ctg.at("plan.table"),
        convention=ctg.key,
        kind=kind,
        number=number,
        parent_number=parent,
        label=label,
        themes=themes,
    )


def _action(ctg: Ctg, parent: str, number: str) -> Iterator[f.Fact]:
    """Give an action of a type of the thesaurus and its fiche, with its actors, its contents and what it costs."""
    concept = ctg.one(SCHEMES["types-action"])
    title = " ".join(filter(None, (ctg.word("verbs"), ":", concept.fr, ctg.word("complements"))))
    yield _node(ctg, "action", number, parent, title, concept.themes)
    deadline = ctg.word("deadlines")
    yield f.Fiche(
        **ctg.at("fiche.sheet", 2),
        convention=ctg.key,
        number=number,
        title=title,
        status=ctg.one(("", "", "nouvelle", "mise à jour")),
        themes=concept.themes,
        deadline=deadline,
        start=str(ctg.start) if str(ctg.start) in deadline else "",
        end=str(ctg.end) if str(ctg.end) in deadline else "",
    )
    yield from _actors(ctg, number, concept)
    for kind, name, least, most in _ITEMS:
        for text in ctg.some(words()[name], least, most):
            yield f.FicheItem(**ctg.at("fiche.item"), convention=ctg.key, fiche=number, kind=kind, text=text)
    if ctg.chance.random() < 1 / 4:
        yield _cost(ctg, title)


def _actors(ctg: Ctg, number: str, concept: Concept) -> Iterator[f.Fact]:
    """Give who leads, carries out, accompanies and funds a fiche, each once in a role."""
    for role, least, most in _ROLES:
        names = {_actor(ctg) for _ in range(ctg.chance.randint(least, most))}
        if role == "pilote" and "caf" in concept.leads:
            names.add((ctg.caf, "caf", ""))
        for name, kind, code in sorted(names):
            yield f.FicheActor(
                **ctg.at("fiche.actor"),
                convention=ctg.key,
                fiche=number,
                role=role,
                actor=name,
                actor_kind=kind,
                actor_code=code,
            )


def _actor(ctg: Ctg) -> tuple[str, str, str]:
    """Draw an actor: its name, kind and official code."""
    kind = ctg.chance.choices(_KINDS, _WEIGHTS)[0]
    if kind == "commune":
        commune = ctg.one(ctg.communes)
        return commune.name, kind, commune.code
    if kind == "epci":
        return ctg.epci.name, kind, ctg.epci.code
    if kind in {"caf", "departement"}:
        code = ctg.departement.code if kind == "departement" else ""
        return f"{kind.capitalize()} {ctg.departement.name}", kind, code
    if kind == "equipement":
        return f"{ctg.one(SCHEMES['types-equipement']).fr} {ctg.word('names')}", kind, ""
    return ctg.word(_LISTS[kind]), kind, ""


def _cost(ctg: Ctg, title: str) -> f.Funding:
    """Draw what a fiche costs."""
    return f.Funding(
        **ctg.at("funding.fiche"),
        convention=ctg.key,
        funder=ctg.one((ctg.caf, ctg.epci.name, "")),
        recipient=ctg.epci.name,
        object=title,
        scheme=tuple(ctg.some(words()["schemes"], 0, 1)),
        amount_eur=Decimal(ctg.chance.randint(_CHEAPEST, _DEAREST) * 100),
        period=ctg.one(("an", "unique", "convention")),
        year=str(ctg.start),
    )

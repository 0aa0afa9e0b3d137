"""The grids of facts that several pages show, each declared once."""

from __future__ import annotations

from viz.explorer.facts import Column, Section, amount, date, figure, of_scheme, several, text, themes, thing

ENGAGEMENTS = Section(
    "engagements",
    "engagements",
    (of_scheme("role", "roles", "role"), thing("acteur", "acteur_nom"), thing("objet"), thing("convention")),
)
FINANCEMENTS = Section(
    "financements",
    "financements",
    (
        thing("financeur", "financeur_nom"),
        thing("beneficiaire", "beneficiaire_nom"),
        text("finance"),
        several("dispositif"),
        amount("montant", "periode"),
        text("annee"),
        thing("convention"),
    ),
)
CONVENTIONS = Section(
    "conventions",
    "convention",
    (
        thing("convention"),
        text("intitule"),
        thing("territoire", "territoire_nom"),
        Column("generation", text("generation").make, numeric=True),
        date("debut"),
        date("fin"),
        date("signature"),
        of_scheme("statut", "statuts"),
        thing("renouvelle"),
    ),
)
COUVERTURES = Section("couvertures", "couvertures", (thing("convention"), text("commune_nom")))
AVENANTS = Section("avenants", "avenants", (text("numero"), date("debut"), date("fin"), several("adherents")))
SIGNATURES = Section("signatures", "signatures", (thing("acteur", "acteur_nom"), text("fonction"), text("instrument")))
FICHES = Section(
    "fiches",
    "fiches",
    (
        thing("fiche"),
        of_scheme("etat", "etats-fiche"),
        themes(),
        text("echeance"),
        date("debut"),
        date("fin"),
        thing("convention"),
    ),
)
CLASSEMENTS = Section("classements", "classements", (of_scheme("type_action", "types-action"), text("mots")))
EQUIPEMENTS = Section(
    "equipements",
    "equipements",
    (
        thing("equipement", "nom"),
        text("type"),
        thing("acteur", "acteur_nom"),
        text("adresse"),
        text("code_postal"),
        thing("commune", "commune_nom"),
        figure("capacite"),
        thing("convention"),
    ),
)
GOUVERNANCE = Section(
    "gouvernance",
    "gouvernance",
    (
        text("instance_nom"),
        of_scheme("genre", "genres-instance"),
        text("frequence"),
        thing("membre", "membre_nom"),
        thing("convention"),
    ),
)
VOTES = Section(
    "votes",
    "votes",
    (
        date("date"),
        text("numero"),
        thing("organe", "organe_nom"),
        several("decisions"),
        figure("pour"),
        figure("contre"),
        figure("abstentions"),
        thing("convention"),
    ),
)
CHIFFRES = Section(
    "chiffres",
    "chiffres",
    (
        text("indicateur"),
        text("annee"),
        figure("valeur", "unite"),
        figure("evolution"),
        thing("convention"),
    ),
)

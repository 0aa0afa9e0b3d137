"""A question is declared well, or the file and the line that are wrong are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import DeclarationError
from maillage.queries.declaration import parse
from maillage.queries.questions import Column, Parameter

GOOD = """\
#+ title: Qui ?
#+ title_en: Who?
#+ description: "Une ligne : une réponse."
#+ description_en: A row, an answer.
#+ audience: agents, public
#+ params:
#+   theme:
#+     type: theme
#+     label: le thème
#+     label_en: the theme
#+     default: sante
#+   genre:
#+     values: a, b
#+     optional: true
#+ columns:
#+   nom: le nom | the name
#+   montant: (number) en euros
#+ lists: nom
#+ keys: nom
#+ order: -montant
SELECT ?theme ?genre ?nom ?montant WHERE { ?s ?theme ?nom ; ?genre ?montant }
"""


def parsed(tmp_path: Path, text: str, name: str = "qui") -> None:
    file = tmp_path / f"{name}.rq"
    file.write_text(text, "utf-8")
    parse(name, file)


def test_a_whole_header(tmp_path: Path) -> None:
    file = tmp_path / "qui.rq"
    file.write_text(GOOD, "utf-8")
    question = parse("qui", file)
    assert question.title == "Qui ?"
    assert question.description == "Une ligne : une réponse."
    assert question.audience == ("agents", "public")
    assert question.parameters == (
        Parameter("theme", "theme", "le thème", "the theme", "sante"),
        Parameter("genre", "texte", "", "", values=("a", "b"), optional=True),
    )
    assert question.columns == (
        Column("nom", "le nom", "the name"),
        Column("montant", "en euros", "en euros", "number"),
    )
    assert (question.lists, question.keys, question.order) == (("nom",), ("nom",), ("-montant",))
    assert not question.internal


def test_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILLAGE_LANG", "en")
    file = tmp_path / "qui.rq"
    file.write_text(GOOD, "utf-8")
    question = parse("qui", file)
    assert (question.title, question.columns[0].meaning) == ("Who?", "the name")
    assert question.parameters[0].label == "the theme"


def test_an_internal_question_needs_less(tmp_path: Path) -> None:
    parsed(
        tmp_path, "#+ title: Interne\n#+ internal: true\n#+ columns:\n#+   s: la chose\nSELECT ?s WHERE { ?s ?p ?o }\n"
    )


BAD = [
    ("#+ title: Qui ?", "#+ titre: Qui ?", 1, "clé inconnue : « titre »"),
    ("#+ title: Qui ?\n", "", 1, "« title » manque"),
    ("#+ title_en: Who?", "#+ title_en:", 2, "« title_en » manque"),
    ("#+ audience: agents, public\n", "", 1, "« audience » manque"),
    ("agents, public", "maires", 5, "« maires » n'est pas dans la requête"),
    ("     type: theme", "     type: thme", 7, "type de paramètre inconnu : « thme »"),
    ("     default: sante", "     defaut: sante", 11, "clé inconnue : « defaut »"),
    ("     optional: true", "     optional: oui", 14, "« true » ou « false »"),
    ("     values: a, b", "     values: a, b\n#+     default: c", 12, "« c » n'est pas permis"),
    ("(number) en euros", "(euros) en euros", 17, "type de colonne inconnu : « euros »"),
    ("#+   nom: le nom | the name", "#+   nm: le nom", 16, "« nm » n'est pas dans la requête"),
    ("#+ lists: nom", "#+ lists: noms", 18, "« noms » n'est pas dans la requête"),
    ("#+ order: -montant", "#+ order: -somme", 20, "« somme » n'est pas dans la requête"),
    ("?theme ?genre", "?genre", 7, "« theme » n'est pas dans la requête"),
    ("#+ keys: nom", "#+ keys nom", 19, "il faut « clé: valeur »"),
    ("#+ keys: nom", "#+ keys:nom", 19, "il faut « clé: valeur »"),
    ("#+   genre:", "#+    genre:", 12, "deux espaces par niveau"),
    ("#+ lists: nom", "#+       lists: nom", 18, "trop en retrait"),
    ("#+ keys: nom", "#+ lists: nom", 19, "« lists » est là deux fois"),
]


@pytest.mark.parametrize(("good", "bad", "line", "message"), BAD, ids=[case[1].strip() or case[0] for case in BAD])
def test_what_is_wrong_is_named(tmp_path: Path, good: str, bad: str, line: int, message: str) -> None:
    assert GOOD.count(good) >= 1
    text = GOOD.replace(good, bad, 1)
    if bad == "?genre":  # the variable must go from the whole query
        text = text.replace("?theme", "?autre")
    with pytest.raises(DeclarationError, match=message) as caught:
        parsed(tmp_path, text)
    assert caught.value.place == f"l. {line}"
    assert caught.value.file.endswith("qui.rq")


def test_no_columns(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match="« columns » manque"):
        parsed(tmp_path, "#+ title: Interne\n#+ internal: true\nSELECT ?s WHERE { ?s ?p ?o }\n")


def test_not_a_text(tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(DeclarationError, match="question illisible"):
        parse("q", tmp_path / "q.rq")

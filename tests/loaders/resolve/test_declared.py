"""The vocabulary of actors: what ships is sound, and a bad file is refused with its place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from loaders.resolve.declared import KINDS, read
from loaders.resolve.kinds import Kinds, plain
from loaders.resolve.names import fold
from maillage.errors import DeclarationError

FRAME = 'transparent = ["services"]\nkeep_article = ["la poste"]\n'


def test_what_ships_is_folded_and_says_everything_once() -> None:
    declared = read()
    phrases = [" ".join(entry.words) for entry in declared.entries]
    assert [phrase for phrase in phrases if fold(phrase.replace("#", "9")) != phrase.replace("#", "9")] == []
    assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []
    assert {entry.kind for entry in declared.entries} == set(KINDS)


def test_a_declared_phrase_gives_its_own_kind() -> None:
    kinds = Kinds()
    astray = []
    for entry in read().entries:
        head = kinds.head(" ".join(entry.words).replace("#", "62"))
        if head is None or head.kind != entry.kind:
            astray.append((entry, head))
    assert astray == []


def test_the_leftmost_then_longest_phrase_wins(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(
        FRAME
        + '[[actor]]\nkind = "caf"\nplural = "caf"\nnames = ["caf"]\n'
        + '[[actor]]\nkind = "equipement"\nnames = ["centre", "centre social"]\n'
        + '[[actor]]\nkind = "commune"\nanywhere = false\nnames = ["ville"]\n',
        "utf-8",
    )
    kinds = Kinds(path)
    assert [(head.kind, head.start, head.end) for head in kinds.heads("centre social de la caf")] == [
        ("equipement", 0, 13),
        ("caf", 20, 23),
    ]
    assert [head.kind for head in kinds.heads("centres sociaux")] == ["groupe"]
    assert list(kinds.heads("vieille ville")) == []
    assert [head.kind for head in kinds.heads("ville haute")] == ["commune"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kind =", ""),
        ("", "actor"),
        (FRAME, "actor"),
        (FRAME + "actor = 3", "actor"),
        (FRAME + "actor = [3]", "actor"),
        (FRAME + '[[actor]]\nnames = ["caf"]', "actor 1"),
        (FRAME + '[[actor]]\nkind = "inconnu"\nnames = ["caf"]', "actor 1"),
        (FRAME + '[[actor]]\nkind = "caf"\nplural = 3\nnames = ["caf"]', "actor 1"),
        (FRAME + '[[actor]]\nkind = "caf"\nanywhere = "oui"\nnames = ["caf"]', "actor 1"),
        (FRAME + '[[actor]]\nkind = "caf"\nnames = "caf"', "actor 1, names"),
        (FRAME + '[[actor]]\nkind = "caf"\nnames = [" "]', "actor 1, names"),
        ('[[actor]]\nkind = "caf"\nnames = ["caf"]\n', "transparent"),
        ('transparent = []\n[[actor]]\nkind = "caf"\nnames = ["caf"]\n', "keep_article"),
    ],
)
def test_a_bad_vocabulary_is_refused_with_its_place(text: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DeclarationError) as caught:
        read(path)
    assert caught.value.file == str(path)
    assert place in caught.value.place


def test_a_missing_vocabulary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError):
        read(tmp_path / "actors.toml")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("chargé·e de mission", "chargé de mission"),
        ("chargé·e·s de mission", "chargés de mission"),
        ("chargé(e)s de mission", "chargés de mission"),
        ("élu(e)", "élu"),
        ("chargé (e)s de mission", "chargés de mission"),
        ("CHARGÉ(E)S DE MISSION", "CHARGÉS DE MISSION"),
        ("chargé(es)", "chargés"),
        ("Caf (Éducation)", "Caf (Éducation)"),
        ("assistant.e.s", "assistants"),
        ("Hautes-Études", "Hautes-Études"),
        ("petite-enfance", "petite-enfance"),
        ("M.E.", "M.E."),
    ],
)
def test_inclusive_writing_is_read_through(printed: str, meant: str) -> None:
    assert plain(printed) == meant

"""What the page of a network shows beside its drawing: legend, filters, and the table that tells the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from viz.labels import concept, concepts, kind
from viz.network import RELATIONS, Link, Node
from viz.numbers import euros, lines
from viz.palette import palette, stylesheet
from viz.plain import shorten
from viz.shapes import mark
from viz.texts import Language, Texts

POLICY_MARK = "maillage-content-security-policy"
_LONGEST = 200
_SCRIPT_TEXTS = (
    "count.link.one", "count.link.many", "count.node.one", "count.node.many", "network.not_found",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the legend or of a filter: a concept, its label, how many links or nodes it has, its mark."""

    id: str
    label: str
    count: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A link as the table tells it; ``object`` is what an amount is for."""

    id: str
    source: str
    role_id: str
    role: str
    target: str
    object: str
    convention: str
    themes: str
    amount: str
    act: str
    place: str

    @property
    def facts(self) -> tuple[str, ...]:
        """What a tooltip says of the link, a line each: amount and object, convention, themes, act and place."""
        amount = " – ".join(part for part in (self.amount, self.object) if part)
        return tuple(fact for fact in (amount, self.convention, self.themes, self.act, self.place) if fact)


@dataclass(frozen=True, slots=True)
class Name:
    """A node as the search box and the drawing call it."""

    iri: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """What the template of the page needs."""

    language: Language
    title: str
    summary: str
    roles: tuple[Entry, ...]
    themes: tuple[Entry, ...]
    conventions: tuple[Entry, ...]
    kinds: tuple[Entry, ...]
    nodes: tuple[Name, ...]
    links: tuple[Row, ...]
    script_texts: Mapping[str, str]
    palette_css: str
    policy_mark: str = POLICY_MARK


def network_page(nodes: tuple[Node, ...], links: tuple[Link, ...], title: str, words: Texts) -> NetworkPage:
    """Return what the page of these nodes and links shows, in the language of ``words``."""
    language = words.language
    names = {node.iri: name_of(node, words) for node in nodes}
    roles = Counter(link.role for link in links)
    return NetworkPage(
        language=language,
        title=title or words("network.title"),
        summary=f"{words.count('count.node', len(nodes))}, {words.count('count.link', len(links))}.",
        roles=tuple(Entry(role, concept("roles", role, language), roles[role]) for role in RELATIONS if roles[role]),
        themes=_entries(
            (theme for link in links for theme in link.themes), lambda name: concept("themes", name, language)
        ),
        conventions=_entries((link.convention for link in links if link.convention), str),
        kinds=_entries((node.kind for node in nodes), lambda name: kind(name, language)),
        nodes=tuple(Name(node.iri, names[node.iri], kind(node.kind, language)) for node in nodes),
        links=tuple(_row(f"e{at}", link, names, words) for at, link in enumerate(links)),
        script_texts={key: words(key) for key in _SCRIPT_TEXTS},
        palette_css=stylesheet(palette()),
    )


def name_of(node: Node, words: Texts) -> str:
    """Return how a node is called in a list: a fiche with its number, a convention as one, all else by its label."""
    label = shorten(node.label, _LONGEST)
    if node.kind == "convention":
        return words("thing.convention_of", name=label)
    if node.number:
        return f"{words('thing.fiche_short')} {shorten(node.number, 20)} – {label}"
    return label


def _entries(names: Iterable[str], label: Callable[[str], str]) -> tuple[Entry, ...]:
    counted = Counter(names)
    entries = (
        Entry(name, label(name), number, mark(palette().of_kind(name).shape)) for name, number in counted.items()
    )
    return tuple(sorted(entries, key=lambda entry: (entry.label, entry.id)))


def _row(row: str, link: Link, names: Mapping[str, str], words: Texts) -> Row:
    language = words.language
    about = f"{words('thing.fiche_short')} {link.fiche}" if link.fiche else ""
    return Row(
        id=row,
        source=names[link.source],
        role_id=link.role,
        role=concept("roles", link.role, language),
        target=names[link.target],
        object=shorten(link.object, _LONGEST),
        convention=", ".join(part for part in (link.convention, about) if part),
        themes=concepts("themes", link.themes, language),
        amount=euros(link.amount, language, link.period),
        act=shorten(link.act_title, _LONGEST),
        place=", ".join(part for part in (link.document, lines(link.lines, language)) if part),
    )

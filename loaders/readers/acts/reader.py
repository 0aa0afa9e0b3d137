"""Acts: what the head of an act says of it."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.acts.splitting import first_words
from loaders.resolve import bare
from loaders.words.wording import tidy
from maillage.facts import Act


def read(section: Section) -> Iterator[Act]:
    """Read the act itself; a document in which no act announces itself has none."""
    if not section.kind:
        return
    head = section.head
    stated = [words for words in (head.number, head.dated, head.body, head.housed, head.title) if words]
    yield Act(
        place=section.place(*(stated or [first_words(section.blocks)])),
        act=section.act,
        rule="acts.head",
        tier="normalised",
        kind=section.kind,
        number=section.number,
        date=head.date,
        issuer=bare(tidy(head.body.text)),
        issuer_code=head.home.code if head.home else "",
        title=tidy(head.title.text),
    )

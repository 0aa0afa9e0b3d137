"""Party joints: where an entry that runs on over several parties is cut, and when one is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.representing import REPRESENTED
from loaders.document import Passage
from loaders.vocabulary import words
from loaders.words.wording import alternatives, plain

HEADS = alternatives(words("parties", "heads"))
PARTY_HEAD = rf"{HEADS}[sx]?\b(?!-)"
_NEXT = re.compile(
    rf"(?:;\s*(?:et\s+)?|,?\s+et\s?[,:]?\s+(?:(?:d'autre part|enfin|puis|ensuite),?\s+)?|,?\s+ainsi que\s+"
    r"|,\s+(?:et\s+)?(?:(?:d'autre part|enfin|puis|ensuite),?\s+)?)(?:par |avec )?"
    rf"(?=(?:la |le |l'?\s|l'|les (?:\d+ )?){PARTY_HEAD})"
)
_NAMED_NEXT = re.compile(
    r",?\s+et\s+(?=[A-ZÉÈÎÔ][^,;.]{2,80},?\s*(?:représent|ci[- ]apr|dont le siège|sise?\b)"
    r"|[A-ZÉÈÎÔ][^,;.()]{2,80}\([A-Z]\w+\),)"
)
_SENTENCE_NEXT = re.compile(rf"\.\s+(?=(?:la |le |l'\s?){PARTY_HEAD}[^.;]{{2,100}}?\brepresente)")
"""Before a sentence that names another party and who represents it: ``. La commune de X, représentée par Y, signe``."""
_NAME_ALONE = re.compile(rf"\W*(?:la |le |l'\s?)?{PARTY_HEAD}[^,;:.()]*")
_PROPER = re.compile(r"\s(?:[dlDL]['’])?[A-ZÀ-Ý]")
_INLINE_END = re.compile(
    r"\b(?:il (?:a ete|est) (?:convenu|arrete|expose)|est conclu|sont convenu|ont convenu|conviennent|s'engagent)"
)
COMPLETE = re.compile(
    rf"{REPRESENTED.pattern}|\b(?:represente|dont le siege|ci[- ]?apres|sise?\b|d'une part|d'autre part|siege\s?:)"
)


def running_on(words: Passage) -> Iterator[Passage]:
    """Cut an entry that runs on over several parties: ``la Caf, représentée par ..., et la commune de ...``.

    A party ends where it is complete, or is a name of its own and nothing more: ``la Ville de X, la Caf, représentée``.
    Where none of them says more than its name, each does.
    """
    text = plain(words.text)
    end = found.start() if (found := _INLINE_END.search(text)) else len(text)
    start = 0
    plainly = not COMPLETE.search(text, 0, end)  # a list of names: ``la Caf, la commune de X et la commune de Y``
    joints = [(found, COMPLETE) for found in _NEXT.finditer(text, 0, end)]
    joints += [(found, COMPLETE) for found in _SENTENCE_NEXT.finditer(text, 0, end)]
    joints += [(found, REPRESENTED) for found in _NAMED_NEXT.finditer(words.text, 0, end)]  # ``rue Pierre et Marie X``
    for joint, said in sorted(joints, key=lambda hit: hit[0].start()):
        bare = plainly or (
            said is COMPLETE and _is_name(words.text[start : joint.start()])
        )  # ``X et Y`` can be one name
        if bare or said.search(text[start : joint.start()]):
            yield words.cut(start, joint.start())
            start = joint.end()
    if rest := words.cut(start, end):
        yield rest


def _is_name(part: str) -> bool:
    """Whether a part of an entry is a party's name alone, one with a name of its own: not ``la commune``."""
    return _NAME_ALONE.fullmatch(plain(part)) is not None and _PROPER.search(part.lstrip()) is not None

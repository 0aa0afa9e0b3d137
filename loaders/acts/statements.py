"""Statements: what the sentences of an act say of a convention territoriale globale (period, generation, signature)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.document import Passage
from loaders.resolve import Gazetteer
from loaders.vocabulary import groups, words
from loaders.words.dates import find_dates
from loaders.words.epci_names import epcis
from loaders.words.moments import Dated, Period
from loaders.words.named import Named
from loaders.words.naming import territory_at
from loaders.words.periods import find_periods
from loaders.words.wording import alternatives, plain, sentences
from maillage.reference import Territory

MENTION = re.compile(rf"\b{alternatives(words('agreements', 'names'))}")
_SAME = re.compile(rf"\b{alternatives(words('agreements', 'same'))}")
_OTHER = re.compile(rf"\b{alternatives(words('agreements', 'other'))}")
_ADJECTIVE = re.compile(r"\w+ (?=convention\b)(?<!la )(?<!cette )(?<!presente )(?<!ladite )")
_BEFORE = {role: re.compile(rf"\b{alternatives(cues)}\W*$") for role, cues in groups("agreements", "before").items()}
_AROUND = {role: re.compile(alternatives(cues)) for role, cues in groups("agreements", "around").items()}
FOREIGN = re.compile(rf"\b{alternatives(words('agreements', 'foreign'))}")
PROLONGED = re.compile(rf"\b{alternatives(words('agreements', 'prolonged'))}")
FROM_SIGNATURE = re.compile(alternatives(words("agreements", "from_signature")))
_GLUE = re.compile(rf"(?:\W*{alternatives(words('agreements', 'glue'))})*\W*")
_GENERATION = re.compile(
    r"\b(?P<n>[1-9])\W{0,3}(?:ere|re|er|eme|nde|nd|e|de)?\W{0,3}generation|\bctg ?(?P<c>[1-9])(?![0-9/])"
    r"|\b(?P<w>premiere|deuxieme|seconde|troisieme|quatrieme)\s+generation|\b(?P<g>[1-9]) ?g\b"
)
_RANKED = re.compile(r"\b(?:a ete|est|etait|fut) la (?P<w>premiere|deuxieme|seconde|troisieme)\b")
_NUMBERED = re.compile(r"\bavenants?\W*(?:n\s?[°ºo]\s?\.?\s*)?(?P<number>\d[\w./-]*)")
_AMENDING = re.compile(r"[^.;:]{0,90}[-:,(]\s*avenant\b")
_ORDINALS = {"premiere": 1, "seconde": 2, "deuxieme": 2, "troisieme": 3, "quatrieme": 4}
_JOINT = re.compile(r"\W*(?:(?:de|du|des|d'|la|le|les|l'|sur|avec|entre)\W*)*")
_LOOSE_END = re.compile(
    r"(?:[^\w)]|\b(?:pour|sur|couvrant) la periode|\b(?:portant )?sur (?:le|son) territoire|\bdu territoire)*$"
)
_SIGNING = re.compile(r"\b(?:a|ont|avons|avait|avaient) (?:ainsi |donc |deja )?signe\b[^.;]*$")
_OF_EXERCISES = re.compile(rf"\b{alternatives(words('agreements', 'exercises'))}\s*[,:(]?\s*$")
_SHORT_YEARS = re.compile(r"(?<![\d/.,-])(?P<a>[123]\d)\s?[-/]\s?(?P<b>[23]\d)(?=\W*$|\s?[).,;:])")
_SHORT_REACH = 60
_LONGEST_PERIOD = 6
_LINKED = re.compile(r"[\s(«-]*(?:(?:en cours|initiale|actuelle|de la periode|pour la periode|sur la periode|de)\s+)?")
_SHE = re.compile(r"\W*(?:elle|celle-ci|cette (?:premiere |derniere )?(?:convention|ctg))\b")
_REACH = 200
_PERIOD_REACH = 320
_LONGEST = 2500


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says of one convention; what it does not say is empty.

    ``role`` is ``previous`` or ``new``; ``own`` is false where the convention is not called by its name; ``over`` says
    that it has ended, ``amended`` that an avenant changes it, ``signed`` that it was signed; ``witness`` that it is no
    sentence about the convention that says it; ``denied`` is the first day that it states against what others say.
    """

    words: Passage
    label: Passage
    title: bool = False
    named: Named | None = None
    first: str = ""
    last: str = ""
    computed: str = ""
    generation: int = 0
    signed_on: str = ""
    signed: bool = False
    role: str = ""
    over: bool = False
    renewal: bool = False
    amended: bool = False
    avenant: str = ""
    from_signature: bool = False
    own: bool = True
    witness: bool = False
    denied: str = ""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A mention within a sentence: its plain text, where it stands, and how far its own words reach."""

    words: Passage
    text: str
    start: int
    end: int
    left: int
    right: int
    title: bool
    own: bool
    periods: Sequence[Period]
    dates: Sequence[Dated]

    @property
    def before(self) -> str:
        return self.text[self.left : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.right]


def read_statements(
    blocks: Iterable[tuple[Passage, bool]], gazetteer: Gazetteer, near: Territory | None
) -> Iterator[Statement]:
    """Give what ``blocks`` (their words, and whether they stand on the title page) state of conventions, in order."""
    for block, title in blocks:
        if not block:
            continue
        above: list[Statement] = []
        for sentence in (block.cut(0),) if title and block else sentences(block):
            told = [
                statement
                for part in _bounded(sentence)
                for mention in _mentions(part, title)
                for statement in _stated(mention, gazetteer, near)
            ]
            if _SHE.match(plain(sentence.text)):
                told = [_of_antecedent(statement, above) for statement in told]
            yield from told
            above = told


def _of_antecedent(statement: Statement, above: Sequence[Statement]) -> Statement:
    """Return what a sentence with a pronoun says, of the earlier convention that the sentence ``above`` is about."""
    if len(above) != 1 or above[0].role != "previous" or statement.own or statement.first or statement.last:
        return statement
    (before,) = above
    return replace(statement, role="previous", first=before.first, last=before.last, computed=before.computed)


def _bounded(sentence: Passage) -> Iterator[Passage]:
    """Give a sentence in parts of a length that an act's sentence has, so that the reading of any text stays linear."""
    if len(sentence.text) <= _LONGEST:
        yield sentence
        return
    for start in range(0, len(sentence.text), _LONGEST):
        yield sentence.cut(start, start + _LONGEST)


def _mentions(words: Passage, title: bool) -> Iterator[_Mention]:
    """Give the mentions of a sentence; where no convention is named, "the convention", or the title page's own."""
    text = plain(words.text)
    spans = [found.span() for found in MENTION.finditer(text)]
    own = bool(spans)
    if not spans:
        same = _SAME.search(text)
        lead = _ADJECTIVE.match(same[0]) if same else None
        spans = [(same.start() + (lead.end() if lead else 0), same.end())] if same else [(0, 0)] if title else []
    others = [found.span() for found in _OTHER.finditer(text)] if spans else []
    named = frozenset(spans)
    spans = sorted([*spans, *others])
    periods, dates = (find_periods(words.text), find_dates(words.text)) if spans else ([], [])
    for index, (start, end) in enumerate(spans):
        left = spans[index - 1][1] if index else 0
        right = spans[index + 1][0] if index + 1 < len(spans) else len(text)
        yield _Mention(words, text, start, end, left, right, title, own and (start, end) in named, periods, dates)


def _stated(mention: _Mention, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give the statement of a mention, and one for each further territory of a plural one."""
    named = _territory(mention, gazetteer, near)
    first, last, computed = _period(mention)
    if not (first or last) and _BEFORE["others"].search(mention.before):
        return
    signed_on = _signed_on(mention)
    statement = Statement(
        words=mention.words,
        label=_label(mention, named),
        title=mention.title,
        named=named,
        first=first,
        last=last,
        computed=computed,
        generation=_generation(mention),
        signed_on=signed_on,
        signed=bool(signed_on) or bool(_AROUND["signed"].search(mention.text, mention.end, mention.right)),
        role=_role(mention),
        over=_is_over(mention),
        from_signature=bool(FROM_SIGNATURE.search(mention.text)),
        renewal=bool(_AROUND["renewal"].search(mention.text)),
        amended=bool(_BEFORE["amended"].search(mention.before) or _AMENDING.match(mention.text, mention.end)),
        avenant=_avenant(mention),
        own=mention.own,
    )
    yield statement
    if named is not None and mention.text[mention.start : mention.end].startswith(("conventions", "ctg")):
        for other in _further(mention, named, gazetteer, near):
            label = mention.words.cut(mention.start, mention.end) + mention.words.cut(other.start, other.end)
            yield replace(statement, named=other, label=label)


def _territory(mention: _Mention, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return a mention's territory: the name at once behind it, the first EPCI further on, the only one before it."""
    text = mention.words.text
    glue = _GLUE.match(mention.text, mention.end)
    at = glue.end() if glue else mention.end
    if (
        mention.own
        and at < mention.right
        and re.match(r"(?:de|du|des|d'|la|le|les|l'|sur|avec)\b|d'", mention.text[at:])
    ):
        lead = re.match(r"(?:sur|avec)\s+", mention.text[at:])
        named = territory_at(text, at + (lead.end() if lead else 0), gazetteer, near)
        if named is not None:
            return named
    part = text[mention.end : min(mention.right, mention.end + _REACH)]
    found = next(epcis(part, gazetteer, near), None)
    if found is not None:
        return replace(found, start=found.start + mention.end, end=found.end + mention.end)
    before = {named.territory.code: named for named in epcis(text[mention.left : mention.start], gazetteer, near)}
    if len(before) != 1:
        return None
    (only,) = before.values()
    return replace(only, start=only.start + mention.left, end=only.end + mention.left)


def _further(mention: _Mention, named: Named, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the territories that a plural mention names after the first: ``des CTG du X et du Y``."""
    position = named.end
    while joint := re.match(r"\W*(?:,|\bet)\s+(?=(?:de|du|des|d')\b)", mention.text[position : mention.right]):
        other = territory_at(mention.words.text, position + joint.end(), gazetteer, near)
        if other is None:
            return
        yield other
        position = other.end


def _period(mention: _Mention) -> tuple[str, str, str]:
    """Return first and last day (or year) of the period stated beside a mention, and which of them was computed.

    A day that the sentence gives further on for the same year is the more precise.
    """
    told = [period for period in mention.periods if _tells(mention, period)]
    if not told:
        return _short_years(mention)
    last = max((p.last for p in told if p.last[:4] == told[0].last[:4]), key=len)
    again = [p.first for p in told if (p.first[:4], p.last[:4]) == (told[0].first[:4], told[0].last[:4])]
    return max(again, key=len), last, told[0].computed


def _short_years(mention: _Mention) -> tuple[str, str, str]:
    """Return the years that two digits each tell behind a convention's name: ``CTG du Pays X 23-27``."""
    found = _SHORT_YEARS.search(mention.after[:_SHORT_REACH]) if mention.own else None
    if found is None or not 0 < int(found["b"]) - int(found["a"]) <= _LONGEST_PERIOD:
        return "", "", ""
    if any(letter.isdigit() for letter in mention.after[: found.start()]):
        return "", "", ""
    return f"20{found['a']}", f"20{found['b']}", ""


def _tells(mention: _Mention, period: Period) -> bool:
    """Whether a period of the sentence is that of the convention mentioned."""
    between = mention.text[mention.end : period.start] if period.start >= mention.end else ""
    named = mention.own and period.start >= mention.end and bool(_LINKED.fullmatch(between))
    if not named and PROLONGED.search(mention.text, max(0, period.start - _REACH), period.start):
        return False
    between = _OF_EXERCISES.sub("", between)
    reaches = period.start >= mention.end and period.start < mention.right and len(between) <= _PERIOD_REACH
    leads = mention.left <= period.end <= mention.start and mention.start - period.end < 40
    return (reaches and not FOREIGN.search(between)) or mention.title or leads


def _signed_on(mention: _Mention) -> str:
    """Return the day, month or year on which the convention is said to have been signed."""
    for dated in mention.dates:
        if mention.end <= dated.start < mention.right:
            lead = mention.text[mention.end : dated.start]
            if _SIGNING.search(mention.before) and re.fullmatch(rf"\W*{_ON}\W*", lead):
                return dated.iso
            if len(lead) < _REACH and re.search(rf"{_AROUND['signed'].pattern}\W*{_ON}\W*$", lead):
                return dated.iso
    return ""


_ON = (
    r"(?:(?:a [^,;.]{2,40}?,?\s+(?=le\b))?(?:en date)?\s*(?:du|le|en|de)?(?:\s+(?:lun|mar|mercre|jeu|vendre|same)di)?)"
)


def _generation(mention: _Mention) -> int:
    """Return the generation that stands within or right beside a mention, 0 for none."""
    ranked = _RANKED.search(mention.after)
    if ranked is not None:
        return _ORDINALS[ranked["w"]]
    words = mention.text[mention.start : min(mention.right, mention.end + 60)]
    found = _GENERATION.search(words)
    if found is not None:
        return _ORDINALS.get(found["w"] or "", 0) or int(found["n"] or found["c"] or found["g"])
    for number, cue in ((1, "first"), (2, "second")):
        if _BEFORE[cue].search(mention.before):
            return number
    return 0


def _role(mention: _Mention) -> str:
    """Return whether a mention is of an earlier convention (``previous``) or of the one to come (``new``)."""
    if _BEFORE["previous"].search(mention.before) or _is_over(mention):
        return "previous"
    if _BEFORE["new"].search(mention.before):
        return "new"
    recital = _AROUND["recital"].search(mention.text[: mention.start])
    spoken = recital and _AROUND["concluded"].search(mention.text[recital.end() : mention.start])
    return "previous" if spoken and not _AROUND["prepared"].search(mention.text) else ""


def _is_over(mention: _Mention) -> bool:
    """Whether the convention, and no other contract named between, is said to have ended."""
    found = _AROUND["over"].search(mention.after)
    return found is not None and not FOREIGN.search(mention.after[: found.start()])


def _avenant(mention: _Mention) -> str:
    """Return the number of the avenant to the convention, as printed."""
    found = _NUMBERED.search(mention.text, mention.left, mention.start)
    if not _BEFORE["amended"].search(mention.before):
        found = _NUMBERED.search(mention.text, mention.end) if _AMENDING.match(mention.text, mention.end) else None
    return mention.words.text[slice(*found.span("number"))] if found else ""


def _label(mention: _Mention, named: Named | None) -> Passage:
    """Return the convention's name as printed: the mention, its generation and years, its territory."""
    glue = _GLUE.match(mention.text, mention.end, mention.right)
    end = glue.end() if glue else mention.end
    if named is not None and mention.end <= named.start and _JOINT.fullmatch(mention.text, end, max(end, named.start)):
        return mention.words.cut(mention.start, named.end)
    label = mention.text[mention.start : end]
    return mention.words.cut(mention.start, mention.start + len(_LOOSE_END.sub("", label)))

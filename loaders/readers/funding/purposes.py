"""What a sentence says that money is for: "pour la crèche", "finance le poste de coordination"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.words.wording import plain, tidy

_FINANCED = re.compile(
    r"\b(?:(?:co-?)?financ(?:e|ent|era|eront)|(?:pren(?:d|nent)|prendra) en charge)\b"
    r"(?:\s(?:aussi|egalement|en outre|par ailleurs)\b)*(?:,[^,]{2,60},)?"
    r"(?:\s(?:en|des|pour|a partir de|a compter de) (?:l'annee )?20\d\d)?"
    r"(?:\s+a (?:hauteur de )?[\d .,]+(?:%|k?€|euros?))?\s+"
    r"(?P<words>(?:le |la |les |l'|un |une |deux |trois |des |son |leur )[^,;.:(]+)"
    r"|\b(?:participe|participent|participera|contribue|contribuent|contribuera|pren(?:d|nent|dra|dront) part)\b"
    r"(?:,?\s(?:aussi|egalement|en outre|par ailleurs|de son cote),?)*\s"
    r"(?:(?:au |aux |a la |a l')(?P<share>(?:postes? |salaires? |financement (?=d))[^,;.:(]+)"
    r"|(?:au |aux |a la |a l')(?P<aimed>(?!hauteur)[^,;.:(\d]{3,60}?)(?= (?:pour|a hauteur de) \d))"
    r"|\b(?:participation|contribution|soutien|aide|cofinancement)\b[^,;.:(]{0,50}?\s"
    r"(?:au |aux |a la |a l')(?P<toward>(?:postes? |salaires? )[^,;.:(]+)"
    r"|\b(?:financ\w+|en charge)\s+(?:a hauteur de )?[\d.,]+ ?%\s+(?:du |de la |de l'|des )"
    r"(?:couts? (?:du |de la |de l'|des ))?(?P<part>[^,;.:(]+)"
    r"|\b(?:consacr|affect|reserv)\w+\b[^.;:]{0,40}?(?:€|euros?)(?:\s(?:par an|chaque annee|annuels))?\s"
    r"(?:a|au|aux)\s(?P<aim>(?!fonctionnement|charges|budget|titre)(?:la |l')?[^,;.:(]+)"
    r"|\bsoutien(?:t|nent|dra|dront)\b(?:\s(?:aussi|egalement|en outre|par ailleurs)\b)*\s"
    r"(?P<held>(?:le |la |les |l'|une? |deux |trois |des |son |leur )(?:postes?|emplois?|chargee?s? de)\b[^,;.:(]+)"
    r"|\b(?:co-?)?financements? (?:du |de la |de l'|des |d'une? )(?P<costs>postes? [^,;.:(]+)"
    r"|\b(?P<that>(?:une? |deux |trois |le |la |les |des |son |leur )(?:postes?|emplois?|temps|services?|chargee?s?)\b"
    r"[^,;.:(]{2,60}?),? (?=qu[e'][^,;.:]{2,40}? (?:co-?)?financ)"
)
_PURPOSE = re.compile(
    r"\b(?:pour|(?:destine|consacre|affecte|dedie|reserve)e?s? (?:a|aux?)|en faveur de|au benefice de"
    r"|afin de (?:financer|soutenir))\s+"
    r"(?P<words>(?:la |le |les |l'|des |du )?[^,;.:(]+)"
)
_SUBJECT = re.compile(
    r"\W*(?:le |la |l'|les )(?P<words>[^,;.:()]{3,90}?)\s*(?:\([^()]*\)\s*|,[^;.:()]{2,60},\s*)?"
    r"(?:est|sont|sera|seront|a ete|ont ete)\s+(?:egalement )?(?:(?:co-?)?finance|subventionne|pris|prise|soutenu)"
)
_COSTED = re.compile(
    r"\b(?:couts?|budgets?)\s(?:(?:total|annuel|global|previsionnel|complet|estimatif)e?s? )*"
    r"(?:du |de la |de l'|des |d'une? |de cette? )(?P<words>[^,;.:()\d]{3,80}?)"
    r"\s*(?:\([^()]*\)|,[^,;.:]{2,60},)?\s*(?=\b(?:est|sont|sera|s'eleve|s'etablit|represente|atteint|avoisine)|:)"
)
_VAGUE = re.compile(
    r"action|chantier|dispositif|ensemble|operation|personnel|poste|programme|projet|service|territoire|travaux"
)
"""Words that alone say nothing of what is financed."""
_MEANT = re.compile(
    r"^\W*(?:il|elle|ils|elles|(?:ce|cette|ces) (?:couts?|depenses?|postes?|montants?|charges?))"
    r" (?:est|sera|sont|seront) (?:\w+ment )?(?:(?:co-?)?financ|pris|couvert|support|assur|partag|subventionn)|"
    r"\b(?:(?:le|la|les|y|en) |l')(?:(?:co-?)?financ|subventionn|contribu|particip|soutien|pren)"
    r"(?:e|ent|era|eront|t|nent|dra|dront|d)\b"
)
_ITS_POST = re.compile(
    r"^\W*(?:son|sa|ce|cet|cette|leur|ces) (?:postes?|emplois?|missions?|salaires?|remunerations?|traitements?)\b"
    r"|\b(?:particip|contribu|concour)\w+ (?:\w+ )?a (?:leur|son) (?:co-?)?financement\b"
)
_POST = re.compile(
    r"\W*(?:le |la |les |l'|une? |deux |trois |quatre |cinq |six )"
    r"(?P<words>(?:postes? (?:de |d')|chargee?s? (?:de |d')|coord(?:inat|onnat)(?:eur|rice)s?\b"
    r"|animat(?:eur|rice)s?\b|referente?s?\b|mediat(?:eur|rice)s?\b|chef(?:fe)?s? de projet\b|conseiller\w* numerique)"
    r"[^,;.:()\d]{0,60}?)\s*(?=,|\(|\b(?:qui|que|dont|est|sont|sera|a|ont|aura"
    r"|(?:anim(?!at)|assur|pilot|coordonn|accompagn(?!at)|travaill|exerc|port|prepar|organis|interv(?:ien)|sui[vt]|met)\w*)\b)"
)
"""What a sentence about a post begins with: ``La chargée de coopération, employée par ...``."""

_ON = r"territoire|budget|mandat|perimetre|reste|compte|chapitre|secteur|ressort|plan|premier|second"
"""On what something is done or booked, which says nothing of what it is about: ``une étude sur le logement``."""

_PURPOSE_ENDS = re.compile(
    rf"\s(?:et (?:du|de la|des|de l')\b.*|au titre .*|sur (?:ce|l'ensemble|le (?:{_ON})).*|par (?:an|mois|la|le|l').*"
    r"|en (?:19|20)\d\d.*|pour (?:la|une|un montant|un total) .*|a (?:hauteur|raison) .*|(?:soit|est|sont|s'eleve) .*"
    r"|respectivement\b.*|(?:complete|s'ajoute|vient|viennent)(?:nt)?\b.*"
    r"|(?:porte|employe|recrute|embauche|heberge)e?s? (?:par|a|aux?)\b.*"
    r"|(?:prevu|inscrit|decrit|mentionne|vise|annexe)e?s? (?:par|a|aux?|dans|en|ci)\b.*"
    r"|une? (?:aide|bonus|subvention|participation|dotation|prime|enveloppe|montant|somme)\b.*|(?:pour |de )?\d.*)$"
)
_NO_PURPOSE = re.compile(
    r"(?:la |le |les |l'|un |une |des )?"
    r"(?:periode|annee|duree|montant|total|memoire|exercice|projet global|mois"
    r"|(?:moitie|tiers|(?:deux|trois) (?:tiers|quarts)|quart|partie)(?!-|\w| d)|chacune?|chaque"
    r"|sa part|leur part|ses propres|leurs propres|\d)"
)
_AGAIN = re.compile(
    r"(?:(?:la |le |cette |ce )?meme|cette|ce) (?:action|operation|mesure|projet|objet|objectif|service|equipement)"
)
_THIS = re.compile(r"(?:ce|cet|cette) (?P<noun>[a-z]{4,}(?:-[a-z]+)*)")
_ARTICLE = re.compile(
    r"(?:(?:le )?(?:co-?)?financement (?=d)"
    r"|(?:la moitie|le tiers|un tiers|les deux tiers|le quart|un quart|les trois quarts|une partie|la totalite"
    r"|l'integralite|l'ensemble) (?=d))?(?:de la |de l'|la |le |les |l'|des |du |une? |differente?s? )+"
    r"(?:(?:volet|secteur)s? (?:de la |de l'|des |du )?)?"
)


def purposes(text: str) -> Iterator[str]:
    """Give what ``text`` says that the money is for, as printed without its article: what is financed comes first."""
    said = plain(text)
    for found in (*_FINANCED.finditer(said), *_PURPOSE.finditer(said)):
        start, end = found.span(found.lastgroup or 0)
        stop = _PURPOSE_ENDS.search(said, start, end)
        end = stop.start() if stop else end
        if not _NO_PURPOSE.match(said, start):
            article = _ARTICLE.match(said, start, end)
            named = tidy(text[article.end() if article else start : end])
            if not _VAGUE.fullmatch(plain(named)):
                yield named


def named_above(purpose: str, before: str) -> str:
    """Return the thing by its name of the sentence ``before`` that ``cet accueil`` means; else ``purpose`` itself."""
    this = _THIS.fullmatch(plain(purpose))
    named = re.search(rf"\b{this['noun']}\b[^,;.:()«»]{{0,60}}«[^«»]{{2,60}}»", plain(before)) if this else None
    return tidy(before[slice(*named.span())]) if named is not None else purpose


def is_again(purpose: str) -> bool:
    """Tell whether what money is for is what the sentence before says: "la même action"."""
    return _AGAIN.fullmatch(plain(purpose)) is not None


def pays_for(text: str) -> bool:
    """Tell whether ``text`` says with a verb what is paid for: "finance le poste de coordination"."""
    return _FINANCED.search(plain(text)) is not None


def tells_cost(text: str) -> bool:
    """Tell whether ``text`` says what something costs, be it by a vague word: "Le coût du poste est de ..."."""
    return _COSTED.search(plain(text)) is not None


def without_paid(text: str) -> str:
    """Return plain ``text`` without what it says with a verb is paid for: a salary that is paid is no price."""
    return _FINANCED.sub(" ", plain(text))


def costed(text: str) -> str:
    """Return of what ``text`` says what it costs: "Le coût annuel du poste de coordination est de ..."; else empty.

    A vague word alone (``du projet``, ``du chantier``) says nothing of what that is.
    """
    found = _COSTED.search(plain(text))
    named = found is not None and not _VAGUE.fullmatch(found["words"].strip())
    return tidy(text[slice(*found.span("words"))]) if found is not None and named else ""


def points_back(text: str) -> bool:
    """Tell whether what is paid for is what the sentence before ``text`` tells of: "La Caf le cofinance"."""
    return _MEANT.search(plain(text)) is not None


def points_to_post(text: str) -> bool:
    """Tell whether what is paid for is a post of which the sentence before ``text`` tells: "Son poste est financé"."""
    return _ITS_POST.search(plain(text)) is not None


def post(text: str) -> str:
    """Return the post that a sentence is about: "La chargée de coopération, employée par ..."; else empty."""
    found = _POST.match(plain(text))
    return tidy(text[slice(*found.span("words"))]) if found is not None else ""


def subject(text: str) -> str:
    """Return what a sentence begins by saying is financed: "Le poste de coordination est financé par ..."."""
    found = _SUBJECT.match(plain(text))
    return tidy(text[slice(*found.span("words"))]) if found is not None else ""

"""Words that are looked for, as a query of the engine: exact, inflected, mistyped, by synonym or acronym."""

from __future__ import annotations

from collections.abc import Iterator

from tantivy import Occur, Query, Schema

from maillage.classification import concepts
from maillage.names import ascii_words
from maillage.search.analysis import words

LONGEST = 200
"""Characters of a query that are read; nobody looks for more."""

_FIELDS = {"label": 4.0, "names": 3.0, "words": 1.0}
_CONCEPT = {"types-action": 12.0, "types-equipement": 12.0, "themes": 4.0, "genres-acteur": 4.0}
_EXACT = 25.0
_MISTYPED = 0.4
_UNFINISHED = 0.5
_ALL_WORDS = 2.0


def query(schema: Schema, text: str, kind: str = "") -> Query:
    """Return the query of ``text`` among the things of ``kind`` (all of them where empty)."""
    said = text[:LONGEST]
    each = [_word(schema, *word) for word in words(said)]
    parts = [_key(schema, said), *each, *_concepts(schema, said)]
    if len(each) > 1:
        parts.append(Query.boost_query(Query.boolean_query([(Occur.Must, one) for one in each]), _ALL_WORDS))
    wanted = Query.boolean_query([(Occur.Should, part) for part in parts])
    if not kind:
        return wanted
    only = Query.const_score_query(Query.term_query(schema, "kind", kind), 0.0)
    return Query.boolean_query([(Occur.Must, wanted), (Occur.Must, only)])


def _key(schema: Schema, text: str) -> Query:
    """Return the query of the thing whose key, code or name the text is."""
    exact = Query.term_set_query(schema, "exact", [text.strip().casefold(), ascii_words(text)])
    return Query.const_score_query(exact, _EXACT)


def _concepts(schema: Schema, text: str) -> Iterator[Query]:
    """Give the concepts that the words name: a person who asks does not mind the capitals of an acronym."""
    for scheme in _CONCEPT:
        for found in concepts(scheme, text.upper()):
            yield Query.const_score_query(Query.term_query(schema, "concepts", found.concept.iri), _CONCEPT[scheme])


def _word(schema: Schema, typed: str, stem: str) -> Query:
    """Return the query of one word, wherever it stands: its family, what it begins, the word with a letter amiss."""
    forms = [Query.boost_query(Query.term_query(schema, field, stem), weight) for field, weight in _FIELDS.items()]
    if len(typed) > 2:
        unfinished = Query.fuzzy_term_query(schema, "typed", typed, distance=0, prefix=True)
        forms.append(Query.boost_query(unfinished, _UNFINISHED))
    if len(typed) > 4:
        mistyped = Query.fuzzy_term_query(schema, "typed", typed, distance=1 if len(typed) < 8 else 2)
        forms.append(Query.boost_query(mistyped, _MISTYPED))
    return Query.disjunction_max_query(forms)

"""Two ways to find words: PostgreSQL's full text, which knows "visits" by "visit", and a plain match elsewhere.

A search takes them for the same: which rows have the words, which of those come first, and what is marked.
"""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import Protocol

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector, SearchVectorExact
from django.db import connection
from django.db.models import Case, Q, Value, When
from django.db.models.expressions import Expression
from django.db.models.functions import Left

from .asked import Asked, Term
from .marking import END, START, Part, parts_between_marks, parts_by_pattern

CONFIG = "english"
AS_MUCH = 50_000  # characters of one text: PostgreSQL refuses to take in more than a megabyte of words
MARKED = "marked_{}"


class Matching(Protocol):
    def condition(self, fields: Sequence[str]) -> Q:
        """True of a row in whose fields, taken together, every word occurs."""

    def nearness(self, field: str) -> Expression:
        """Greater where the words occur in this field."""

    def annotations(self, fields: Sequence[str]) -> dict:
        """What a row must be fetched with, for `parts`."""

    def parts(self, row, field: str) -> list[Part]:
        """The field's text, with what was found marked."""


class FullText:
    def __init__(self, asked: Asked):
        words = " ".join(f'"{term.text}"' for term in asked.terms)  # quoted, "or" and "-" are but words
        self.query = SearchQuery(words, search_type="websearch", config=CONFIG)

    def condition(self, fields):
        return Q(SearchVectorExact(self._vector(fields), self.query))

    def nearness(self, field):
        return SearchRank(self._vector([field]), self.query)

    def annotations(self, fields):
        return {
            MARKED.format(field): SearchHeadline(
                Left(field, AS_MUCH), self.query, config=CONFIG, start_sel=START, stop_sel=END, highlight_all=True
            )
            for field in fields
        }

    def parts(self, row, field):
        return parts_between_marks(getattr(row, MARKED.format(field)))

    def _vector(self, fields: Sequence[str]) -> SearchVector:
        return SearchVector(*(Left(field, AS_MUCH) for field in fields), config=CONFIG)


class PlainMatch:
    def __init__(self, asked: Asked):
        self.terms = asked.terms
        longest_first = sorted(asked.terms, key=lambda term: -len(term.text))
        self.pattern = "|".join(term.whole_words for term in longest_first)

    def condition(self, fields):
        return reduce(and_, (self._occurs(term, fields) for term in self.terms))

    def nearness(self, field):
        return Case(When(self.condition([field]), then=Value(1)), default=Value(0))

    def annotations(self, fields):
        return {}

    def parts(self, row, field):
        return parts_by_pattern(getattr(row, field), self.pattern)

    def _occurs(self, term: Term, fields: Sequence[str]) -> Q:
        lookup, value = ("icontains", term.text) if term.is_plain else ("iregex", term.pattern)
        return reduce(or_, (Q(**{f"{field}__{lookup}": value}) for field in fields))


def matching(asked: Asked) -> Matching:
    """For what holds at least one word."""
    return FullText(asked) if connection.vendor == "postgresql" else PlainMatch(asked)

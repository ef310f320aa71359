"""What a search across a partnership finds, as at a day: groups of hits, each with its count and a page of them."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.core.paginator import Page, Paginator
from django.db.models import Case, Q, QuerySet, Value, When

from actions.models import Partnership

from .asked import Asked
from .matching import Matching, matching
from .sources import SOURCES, Hit, Source

A_FEW, A_PAGE = 5, 20
KINDS = [source.kind for source in SOURCES]


@dataclass(frozen=True)
class Group:
    source: Source
    page: Page  # of the ids of all that was found
    hits: list[Hit]

    @property
    def kind(self) -> str:
        return self.source.kind

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def name(self) -> str:
        return self.source.many.capitalize()

    @property
    def noun(self) -> str:
        """For one, or for as many as there are."""
        return self.source.one if self.count == 1 else self.source.many

    @property
    def is_cut(self) -> bool:
        return len(self.hits) < self.count


@dataclass(frozen=True)
class SearchResults:
    asked: Asked
    groups: list[Group]
    kind: str = ""

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def found(self) -> list[Group]:
        return [group for group in self.groups if group.count]

    @property
    def shown(self) -> list[Group]:
        """Of every kind a few, or of one kind a page."""
        return [group for group in self.groups if self.kind == group.kind or (group.count and not self.kind)]


def search_results(
    partnership: Partnership, asked: Asked, *, on: date, kind: str = "", page: str | int = 1
) -> SearchResults | None:
    """None where nothing was asked. At most two queries for each kind of record."""
    if not asked.terms:
        return None
    search = _Search(partnership, asked, on, kind, page, matching(asked))
    return SearchResults(asked, [search.group(source) for source in SOURCES], kind)


@dataclass(frozen=True)
class _Search:
    partnership: Partnership
    asked: Asked
    on: date
    kind: str
    page: str | int
    matching: Matching

    def group(self, source: Source) -> Group:
        known = source.known(self.partnership, self.on)
        pages = Paginator(self.ids(source, known), A_PAGE if self.kind else A_FEW)
        page = pages.get_page(self.page if self.kind else 1)
        is_shown = self.kind in {"", source.kind}
        return Group(source, page, self.hits(source, known, page.object_list) if is_shown else [])

    def ids(self, source: Source, known: QuerySet) -> list[int]:
        """Of all that is found, best first: what was asked for by its reference, then by how near the words are."""
        condition, order = self.matching.condition(source.fields), list(source.order)
        if source.head:
            order.insert(0, self.matching.nearness(source.head).desc())
        if source.reference:
            named = Q(**{f"{source.reference}__iexact": self.asked.reference})
            condition |= named
            order.insert(0, Case(When(named, then=Value(0)), default=Value(1)))
        return list(known.filter(condition).order_by(*order).values_list("pk", flat=True))

    def hits(self, source: Source, known: QuerySet, ids: list[int]) -> list[Hit]:
        rows = source.with_all(known, self.on).annotate(**self.matching.annotations(source.fields)).in_bulk(ids)
        return [source.hit(rows[pk], partial(self.matching.parts, rows[pk])) for pk in ids]

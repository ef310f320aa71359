"""In which order a table's rows stand, and which page of them: as the address asks, if that can be."""

from django.http import HttpRequest
from django_tables2 import Table


def sort_in(request: HttpRequest, columns: dict) -> list[str] | None:
    """The columns to sort by, a minus before one that falls; None where the address names none of the table's."""
    asked = ",".join(request.GET.getlist("sort")).split(",")
    return [name for name in asked if name.removeprefix("-") in columns] or None


def arrange(table: Table, request: HttpRequest, *, rows_a_page: int | None = None) -> Table:
    """A page that cannot be is the nearest one that can. How many rows a page has is ours to say."""
    table.request = request
    if sort := sort_in(request, table.base_columns):
        table.order_by = sort
    if rows_a_page:
        table.paginate(per_page=rows_a_page)
        table.page = table.paginator.get_page(request.GET.get("page") or 1)
    return table

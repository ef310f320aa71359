"""Search across a partnership: references and words, as they were known on a day."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from actions.forms.base import without_control_characters
from actions.models import Partnership
from actions.summaries.search.asked import LONGEST, asked_for
from actions.summaries.search.results import KINDS, search_results

from .as_at import BadQuery, as_at


@login_required
@require_safe
def search(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    asked, query = as_at(request), without_control_characters(request.GET)
    words = asked_for(query.get("q", ""))
    return TemplateResponse(
        request,
        "search/search.html",
        {
            "partnership": partnership,
            "section": "search",
            "as_at": asked,
            "asked": words,
            "longest": LONGEST,
            "results": search_results(
                partnership, words, on=asked.day, kind=_kind_in(query), page=query.get("page", 1)
            ),
        },
    )


def _kind_in(query) -> str:
    kind = query.get("kind", "")
    if kind and kind not in KINDS:
        raise BadQuery(f"“kind” must be one of: {', '.join(KINDS)}. The address says “{kind[:40]}”.")
    return kind

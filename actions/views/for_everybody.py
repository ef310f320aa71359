"""A public page is the same for whoever asks, so that browsers and proxies may keep it and hand it on.

Its tag is made of all that it can depend on: the running code, the address, and which reports its
partnership has published, by their fingerprints. It asks for no session and gives nobody a cookie.
"""

import hashlib
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition

from actions.models import ProgressReport

FRESH = 300  # seconds until a copy asks again: so long at most a correction is overlooked


def same_for_everybody(view: Callable) -> Callable:
    """For pages that only read, and whose address names the partnership by `slug`."""
    conditional = condition(etag_func=_tag)(view)

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs) -> HttpResponse:
        response = conditional(request, **kwargs)
        patch_cache_control(response, public=True, max_age=FRESH)
        return response

    return wrapped


def _tag(request: HttpRequest, slug: str, **kwargs) -> str | None:
    """None where nothing was published: there is nothing to keep."""
    published = list(
        ProgressReport.objects.published()
        .filter(plan__partnership__slug=slug)
        .order_by("pk")
        .values_list("pk", "sha256", "public_sha256", "published_at", "plan__partnership__name")
    )
    if not published:
        return None
    facts = [settings.RELEASE, settings.DEMO, request.get_full_path(), published]
    return f'"{hashlib.sha256(repr(facts).encode()).hexdigest()[:32]}"'

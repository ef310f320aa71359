"""A page that would read the same is not sent again: the browser's copy is confirmed with 304.

The tag of a page is made of everything it can depend on: whose copy it is, what they may do, the
day, the address, the running code, and the revision of each plan of the partnership, which every
write raises in its own transaction. So no person is ever shown another's page, nor an old figure.
"""

import hashlib
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.messages import get_messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition

from actions.models import Plan

# How the address of a page says which partnership it is about.
_WHOSE = {
    "slug": "partnership__slug",
    "plan_id": "partnership__plans",
    "action_id": "partnership__plans__actions",
    "finding_id": "partnership__inspections__findings",
    "enquiry_id": "partnership__enquiries",
}


def unchanged_is_not_sent(view: Callable) -> Callable:
    """For pages that only read. Stands under `login_required`."""
    conditional = condition(etag_func=_tag)(view)

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs) -> HttpResponse:
        response = conditional(request, **kwargs)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return wrapped


def _tag(request: HttpRequest, **kwargs) -> str | None:
    """None, so that the page is sent, where a message waits to be shown or nothing is known of the plans."""
    if len(get_messages(request)):
        return None
    (name, value), *_ = kwargs.items()
    plans = list(
        Plan.objects.filter(Q(**{_WHOSE[name]: value}), partnership__memberships__user=request.user)
        .order_by("pk")
        .values_list("pk", "revision", "partnership__memberships__role", "partnership__memberships__organisation")
    )
    if not plans:
        return None
    get_token(request)
    facts = [
        settings.RELEASE,
        request.META["CSRF_COOKIE"],
        request.user.pk,
        str(request.user),
        request.get_full_path(),
        timezone.localdate(),
        plans,
    ]
    return f'"{hashlib.sha256(repr(facts).encode()).hexdigest()[:32]}"'

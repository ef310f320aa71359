"""A session that ends while somebody is writing loses nothing: sign in, come back, and it is still there."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict

SESSION_KEY = "typed_text"
LONGEST = 60_000


def writer_token(request: HttpRequest) -> str:
    """Who opened the form: what is kept is given back to that person only."""
    return signing.dumps(request.user.pk, salt=SESSION_KEY)


def keeps_typed_text(view: Callable) -> Callable:
    """In place of `login_required` on a page with a long form."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        typed = request.POST.copy()
        typed.pop("csrfmiddlewaretoken", None)
        if request.method == "POST" and len(typed.urlencode()) <= LONGEST:
            request.session[SESSION_KEY] = {"path": request.path, "typed": typed.urlencode()}
        return redirect_to_login(request.get_full_path())

    return wrapped


def typed_before(request: HttpRequest) -> QueryDict | None:
    """What this person had typed here when the session ended; given back once."""
    kept = request.session.get(SESSION_KEY)
    if request.method != "GET" or not kept or kept["path"] != request.path:
        return None
    del request.session[SESSION_KEY]
    typed = QueryDict(kept["typed"], mutable=True)
    return typed if _is_writer(request, typed.get("writer", "")) else None


def _is_writer(request: HttpRequest, token: str) -> bool:
    try:
        return signing.loads(token, salt=SESSION_KEY) == request.user.pk
    except signing.BadSignature:
        return False

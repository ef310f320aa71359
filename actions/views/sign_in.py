"""Coming in. Accounts are made by invitation; in demo mode each demo person is one press away."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from actions.demo.people import DEMO_PEOPLE
from actions.models import User


class InvitedOnly(DefaultAccountAdapter):
    """Nobody signs themselves up."""

    def is_open_for_signup(self, request) -> bool:
        return False


class SignIn(LoginView):
    def get_context_data(self, **kwargs) -> dict:
        people = DEMO_PEOPLE if settings.DEMO else []
        return super().get_context_data(**kwargs) | {"demo_people": people}


sign_in = SignIn.as_view()


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """One press, and only where DEMO is switched on: elsewhere there is no such page."""
    email = request.POST.get("email", "")
    if not settings.DEMO or email not in {person.email for person in DEMO_PEOPLE}:
        raise Http404
    login(request, get_object_or_404(User, email=email), backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(settings.LOGIN_REDIRECT_URL)

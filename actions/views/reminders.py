"""Which reminders a person wants by e-mail."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from actions.forms.reminder_choices import ReminderChoicesForm
from actions.models import Partnership, ReminderOff


@login_required
@require_http_methods(["GET", "POST"])
def reminder_choices(request: HttpRequest) -> HttpResponse:
    form = ReminderChoicesForm(
        request.POST if request.method == "POST" else None,
        initial={"wanted": ReminderOff.objects.wanted_by(request.user)},
    )
    if form.is_valid():
        ReminderOff.objects.choose(by=request.user, wanted=form.cleaned_data["wanted"])
        messages.success(request, "Your choice of reminders is saved.")
        return redirect("reminder-choices")
    return TemplateResponse(
        request,
        "reminders/reminder_choices.html",
        {"form": form, "section": "reminders", "partnership": _only_partnership(request)},
    )


def _only_partnership(request: HttpRequest) -> Partnership | None:
    """Its name and colour stand over the page of somebody who belongs to no other."""
    partnerships = list(Partnership.objects.visible_to(request.user)[:2])
    return partnerships[0] if len(partnerships) == 1 else None

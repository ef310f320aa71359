"""Who has reported for the next meeting, and a word to those who have not."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actions import permissions
from actions.models import Plan, User
from actions.operations.send_reminders import Sending, send_reminders
from actions.summaries.chase import Chase, chase
from actions.summaries.reporting import reporting as reporting_on

from .as_at import as_at


@login_required
@require_safe
def reporting(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan, asked = _plan_to_chase(request, plan_id), as_at(request)
    shown = reporting_on(plan, on=asked.day)
    return TemplateResponse(
        request,
        "reporting/reporting.html",
        {
            "plan": plan,
            "partnership": plan.partnership,
            "section": "reporting",
            "as_at": asked,
            "reporting": shown,
            "may_remind": asked.is_today and shown.is_running and bool(shown.people),
        },
    )


@login_required
@require_POST
def reporting_remind(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Those left are reminded at most once a day, whoever presses, and however often."""
    plan = _plan_to_chase(request, plan_id)
    left = reporting_on(plan, on=timezone.localdate())
    if not left.is_running:
        messages.error(request, "This plan does not run today, so nobody was reminded.")
    elif not left.left_count:
        messages.success(request, "Every open action has been reported, so nobody was reminded.")
    else:
        chased = chase(left)
        _say_who_was_reminded(request, chased, send_reminders(chased.digests))
    return redirect("reporting", plan.pk)


def _plan_to_chase(request: HttpRequest, plan_id: int) -> Plan:
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    if not permissions.can_chase(request.user, plan.partnership):
        raise PermissionDenied
    return plan


def _say_who_was_reminded(request: HttpRequest, chased: Chase, sending: Sending) -> None:
    if sending.sent:
        messages.success(request, f"Reminded: {_names(sending.sent)}.")
    notes = []
    if sending.failed:
        failed = [person for person, _ in sending.failed]
        notes.append(f"The mail to {_names(failed)} could not be sent. Press again later to try again.")
    if chased.told_today:
        notes.append(f"Reminded earlier today, and not again: {_names(chased.told_today)}.")
    if chased.unwilling:
        notes.append(f"Does not want these reminders: {_names(chased.unwilling)}.")
    if chased.out_of_reach:
        where = ", ".join(f"{part.organisation} ({part.refs_out_of_reach})" for part in chased.out_of_reach)
        notes.append(f"Nobody to remind at {where}: no officer is known.")
    if notes:
        messages.warning(request, " ".join(notes))


def _names(people: list[User]) -> str:
    return ", ".join(str(person) for person in people)

"""Saying how an action is going."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions import permissions
from actions.choices import PromisedDate
from actions.forms.status_update import StatusUpdateForm
from actions.models import Action, StatusUpdate
from actions.operations.report_progress import SomebodyElseUpdated, report_progress
from actions.summaries.attention import standing_of

from .as_at import as_at
from .typed_text import keeps_typed_text, typed_before, writer_token


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def action_update(request: HttpRequest, action_id: int) -> HttpResponse:
    asked, today = as_at(request), timezone.localdate()
    action = get_object_or_404(
        Action.objects.visible_to(request.user)
        .as_at(asked.day)
        .select_related("plan__partnership", "priority", "lead_organisation"),
        pk=action_id,
    )
    if not permissions.can_update(request.user, action):
        raise PermissionDenied
    latest = action.updates.newest_first().select_related("recorded_by").first()
    kept = typed_before(request)
    typed, files = (request.POST, request.FILES) if request.method == "POST" else (kept, None)
    form = _form(action, _last_seen(action, latest, typed), today, typed, files)
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            update = _record(action, form, request, latest, today)
            messages.success(request, f"Update recorded for {action.ref}.{_when(update, today)}")
            return redirect(action)
        except SomebodyElseUpdated as newer:
            conflict = newer.latest
            form = _form(action, latest, today, _having_seen(request, form, newer.latest), None)
        except ValidationError as error:
            form.add_error(None, error.messages)
    return TemplateResponse(
        request,
        "updates/action_update.html",
        {
            "action": action,
            "plan": action.plan,
            "partnership": action.plan.partnership,
            "section": "actions",
            "as_at": asked,
            "standing": standing_of(action, on=asked.day, plan=action.plan),
            "latest": latest,
            "form": form,
            "conflict": conflict,
            "came_back": kept is not None,
            "writer": writer_token(request),
        },
    )


def _form(action: Action, latest: StatusUpdate | None, today: date, data, files) -> StatusUpdateForm:
    books = action.plan.books()
    return StatusUpdateForm(
        data,
        files,
        today=today,
        latest=latest,
        added_on=action.added_on,
        due_on=action.date_in_force(PromisedDate.DUE, books.first_open_day(today)),
        has_evidence=action.evidence.exists(),
        books=books,
    )


def _last_seen(action: Action, latest: StatusUpdate | None, typed: QueryDict | None) -> StatusUpdate | None:
    """The update that stood beside the form when it was opened: a newer one is a conflict, not a wrong day."""
    seen = typed and typed.get("seen")
    if seen is None or seen == str(latest and latest.pk):
        return latest
    return next((update for update in action.updates.all() if str(update.pk) == seen), None)


def _having_seen(request: HttpRequest, form: StatusUpdateForm, latest: StatusUpdate) -> QueryDict:
    """What was typed, as of somebody who has now seen the other's update."""
    typed = request.POST.copy()
    typed["seen"] = latest.pk
    typed["effective_on"] = max(form.cleaned_data["effective_on"], latest.effective_on).isoformat()
    return typed


def _record(
    action: Action, form: StatusUpdateForm, request: HttpRequest, latest: StatusUpdate | None, today: date
) -> StatusUpdate:
    seen = form.cleaned_data["seen"] if "seen" in request.POST else latest and latest.pk
    return report_progress(
        action=action,
        by=request.user,
        submission=form.cleaned_data["submission"],
        seen_id=seen,
        said=form.said,
        evidence=form.evidence,
        new_date=form.new_date,
        today=today,
    )


def _when(update: StatusUpdate, today: date) -> str:
    """Why it does not count yet, where it does not."""
    return f" {update.action.plan.books().notice(today)}" if update.effective_on > today else ""

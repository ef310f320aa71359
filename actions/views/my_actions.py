"""An officer's month: what is due to be said before the next papers, and saying it in a few presses."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actions import permissions
from actions.forms.confirm import ConfirmForm
from actions.forms.month import MonthRowForm
from actions.models import Action, Membership
from actions.operations.report_progress import SomebodyElseUpdated, confirm_progress, report_progress
from actions.summaries.attention import Standing
from actions.summaries.enquiries import answers_owed_by
from actions.summaries.owed_updates import OwedUpdates, owed_updates

from .as_at import AsAt, as_at
from .typed_text import keeps_typed_text, typed_before, writer_token


@login_required
@require_safe
def my_actions(request: HttpRequest, slug: str) -> HttpResponse:
    membership, asked = _membership(request, slug), as_at(request)
    owed = owed_updates(request.user, membership, on=asked.day)
    rows = [(standing, ConfirmForm(seen_id=standing.action.latest_update_id)) for standing in owed.due]
    office = membership.organisation
    context = _context(membership, asked) | {
        "owed": owed,
        "rows": rows,
        "may_confirm": asked.is_today,
        "answers_owed": answers_owed_by(office, on=asked.day) if office else [],
        "counts_from": _counts_from(owed, asked.day) if asked.is_today else [],
    }
    return TemplateResponse(request, "my_actions/my_actions.html", context)


@login_required
@require_POST
def action_confirm(request: HttpRequest, action_id: int) -> HttpResponse:
    """One press: still true."""
    action = get_object_or_404(
        Action.objects.visible_to(request.user).select_related("plan__partnership"), pk=action_id
    )
    if not permissions.can_update(request.user, action):
        raise PermissionDenied
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        messages.error(request, f"Nothing was recorded for {action.ref}: open this page again, and press once more.")
        return redirect("my-actions", action.plan.partnership.slug)
    today = timezone.localdate()
    try:
        confirm_progress(
            action=action,
            by=request.user,
            submission=form.cleaned_data["submission"],
            seen_id=form.cleaned_data["seen"],
            today=today,
        )
    except SomebodyElseUpdated as newer:
        messages.error(
            request,
            f"{newer.latest.recorded_by} updated {action.ref} in the meantime. Look at it before you confirm it.",
        )
        return redirect(action)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(action)
    notice = action.plan.books().notice(today)
    messages.success(request, f"{action.ref} confirmed{f'. {notice}' if notice else ': still true today.'}")
    return redirect("my-actions", action.plan.partnership.slug)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def month_update(request: HttpRequest, slug: str) -> HttpResponse:
    """Each row is saved on its own: an error in one never loses the others."""
    membership, asked, today = _membership(request, slug), as_at(request), timezone.localdate()
    owed = owed_updates(request.user, membership, on=today)
    kept = typed_before(request)
    rows = _rows(owed, request.POST if request.method == "POST" else kept, today)
    if request.method == "POST":
        saved = [standing for standing, form in rows if _is_saved(form, request)]
        if saved:
            refs = ", ".join(standing.action.ref for standing in saved)
            messages.success(request, f"Recorded: {refs}.")
        rows = [(standing, form) for standing, form in rows if standing not in saved]
        if not any(form.errors for _, form in rows):
            return redirect("my-actions", slug)
    context = _context(membership, asked) | {
        "owed": owed,
        "rows": rows,
        "counts_from": _counts_from(owed, today),
        "faulty": [form for _, form in rows if form.is_bound and form.errors],
        "came_back": kept is not None,
        "writer": writer_token(request),
    }
    return TemplateResponse(request, "my_actions/month_update.html", context)


def _counts_from(owed: OwedUpdates, today: date) -> list[str]:
    """Of each plan whose books are closed today, from when a word counts and why."""
    plans = {standing.action.plan_id: standing.action.plan for standing in [*owed.due, *owed.done]}
    return [notice for plan in plans.values() if (notice := plan.books().notice(today))]


def _rows(owed: OwedUpdates, data, today: date) -> list[tuple[Standing, MonthRowForm]]:
    rows = []
    for standing in [*owed.due, *owed.done]:
        form = MonthRowForm(data, standing=standing, today=today)
        if data is not None and not form.is_answered:
            form = MonthRowForm(standing=standing, today=today)
        rows.append((standing, form))
    return rows


def _is_saved(form: MonthRowForm, request: HttpRequest) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    common = {
        "action": form.action,
        "by": request.user,
        "submission": form.cleaned_data["submission"],
        "seen_id": form.cleaned_data["seen"],
        "today": form.today,
    }
    try:
        if form.is_confirmation:
            confirm_progress(**common)
        else:
            report_progress(**common, said=form.said)
    except SomebodyElseUpdated as newer:
        form.add_error("answer", f"{newer.latest.recorded_by} updated {form.action.ref} meanwhile: open it to see how.")
        return False
    except ValidationError as error:
        form.add_error("answer", " ".join(error.messages))
        return False
    return True


def _membership(request: HttpRequest, slug: str) -> Membership:
    membership = (
        Membership.objects.filter(user=request.user, partnership__slug=slug)
        .select_related("partnership", "organisation")
        .first()
    )
    if membership is None:
        raise Http404
    if not permissions.may_owe_updates(membership):
        raise PermissionDenied
    return membership


def _context(membership: Membership, asked: AsAt) -> dict:
    return {"partnership": membership.partnership, "membership": membership, "section": "my-actions", "as_at": asked}

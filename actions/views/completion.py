"""Evidence, and a second person's word on a claim that an action is complete."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import permissions
from actions.choices import Status, Verdict
from actions.forms.completion import CompletionReviewForm
from actions.forms.evidence import EvidenceForm
from actions.models import Action, Evidence
from actions.operations.review_completion import review_completion

from .as_at import as_at


@login_required
@require_http_methods(["GET", "POST"])
def evidence_add(request: HttpRequest, action_id: int) -> HttpResponse:
    action = _action_in(request, action_id)
    if not permissions.can_update(request.user, action):
        raise PermissionDenied
    today, books = timezone.localdate(), action.plan.books()
    form = EvidenceForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            action.add_evidence(by=request.user, added_on=books.first_open_day(today), **form.what)
            messages.success(request, f"Evidence added to {action.ref}. {books.notice(today)}".rstrip())
            return redirect(action)
        except ValidationError as error:
            form.add_error(None, error)
    context = _context(request, action) | {"form": form, "counts_from": [books.notice(today)]}
    return TemplateResponse(request, "completion/evidence_add.html", context)


@login_required
@require_safe
def evidence_download(request: HttpRequest, evidence_id: int) -> FileResponse:
    """Always as a download, so that nothing in an uploaded file ever runs as a page of ours."""
    evidence = get_object_or_404(Evidence.objects.visible_to(request.user), pk=evidence_id)
    if not evidence.file or not evidence.file.storage.exists(evidence.file.name):
        raise Http404
    return FileResponse(
        evidence.file.open("rb"),
        as_attachment=True,
        filename=evidence.file_name,
        content_type="application/octet-stream",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"},
    )


@login_required
@require_http_methods(["GET", "POST"])
def completion_review(request: HttpRequest, action_id: int) -> HttpResponse:
    action = _action_in(request, action_id)
    claim = action.last_movement()
    if claim is None or claim.status != Status.COMPLETE:
        raise Http404
    if not permissions.can_verify(request.user, action, claim):
        raise PermissionDenied
    today, books = timezone.localdate(), action.plan.books()
    form = CompletionReviewForm(request.POST if request.method == "POST" else None, today=today)
    if form.is_valid():
        cleaned = form.cleaned_data
        try:
            review_completion(
                claim=claim,
                by=request.user,
                verdict=Verdict(cleaned["verdict"]),
                on=today,
                reason=cleaned["reason"],
                then=Status(cleaned["then"] or Status.ON_TRACK),
                review_on=cleaned["review_on"],
            )
            messages.success(request, f"Your word on {action.ref} is recorded. {books.notice(today)}".rstrip())
            return redirect(action)
        except ValidationError as error:
            form.add_error(None, error)
    context = _context(request, action) | {
        "form": form,
        "claim": claim,
        "evidence": action.evidence.all(),
        "counts_from": [books.notice(today)],
    }
    return TemplateResponse(request, "completion/completion_review.html", context)


def _action_in(request: HttpRequest, action_id: int) -> Action:
    actions = Action.objects.visible_to(request.user).as_at(timezone.localdate())
    return get_object_or_404(actions.select_related("plan__partnership", "priority", "lead_organisation"), pk=action_id)


def _context(request: HttpRequest, action: Action) -> dict:
    return {
        "action": action,
        "plan": action.plan,
        "partnership": action.plan.partnership,
        "section": "actions",
        "as_at": as_at(request),
    }

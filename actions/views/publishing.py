"""Publishing a frozen report: the chair decides, text by text, what everybody may read for ever."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions import permissions
from actions.forms.publish import PublishForm
from actions.models import ProgressReport
from actions.publication import public_content

from .as_at import as_at
from .public import drawn_for_families
from .typed_text import keeps_typed_text, typed_before, writer_token


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def report_publish(request: HttpRequest, report_id: int) -> HttpResponse:
    """The button “preview” shows what families will read, and writes nothing."""
    reports = ProgressReport.objects.visible_to(request.user).select_related("plan__partnership")
    report = get_object_or_404(reports, pk=report_id)
    if not permissions.can_publish_reports(request.user, report.plan.partnership):
        raise PermissionDenied
    if refusal := _refusal(report, is_typed=request.method == "POST"):
        messages.error(request, refusal)
        return redirect("report-detail", report.pk)
    kept, told = typed_before(request), report.told
    form = PublishForm(request.POST or kept, told=told, initial={"public_words": report.public_words})
    preview = None
    if request.method == "POST" and form.is_valid():
        words = {"public_words": form.cleaned_data["public_words"], "approved": form.approved}
        if "preview" in request.POST:
            preview = drawn_for_families(public_content(told, **words))
        elif _publish(report, form, by=request.user, **words):
            messages.success(request, "Published. Everybody can read it now.")
            return redirect("report-detail", report.pk)
    return TemplateResponse(
        request,
        "publishing/report_publish.html",
        {
            "plan": report.plan,
            "partnership": report.plan.partnership,
            "section": "reports",
            "as_at": as_at(request),
            "report": report,
            "form": form,
            "preview": preview,
            "came_back": kept is not None,
            "writer": writer_token(request),
        },
    )


def _refusal(report: ProgressReport, *, is_typed: bool) -> str:
    """Where somebody else was quicker, what was typed comes back on the form, with the reason."""
    if not report.is_frozen:
        return "Freeze the report before you publish it."
    return "This report has been published already." if report.is_published and not is_typed else ""


def _publish(report: ProgressReport, form: PublishForm, **approved) -> bool:
    """False, with the reason on the form, where somebody else was quicker."""
    try:
        report.publish(at=timezone.now(), **approved)
    except ValidationError as error:
        form.add_error(None, error)
    return form.is_valid()

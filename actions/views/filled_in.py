"""Our own sheet of actions, come back filled in: shown row by row beside what the tracker says, then recorded."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions import permissions
from actions.imports.filled_in.preview import OfflinePreview, offline_preview
from actions.imports.stored import unpacked
from actions.models import PlanImport
from actions.operations.bring_in import bring_in
from actions.operations.brought import NotBroughtIn, PlanChanged

from .as_at import as_at


@login_required
@require_http_methods(["GET", "POST"])
def import_filled_in(request: HttpRequest, import_id: int) -> HttpResponse:
    """Conflicts are recorded only where somebody ticked them; what cannot be read is named, and left out."""
    found = PlanImport.objects.visible_to(request.user).filter(choices__is_filled_in=True)
    plan_import = get_object_or_404(found.select_related("partnership", "plan"), pk=import_id)
    if not permissions.can_edit_plan(request.user, plan_import.partnership):
        raise PermissionDenied
    if plan_import.is_applied:
        return redirect("import-detail", plan_import.pk)
    plan = plan_import.plan
    on = plan.first_open_day(timezone.localdate())
    preview = offline_preview(unpacked(plan_import.cells), plan, on=on)
    if request.method == "POST" and _recorded(request, plan_import, preview):
        return redirect("import-detail", plan_import.pk)
    return TemplateResponse(
        request,
        "filled_in/import_filled_in.html",
        {
            "plan": plan,
            "partnership": plan.partnership,
            "section": "imports",
            "as_at": as_at(request),
            "plan_import": plan_import,
            "preview": preview,
            "taken": _taken(request),
        },
    )


def _recorded(request: HttpRequest, plan_import: PlanImport, preview: OfflinePreview) -> bool:
    seen = request.POST.get("seen", "")
    plan_import.told_on = preview.on
    plan_import.save(update_fields=["told_on"])
    try:
        bring_in(
            plan_import=plan_import,
            brought=preview.brought(take=_taken(request)),
            by=request.user,
            seen=int(seen) if seen.isdecimal() else -1,
        )
    except PlanChanged:
        messages.error(request, "Not recorded: somebody recorded something since you looked. Look again, then record.")
    except NotBroughtIn as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Recorded.")
        return True
    return False


def _taken(request: HttpRequest) -> set[int]:
    """The rows in conflict that somebody chose to record all the same."""
    return {int(number) for number in request.POST.getlist("take") if number.isdecimal()}

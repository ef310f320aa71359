"""Bringing in files: which ones were, what came of each, and taking one back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actions.forms.import_file import ImportFileForm
from actions.imports.files import read_file
from actions.imports.filled_in.sheet import plan_of, read_offline
from actions.imports.grid import Book, UnreadableFile
from actions.imports.stored import packed
from actions.models import Partnership, Plan, PlanImport
from actions.operations.undo_import import StillNeeded, undo_import, what_rests_on
from actions.reports.blank_tracker import blank_tracker
from actions.reports.offline_workbook import EXCEL

from .as_at import as_at
from .whose_import import import_for, partnership_for


@login_required
@require_safe
def import_list(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = partnership_for(request, slug)
    imports = PlanImport.objects.visible_to(request.user).filter(partnership=partnership)
    imports = imports.defer("cells").select_related("plan", "applied_by", "undone_by").newest_first()
    return _page(
        request,
        "import_list",
        partnership,
        half_done=[each for each in imports if not each.is_applied],
        applied=[each for each in imports if each.is_applied],
    )


@login_required
@require_http_methods(["GET", "POST"])
def import_begin(request: HttpRequest, slug: str) -> HttpResponse:
    """The file is read at once, in a process of its own; whatever is wrong with it is said beside the field."""
    partnership = partnership_for(request, slug)
    form = ImportFileForm(*([request.POST, request.FILES] if request.method == "POST" else []))
    if form.is_valid():
        try:
            begun = _begin(request, partnership, form.cleaned_data["file"])
            return redirect("import-filled-in" if begun.choices.get("is_filled_in") else "import-sheets", begun.pk)
        except UnreadableFile as problem:
            form.add_error("file", str(problem))
    return _page(request, "import_begin", partnership, form=form)


@login_required
@require_safe
def import_template(request: HttpRequest, slug: str) -> HttpResponse:
    """A tracker with nothing in it yet, for who has none."""
    partnership = partnership_for(request, slug)
    organisations = partnership.organisations.filter(succeeded_by=None).values_list("name", flat=True)
    file = blank_tracker(title=f"A tracker for {partnership.name}", organisations=sorted(organisations))
    name = f"{partnership.slug}-blank-tracker.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(file, content_type=EXCEL, headers=headers)


def _begin(request: HttpRequest, partnership: Partnership, file) -> PlanImport:
    book = read_file(file.read(), file.name)
    plan = _plan_filled_in(request, partnership, book)
    return PlanImport.objects.create(
        partnership=partnership,
        plan=plan,
        file_name=book.file_name[:255],
        file_kind=book.kind,
        sha256=book.sha256,
        cells=packed(book),
        begun_by=request.user,
        choices={"is_filled_in": plan is not None},
    )


def _plan_filled_in(request: HttpRequest, partnership: Partnership, book: Book) -> Plan | None:
    """Of a sheet of ours that came back; None for anybody's tracker. UnreadableFile where it has lost its columns."""
    number = plan_of(book)
    if number is None:
        return None
    plan = Plan.objects.visible_to(request.user).filter(pk=number, partnership=partnership).first()
    if plan is None:
        raise UnreadableFile("This sheet of actions was made for a plan that is not of this partnership.")
    read_offline(book, today=timezone.localdate())
    return plan


@login_required
@require_safe
def import_detail(request: HttpRequest, import_id: int) -> HttpResponse:
    """What an import that was applied brought; of one that is half done, where it was left."""
    plan_import = import_for(request, import_id)
    if not plan_import.is_applied:
        is_filled_in = plan_import.choices.get("is_filled_in")
        return redirect("import-filled-in" if is_filled_in else "import-sheets", plan_import.pk)
    return _page(
        request,
        "import_detail",
        plan_import.partnership,
        plan_import=plan_import,
        resting=list(what_rests_on(plan_import)) if plan_import.is_in_force else [],
    )


@login_required
@require_POST
def import_undo(request: HttpRequest, import_id: int) -> HttpResponse:
    plan_import = import_for(request, import_id)
    if not plan_import.is_applied:
        return redirect("import-detail", plan_import.pk)
    try:
        undo_import(plan_import=plan_import, by=request.user)
        messages.success(request, f"Taken back: all that “{plan_import.file_name}” had brought.")
    except StillNeeded as refusal:
        messages.error(request, f"Not taken back: {' '.join(refusal.reasons)}")
    return redirect("import-detail", plan_import.pk)


@login_required
@require_POST
def import_discard(request: HttpRequest, import_id: int) -> HttpResponse:
    plan_import = import_for(request, import_id)
    if plan_import.is_applied:
        messages.error(request, "It has been brought in already, so it stays on record. It can be taken back below.")
        return redirect("import-detail", plan_import.pk)
    plan_import.delete()
    messages.success(request, f"Thrown away: “{plan_import.file_name}”. Nothing of it was brought in.")
    return redirect("import-list", plan_import.partnership.slug)


def _page(request: HttpRequest, name: str, partnership: Partnership, **context) -> TemplateResponse:
    common = {"partnership": partnership, "section": "imports", "as_at": as_at(request)}
    return TemplateResponse(request, f"imports/{name}.html", common | context)

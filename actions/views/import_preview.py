"""Bringing in, step 3: each row as it will be, every question decided; and the one press that writes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from actions.forms.import_rows import ImportRowsFilter
from actions.imports.doubts import DoubtKind
from actions.imports.kept_answers import answers_of
from actions.imports.shown.rows import RowShown, about_whole_file, counts_shown, kinds_shown, rows_shown, vanished_shown
from actions.imports.understanding.result import RowKind
from actions.imports.understanding.understood import Understanding
from actions.models import PlanImport
from actions.operations.bring_in import bring_in
from actions.operations.brought import NotBroughtIn, PlanChanged

from .as_at import BadQuery
from .import_answers import Answered, keep_decisions, questions_named
from .import_step import step_page, understood, while_half_done

ROWS_A_PAGE = 50


@login_required
@require_http_methods(["GET", "POST"])
@while_half_done
def import_preview(request: HttpRequest, plan_import: PlanImport) -> HttpResponse:
    """What was answered is kept at once, but for what cannot be read: that comes back with its reason. The place is
    kept too, until nothing is left to decide: then all rows are shown, to be looked over."""
    if not _has_a_plan(plan_import):
        return redirect("import-sheets", plan_import.pk)
    if request.method == "GET":
        return _preview(request, plan_import, Answered(understood(plan_import)))
    answered = keep_decisions(request, plan_import)
    if answered.refused:
        return _preview(request, plan_import, answered)
    if not answered.found.undecided:
        return redirect("import-preview", plan_import.pk)
    place = "questions" if request.POST.get("all") else "rows"
    return redirect(f"{_preview_at(request, plan_import)}#{place}")


@login_required
@require_http_methods(["GET", "POST"])
@while_half_done
def import_apply(request: HttpRequest, plan_import: PlanImport) -> HttpResponse:
    """Answers typed since the last look are kept first, and come back where they leave something open."""
    if request.method == "GET" or not _has_a_plan(plan_import):
        return redirect(_preview_at(request, plan_import))
    answered = keep_decisions(request, plan_import)
    if answered.refused:
        return _preview(request, plan_import, answered)
    if answered.found.undecided:
        messages.error(request, "Not brought in: something is still to be decided.")
    elif _brought_in(request, plan_import, answered.found):
        return redirect("import-detail", plan_import.pk)
    return redirect(_preview_at(request, plan_import))


def _preview_at(request: HttpRequest, plan_import: PlanImport) -> str:
    query = request.GET.urlencode()
    return reverse("import-preview", args=[plan_import.pk]) + (f"?{query}" if query else "")


def _has_a_plan(plan_import: PlanImport) -> bool:
    return plan_import.plan is not None or answers_of(plan_import).plan is not None


def _brought_in(request: HttpRequest, plan_import: PlanImport, found: Understanding) -> bool:
    seen = request.POST.get("seen", "")
    try:
        bring_in(
            plan_import=plan_import,
            brought=found.brought(),
            by=request.user,
            seen=int(seen) if seen.isdecimal() else -1,
        )
    except PlanChanged:
        messages.error(request, "Not brought in: somebody recorded something since you looked. Look again, then press.")
    except NotBroughtIn as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"Brought in: {plan_import.file_name}.")
        return True
    return False


# ──── the page


def _preview(request: HttpRequest, plan_import: PlanImport, answered: Answered) -> HttpResponse:
    found = answered.found
    chosen = _filter(request, found)
    page = _page_of(request, chosen.narrow(rows_shown(found)), answered)
    return step_page(
        request,
        "import_preview/import_preview.html",
        plan_import,
        found=found,
        counts=counts_shown(found),
        kinds=kinds_shown(found),
        new_priorities=[each for each in found.priorities if each["is_new"]],
        vanished=vanished_shown(found),
        whole=questions_named(answered.forms, about_whole_file(found)),
        filter=chosen,
        page=page,
        rows=[(row, questions_named(answered.forms, row.questions)) for row in page],
        problems=answered.problems,
        seen=plan_import.plan.revision if plan_import.plan else 0,
        here=_preview_at(request, plan_import),
    )


def _filter(request: HttpRequest, found: Understanding) -> ImportRowsFilter:
    chosen = ImportRowsFilter(
        request.GET,
        row_kinds=RowKind.choices,
        doubt_kinds=DoubtKind.choices,
        sheets=list(dict.fromkeys(row.sheet for row in found.rows)),
        there={str(kind) for kind in found.counts},
    )
    if not chosen.is_valid():
        raise BadQuery(chosen.problem)
    return chosen


def _page_of(request: HttpRequest, rows: list[RowShown], answered: Answered) -> Page:
    """Where something typed cannot be read, the page on which it stands."""
    refused = {form.question.name for form in answered.refused}
    places = [place for place, row in enumerate(rows) if refused & {question.name for question in row.questions}]
    asked = places[0] // ROWS_A_PAGE + 1 if places else request.GET.get("page") or 1
    return Paginator(rows, ROWS_A_PAGE).get_page(asked)

"""Bringing in a tracker, step by step: which sheets, what its columns mean, how each row was understood, apply.

Every step can be gone back to, and nothing is written but answers before the last press.
"""

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions.forms.import_columns import ImportColumnsForm
from actions.forms.import_rows import TO_DECIDE
from actions.forms.import_sheets import NEW, ImportSheetsForm
from actions.imports.columns.fields import Field
from actions.imports.columns.mapping import Mapping
from actions.imports.kept_answers import answers_of, keep_answers, remembered_mapping
from actions.imports.plan_proposal import plan_proposal
from actions.imports.shown.columns import FIELD_CHOICES, chosen_mapping, tables_shown, words_shown
from actions.imports.shown.sheets import sheet_shown
from actions.imports.stored import unpacked
from actions.imports.understanding.understood import Understanding
from actions.models import PlanImport

from .import_step import step_page, understood, while_half_done


@login_required
@require_http_methods(["GET", "POST"])
@while_half_done
def import_sheets(request: HttpRequest, plan_import: PlanImport) -> HttpResponse:
    """Where no sheet holds actions there is nothing to ask, and the page says why."""
    found = understood(plan_import)
    form = _sheets_form(request, plan_import, found)
    if form.is_valid():
        chosen = {"sheets": form.chosen_sheets, "told_on": form.cleaned_data["told_on"], "plan": form.new_plan}
        keep_answers(plan_import, replace(answers_of(plan_import), **chosen), plan=form.chosen_plan)
        return redirect("import-columns", plan_import.pk)
    sheets = [sheet_shown(sheet.reading) for sheet in found.sheets]
    said = {f"{sheet.name}: {sentence}" for sheet in sheets for sentence in sheet.in_words}
    return step_page(
        request,
        "import_steps/import_sheets.html",
        plan_import,
        form=form,
        holding=[sheet for sheet in sheets if not sheet.reason],
        not_holding=[sheet for sheet in sheets if sheet.reason],
        notices=[notice for notice in found.notices if notice not in said],
    )


def _sheets_form(request: HttpRequest, plan_import: PlanImport, found: Understanding) -> ImportSheetsForm:
    today, plan = timezone.localdate(), answers_of(plan_import).plan
    tables = [table for sheet in found.sheets for table in sheet.reading.tables]
    proposed = plan_proposal(tables, plan_import.file_name, today=today)
    initial = {
        "sheets": [sheet.name for sheet in found.sheets if sheet.is_chosen],
        "plan": NEW if plan else plan_import.plan_id,
        "told_on": found.told_on,
        "why": "" if plan_import.told_on else found.told_on_reason,
    }
    return ImportSheetsForm(
        _typed(request),
        sheets=[sheet.name for sheet in found.sheets if sheet.reading.tables],
        plans=plan_import.partnership.plans.all(),
        today=today,
        initial=vars(proposed) | (plan or {}) | initial,
    )


@login_required
@require_http_methods(["GET", "POST"])
@while_half_done
def import_columns(request: HttpRequest, plan_import: PlanImport) -> HttpResponse:
    """Another meaning of a column may bring words that were not asked about yet: then they are asked."""
    answers, book = answers_of(plan_import), unpacked(plan_import.cells)
    form = _columns_form(plan_import, understood(plan_import, book=book), _typed(request))
    if form.is_valid():
        mapping = chosen_mapping(answers.mapping, form.tables, form.chosen_fields, form.chosen_words)
        keep_answers(plan_import, replace(answers, mapping=mapping), plan=plan_import.plan)
        now = _columns_form(plan_import, understood(plan_import, book=book))
        if {word.key for word in now.words} <= {word.key for word in form.words}:
            return redirect(f"{reverse('import-preview', args=[plan_import.pk])}?show={TO_DECIDE}")
        messages.info(request, "There are now further words that may say how an action is going: look at them below.")
        return redirect(f"{reverse('import-columns', args=[plan_import.pk])}#words")
    words_open, words_clear = form.asked_words
    return step_page(
        request,
        "import_steps/import_columns.html",
        plan_import,
        form=form,
        words_open=words_open,
        words_clear=words_clear,
        is_as_last_time=not plan_import.mapping and answers.mapping != Mapping(),
    )


def _columns_form(plan_import: PlanImport, found: Understanding, typed: QueryDict | None = None) -> ImportColumnsForm:
    return ImportColumnsForm(
        typed,
        tables=tables_shown(found, remembered_mapping(plan_import.partnership)),
        words=words_shown(found),
        meanings=FIELD_CHOICES,
        title=Field.TITLE.value,
    )


def _typed(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None

"""What the steps of bringing in a file have in common: whose they are, what was answered, and where they lead."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from actions.imports.answers import Answers
from actions.imports.grid import Book
from actions.imports.kept_answers import answers_of
from actions.imports.known_plan import known_plan
from actions.imports.stored import unpacked
from actions.imports.understanding.understand import understand
from actions.imports.understanding.understood import Understanding
from actions.models import PlanImport

from .as_at import as_at
from .whose_import import import_for

STEPS = ["import-sheets", "import-columns", "import-preview"]


def while_half_done(view: Callable) -> Callable:
    """The view gets the import itself. What is applied has nothing left to ask, and our own sheet has its own page."""

    @wraps(view)
    def asked(request: HttpRequest, import_id: int) -> HttpResponse:
        plan_import = import_for(request, import_id)
        if plan_import.is_applied or plan_import.choices.get("is_filled_in"):
            return redirect("import-detail", plan_import.pk)
        return view(request, plan_import)

    return asked


def understood(plan_import: PlanImport, answers: Answers | None = None, *, book: Book | None = None) -> Understanding:
    known = known_plan(plan_import.partnership, plan_import.plan)
    answers = answers or answers_of(plan_import)
    return understand(book or unpacked(plan_import.cells), answers, known, today=timezone.localdate())


def step_page(request: HttpRequest, template: str, plan_import: PlanImport, **context) -> TemplateResponse:
    """`template` is the page's own, and named after its step."""
    name = template.rpartition("/")[2].removesuffix(".html").replace("_", "-")
    common = {
        "partnership": plan_import.partnership,
        "section": "imports",
        "as_at": as_at(request),
        "plan_import": plan_import,
        "step": STEPS.index(name) + 1,
        "steps": len(STEPS),
    }
    return TemplateResponse(request, template, common | context)

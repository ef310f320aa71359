"""The register of questions and recommendations: who owes which answer, putting one on record, and answering it."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import permissions
from actions.choices import BodyKind
from actions.forms.enquiry import EnquiryAnswerForm, EnquiryForm
from actions.forms.enquiry_filter import EnquiryFilter
from actions.models import Action, Enquiry, EnquiryAnswer, Meeting, Partnership
from actions.operations.enquiries import SomebodyElseAnswered, answer_enquiry, record_enquiry
from actions.reports.csv_file import csv_response
from actions.summaries.enquiries import Entry, enquiry_register, entries_of
from actions.tables.enquiries import EnquiryTable

from .arranged import arrange, sort_in
from .as_at import AsAt, BadQuery, as_at
from .typed_text import keeps_typed_text, typed_before, writer_token
from .unchanged import unchanged_is_not_sent

ROWS_A_PAGE = 50


@login_required
@require_safe
@unchanged_is_not_sent
def enquiry_list(request: HttpRequest, slug: str) -> HttpResponse:
    partnership, asked = _partnership_in(request, slug), as_at(request)
    found = _filtered(request, partnership, asked)
    register = enquiry_register(partnership, on=asked.day, among=found.qs)
    table = EnquiryTable(register.entries)
    arrange(table, request, rows_a_page=ROWS_A_PAGE)
    return TemplateResponse(
        request,
        "enquiries/enquiry_list.html",
        {
            "partnership": partnership,
            "section": "enquiries",
            "as_at": asked,
            "register": register,
            "filter": found,
            "table": table,
            "can_add": permissions.can_add_enquiry(request.user, partnership),
        },
    )


@login_required
@require_safe
def enquiry_list_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Just the rows of the list at the same address, with every column."""
    partnership, asked = _partnership_in(request, slug), as_at(request)
    entries = entries_of(_filtered(request, partnership, asked).qs, on=asked.day)
    table = EnquiryTable(entries, order_by=sort_in(request, EnquiryTable.base_columns))
    return csv_response(table.as_values(), file_name=f"{partnership.slug}-questions-as-at-{asked.day}.csv")


@login_required
@require_safe
@unchanged_is_not_sent
def enquiry_detail(request: HttpRequest, enquiry_id: int) -> HttpResponse:
    asked = as_at(request)
    entry = _entry_in(request, enquiry_id, asked)
    return TemplateResponse(
        request,
        "enquiries/enquiry_detail.html",
        _context(entry, asked)
        | {
            "actions": Action.objects.filter(enquiries=entry.enquiry).as_at(asked.day).select_related("plan"),
            "can_answer": permissions.can_answer(request.user, entry.enquiry),
        },
    )


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def enquiry_add(request: HttpRequest, slug: str) -> HttpResponse:
    partnership, today = _partnership_in(request, slug), timezone.localdate()
    if not permissions.can_add_enquiry(request.user, partnership):
        raise PermissionDenied
    kept = typed_before(request)
    form = EnquiryForm(
        request.POST if request.method == "POST" else kept,
        partnership=partnership,
        today=today,
        last=_last_meeting(partnership, today),
        action=_action_asked_about(request, partnership),
    )
    if request.method == "POST" and form.is_valid():
        try:
            enquiry = record_enquiry(partnership=partnership, by=request.user, **form.cleaned_data)
            messages.success(request, "It is on record.")
            return redirect(enquiry)
        except ValidationError as error:
            form.add_error(None, error.messages)
    return TemplateResponse(
        request,
        "enquiries/enquiry_add.html",
        {
            "partnership": partnership,
            "section": "enquiries",
            "as_at": as_at(request),
            "form": form,
            "came_back": kept is not None,
            "writer": writer_token(request),
        },
    )


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def enquiry_answer(request: HttpRequest, enquiry_id: int) -> HttpResponse:
    asked, today = as_at(request), timezone.localdate()
    entry = _entry_in(request, enquiry_id, asked)
    if not permissions.can_answer(request.user, entry.enquiry):
        raise PermissionDenied
    kept = typed_before(request)
    form = _answer_form(entry.enquiry, request.POST if request.method == "POST" else kept, today)
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            answer_enquiry(
                enquiry=entry.enquiry,
                by=request.user,
                submission=form.cleaned_data["submission"],
                seen_id=form.cleaned_data["seen"],
                **form.said,
            )
            messages.success(request, "The answer is on record.")
            return redirect(entry.enquiry)
        except SomebodyElseAnswered as newer:
            conflict = newer.latest
            form = _answer_form(entry.enquiry, _having_seen(request, form, conflict), today)
        except ValidationError as error:
            form.add_error(None, error.messages)
    return TemplateResponse(
        request,
        "enquiries/enquiry_answer.html",
        _context(entry, asked)
        | {"form": form, "conflict": conflict, "came_back": kept is not None, "writer": writer_token(request)},
    )


def _answer_form(enquiry: Enquiry, typed: QueryDict | None, today: date) -> EnquiryAnswerForm:
    """Held against the answer that stood beside it when it was opened: a newer one is a conflict, not a wrong day."""
    answers = list(enquiry.answers.newest_first())
    seen = typed.get("seen") if typed is not None else None
    stood = answers if seen is None else [answer for answer in answers if str(answer.pk) == seen]
    return EnquiryAnswerForm(typed, enquiry=enquiry, latest=stood[0] if stood else None, today=today)


def _having_seen(request: HttpRequest, form: EnquiryAnswerForm, latest: EnquiryAnswer) -> QueryDict:
    """What was typed, as of somebody who has now seen the other's answer."""
    typed = request.POST.copy()
    typed["seen"] = latest.pk
    typed["answered_on"] = max(form.cleaned_data["answered_on"], latest.answered_on).isoformat()
    return typed


def _partnership_in(request: HttpRequest, slug: str) -> Partnership:
    return get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)


def _entry_in(request: HttpRequest, enquiry_id: int, asked: AsAt) -> Entry:
    enquiries = Enquiry.objects.visible_to(request.user).filter(pk=enquiry_id).as_at(asked.day)
    related = enquiries.select_related("partnership", "meeting", "recorded_by", "addressed_to__succeeded_by")
    for entry in entries_of(related, on=asked.day):
        return entry
    raise Http404


def _filtered(request: HttpRequest, partnership: Partnership, asked: AsAt) -> EnquiryFilter:
    """Refuses an address whose filter cannot be, naming what it could say."""
    enquiries = Enquiry.objects.filter(partnership=partnership).as_at(asked.day)
    found = EnquiryFilter(request.GET, enquiries, partnership=partnership)
    if not found.is_valid():
        raise BadQuery(found.problem)
    return found


def _last_meeting(partnership: Partnership, today: date) -> Meeting | None:
    """Whose minutes are most likely being typed: the scrutiny committee's last, else any body's."""
    held = Meeting.objects.of(partnership).filter(held_on__lte=today).order_by("-held_on", "-pk")
    return held.filter(body__kind=BodyKind.SCRUTINY).first() or held.first()


def _action_asked_about(request: HttpRequest, partnership: Partnership) -> Action | None:
    """The one from whose page the form was opened, if the address names one."""
    typed = request.GET.get("action", "")
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 15):
        raise BadQuery(f"“action” must be the number of an action. The address says “{typed[:40]}”.")
    return get_object_or_404(Action.objects.filter(plan__partnership=partnership).select_related("plan"), pk=typed)


def _context(entry: Entry, asked: AsAt) -> dict:
    return {
        "entry": entry,
        "enquiry": entry.enquiry,
        "partnership": entry.enquiry.partnership,
        "section": "enquiries",
        "as_at": asked,
    }

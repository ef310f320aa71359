"""The parts that pages are made of: named arguments in, markup out.

The working out is here, the markup in templates/components/. Every template has these tags
without `{% load %}`.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from django import forms, template
from django.template import Context
from django.urls import reverse
from django.utils.safestring import SafeString

from actions import periods, rag
from actions.choices import EnquiryState, Progress, Rag, Status
from actions.flags import RaisedFlag
from actions.forms.problems import problems_of
from actions.forms.renderer import GovukRenderer
from actions.summaries.twelve_months import MonthStatus

from .links import with_day, with_query
from .strip_words import status_in_words, strip_in_words

MINUS = "\N{MINUS SIGN}"

register = template.Library()


# ──── days


@register.filter
def in_full(day: date | None) -> str:
    """12 July 2019"""
    return periods.in_full(day) if day else ""


@register.filter
def iso_in_full(day: str | None) -> str:
    """Of a day in a report's content: 2019-07-12 is 12 July 2019."""
    return periods.in_full(date.fromisoformat(day)) if day else ""


@register.filter
def in_short(day: date | None) -> str:
    """12 Jul 2019"""
    return periods.in_short(day) if day else ""


@register.inclusion_tag("components/as_at_bar.html", takes_context=True)
def as_at_bar(context: Context) -> dict:
    """Which day the page is about, what it is compared with, and the way to another day."""
    as_at, request = context["as_at"], context["request"]
    kept = dict(as_at.hidden_params)
    chosen_day = request.GET.get("compared_with") and as_at.compared_with
    meetings = [
        (
            meeting,
            with_day(context, request.path, kept | {"compared_with": meeting.held_on.isoformat()}),
            meeting.held_on == as_at.compared_with,
        )
        for meeting in as_at.earlier_meetings
    ]
    return {
        "as_at": as_at,
        "path": request.path,
        "today_url": with_query(request.path, kept),
        "chosen_day": chosen_day,
        "meetings": meetings,
    }


# ──── words with a shape: colour never speaks alone


@register.inclusion_tag("components/status_tag.html")
def status_tag(status: Status | str) -> dict:
    return {"status": Status(status)}


@register.inclusion_tag("components/status_change.html")
def status_change(*, before: Status | str | None, after: Status | str) -> dict:
    """From one status to another; nothing before means that the action joined the plan."""
    return {"before": Status(before) if before else None, "after": Status(after)}


@register.inclusion_tag("components/judged_tag.html")
def judged_tag(progress: Progress | str) -> dict:
    """What was judged of a finding. Black and white, for it is neither a status nor a colour."""
    return {"progress": Progress(progress)}


@register.inclusion_tag("components/rag_tag.html")
def rag_tag(rag: Rag | str, *, reason: str = "", is_outlined: bool = False) -> dict:
    """Blue is outlined, and says so, until somebody from elsewhere has verified the completion."""
    return {"rag": Rag(rag), "reason": reason, "is_outlined": is_outlined and Rag(rag) == Rag.BLUE}


@register.inclusion_tag("components/rag_key.html", takes_context=True)
def rag_key(context: Context, plan: rag.Thresholds, counts: Mapping[Rag, int] | None = None) -> dict:
    """What the colours mean; with `counts`, also how many actions have each, linked to their list."""
    return {"key": [_key_entry(context, plan, colour, rule, counts) for colour, rule in rag.rag_key(plan)]}


def _key_entry(context: Context, plan, colour: Rag, rule: str, counts: Mapping[Rag, int] | None) -> dict:
    if counts is None:
        return {"rag": colour, "rule": rule}
    url = with_day(context, reverse("action-list", args=[plan.pk]), {"rag": colour.value})
    return {"rag": colour, "rule": rule, "number": counts[colour], "url": url, "name": f"rag-{colour.value}"}


@register.inclusion_tag("components/rag_bar.html")
def rag_bar(rag: Rag | str, number: int, *, most: int) -> dict:
    """How many have a colour, as a bar: the highest number beside which it is read fills the width."""
    return {"rag": Rag(rag), "width": round(100 * number / most) if number else 0}


@register.inclusion_tag("components/status_key.html")
def status_key() -> dict:
    """The marks of a strip or a chart, with their words."""
    return {"statuses": [*Status.counted(), Status.CLOSED]}


@register.inclusion_tag("components/enquiry_tag.html")
def enquiry_tag(state: EnquiryState | str) -> dict:
    """How an answer stands: a mark and its words, without a colour, for those belong to actions."""
    return {"state": EnquiryState(state)}


@register.inclusion_tag("components/illustrative_tag.html")
def illustrative_tag() -> dict:
    return {}


@register.inclusion_tag("components/flag_list.html")
def flag_list(flags: Sequence[RaisedFlag]) -> dict:
    return {"flags": flags}


# ──── figures, strips and charts


@register.inclusion_tag("components/figure.html")
def figure(
    *,
    name: str,
    number: int,
    label: str,
    url: str = "",
    change: int | None = None,
    since: date | str | None = None,
    change_url: str = "",
) -> dict:
    """A headline number, linked to what it counts, and its change to what moved. `name` is a status, or what else."""
    return {
        "name": name,
        "number": number,
        "label": label,
        "url": url,
        "is_status": name in Status,
        "change": None if change is None else change_in_words(change),
        "change_url": change_url,
        "since": in_full(since) if isinstance(since, date) else since,
    }


@register.filter
def change_in_words(change: int) -> str:
    if change == 0:
        return "No change"
    return f"+{change}" if change > 0 else f"{MINUS}{-change}"


@register.inclusion_tag("components/strip.html")
def strip(months: Sequence[MonthStatus]) -> dict:
    cells = [(f"{month.day:%b %Y}", month.status, status_in_words(month.status)) for month in months]
    return {"cells": cells, "label": strip_in_words(months)}


@register.inclusion_tag("components/chart.html")
def chart(*, id: str, figure: dict, label: str, is_half_on_paper: bool = False) -> dict:
    """A plotly figure that charts.js draws. Its table must follow: without JavaScript it is all there is."""
    return {
        "id": id,
        "data_id": f"{id}-data",
        "figure": figure,
        "label": label,
        "is_half_on_paper": is_half_on_paper,
    }


# ──── finding one's way


@register.inclusion_tag("components/empty.html")
def empty(text: str) -> dict:
    """Nothing is said to be nothing."""
    return {"text": text}


# ──── forms


@register.simple_tag
def govuk_form(form: forms.BaseForm) -> SafeString:
    """Any form's fields in our markup, also one that comes from another package."""
    form.renderer = GovukRenderer()
    return form.render(form.renderer.form_template_name)


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict:
    return {"problems": problems_of(form)}

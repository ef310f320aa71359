"""The organisations that answer together, and who took over whose work."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from actions import permissions
from actions.forms.records.organisation import OrganisationForm
from actions.models import Organisation, Partnership
from actions.summaries.record_history import record_history
from actions.tables.organisations import OrganisationTable

from .arranged import arrange
from .filling import around, fill
from .typed_text import keeps_typed_text


@login_required
@require_safe
def organisation_list(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = _partnership_to_edit(request, slug)
    organisations = partnership.organisations.with_load().select_related("succeeded_by").order_by("name")
    table = OrganisationTable(organisations)
    arrange(table, request)
    context = around(request, partnership, table=table)
    return TemplateResponse(request, "organisations/organisation_list.html", context)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def organisation_add(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = _partnership_to_edit(request, slug)
    filling = fill(request, partial(OrganisationForm, instance=Organisation(partnership=partnership)))
    if filling.saved:
        messages.success(request, f"{filling.saved} belongs to the partnership.")
        return redirect("organisation-list", slug)
    context = around(request, partnership) | filling.context
    return TemplateResponse(request, "organisations/organisation_add.html", context)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def organisation_edit(request: HttpRequest, organisation_id: int) -> HttpResponse:
    organisations = Organisation.objects.visible_to(request.user).select_related("partnership")
    organisation = get_object_or_404(organisations, pk=organisation_id)
    partnership = organisation.partnership
    _permit(request, partnership)
    filling = fill(request, partial(OrganisationForm, instance=organisation))
    if filling.saved:
        messages.success(request, "Saved.")
        return redirect("organisation-list", partnership.slug)
    context = around(
        request,
        partnership,
        organisation=organisation,
        changes=record_history(organisation),
    )
    return TemplateResponse(request, "organisations/organisation_edit.html", context | filling.context)


def _partnership_to_edit(request: HttpRequest, slug: str) -> Partnership:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    _permit(request, partnership)
    return partnership


def _permit(request: HttpRequest, partnership: Partnership) -> None:
    if not permissions.can_edit_organisations(request.user, partnership):
        raise PermissionDenied

"""Who belongs to the partnership, and as what."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actions import permissions
from actions.forms.records.member import MemberAddForm, MembershipForm
from actions.models import Membership, Partnership
from actions.operations.add_member import add_member
from actions.operations.remove_record import end_membership
from actions.summaries.record_history import membership_history, record_history
from actions.tables.members import MemberTable

from .arranged import arrange
from .filling import around, fill
from .typed_text import keeps_typed_text

CHANGES_SHOWN = 30


@login_required
@require_safe
def member_list(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = _partnership_to_edit(request, slug)
    roles = permissions.roles_to_give(request.user, partnership)
    members = partnership.memberships.select_related("user", "organisation").order_by("user__name", "pk")
    table = MemberTable(members, may_edit=lambda each: permissions.may_edit_membership(request.user, each, roles))
    arrange(table, request)
    context = around(request, partnership, table=table, changes=membership_history(partnership)[:CHANGES_SHOWN])
    return TemplateResponse(request, "members/member_list.html", context)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def member_add(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = _partnership_to_edit(request, slug)
    roles = permissions.roles_to_give(request.user, partnership)
    filling = fill(
        request,
        partial(MemberAddForm, partnership=partnership, roles=roles),
        save=lambda form: add_member(partnership=partnership, by=request.user, **form.cleaned_data),
    )
    if filling.saved:
        messages.success(request, _how_to_sign_in(filling.saved))
        return redirect("member-list", slug)
    return TemplateResponse(request, "members/member_add.html", around(request, partnership) | filling.context)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def member_edit(request: HttpRequest, membership_id: int) -> HttpResponse:
    member = _member_to_edit(request, membership_id)
    roles = permissions.roles_to_give(request.user, member.partnership)
    filling = fill(request, partial(MembershipForm, instance=member, roles=roles))
    if filling.saved:
        messages.success(request, "Saved.")
        return redirect("member-list", member.partnership.slug)
    context = around(request, member.partnership, member=member, changes=record_history(member))
    return TemplateResponse(request, "members/member_edit.html", context | filling.context)


@login_required
@require_POST
def member_end(request: HttpRequest, membership_id: int) -> HttpResponse:
    member = _member_to_edit(request, membership_id)
    end_membership(membership=member, by=request.user)
    messages.success(request, f"{member.user} is no longer a member. What they said stays, with their name.")
    return redirect("member-list", member.partnership.slug)


def _how_to_sign_in(member: Membership) -> str:
    return (
        f"{member.user} is a member. Who has no password yet gets one on the sign-in page, "
        "by “Forgotten your password?”: tell them so."
    )


def _partnership_to_edit(request: HttpRequest, slug: str) -> Partnership:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    if not permissions.can_edit_members(request.user, partnership):
        raise PermissionDenied
    return partnership


def _member_to_edit(request: HttpRequest, membership_id: int) -> Membership:
    memberships = Membership.objects.visible_to(request.user).select_related("partnership", "user", "organisation")
    member = get_object_or_404(memberships, pk=membership_id)
    if not permissions.can_edit_membership(request.user, member):
        raise PermissionDenied
    return member

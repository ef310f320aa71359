"""The service administration: members use the pages. What happened can be read here, never changed."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import URLField
from simple_history.admin import SimpleHistoryAdmin

from actions.models import (
    Action,
    ActionLink,
    ActionLinkWithdrawal,
    Body,
    DateChange,
    DateDecision,
    Enquiry,
    EnquiryAction,
    EnquiryAnswer,
    Evidence,
    Finding,
    FindingJudgement,
    Inspection,
    Meeting,
    Membership,
    Organisation,
    Partnership,
    Plan,
    Priority,
    ProgressReport,
    StatusUpdate,
    User,
    Verification,
)

admin.site.site_header = admin.site.site_title = "SEND Tracker: service administration"
admin.site.unregister(Group)


class BumpsRevision(SimpleHistoryAdmin):
    """Saving or deleting marks every plan of the record's partnership as changed. Admin views are atomic."""

    def save_model(self, request, obj, form, change):
        """Before the write, so that a report being frozen waits for it, or it for the report; never half and half."""
        self._bump(obj)
        super().save_model(request, obj, form, change)

    def delete_model(self, request, obj):
        self._bump(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self._bump(obj)
        super().delete_queryset(request, queryset)

    def _bump(self, obj) -> None:
        for partnership in Partnership.objects.filter(pk=self.partnership_of(obj)):
            partnership.bump_revisions()
        if isinstance(obj, Plan) and obj.pk:
            obj.refresh_from_db(fields=["revision"])  # or saving it would take the old one back

    def partnership_of(self, obj) -> int:
        return obj.partnership_id


class ReadOnly(admin.ModelAdmin):
    """What happened is only ever added, and only by the pages, which know the rules."""

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(User)
class PersonAdmin(UserAdmin):
    ordering = ["email"]
    list_display = ["email", "name", "is_active", "is_staff"]
    search_fields = ["email", "name"]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        ("What they may do", {"fields": ["is_active", "is_staff", "is_superuser"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "usable_password", "password1", "password2"]})]
    list_filter = ["is_active", "is_staff"]
    filter_horizontal = []


@admin.register(Partnership)
class PartnershipAdmin(BumpsRevision):
    list_display = ["name", "council_name"]
    prepopulated_fields = {"slug": ["name"]}

    def partnership_of(self, obj) -> int:
        return obj.pk


@admin.register(Membership)
class MembershipAdmin(BumpsRevision):
    list_display = ["user", "partnership", "role", "organisation"]
    list_filter = ["partnership", "role"]


@admin.register(Organisation)
class OrganisationAdmin(BumpsRevision):
    list_display = ["name", "short_name", "kind", "partnership"]
    list_filter = ["partnership", "kind"]


@admin.register(Inspection)
class InspectionAdmin(BumpsRevision):
    list_display = ["partnership", "kind", "inspected_on", "published_on", "outcome"]


@admin.register(Finding)
class FindingAdmin(BumpsRevision):
    list_display = ["ref", "kind", "text", "inspection"]
    list_filter = ["inspection__partnership", "kind"]

    def partnership_of(self, obj) -> int:
        return obj.inspection.partnership_id


@admin.register(Plan)
class PlanAdmin(BumpsRevision):
    list_display = ["title", "partnership", "kind", "starts_on", "ends_on", "adopted_on"]


@admin.register(Priority)
class PriorityAdmin(BumpsRevision):
    list_display = ["ref", "title", "plan"]
    list_filter = ["plan"]

    def partnership_of(self, obj) -> int:
        return obj.plan.partnership_id


@admin.register(Action)
class ActionAdmin(BumpsRevision):
    list_display = ["ref", "title", "plan", "lead_organisation", "original_due_on"]
    list_filter = ["plan"]
    search_fields = ["ref", "title"]
    filter_horizontal = ["contributors", "findings"]
    promise = ["added_on", "planned_start_on", "original_due_on", "due_precision", "due_as_typed"]

    def partnership_of(self, obj) -> int:
        return obj.plan.partnership_id

    def has_delete_permission(self, request, obj=None) -> bool:
        """A promise of an adopted plan, or one that a frozen report counts, is closed with a reason, never deleted."""
        stays = obj and (obj.plan.adopted_on or obj.plan.books().are_closed_on(obj.added_on))
        return super().has_delete_permission(request, obj) and not stays

    def get_actions(self, request) -> dict:
        """None at once: each is asked about on its own page."""
        return {}

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        """Original dates never change once the plan is adopted; the database refuses as well."""
        return self.promise if obj and obj.plan.adopted_on else []


@admin.register(Body)
class BodyAdmin(BumpsRevision):
    list_display = ["name", "kind", "partnership", "answer_within", "answer_unit", "nhs_answer_days"]


@admin.register(Meeting)
class MeetingAdmin(BumpsRevision):
    list_display = ["body", "held_on", "papers_due_on"]
    list_filter = ["body"]

    def partnership_of(self, obj) -> int:
        return obj.body.partnership_id


@admin.register(StatusUpdate)
class StatusUpdateAdmin(ReadOnly):
    list_display = ["action", "status", "effective_on", "recorded_at", "recorded_by"]
    list_filter = ["action__plan", "status"]


@admin.register(DateChange)
class DateChangeAdmin(ReadOnly):
    list_display = ["action", "which", "from_on", "to_on", "asked_on", "asked_by"]
    list_filter = ["action__plan", "which"]


@admin.register(DateDecision)
class DateDecisionAdmin(ReadOnly):
    list_display = ["date_change", "is_agreed", "decided_on", "decided_by", "body"]
    list_filter = ["date_change__action__plan", "is_agreed"]


@admin.register(Evidence)
class EvidenceAdmin(ReadOnly):
    list_display = ["title", "action", "added_on", "added_by"]
    list_filter = ["action__plan"]
    exclude = ["file"]  # it has no address: evidence leaves the service by its own page only
    formfield_overrides = {URLField: {"assume_scheme": "https"}}


@admin.register(Verification)
class VerificationAdmin(ReadOnly):
    list_display = ["claim", "verdict", "verified_on", "verified_by"]
    list_filter = ["claim__action__plan", "verdict"]


@admin.register(FindingJudgement)
class FindingJudgementAdmin(ReadOnly):
    list_display = ["finding", "judged_on", "judged_by", "is_sufficient", "recorded_by"]


admin.site.register([Enquiry, EnquiryAction, EnquiryAnswer, ActionLink, ActionLinkWithdrawal, ProgressReport], ReadOnly)

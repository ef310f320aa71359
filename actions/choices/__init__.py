"""The vocabulary: words people choose from, with their labels, order and groups."""

from django.db import models

from .enquiries import AnswerOutcome as AnswerOutcome
from .enquiries import EnquiryKind as EnquiryKind
from .enquiries import EnquiryState as EnquiryState
from .enquiries import TimeUnit as TimeUnit
from .findings import Gap as Gap
from .findings import Progress as Progress
from .offline import OfflineColumn as OfflineColumn
from .reminders import ReminderKind as ReminderKind
from .reports import Judgement as Judgement


class Status(models.TextChoices):
    """How an action is going, in the partnership's own words, worst first. No update yet is NOT_STARTED."""

    DELAYED = "delayed", "Delayed or at risk"
    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    COMPLETE = "complete", "Complete"
    CLOSED = "closed", "No longer applicable"

    @classmethod
    def counted(cls) -> list["Status"]:
        """The four that make up a plan's total, as a headline reads them; CLOSED is listed beside."""
        return [cls.COMPLETE, cls.ON_TRACK, cls.NOT_STARTED, cls.DELAYED]

    @classmethod
    def open(cls) -> list["Status"]:
        """Still to be done, so somebody owes an update."""
        return [cls.DELAYED, cls.NOT_STARTED, cls.ON_TRACK]

    def is_worse_than(self, other: "Status") -> bool:
        order = list(Status)
        return order.index(self) < order.index(other)


class Rag(models.TextChoices):
    """The colour that dates and status give together, worst first. Worked out, never typed: see rag.py."""

    RED = "red", "Red"
    AMBER = "amber", "Amber"
    GREEN = "green", "Green"
    GREY = "grey", "Grey"
    BLUE = "blue", "Blue"
    NONE = "none", "No colour"

    @classmethod
    def shown(cls) -> list["Rag"]:
        return [cls.BLUE, cls.GREEN, cls.AMBER, cls.RED, cls.GREY]


class Flag(models.TextChoices):
    """What a reader should notice about an action as at a day: see rag.py for when each is raised."""

    OVERDUE = "overdue", "Past its due date"
    ON_TRACK_PAST_DUE = "on_track_past_due", "Said on track but past its date"
    SHOULD_HAVE_STARTED = "should_have_started", "Should have started"
    NO_START_DATE = "no_start_date", "No start date"
    MOVED = "moved", "Due date moved"
    SAYS_EXTENDED = "says_extended", "Says extended, but no new date was asked for"
    NOT_CONFIRMED = "not_confirmed", "Not confirmed lately"
    REVIEW_PASSED = "review_passed", "Review date passed"
    NO_EVIDENCE = "no_evidence", "Complete without evidence"
    NOT_VERIFIED = "not_verified", "Complete, not yet verified"


class MoveKind(models.TextChoices):
    """What became of an action between two days, worst first, as a committee should read it."""

    WORSENED = "worsened", "Worsened"
    REOPENED = "reopened", "Re-opened"
    CLOSED = "closed", "No longer applicable"
    ADDED = "added", "Added to the plan"
    IMPROVED = "improved", "Improved"
    COMPLETED = "completed", "Completed"
    RETURNED = "returned", "Changed and changed back"


class DatePrecision(models.TextChoices):
    """How exactly a date was promised. The date kept is always the last day of the range."""

    DAY = "day", "A day"
    MONTH = "month", "A month"
    TERM = "term", "A school term"
    QUARTER = "quarter", "A quarter"
    YEAR = "year", "A year"
    ONGOING = "ongoing", "Ongoing"
    NONE = "none", "No date given"

    @classmethod
    def dated(cls) -> list["DatePrecision"]:
        return [cls.DAY, cls.MONTH, cls.TERM, cls.QUARTER, cls.YEAR]


class PromisedDate(models.TextChoices):
    """Which of an action's promised dates a change is about."""

    DUE = "due", "Due date"
    START = "start", "Start date"


class Verdict(models.TextChoices):
    """A second person's word on a claim that an action is complete."""

    VERIFIED = "verified", "Verified"
    SENT_BACK = "sent_back", "Sent back"


class LinkKind(models.TextChoices):
    """What became of an action in a later plan. Only what was complete is promised again."""

    CARRIED_FORWARD = "carried_forward", "Carried forward"
    REPLACED = "replaced", "Replaced"
    MERGED = "merged", "Merged"
    SPLIT = "split", "Split"
    DROPPED = "dropped", "Dropped"
    PROMISED_AGAIN = "promised_again", "Promised again"

    @classmethod
    def fitting(cls, *, is_complete: bool) -> list["LinkKind"]:
        return [kind for kind in cls if (kind == cls.PROMISED_AGAIN) == is_complete]


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", "Council"
    NHS_COMMISSIONER = "nhs_commissioner", "NHS commissioner"
    NHS_TRUST = "nhs_trust", "NHS trust"
    PARENT_CARER_FORUM = "parent_carer_forum", "Parent carer forum"
    YOUNG_PEOPLE = "young_people", "Young people's group"
    EDUCATION = "education", "School, college or setting"
    VOLUNTARY = "voluntary", "Voluntary organisation"
    NATIONAL = "national", "National body"

    @classmethod
    def nhs(cls) -> list["OrganisationKind"]:
        """Those that the regulations on health scrutiny give 28 days to answer."""
        return [cls.NHS_COMMISSIONER, cls.NHS_TRUST]


class InspectionKind(models.TextChoices):
    INSPECTION = "inspection", "Area SEND inspection"
    REVISIT = "revisit", "Revisit"
    MONITORING = "monitoring", "Monitoring inspection"


class InspectionOutcome(models.TextChoices):
    """The three outcomes of the area SEND framework of 2023, and what came before it."""

    STATEMENT_REQUIRED = "statement_required", "Written statement of action required"
    TYPICALLY_POSITIVE = "typically_positive", "Typically positive experiences and outcomes"
    INCONSISTENT = "inconsistent", "Inconsistent experiences and outcomes"
    SYSTEMIC_FAILINGS = "systemic_failings", "Widespread and/or systemic failings"
    PARTLY_SUFFICIENT = "partly_sufficient", "Sufficient progress in some areas"


class FindingKind(models.TextChoices):
    FUNDAMENTAL_FAILING = "fundamental_failing", "Fundamental failing"
    SIGNIFICANT_WEAKNESS = "significant_weakness", "Area of significant concern"
    PRIORITY_ACTION = "priority_action", "Area for priority action"
    IMPROVEMENT = "improvement", "Area for improvement"
    STRENGTH = "strength", "Strength"

    @classmethod
    def needing_action(cls) -> list["FindingKind"]:
        return [kind for kind in cls if kind != cls.STRENGTH]


class PlanKind(models.TextChoices):
    WSOA = "wsoa", "Written statement of action"
    IMPROVEMENT_PLAN = "improvement_plan", "Improvement plan"
    APP = "app", "Accelerated progress plan"
    PAP = "pap", "Priority action plan"
    STRATEGY = "strategy", "Strategy"


class BodyKind(models.TextChoices):
    """A body that reads the plan."""

    SCRUTINY = "scrutiny", "Scrutiny committee"
    BOARD = "board", "Partnership or improvement board"
    COUNCIL = "council", "Council body"
    NHS = "nhs", "NHS body"


class Role(models.TextChoices):
    """What a person may do in one partnership: see permissions.py."""

    OFFICER = "officer", "Officer"
    PROGRAMME_MANAGER = "programme_manager", "Programme manager"
    VERIFIER = "verifier", "Verifier"
    COMMITTEE_MEMBER = "committee_member", "Committee member"
    BOARD_CHAIR = "board_chair", "Board chair"
    ADMINISTRATOR = "administrator", "Administrator"
    OBSERVER = "observer", "National observer"

    @classmethod
    def acting_for_an_organisation(cls) -> list["Role"]:
        return [cls.OFFICER, cls.VERIFIER]


class DelayReason(models.TextChoices):
    """Why an action is delayed or at risk: a short list, so that causes can be counted; words say the rest."""

    STAFFING = "staffing", "Not enough staff, or a vacancy"
    FUNDING = "funding", "Funding not agreed"
    PARTNER = "partner", "Waiting for a partner organisation"
    SUPPLIER = "supplier", "Supplier, system or building"
    DECISION = "decision", "Waiting for a decision"
    CO_PRODUCTION = "co_production", "More time with families needed"
    DEMAND = "demand", "More demand than planned"
    OTHER = "other", "Something else"

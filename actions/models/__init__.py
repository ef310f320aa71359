"""The records, in order of who belongs to whom."""

# ruff: noqa: I001
from .partnership import Organisation, Partnership
from .people import Membership, User
from .inspection import Finding, FindingJudgement, Inspection
from .plan import Plan, Priority
from .action import Action
from .status_update import StatusUpdate
from .date_change import DateChange, DateDecision
from .completion import Evidence, Verification
from .action_link import ActionLink, ActionLinkWithdrawal
from .meeting import Body, Meeting
from .enquiry import Enquiry, EnquiryAction, EnquiryAnswer
from .progress_report import ProgressReport
from .priority_words import PriorityWords
from .plan_import import PlanImport
from .reminder import Reminder, ReminderOff

__all__ = [
    "Action",
    "ActionLink",
    "ActionLinkWithdrawal",
    "Body",
    "DateChange",
    "DateDecision",
    "Enquiry",
    "EnquiryAction",
    "EnquiryAnswer",
    "Evidence",
    "Finding",
    "FindingJudgement",
    "Inspection",
    "Meeting",
    "Membership",
    "Organisation",
    "Partnership",
    "Plan",
    "PlanImport",
    "Priority",
    "PriorityWords",
    "ProgressReport",
    "Reminder",
    "ReminderOff",
    "StatusUpdate",
    "User",
    "Verification",
]

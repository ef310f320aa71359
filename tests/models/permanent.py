"""One row of each record that is only ever added, with its first words."""

from datetime import date

from actions.choices import Status
from actions.models import (
    ActionLink,
    ActionLinkWithdrawal,
    DateChange,
    DateDecision,
    Enquiry,
    EnquiryAnswer,
    Evidence,
    FindingJudgement,
    StatusUpdate,
    Verification,
)
from tests.factories import (
    make_action,
    make_answer,
    make_date_change,
    make_enquiry,
    make_evidence,
    make_judgement,
    make_link,
    make_update,
    make_user,
    make_verification,
)

DAY = date(2019, 5, 1)


def make_status_update() -> StatusUpdate:
    """It changes no status, so that no rule about statuses can be what refuses."""
    return make_update(make_action(), Status.NOT_STARTED, DAY, progress="First words")


def make_decision() -> DateDecision:
    return make_date_change(make_action()).decide(
        by=make_user(), is_agreed=True, decided_on=date(2019, 6, 1), words="First words"
    )


def make_withdrawal() -> ActionLinkWithdrawal:
    link = make_link(make_action())
    return link.withdraw(by=make_user(), withdrawn_on=link.decided_on, reason="First words")


MAKERS = {
    StatusUpdate: make_status_update,
    FindingJudgement: lambda: make_judgement(words="First words"),
    DateChange: lambda: make_date_change(make_action(), reason="First words"),
    DateDecision: make_decision,
    Enquiry: lambda: make_enquiry(text="First words"),
    EnquiryAnswer: lambda: make_answer(make_enquiry(), words="First words"),
    Evidence: lambda: make_evidence(make_action(), title="First words"),
    Verification: lambda: make_verification(make_update(make_action(), Status.COMPLETE, DAY), reason="First words"),
    ActionLink: lambda: make_link(make_action(), reason="First words"),
    ActionLinkWithdrawal: make_withdrawal,
}
WORDS = {
    StatusUpdate: "progress",
    FindingJudgement: "words",
    DateChange: "reason",
    DateDecision: "words",
    Enquiry: "text",
    EnquiryAnswer: "words",
    Evidence: "title",
    Verification: "reason",
    ActionLink: "reason",
    ActionLinkWithdrawal: "reason",
}

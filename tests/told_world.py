"""A frozen report whose every name and day is fixed: what it says depends on nothing but the service itself."""

from datetime import date

from actions.choices import FindingKind, Judgement, Role, Status
from actions.models import Action, Organisation, ProgressReport
from tests.factories import (
    make_action,
    make_agreed_date,
    make_body,
    make_date_change,
    make_enquiry,
    make_evidence,
    make_finding,
    make_frozen_report,
    make_inspection,
    make_judgement,
    make_meeting,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_update,
    make_verification,
)


def make_told_report() -> ProgressReport:
    """Something of everything that a report tells."""
    partnership = make_partnership(name="Area partnership", council_name="Area Council", slug="area")
    lead = make_organisation(partnership, name="Area Council", short_name="AC")
    plan = make_plan(partnership, title="Improvement plan")
    actions = _actions(plan, lead)
    _happen(actions, lead)
    _inspected(partnership, actions)
    committee = make_body(partnership, name="Scrutiny committee")
    make_meeting(committee, held_on=date(2019, 9, 12))
    make_enquiry(partnership, body=committee, text="Who answers for it?", addressed_to=lead, asked_on=date(2019, 5, 1))
    return make_frozen_report(
        plan,
        meeting=make_meeting(committee, held_on=date(2019, 7, 12)),
        compared_on=date(2019, 5, 15),
        judgement=Judgement.IN_PART,
        judgement_words="two need the board",
        words="Half of it is done.",
    )


def _actions(plan, lead: Organisation) -> dict[str, Action]:
    access = make_priority(plan, ref="1", title="Access", intended_outcome="Help near home.")
    return {
        ref: make_action(plan, priority=access, ref=ref, title=title, lead_organisation=lead, **fields)
        for ref, title, fields in [
            ("1.1", "Open the clinic", {}),
            ("1.2", "Build the website", {"original_due_on": date(2019, 5, 31)}),
            ("1.3", "Hire a nurse", {"planned_start_on": None, "original_due_on": date(2019, 8, 31)}),
            ("1.4", "Train the schools", {"planned_start_on": date(2019, 9, 1)}),
            ("1.5", "Ask the families", {"is_illustrative": True}),
            ("1.6", "Print the leaflet", {"added_on": date(2019, 6, 1)}),
            ("1.7", "Call each family", {"original_due_on": date(2019, 6, 30)}),
            ("1.10", "Count the letters", {}),
        ]
    }


def _happen(actions: dict[str, Action], lead: Organisation) -> None:
    speaks = make_member(lead.partnership, role=Role.OFFICER, organisation=lead)
    manages = make_member(lead.partnership, role=Role.PROGRAMME_MANAGER)
    make_evidence(actions["1.1"], title="Minutes")
    make_verification(make_update(actions["1.1"], Status.COMPLETE, date(2019, 6, 3), by=speaks, progress="It is open."))
    make_update(
        actions["1.2"],
        Status.DELAYED,
        date(2019, 6, 1),
        by=speaks,
        reason="The supplier needs more time.",
        recovery="Another supplier is asked.",
        effect_on_families="The old site stays.",
        review_on=date(2019, 7, 1),
    )
    make_agreed_date(actions["1.2"], date(2019, 10, 31), date(2019, 6, 10))
    make_date_change(actions["1.2"], to_on=date(2019, 12, 31), asked_on=date(2019, 7, 1), reason="Tests take longer.")
    make_update(actions["1.5"], Status.ON_TRACK, date(2019, 5, 1), by=speaks)
    make_update(actions["1.5"], Status.DELAYED, date(2019, 6, 20), by=manages)
    make_date_change(actions["1.5"], asked_on=date(2019, 7, 2))
    make_update(actions["1.6"], Status.COMPLETE, date(2019, 7, 1))
    make_update(actions["1.7"], Status.ON_TRACK, date(2019, 5, 2), by=speaks)
    make_update(actions["1.10"], Status.CLOSED, date(2019, 7, 2), by=speaks, reason="It is no longer needed.")


def _inspected(partnership, actions: dict[str, Action]) -> None:
    inspection = make_inspection(partnership)
    failing = make_finding(
        inspection, ref="F1", kind=FindingKind.FUNDAMENTAL_FAILING, text="Families are not heard.", order=1
    )
    make_finding(inspection, ref="F2", text="Leaders do not meet.", order=2)
    actions["1.1"].findings.add(failing)
    actions["1.2"].findings.add(failing)
    make_judgement(failing, judged_on=date(2019, 6, 1), judged_by="Ofsted and the CQC", words="Better.")

"""Whatever may never be untrue: each named constraint is broken once, by a write to the database."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from actions.choices import Role, Status
from actions.models import (
    Action,
    DateChange,
    Evidence,
    Membership,
    Organisation,
    StatusUpdate,
    Verification,
)
from tests.database import triggers_set_aside
from tests.factories import (
    make_action,
    make_body,
    make_finding,
    make_inspection,
    make_judgement,
    make_meeting,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_update,
    make_user,
)
from tests.models.test_action_link import BREAKS as ACTION_LINK_BREACHES
from tests.models.test_enquiry import BREACHES as ENQUIRY_BREACHES
from tests.models.test_import_triggers import BREACHES as IMPORT_BREACHES
from tests.models.test_progress_report import BREACHES as REPORT_BREACHES
from tests.models.test_reminder import BREAKS as REMINDER_BREACHES

pytestmark = pytest.mark.django_db

DAY, DAY_BEFORE = date(2019, 7, 10), date(2019, 7, 9)


def twice(make: Callable, **fields) -> None:
    make(**fields)
    make(**fields)


def add_update(**fields) -> None:
    """Past the model's own refusals, straight into the table."""
    usual = {"status": Status.ON_TRACK, "status_before": Status.NOT_STARTED, "effective_on": DAY}
    update = StatusUpdate(action=make_action(), recorded_by=make_user(), **usual | fields)
    StatusUpdate.objects.bulk_create([update])


def add_update_after_an_unknown_status() -> None:
    """The trigger on the chain of statuses would refuse first."""
    with triggers_set_aside():
        add_update(status_before="paused")


def ask(**fields) -> None:
    usual = {"action": make_action(), "to_on": DAY, "delay_reason": "staffing", "asked_on": DAY}
    DateChange.objects.bulk_create([DateChange(asked_by=make_user(), **usual | fields)])


def show(**fields) -> None:
    usual = {"title": "Minutes", "link": "https://www.example.org/minutes", "added_on": DAY}
    Evidence.objects.bulk_create([Evidence(action=make_action(), added_by=make_user(), **usual | fields)])


def review(**fields) -> None:
    claim = make_update(make_action(), Status.COMPLETE, DAY)
    Verification.objects.bulk_create([Verification(claim=claim, verified_on=DAY, verified_by=make_user(), **fields)])


def add_membership(**fields) -> None:
    Membership.objects.create(user=make_user(), partnership=make_partnership(), **fields)


def succeed_itself() -> None:
    organisation = make_organisation()
    Organisation.objects.filter(pk=organisation.pk).update(succeeded_by=organisation)


def belong_twice() -> None:
    member = make_member(make_partnership(), role=Role.BOARD_CHAIR)
    Membership.objects.create(user=member, partnership=member.memberships.get().partnership, role=Role.OBSERVER)


def share_an_email_but_for_its_case() -> None:
    make_user(email="someone@example.org")
    make_user(email="SomeOne@example.org")


def repeat_a_ref_in_the_plan() -> None:
    """Unique in the plan, not only under one priority."""
    plan = make_plan()
    make_action(plan, ref="1.1")
    make_action(plan, ref="1.1")


BREACHES: dict[str, Callable[[], object]] = {
    "partnership_has_a_name": lambda: make_partnership(name=""),
    "organisation_name_is_unique_in_partnership": lambda: twice(
        make_organisation, partnership=make_partnership(), name="A council"
    ),
    "organisation_kind_is_known": lambda: make_organisation(kind="charity"),
    "organisation_has_a_name": lambda: make_organisation(name=""),
    "organisation_has_a_short_name": lambda: make_organisation(short_name=""),
    "organisation_does_not_succeed_itself": succeed_itself,
    "user_email_is_unique_in_any_case": share_an_email_but_for_its_case,
    "user_has_an_email": lambda: make_user(email=""),
    "membership_is_one_per_person_and_partnership": belong_twice,
    "membership_role_is_known": lambda: add_membership(role="visitor"),
    "membership_that_acts_names_its_organisation": lambda: add_membership(role=Role.OFFICER),
    "inspection_is_one_per_day": lambda: twice(make_inspection, partnership=make_partnership()),
    "inspection_kind_is_known": lambda: make_inspection(kind="visit"),
    "inspection_outcome_is_known": lambda: make_inspection(outcome="good"),
    "inspection_is_published_after_it_was_made": lambda: make_inspection(inspected_on=DAY, published_on=DAY_BEFORE),
    "finding_ref_is_unique_in_inspection": lambda: twice(make_finding, inspection=make_inspection(), ref="1"),
    "finding_kind_is_known": lambda: make_finding(kind="worry"),
    "finding_has_a_ref": lambda: make_finding(ref=""),
    "finding_has_a_text": lambda: make_finding(text=""),
    "finding_judgement_names_its_body": lambda: make_judgement(judged_by=""),
    "plan_title_is_unique_in_partnership": lambda: twice(make_plan, partnership=make_partnership(), title="Plan"),
    "plan_kind_is_known": lambda: make_plan(kind="wish"),
    "plan_has_a_title": lambda: make_plan(title=""),
    "plan_ends_after_it_starts": lambda: make_plan(starts_on=DAY, ends_on=DAY_BEFORE),
    "priority_ref_is_unique_in_plan": lambda: twice(make_priority, plan=make_plan(), ref="1"),
    "priority_has_a_ref": lambda: make_priority(ref=""),
    "priority_has_a_title": lambda: make_priority(title=""),
    "action_ref_is_unique_in_plan": repeat_a_ref_in_the_plan,
    "action_has_a_ref": lambda: make_action(ref=""),
    "action_has_a_title": lambda: make_action(title=""),
    "action_due_precision_is_known": lambda: make_action(due_precision="decade"),
    "action_due_date_agrees_with_its_precision": lambda: make_action(original_due_on=None, due_precision="day"),
    "action_starts_before_it_is_due": lambda: make_action(planned_start_on=DAY, original_due_on=DAY_BEFORE),
    "status_update_status_is_known": lambda: add_update(status="paused"),
    "status_update_status_before_is_known": add_update_after_an_unknown_status,
    "status_update_delay_reason_is_known": lambda: add_update(delay_reason="weather"),
    "status_update_confirmation_changes_nothing": lambda: add_update(is_confirmation=True),
    "body_name_is_unique_in_partnership": lambda: twice(make_body, partnership=make_partnership(), name="Board"),
    "body_kind_is_known": lambda: make_body(kind="club"),
    "body_has_a_name": lambda: make_body(name=""),
    "body_answer_unit_is_known": lambda: make_body(answer_unit="moons"),
    "meeting_is_one_per_body_and_day": lambda: twice(make_meeting, body=make_body()),
    "meeting_papers_are_due_before_it": lambda: make_meeting(held_on=DAY_BEFORE, papers_due_on=DAY),
    "date_change_which_is_known": lambda: ask(which="end"),
    "date_change_delay_reason_is_known": lambda: ask(delay_reason="weather"),
    "date_change_names_a_date": lambda: ask(to_precision="ongoing"),
    "date_change_changes_the_date": lambda: ask(from_on=DAY),
    "evidence_has_a_title": lambda: show(title=""),
    "evidence_is_a_link_or_a_file": lambda: show(link=""),
    "verification_verdict_is_known": lambda: review(verdict="doubted", reason="It is not done."),
    "verification_sent_back_says_why": lambda: review(verdict="sent_back"),
    **ENQUIRY_BREACHES,
    **ACTION_LINK_BREACHES,
    **REPORT_BREACHES,
    **IMPORT_BREACHES,
    **{name: partial(lambda breach: breach(make_user()), breach) for name, breach in REMINDER_BREACHES.items()},
}


# The first says no less than the second: a database may name either.
ALSO_BROKEN = {"action_due_precision_is_known": "action_due_date_agrees_with_its_precision"}


def named_constraints() -> dict[str, tuple[type[models.Model], models.BaseConstraint]]:
    records = apps.get_app_config("actions").get_models()
    return {constraint.name: (record, constraint) for record in records for constraint in record._meta.constraints}


def refusal_of(name: str) -> str:
    """How the database at hand says that this constraint was broken."""
    record, constraint = named_constraints()[name]
    if connection.vendor == "postgresql":
        return name
    if isinstance(constraint, models.CheckConstraint):
        return f"CHECK constraint failed: {name}"
    if constraint.expressions:
        return f"UNIQUE constraint failed: index '{name}'"
    columns = [record._meta.get_field(field).column for field in constraint.fields]
    return "UNIQUE constraint failed: " + ", ".join(f"{record._meta.db_table}.{column}" for column in columns)


def what_was_said(error: IntegrityError) -> str:
    return error.__cause__.diag.constraint_name if connection.vendor == "postgresql" else str(error)


@pytest.mark.parametrize("name", BREACHES)
def test_constraint_refuses_a_write_that_breaks_it(name):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        BREACHES[name]()

    assert what_was_said(refusal.value) in {refusal_of(each) for each in (name, ALSO_BROKEN.get(name, name))}


def test_constraint_of_every_record_is_broken_here():
    assert set(BREACHES) == set(named_constraints()), "Add a case to BREACHES for each named constraint."


# ──── what they let through


@pytest.mark.parametrize("precision", ["ongoing", "none"])
def test_constraint_lets_an_action_have_no_due_date_and_say_so(precision):
    make_action(original_due_on=None, due_precision=precision)

    assert Action.objects.values_list("original_due_on", "due_precision").get() == (None, precision)


def test_constraint_lets_another_partnership_use_the_same_names():
    for _ in range(2):
        partnership = make_partnership()
        make_organisation(partnership, name="Parent carer forum")
        make_plan(partnership, title="Improvement plan")
        make_body(partnership, name="Improvement board")

    assert Organisation.objects.filter(name="Parent carer forum").count() == 2


def test_constraint_refuses_evidence_that_is_a_link_and_a_file():
    with pytest.raises(IntegrityError), transaction.atomic():
        show(file="0123456789abcdef.pdf")


def test_constraint_lets_papers_be_due_on_the_day_itself():
    meeting = make_meeting(held_on=DAY, papers_due_on=DAY)

    assert meeting.pk is not None

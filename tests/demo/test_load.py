"""The figures the demo must give, by plain replay of the updates: no summary is asked."""

from collections import Counter
from datetime import date, timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from actions import rag
from actions.choices import FindingKind, Flag, Rag, Status, Verdict
from actions.demo.people import COUNCIL_OFFICER, DEMO_PEOPLE, NHS_OFFICER
from actions.flags import flags_of
from actions.models import (
    Action,
    DateChange,
    DateDecision,
    Enquiry,
    EnquiryAnswer,
    Evidence,
    Finding,
    FindingJudgement,
    Meeting,
    Membership,
    Organisation,
    Partnership,
    Plan,
    StatusUpdate,
    User,
    Verification,
)
from actions.permissions import can_update
from tests.demo.plans import TODAY, improvement_plan, priority_action_plan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

MAY = {Status.COMPLETE: 11, Status.ON_TRACK: 51, Status.NOT_STARTED: 31, Status.DELAYED: 1}
JULY = {Status.COMPLETE: 18, Status.ON_TRACK: 46, Status.NOT_STARTED: 22, Status.DELAYED: 8}


def statuses(plan: Plan, on: date) -> dict[str, str]:
    """Each action's status at the end of a day, by its reference: every update up to then, one after another."""
    status = dict.fromkeys(plan.actions.values_list("ref", flat=True), Status.NOT_STARTED)
    updates = StatusUpdate.objects.filter(action__plan=plan).effective_by(on).oldest_first()
    return status | dict(updates.values_list("action__ref", "status"))


def standings(plan: Plan, on: date) -> list[tuple[Action, Rag, set[Flag]]]:
    return [
        (
            action,
            rag.rag_of(action, on=on, plan=plan),
            {raised.flag for raised in flags_of(action, on=on, plan=plan)},
        )
        for action in plan.actions.as_at(on)
    ]


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


# ──── the figures of 2019


def test_plan_has_94_actions_in_five_areas():
    plan = improvement_plan()

    areas = [(p.title, p.actions.count()) for p in plan.priorities.all()]

    assert areas == [
        ("Access to provision", 20),
        ("Identifying need", 19),
        ("Improving outcomes", 20),
        ("Strategy", 17),
        ("Engagement", 18),
    ]
    assert len(set(plan.actions.values_list("ref", flat=True))) == 94


@pytest.mark.parametrize("on", days(date(2019, 5, 9), date(2019, 5, 31)), ids=str)
def test_may_2019_is_as_the_committee_saw_it(on):
    assert Counter(statuses(improvement_plan(), on).values()) == MAY


@pytest.mark.parametrize("on", days(date(2019, 7, 9), date(2019, 7, 31)), ids=str)
def test_july_2019_is_as_the_committee_saw_it(on):
    assert Counter(statuses(improvement_plan(), on).values()) == JULY


def test_more_moved_between_the_meetings_than_the_totals_show():
    plan = improvement_plan()
    before, after = statuses(plan, date(2019, 5, 15)), statuses(plan, date(2019, 7, 10))

    moved = Counter((before[ref], after[ref]) for ref in before if before[ref] != after[ref])

    assert moved == {
        (Status.NOT_STARTED, Status.ON_TRACK): 8,
        (Status.NOT_STARTED, Status.DELAYED): 2,
        (Status.ON_TRACK, Status.NOT_STARTED): 1,
        (Status.ON_TRACK, Status.DELAYED): 6,
        (Status.DELAYED, Status.ON_TRACK): 1,
        (Status.ON_TRACK, Status.COMPLETE): 7,
    }


def test_some_of_it_moved_in_june():
    movements = StatusUpdate.objects.filter(action__plan=improvement_plan()).movements()

    assert movements.effective_within(date(2019, 5, 31), date(2019, 6, 30)).count() == 10
    assert movements.effective_within(date(2019, 6, 30), date(2019, 7, 31)).count() == 15


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Draft better EHC plans", Status.COMPLETE),
        ("co-ordinated plan for young people in education, employment or training", Status.COMPLETE),
        ("local offer website", Status.DELAYED),
        ("electronic case management system", Status.DELAYED),
        ("local area partnership in each locality", Status.ON_TRACK),
        ("neurodevelopmental (autism) services in Central and West", Status.ON_TRACK),
        ("mental health services in the North", Status.ON_TRACK),
    ],
)
def test_what_the_july_report_named_stands_as_it_said(words, status):
    plan = improvement_plan()

    action = plan.actions.get(title__contains=words)

    assert statuses(plan, date(2019, 7, 10))[action.ref] == status


def test_the_plan_of_2019_is_led_by_those_who_were_there():
    assert not Action.objects.filter(plan=improvement_plan()).involving(Organisation.objects.get(short_name="ICB").pk)


# ──── the end of 2020


def test_most_of_the_plan_is_complete_at_its_end():
    counts = Counter(statuses(improvement_plan(), date(2020, 12, 31)).values())

    assert counts == {
        Status.COMPLETE: 75,
        Status.ON_TRACK: 9,
        Status.NOT_STARTED: 2,
        Status.DELAYED: 7,
        Status.CLOSED: 1,
    }


def test_what_was_opened_again_was_sent_back_and_one_was_closed_with_a_reason():
    movements = StatusUpdate.objects.filter(action__plan=improvement_plan()).movements()
    sent_back = Verification.objects.filter(claim__action__plan=improvement_plan(), verdict=Verdict.SENT_BACK)

    opened_again = [update.action.ref for update in movements.filter(status_before=Status.COMPLETE)]
    assert opened_again == ["1.5", "2.4", "2.12", "3.9", "5.8"]
    assert sorted(opened_again) == sorted(sent_back.values_list("claim__action__ref", flat=True))
    assert [bool(update.reason) for update in movements.filter(status=Status.CLOSED)] == [True]


# ──── the plan of 2025


def test_priority_action_plan_shows_every_flag_and_colour_today():
    plan = priority_action_plan()

    seen = standings(plan, TODAY)

    assert len(seen) == 40
    assert set.union(*(flags for _, _, flags in seen)) == set(Flag)
    assert {colour for _, colour, _ in seen} == set(Rag)


@pytest.mark.parametrize("person", [COUNCIL_OFFICER, NHS_OFFICER], ids=lambda person: person.email)
def test_each_officer_has_some_actions_and_may_update_them(person):
    officer = User.objects.get(email=person.email)

    actions = officer.accountable_actions.all()

    assert 6 <= len(actions) <= 9
    assert all(can_update(officer, action) for action in actions)


def test_history_ends_before_today():
    assert StatusUpdate.objects.latest("effective_on").effective_on <= TODAY
    assert DateDecision.objects.latest("decided_on").decided_on <= TODAY
    assert Verification.objects.latest("verified_on").verified_on <= TODAY
    assert EnquiryAnswer.objects.latest("answered_on").answered_on <= TODAY
    for model in [StatusUpdate, DateChange, DateDecision, Evidence, Verification, Enquiry, EnquiryAnswer]:
        assert model.objects.latest("recorded_at").recorded_at.date() <= TODAY
    assert Meeting.objects.filter(held_on__gt=TODAY).exists()


# ──── inspections


def test_findings_are_counted_as_the_inspectors_did():
    kinds = Finding.objects.filter(inspection__partnership__slug="lancashire").values_list(
        "inspection__published_on__year", "kind"
    )

    assert Counter(kinds) == {
        (2018, FindingKind.FUNDAMENTAL_FAILING): 2,
        (2018, FindingKind.SIGNIFICANT_WEAKNESS): 12,
        (2025, FindingKind.PRIORITY_ACTION): 3,
        (2025, FindingKind.IMPROVEMENT): 2,
    }


def test_seven_of_twelve_were_sufficient_at_the_revisit():
    assert Counter(FindingJudgement.objects.values_list("is_sufficient", flat=True)) == {True: 7, False: 5}


def test_one_finding_has_no_action():
    lancashire = Finding.objects.filter(inspection__partnership__slug="lancashire").needing_action()

    assert [finding.ref for finding in lancashire.filter(actions=None)] == ["C12"]


# ──── honest rows


def test_every_action_and_question_is_marked_illustrative():
    assert not Action.objects.filter(is_illustrative=False)
    assert not Enquiry.objects.filter(is_illustrative=False)


def test_only_findings_that_public_pages_name_are_not_marked_illustrative():
    named = Finding.objects.filter(is_illustrative=False).values_list("ref", flat=True)

    assert list(named) == ["F1", "F2", "C1", "C2", "C3", "C4", "C5", "C6", "C7"]


def test_no_officer_is_named():
    assert not Action.objects.exclude(accountable_name="")
    assert not Action.objects.filter(accountable_post="")


def test_everyone_signs_in_at_demo_example_without_a_password():
    people = User.objects.all()

    assert sorted(user.email for user in people) == sorted(person.email for person in DEMO_PEOPLE)
    assert all(user.email.endswith("@demo.example") and not user.has_usable_password() for user in people)


def test_each_demo_person_has_their_role_and_organisation():
    members = Membership.objects.values_list("user__email", "role", "organisation__short_name", "partnership__slug")

    assert sorted(members) == sorted(
        (person.email, person.role, person.organisation or None, person.partnership) for person in DEMO_PEOPLE
    )


@pytest.mark.parametrize(
    "model",
    [
        Partnership,
        Organisation,
        Membership,
        Plan,
        Action,
        Finding,
        Meeting,
        DateChange,
        DateDecision,
        Enquiry,
        EnquiryAnswer,
        Evidence,
        Verification,
    ],
)
def test_every_row_is_valid(model):
    for row in model.objects.all():
        row.full_clean()


# ──── believable histories


def test_updates_of_a_month_count_from_its_first_eight_days():
    effective = StatusUpdate.objects.values_list("effective_on", flat=True)

    assert max(day.day for day in effective) == 8


def test_each_delay_says_why_what_is_done_what_it_means_and_when_to_look_again():
    """Whoever sends a claim back says why and when to look again; what is done about it, the officer says later."""
    delayed = StatusUpdate.objects.filter(status=Status.DELAYED).exclude(status_before=Status.COMPLETE)

    for update in delayed:
        words = [update.delay_reason, update.reason, update.recovery, update.effect_on_families, update.review_on]
        assert all(words), update.action
        assert update.review_on > update.effective_on, update.action


def test_a_movement_says_something():
    for update in StatusUpdate.objects.movements():
        assert update.words, update.action


def test_most_months_are_confirmed_and_some_actions_fall_silent():
    plan = improvement_plan()

    flags = [flags for _, _, flags in standings(plan, date(2020, 4, 30))]

    assert StatusUpdate.objects.filter(action__plan=plan, is_confirmation=True).count() > 500
    assert sum(Flag.NOT_CONFIRMED in raised for raised in flags) == 13


# ──── the command


def everything() -> dict[str, list]:
    """Each row of each table of ours, history and all."""
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("actions").get_models()
    }


def test_load_demo_again_changes_nothing():
    before = everything()

    call_command("load_demo", stdout=StringIO())

    assert everything() == before


def test_load_demo_again_keeps_what_people_entered():
    action = priority_action_plan().actions.get(ref="P2.8")
    officer = User.objects.get(email=COUNCIL_OFFICER.email)
    update = action.record_update(by=officer, status=Status.COMPLETE, effective_on=TODAY, progress="Open to all.")
    out = StringIO()

    call_command("load_demo", stdout=out)

    assert action.latest_update(TODAY) == update
    assert "Lancashire local area SEND partnership is already there. Nothing about it was changed." in out.getvalue()


def test_load_demo_says_who_can_sign_in():
    out = StringIO()

    call_command("load_demo", stdout=out)

    assert [person.email for person in DEMO_PEOPLE if person.email not in out.getvalue()] == []


def test_the_other_partnership_sees_only_its_own():
    officer = User.objects.get(email="ambleside.officer@demo.example")

    plans = Plan.objects.visible_to(officer)

    assert [(plan.title, plan.actions.count()) for plan in plans] == [("Fells SEND improvement plan 2026", 8)]

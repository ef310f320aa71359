"""Applying an import, and taking it back."""

from datetime import date

import pytest
from django.utils import timezone

from actions.choices import DatePrecision, OrganisationKind, PlanKind, Status
from actions.models import Action, DateChange, Organisation, Plan, PlanImport, StatusUpdate
from actions.operations.bring_in import bring_in
from actions.operations.brought import Brought, BroughtAction, BroughtDate, BroughtUpdate, NotBroughtIn, PlanChanged
from actions.operations.undo_import import StillNeeded, undo_import
from tests.factories import (
    make_action,
    make_evidence,
    make_frozen_report,
    make_import,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_update,
    make_user,
)

pytestmark = pytest.mark.django_db

JULY = date(2019, 7, 12)


def promise(ref: str, **fields) -> dict:
    return {
        "ref": ref,
        "title": f"Promise {ref}",
        "added_on": date(2019, 4, 1),
        "original_due_on": date(2020, 3, 31),
        "due_precision": DatePrecision.MONTH,
        "due_as_typed": "March 2020",
    } | fields


def whole_plan(*rows: BroughtAction) -> Brought:
    return Brought(
        actions=list(rows)
        or [
            BroughtAction(
                "Plan, row 4",
                promise("1.1"),
                priority="1",
                lead="Leeds Council",
                updates=(BroughtUpdate(Status.ON_TRACK, JULY, {"progress": "The first panel met."}),),
            ),
            BroughtAction(
                "Plan, row 5", promise("1.10"), priority="1", lead="The ICB", contributors=("Leeds Council",)
            ),
        ],
        priorities=[{"ref": "1", "title": "Waiting times"}],
        organisations=[
            {"name": "Leeds Council", "short_name": "LC", "kind": OrganisationKind.COUNCIL},
            {"name": "The ICB", "short_name": "ICB", "kind": OrganisationKind.NHS_COMMISSIONER},
        ],
        plan={
            "kind": PlanKind.IMPROVEMENT_PLAN,
            "title": "The plan",
            "starts_on": date(2019, 4, 1),
            "ends_on": date(2020, 12, 31),
        },
    )


def into(plan: Plan, *rows: BroughtAction) -> Brought:
    return Brought(actions=list(rows))


def bring(plan: Plan, *rows: BroughtAction) -> PlanImport:
    return bring_in(plan_import=make_import(plan=plan), brought=into(plan, *rows), by=make_user())


def everything() -> dict[str, int]:
    records = [Action, DateChange, Organisation, Plan, StatusUpdate]
    return {record.__name__: record.objects.count() for record in records}


# ──── applying


def test_bring_in_makes_a_plan_with_all_that_the_file_tells():
    plan_import = make_import(plan=None, partnership=make_partnership())

    applied = bring_in(plan_import=plan_import, brought=whole_plan(), by=make_user())

    told = [
        (action.ref, action.lead_organisation.name, action.priority.title, action.original_due_in_words)
        for action in applied.plan.actions.order_by("order")
    ]
    assert told == [
        ("1.1", "Leeds Council", "Waiting times", "March 2020"),
        ("1.10", "The ICB", "Waiting times", "March 2020"),
    ]
    assert [(each.action.ref, each.status, each.progress) for each in StatusUpdate.objects.all()] == [
        ("1.1", Status.ON_TRACK, "The first panel met.")
    ]


def test_bring_in_forgets_the_file_and_keeps_its_fingerprint_and_who_applied_it():
    by = make_user()
    plan_import = make_import(plan=None, partnership=make_partnership(), cells=b"cells")

    applied = bring_in(plan_import=plan_import, brought=whole_plan(), by=by)

    assert (applied.cells, applied.sha256, applied.applied_by) == (None, plan_import.sha256, by)


def test_bring_in_begins_the_history_of_each_action_with_who_shares_in_it():
    applied = bring_in(
        plan_import=make_import(plan=None, partnership=make_partnership()), brought=whole_plan(), by=make_user()
    )

    shared = [
        [share.organisation.name for share in action.history.get().contributors.all()]
        for action in applied.plan.actions.order_by("order")
    ]
    assert shared == [[], ["Leeds Council"]]


def test_bring_in_refuses_a_reference_twice_in_one_sentence():
    twice = [BroughtAction(f"Plan, row {row}", promise("1.1"), priority="1", lead="The ICB") for row in (4, 5)]

    with pytest.raises(NotBroughtIn, match="one reference for two actions"):
        bring_in(
            plan_import=make_import(plan=None, partnership=make_partnership()),
            brought=whole_plan(*twice),
            by=make_user(),
        )


def test_bring_in_pressed_twice_writes_once():
    plan_import, by = make_import(plan=None, partnership=make_partnership()), make_user()

    first = bring_in(plan_import=plan_import, brought=whole_plan(), by=by)
    after_first = everything()
    second = bring_in(plan_import=plan_import, brought=whole_plan(), by=by)

    assert (second, everything()) == (first, after_first)


def test_bring_in_that_cannot_write_a_row_writes_nothing_and_names_the_row():
    partnership = make_partnership()
    bad = BroughtAction("Plan, row 9", promise("1.2", title=""), priority="1", lead="The ICB")
    before = everything()

    with pytest.raises(NotBroughtIn, match=r"^Plan, row 9: .* Nothing was brought in\.$"):
        bring_in(plan_import=make_import(plan=None, partnership=partnership), brought=whole_plan(bad), by=make_user())

    assert everything() == before


def test_bring_in_refuses_a_plan_that_changed_since_the_preview():
    action = make_action()
    seen = action.plan.revision
    make_update(action, Status.ON_TRACK, JULY)

    with pytest.raises(PlanChanged):
        bring_in(plan_import=make_import(plan=action.plan), brought=into(action.plan), by=make_user(), seen=seen)


def test_bring_in_takes_a_plan_that_is_as_the_preview_had_it():
    plan = make_plan()

    applied = bring_in(plan_import=make_import(plan=plan), brought=into(plan), by=make_user(), seen=plan.revision)

    assert applied.is_applied


def test_bring_in_edits_an_action_and_leaves_what_the_file_does_not_tell():
    action = make_action(title="Before", description="Stays")
    lead = action.lead_organisation

    bring(action.plan, BroughtAction("Plan, row 4", {"title": "After"}, action_id=action.pk))

    action.refresh_from_db()
    assert (action.title, action.description, action.lead_organisation) == ("After", "Stays", lead)


def test_bring_in_asks_for_a_date_that_the_file_tells_differently():
    action = make_action(make_plan(adopted_on=date(2019, 4, 1)))
    new_due = BroughtDate(date(2021, 3, 31), DatePrecision.MONTH, JULY, "The file says March 2021.")

    bring(action.plan, BroughtAction("Plan, row 4", {}, action_id=action.pk, new_due=new_due))

    change = DateChange.objects.get()
    assert (change.to_in_words, change.reason) == ("March 2021", "The file says March 2021.")
    assert Action.objects.get().original_due_on == action.original_due_on


# ──── taking it back


def test_undo_import_leaves_nothing_of_it_but_its_record():
    plan_import = make_import(plan=make_plan())
    brought = whole_plan()
    before = everything()

    applied = bring_in(plan_import=plan_import, brought=brought, by=make_user())
    undone = undo_import(plan_import=applied, by=make_user())

    assert (everything(), undone.is_undone, undone.plan.priorities.count()) == (before, True, 0)


def test_undo_import_puts_back_what_was_edited():
    action = make_action(title="Before")
    other, partner = make_organisation(action.plan.partnership), make_organisation(action.plan.partnership)
    action.contributors.set([partner])
    lead = action.lead_organisation
    row = BroughtAction(
        "Plan, row 4",
        {"title": "After", "planned_start_on": date(2019, 5, 1)},
        action_id=action.pk,
        priority=make_priority(action.plan).ref,
        lead=other.name,
        contributors=(),
    )

    undo_import(plan_import=bring(action.plan, row), by=make_user())

    now = Action.objects.get()
    assert (now.title, now.planned_start_on, now.lead_organisation) == ("Before", action.planned_start_on, lead)
    assert (now.priority, list(now.contributors.all())) == (action.priority, [partner])


def test_undo_import_takes_back_rows_of_an_adopted_plan():
    plan = make_plan(adopted_on=date(2019, 4, 1))
    make_priority(plan, ref="1")
    lead = make_organisation(plan.partnership)
    update = BroughtUpdate(Status.DELAYED, JULY)
    row = BroughtAction("Plan, row 4", promise("1.1"), priority="1", lead=lead.name, updates=(update,))

    undo_import(plan_import=bring(plan, row), by=make_user())

    assert (Action.objects.count(), StatusUpdate.objects.count()) == (0, 0)


def say_something(action: Action) -> None:
    make_update(action, Status.COMPLETE, date(2019, 8, 1))


def add_evidence(action: Action) -> None:
    make_evidence(action, added_on=date(2019, 8, 1))


def edit(action: Action) -> None:
    action.title = "Said more plainly"
    action.save()


def freeze(action: Action) -> None:
    make_frozen_report(action.plan, as_at_on=date(2019, 9, 1))


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (say_something, "Somebody said how it is going since then: 1.1."),
        (add_evidence, "Evidence was added since then: 1.1."),
        (edit, "Somebody edited since then: 1.1."),
        (freeze, "Progress report 1 has told of it."),
    ],
)
def test_undo_import_refuses_where_something_later_rests_on_it_and_says_what(act, reason):
    plan = make_plan()
    make_priority(plan, ref="1")
    lead = make_organisation(plan.partnership)
    row = BroughtAction(
        "Plan, row 4", promise("1.1"), priority="1", lead=lead.name, updates=(BroughtUpdate(Status.ON_TRACK, JULY),)
    )
    applied = bring(plan, row)
    act(Action.objects.get(ref="1.1"))
    before = everything()

    with pytest.raises(StillNeeded) as refusal:
        undo_import(plan_import=applied, by=make_user())

    assert (refusal.value.reasons, everything()) == ([reason], before)


def test_undo_import_waits_for_a_later_import_of_the_same_plan():
    plan = make_plan()
    first = bring(plan)
    later = bring(plan)

    with pytest.raises(StillNeeded) as refusal:
        undo_import(plan_import=first, by=make_user())

    assert refusal.value.reasons == [f"“{later.file_name}” was brought in after it: undo that first."]


def test_undo_import_keeps_an_organisation_that_is_used_elsewhere_by_then():
    plan = make_plan()
    applied = bring_in(plan_import=make_import(plan=plan), brought=whole_plan(), by=make_user())
    make_action(plan, lead_organisation=Organisation.objects.get(name="The ICB"))

    undo_import(plan_import=applied, by=make_user())

    assert list(plan.partnership.organisations.values_list("name", flat=True)) == ["The ICB"]


def test_undo_import_pressed_twice_takes_back_once():
    applied, by = bring(make_plan()), make_user()

    undone = undo_import(plan_import=applied, by=by)

    assert undo_import(plan_import=applied, by=make_user()).undone_by == by == undone.undone_by


def test_take_back_does_nothing_to_rows_of_an_import_in_force():
    action = make_action()
    applied = bring(action.plan, BroughtAction("row 1", {}, action.pk, updates=(BroughtUpdate("on_track", JULY),)))

    StatusUpdate.objects.all().take_back(applied)

    assert StatusUpdate.objects.count() == 1


def test_half_done_import_is_seen_by_its_owner_alone_and_an_applied_one_by_everybody():
    plan = make_plan()
    half_done = make_import(plan=plan)
    applied = bring(plan)
    owner, other = half_done.begun_by, make_user()
    for user in (owner, other):
        plan.partnership.memberships.create(user=user, role="programme_manager")

    assert set(PlanImport.objects.visible_to(owner)) == {half_done, applied}
    assert set(PlanImport.objects.visible_to(other)) == {applied}
    assert applied.applied_at <= timezone.now()

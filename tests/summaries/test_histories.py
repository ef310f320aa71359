"""What holds for any history at all: as-at answers are a plain replay, and movements add up."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings

from actions.choices import Role, Status
from actions.models import Action
from actions.summaries.movement import movement
from actions.summaries.plan_summary import plan_summary
from actions.summaries.trend import trend
from actions.summaries.twelve_months import twelve_months
from tests.amounts import tries
from tests.factories import make_member
from tests.histories import counts_then, days, enact, histories, status_then

pytestmark = pytest.mark.django_db

any_history = settings(
    max_examples=tries(60),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@any_history
@given(history=histories, on=days)
def test_plan_summary_counts_what_a_replay_counts(history, on):
    plan = enact(history)

    summary = plan_summary(plan, on=on)

    assert {status: summary.counts[status] for status in Status} == counts_then(history, on)


@any_history
@given(history=histories, on=days)
def test_plan_summary_parts_add_up_to_the_headline(history, on):
    plan = enact(history)

    summary = plan_summary(plan, on=on)

    for groups in (summary.by_priority, summary.by_organisation):
        assert {s: sum(group.counts[s] for group in groups) for s in Status} == counts_then(history, on)


@any_history
@given(history=histories, on=days)
def test_as_at_gives_each_action_the_status_of_a_replay(history, on):
    plan = enact(history)

    statuses = list(Action.objects.filter(plan=plan).as_at(on).order_by("pk").values_list("status", flat=True))

    assert statuses == [status for told in history if (status := status_then(told, on))]


@any_history
@given(history=histories, one=days, other=days)
def test_movement_adds_up_to_the_difference_of_two_headlines(history, one, other):
    since, until = sorted([one, other])
    plan = enact(history)

    net = movement(plan, since=since, until=until).net()

    before, after = counts_then(history, since), counts_then(history, until)
    assert net == {status: after[status] - before[status] for status in Status}


@any_history
@given(history=histories, on=days)
def test_trend_counts_what_a_replay_counts_at_every_month_end(history, on):
    plan = enact(history)

    months = trend(plan, until=on)

    for month in months:
        assert {status: month.counts[status] for status in Status} == counts_then(history, month.day)


@any_history
@given(history=histories, on=days)
def test_twelve_months_shows_each_month_end_of_a_replay(history, on):
    plan = enact(history)
    actions = list(plan.actions.order_by("pk"))

    strips = twelve_months(actions, on=on)

    for action, told in zip(actions, history, strict=True):
        assert [month.status for month in strips[action.pk]] == [
            status_then(told, month.day) or "" for month in strips[action.pk]
        ]


@settings(parent=any_history, max_examples=tries(25))
@given(history=histories, on=days)
def test_every_headline_figure_is_the_number_of_rows_in_its_list(history, on, client):
    plan = enact(history)
    client.force_login(make_member(plan.partnership, role=Role.COMMITTEE_MEMBER))

    figures = plan_summary(plan, on=on).counts

    for name, figure in [*figures.counted, ("counted", figures.total), ("closed", figures.closed)]:
        response = client.get(reverse("action-list", args=[plan.pk]), {"on": on.isoformat(), "status": str(name)})
        assert response.context["row_count"] == figure

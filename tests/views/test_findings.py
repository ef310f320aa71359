from datetime import date

import pytest
from django.urls import reverse

from actions.choices import FindingKind, Role, Status
from actions.models import FindingJudgement
from tests.factories import (
    make_action,
    make_finding,
    make_inspection,
    make_member,
    make_partnership,
    make_plan,
    make_update,
)
from tests.views.test_plans import figures_on

pytestmark = pytest.mark.django_db


def shown(client, partnership, **query):
    client.force_login(make_member(partnership, role=Role.COMMITTEE_MEMBER))
    return client.get(reverse("finding-list", args=[partnership.slug]), query)


def test_finding_list_names_the_findings_that_no_live_action_answers(client):
    partnership = make_partnership()
    inspection = make_inspection(partnership)
    answered, dropped, bare = [make_finding(inspection, order=n) for n in range(3)]
    make_finding(inspection, kind=FindingKind.STRENGTH, order=4)
    plan = make_plan(partnership)
    make_action(plan).findings.add(answered)
    closed = make_action(plan)
    closed.findings.add(dropped)
    make_update(closed, Status.CLOSED, date(2019, 5, 1), reason="Now done nationally.")

    response = shown(client, partnership, on="2019-07-10")

    (covered,) = response.context["inspections"]
    assert [unanswered.finding for unanswered in covered.unanswered] == [dropped, bare]
    assert figures_on(response)["unanswered"] == "2"


def test_finding_list_shows_only_reports_that_were_out_by_then(client):
    partnership = make_partnership()
    make_inspection(partnership, inspected_on=date(2019, 6, 1), published_on=date(2019, 7, 11))

    response = shown(client, partnership, on="2019-07-10")

    assert response.context["inspections"] == []


def test_finding_list_counts_what_was_judged_sufficient_by_then(client):
    partnership = make_partnership()
    inspection = make_inspection(partnership)
    for number, is_sufficient in enumerate([True, True, False]):
        FindingJudgement.objects.create(
            finding=make_finding(inspection, order=number),
            judged_on=date(2020, 8, 1),
            judged_by="Ofsted and the CQC",
            is_sufficient=is_sufficient,
        )

    before = shown(client, partnership, on="2020-07-31").context["inspections"][0]
    after = shown(client, partnership, on="2020-08-01").context["inspections"][0]

    assert (before.sufficient_count, len(before.judged)) == (0, 0)
    assert (after.sufficient_count, len(after.judged)) == (2, 3)


@pytest.mark.parametrize("number", [1, 3])
def test_finding_list_asks_as_many_queries_however_many_findings(client, number, django_assert_num_queries):
    partnership = make_partnership()
    for year in range(number):
        finding = make_finding(make_inspection(partnership, inspected_on=date(2015 + year, 1, 1)))
        make_action(make_plan(partnership)).findings.add(finding)
    shown(client, partnership)

    with django_assert_num_queries(10):
        client.get(reverse("finding-list", args=[partnership.slug]))

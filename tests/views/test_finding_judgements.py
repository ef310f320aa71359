"""Recording a judgement where something is wrong, comes between or is pressed twice: nothing typed is lost."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import Role
from actions.models import Finding
from tests.factories import make_finding, make_inspection, make_judgement
from tests.views.filled import filled, words_on
from tests.views.test_findings import JUDGED, judge, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2020-09-20T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def finding() -> Finding:
    return make_finding(make_inspection(published_on=date(2018, 1, 10)))


@pytest.fixture
def programme_manager(client, finding):
    return sign_in(client, finding.inspection.partnership, Role.PROGRAMME_MANAGER)


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"verdict": ""}, {"verdict": ["Choose whether progress was judged sufficient."]}),
        ({"verdict": "not_judged"}, {"verdict": ["Choose one of the two answers."]}),
        ({"judged_by": "  "}, {"judged_by": ["Write which body judged it."]}),
        ({"judged_on": ""}, {"judged_on": ["Write the day of the judgement."]}),
        (
            {"judged_on": "last week"},
            {"judged_on": ["Write the day as year, month and day, such as 2020-08-31."]},
        ),
        ({"judged_on": "2020-09-21"}, {"judged_on": ["Choose today, 20 September 2020, or an earlier day."]}),
        (
            {"judged_on": "2018-01-09"},
            {"judged_on": ["Choose 10 January 2018 or later: the report was published on that day."]},
        ),
    ],
)
def test_finding_judge_with_an_error_comes_back_filled_and_writes_nothing(
    client, finding, programme_manager, typed, errors
):
    response = judge(client, finding, **typed)

    assert (response.context["form"].errors, finding.judgements.count()) == (errors, 0)
    kept = {name: value for name, value in JUDGED.items() if name not in typed}
    assert {name: filled(response)[name] for name in kept} == kept


def test_finding_judge_lets_a_judgement_be_of_today_and_of_the_day_of_the_report(client, finding, programme_manager):
    judge(client, finding, judged_on="2018-01-10")
    judge(client, finding, seen=finding.judgements.get().pk, judged_on="2020-09-20")

    days = list(finding.judgements.newest_first().values_list("judged_on", flat=True))
    assert days == [date(2020, 9, 20), date(2018, 1, 10)]


def test_finding_judge_refuses_a_day_before_the_last_judgement(client, finding, programme_manager):
    last = make_judgement(finding, judged_on=date(2020, 9, 1))

    response = judge(client, finding, seen=last.pk)

    assert response.context["form"].errors == {
        "judged_on": ["Choose 1 September 2020 or later: it was last judged on that day."]
    }
    assert finding.judgements.get() == last


def test_finding_judge_pressed_twice_records_once(client, finding, programme_manager):
    first, second = judge(client, finding), judge(client, finding)

    assert (first.url, second.url, finding.judgements.count()) == (
        finding.get_absolute_url(),
        finding.get_absolute_url(),
        1,
    )


def test_finding_judge_shows_what_somebody_else_recorded_meanwhile_and_then_takes_both(
    client, finding, programme_manager
):
    address = reverse("finding-judge", args=[finding.pk])
    form = filled(client.get(address), **JUDGED)
    theirs = make_judgement(
        finding,
        judged_on=date(2020, 8, 1),
        words="Not yet.",
        recorded_by=sign_in(client, finding.inspection.partnership),
    )
    client.force_login(programme_manager)

    shown = client.post(address, form)
    written_then = list(finding.judgements.all())
    client.post(address, filled(shown))

    assert f"{theirs.recorded_by} recorded a judgement while you were writing" in words_on(shown)
    assert {name: filled(shown)[name] for name in JUDGED} == JUDGED
    assert (written_then, finding.judgements.count()) == ([theirs], 2)


def test_finding_judge_after_the_session_ended_gives_everything_back(client, finding, programme_manager):
    address = reverse("finding-judge", args=[finding.pk])
    form = filled(client.get(address), **JUDGED)
    client.logout()
    sent_away = client.post(address, form)
    client.force_login(programme_manager)

    page = client.get(address)

    assert (sent_away.url, page.context["came_back"]) == (f"{reverse('account_login')}?next={address}", True)
    assert {name: filled(page)[name] for name in JUDGED} == JUDGED
    assert finding.judgements.count() == 0

from datetime import date

import pytest

from actions.models import Meeting
from tests.factories import make_body, make_meeting, make_partnership

pytestmark = pytest.mark.django_db

MAY, JULY, SEPTEMBER = date(2019, 5, 14), date(2019, 7, 10), date(2019, 9, 12)


@pytest.fixture
def meetings() -> list[Meeting]:
    body = make_body(name="Scrutiny committee")
    return [make_meeting(body, held_on=day) for day in [MAY, JULY, SEPTEMBER]]


def test_before_is_newest_first_and_leaves_the_day_itself_out(meetings):
    may, july, _ = meetings

    assert list(Meeting.objects.before(SEPTEMBER)) == [july, may]


def test_from_day_is_oldest_first_and_counts_the_day_itself(meetings):
    _, july, september = meetings

    assert list(Meeting.objects.from_day(JULY)) == [july, september]


@pytest.mark.parametrize("on", [date(2019, 4, 1), MAY, date(2019, 6, 1), SEPTEMBER, date(2020, 1, 1)])
def test_before_and_from_day_are_all_there_are(meetings, on):
    earlier, later = Meeting.objects.before(on), Meeting.objects.from_day(on)

    assert [*reversed(earlier), *later] == meetings


def test_of_is_for_one_partnership():
    mine = make_meeting()
    make_meeting()

    assert list(Meeting.objects.of(mine.body.partnership)) == [mine]


def test_of_brings_the_bodies_in_one_query(django_assert_num_queries):
    partnership = make_partnership()
    for name in ["Board", "Cabinet", "Scrutiny committee"]:
        make_meeting(make_body(partnership, name=name), held_on=MAY)

    with django_assert_num_queries(1):
        names = [str(meeting) for meeting in Meeting.objects.of(partnership)]

    assert names == ["Board, 14 May 2019", "Cabinet, 14 May 2019", "Scrutiny committee, 14 May 2019"]

from actions.choices import Status
from actions.publication import Approved, public_content
from actions.summaries.public_mixes import Mix, mixes_by_priority, mixes_then_and_now
from tests.reports.contents import report_told


def public(**approved) -> dict:
    return public_content(report_told(), public_words="", approved=Approved(**approved))


def numbers(complete: int, on_track: int, not_started: int, delayed: int) -> dict[Status, int]:
    return dict(zip(Status.counted(), [complete, on_track, not_started, delayed], strict=True))


def test_mixes_then_and_now_differ_by_what_changed():
    then, now = mixes_then_and_now(public())

    assert (then, now) == (
        Mix("15 May 2019", numbers(0, 2, 1, 0)),
        Mix("10 July 2019", numbers(1, 0, 1, 1)),
    )
    assert (then.total, now.total) == (3, 3)


def test_mixes_then_and_now_are_one_where_there_is_nothing_to_compare_with():
    content = public()
    content["report"]["compared_with_on"] = None

    assert [mix.name for mix in mixes_then_and_now(content)] == ["10 July 2019"]


def test_mixes_by_priority_name_each_by_its_title_only_where_it_may_be_read():
    names = [[mix.name for mix in mixes_by_priority(public(wording=wording))] for wording in (True, False)]

    assert names == [["1. Access"], ["Priority 1"]]
    assert mixes_by_priority(public())[0].figure == "priority-1"

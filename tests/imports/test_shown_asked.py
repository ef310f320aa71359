"""How a question is put: the answers that it has, and whether others have the same."""

import pytest

from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.shown.asked import alike, asked_shown, leave_all
from actions.imports.understanding.result import Asked


def asked(kind: str, *, proposal: str | None = "31 July 2019", row: int = 7, decision: str = "") -> Asked:
    doubt = Doubt(DoubtKind(kind), "Is it so?", proposal)
    return Asked(f"Plan!{row}:due:{kind}", doubt, "Plan", row, "due", "summer 2019", decision)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        (asked("date_rough"), ["31 July 2019", "Leave it empty", "Write instead"]),
        (asked("date_impossible", proposal=None), ["Leave it empty", "Write instead"]),
        (asked("status_words", proposal="On track"), ["On track", "Say nothing of its status", "Choose instead"]),
        (asked("ref_missing", proposal="1.4"), ["1.4", "Leave this row out", "Write instead"]),
        (asked("ref_in_text", proposal="1.4"), ["1.4", "Leave it as typed", "Write instead"]),
        (asked("row", proposal="An action"), ["An action", "Leave this row out"]),
        (asked("update_closed", proposal="Left out"), ["Left out"]),
        (asked("another_action", proposal="Another action: 1.1 (2)"),
         ["Another action: 1.1 (2)", "The same action, reworded", "Another action, with a reference of its own"]),
    ],
)  # fmt: skip
def test_question_offers_just_the_answers_that_it_has(question, answers):
    [shown] = asked_shown([question])

    assert [words for _, words in shown.answers] == answers


def test_question_about_one_cell_is_put_once_with_all_its_reasons():
    [shown] = asked_shown([asked("date_rough", decision="leave"), asked("date_far")])

    assert (shown.kinds, shown.is_decided) == ({"date_rough", "date_far"}, False)


def test_question_is_the_same_where_the_same_is_typed():
    here, there, other = asked("date_rough"), asked("date_rough", row=9), asked("date_other", row=9)

    assert alike([here, there, other], asked_shown([here])[0]) == [here, there]


@pytest.mark.parametrize("kind", ["another_action", "ref_missing", "row", "dates_out_of_order", "status_clash"])
def test_question_that_depends_on_its_row_is_the_same_nowhere_else(kind):
    here, there = asked(kind), asked(kind, row=9)

    assert alike([here, there], asked_shown([here])[0]) == [here]


@pytest.mark.parametrize("kind", DoubtKind.values)
def test_leaving_all_of_a_kind_is_offered_just_where_each_may_be_left(kind):
    [shown] = asked_shown([asked(kind)])

    assert bool(leave_all(kind)) == ("leave" in dict(shown.answers))

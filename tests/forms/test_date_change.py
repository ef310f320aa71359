from datetime import date

import pytest

from actions.choices import PromisedDate
from actions.forms.date_change import DateChangeForm, DateDecisionForm
from actions.models import DateChange
from actions.operations.report_progress import NewDate
from tests.factories import make_action, make_body, make_date_change

TODAY = date(2019, 7, 10)
ASKED = {
    "which": "due",
    "to_on": "2021-03-01",
    "to_precision": "month",
    "delay_reason": "staffing",
    "reason": "Two posts are vacant.",
    "effect_on_families": "Assessments take longer.",
}
DECIDED = {"is_agreed": "yes", "decided_on": "2019-07-08", "words": "Noted with concern."}


# ──── asking


@pytest.mark.parametrize(
    ("typed", "to_on"),
    [
        ({"to_precision": "day"}, date(2021, 3, 1)),
        ({"to_precision": "month"}, date(2021, 3, 31)),
        ({"to_precision": "term"}, date(2021, 4, 4)),
        ({"to_precision": "quarter"}, date(2021, 3, 31)),
        ({"to_precision": "year"}, date(2021, 12, 31)),
        ({"to_on": "1/3/2021", "to_precision": "day"}, date(2021, 3, 1)),
    ],
)
def test_date_change_form_asks_for_the_last_day_of_the_range(typed, to_on):
    form = DateChangeForm(ASKED | typed)

    assert form.is_valid()
    assert form.new_date == NewDate(
        to_on, "staffing", ASKED["reason"], ASKED["effect_on_families"], PromisedDate.DUE, form["to_precision"].value()
    )


@pytest.mark.parametrize(
    ("typed", "at_fault"),
    [
        ({"which": ""}, "which"),
        ({"which": "end"}, "which"),
        ({"to_on": ""}, "to_on"),
        ({"to_on": "in spring"}, "to_on"),
        ({"to_on": "2021-02-30"}, "to_on"),
        ({"to_precision": "ongoing"}, "to_precision"),
        ({"delay_reason": ""}, "delay_reason"),
        ({"delay_reason": "weather"}, "delay_reason"),
        ({"reason": "x" * 5001}, "reason"),
        ({"effect_on_families": "x" * 5001}, "effect_on_families"),
    ],
)
def test_date_change_form_says_what_is_wrong(typed, at_fault):
    assert list(DateChangeForm(ASKED | typed).errors) == [at_fault]


@pytest.mark.parametrize("precision", ["day", "month", "term", "quarter", "year"])
@pytest.mark.parametrize("day", ["0001-01-01", "1582-10-15", "9999-12-31"])
def test_date_change_form_never_breaks_on_a_day_out_of_all_reason(day, precision):
    form = DateChangeForm(ASKED | {"to_on": day, "to_precision": precision})

    assert not form.is_valid() or form.new_date.to_on >= date.fromisoformat(day)


# ──── deciding


@pytest.fixture
def change(db) -> DateChange:
    return make_date_change(make_action())


def decision(change: DateChange, typed: dict, *, must_name_body: bool = False) -> DateDecisionForm:
    partnership = change.action.plan.partnership
    return DateDecisionForm(
        DECIDED | typed, change=change, partnership=partnership, today=TODAY, must_name_body=must_name_body
    )


@pytest.mark.parametrize(("answer", "is_agreed"), [("yes", True), ("no", False)])
@pytest.mark.parametrize("day", ["2019-05-01", "2019-07-10"])
def test_date_decision_form_takes_any_day_from_the_asking_to_today(change, answer, is_agreed, day):
    form = decision(change, {"is_agreed": answer, "decided_on": day})

    assert form.is_valid()
    assert form.cleaned_data == {
        "is_agreed": is_agreed,
        "body": None,
        "decided_on": date.fromisoformat(day),
        "words": DECIDED["words"],
    }


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"is_agreed": ""}, {"is_agreed": ["Choose whether it was agreed or refused."]}),
        ({"decided_on": ""}, {"decided_on": ["Write the day of the decision."]}),
        ({"decided_on": "soon"}, {"decided_on": ["Write the day as year, month and day, such as 2019-07-10."]}),
        ({"decided_on": "2019-07-11"}, {"decided_on": ["Choose today, 10 July 2019, or an earlier day."]}),
        ({"decided_on": "2019-04-30"}, {"decided_on": ["Choose 1 May 2019 or later: it was asked for then."]}),
        ({"body": "987654"}, {"body": ["Choose a body from the list."]}),
        ({"body": "x"}, {"body": ["Choose a body from the list."]}),
    ],
)
def test_date_decision_form_says_what_is_wrong(change, typed, said):
    assert decision(change, typed).errors == said


def test_date_decision_form_of_the_programme_office_must_name_a_body_of_the_partnership(change):
    bodies = {"none": "", "another's": make_body().pk, "its own": make_body(change.action.plan.partnership).pk}

    errors = {whose: decision(change, {"body": pk}, must_name_body=True).errors for whose, pk in bodies.items()}

    assert errors == {
        "none": {"body": ["Choose the body that decided."]},
        "another's": {"body": ["Choose a body from the list."]},
        "its own": {},
    }

"""Bringing in, the first two steps: which sheets into which plan, and what the columns mean."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import Role
from actions.imports.kept_answers import answers_of
from actions.models import Action, Plan, PlanImport
from tests.factories import make_member, make_organisation, make_partnership, make_plan
from tests.views.filled import filled, words_on
from tests.views.trackers import CLEAR, COUNCIL, HEADINGS, NEW_PLAN, begun, book_of

pytestmark = pytest.mark.django_db

TODAY = date(2019, 9, 10)
NOT_YET = "Write a day that has come: nobody can tell yet how things will stand."
TAKEN = "There is a plan of this title already. Choose it above, or give another title."
NO_ACTION = "Choose the column that says what each action is: it means “Action”."
TWICE = "“Due” means this already. Choose another meaning for one of the two."
STEPS = ["import-sheets", "import-columns"]


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T09:00:00+01:00"):
        yield


@pytest.fixture
def partnership():
    partnership = make_partnership()
    make_organisation(partnership, name=COUNCIL, short_name="BCC")
    return partnership


@pytest.fixture
def manager(client, partnership):
    manager = make_member(partnership, role=Role.PROGRAMME_MANAGER)
    client.force_login(manager)
    return manager


def at(name: str, plan_import: PlanImport) -> str:
    return reverse(name, args=[plan_import.pk])


def answers(plan_import: PlanImport):
    plan_import.refresh_from_db()
    return answers_of(plan_import)


# ──── sheets


def test_import_sheets_says_what_was_found_in_each_and_why_nothing(client, partnership, manager):
    book = book_of(*CLEAR, Guidance=[("How to fill in this tracker",), ("Write one line for each action.",)])

    response = client.get(at("import-sheets", begun(partnership, manager, book=book)))

    assert [(sheet.name, sheet.row_count) for sheet in response.context["holding"]] == [("Plan", 2)]
    assert [(sheet.name, sheet.reason) for sheet in response.context["not_holding"]] == [
        ("Guidance", "This sheet holds text, but no table.")
    ]


def test_import_sheets_names_the_lines_that_are_left_out(client, partnership, manager):
    book = book_of(*CLEAR, ("Total actions: 2", "", "", "", "", "", ""))

    response = client.get(at("import-sheets", begun(partnership, manager, book=book)))

    [sheet] = response.context["holding"]
    assert [(line.number, line.text) for line in sheet.left_out] == [(4, "Total actions: 2")]
    assert "1 line left out" in words_on(response)


def test_import_sheets_proposes_a_plan_by_what_the_file_says(client, partnership, manager):
    half_done = begun(partnership, manager, choices={}, told_on=None)

    response = client.get(at("import-sheets", half_done))

    assert filled(response) == {
        "title": "tracker",
        "kind": "improvement_plan",
        "starts_on": "2019-12-01",
        "ends_on": "2020-03-31",
        "told_on": "2019-09-10",
        "csrfmiddlewaretoken": filled(response)["csrfmiddlewaretoken"],
    }


def test_import_sheets_keeps_a_new_plan_and_makes_none_yet(client, partnership, manager):
    half_done = begun(partnership, manager, choices={})

    response = client.post(at("import-sheets", half_done), NEW_PLAN | {"told_on": "2019-07-10"})

    kept = answers(half_done)
    assert response.url == at("import-columns", half_done)
    assert (kept.plan["title"], kept.plan["ends_on"], kept.told_on) == (
        "SEND plan 2019–2020",
        date(2020, 12, 31),
        date(2019, 7, 10),
    )
    assert Plan.objects.count() == 0


def test_import_sheets_keeps_the_sheets_and_the_plan_that_were_chosen(client, partnership, manager):
    plan = make_plan(partnership)
    half_done = begun(partnership, manager, book=book_of(*CLEAR, Earlier=[HEADINGS, *CLEAR]))

    client.post(at("import-sheets", half_done), {"sheets": ["1"], "plan": plan.pk, "told_on": "2019-07-10"})

    assert (answers(half_done).sheets, half_done.plan, answers(half_done).plan) == (("Earlier",), plan, None)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"told_on": "2019-09-11"}, {"told_on": [NOT_YET]}),
        ({"told_on": "10th"}, {"told_on": ["Write it as year, month and day, such as 2019-07-12."]}),
        ({"told_on": "0019-09-11"}, {"told_on": ["Write a day between 2000 and 2099."]}),
        ({"ends_on": "2019-03-31"}, {"ends_on": ["The plan cannot end before it begins."]}),
        ({"title": ""}, {"title": ["Give the new plan a title."]}),
        ({"plan": ""}, {"plan": ["Choose the plan that it goes into."]}),
        ({"plan": "987654"}, {"plan": ["Choose one of the plans, or a new one."]}),
        ({"title": "An earlier plan"}, {"title": [TAKEN]}),
        ({"sheets": ["7"]}, {"sheets": ["Tick sheets of this file only."]}),
    ],
)  # fmt: skip
def test_import_sheets_says_what_cannot_be(client, partnership, manager, typed, problem):
    make_plan(partnership, title="An earlier plan")
    half_done = begun(partnership, manager, choices={}, book=book_of(*CLEAR, Earlier=[HEADINGS, *CLEAR]))
    right = NEW_PLAN | {"plan": "new", "sheets": ["0"], "told_on": "2019-07-10"}

    response = client.post(at("import-sheets", half_done), right | typed)

    assert response.context["form"].errors == problem


def test_import_sheets_of_a_file_without_actions_offers_another(client, partnership, manager):
    response = client.get(at("import-sheets", begun(partnership, manager, book=book_of(headings=("Just words",)))))

    assert "Choose another file" in words_on(response)
    assert response.context["holding"] == []


# ──── columns


def test_import_columns_asks_only_about_what_is_not_clear(client, partnership, manager):
    rows = [(*row[:5], word, row[6]) for row, word in zip(CLEAR, ("Amber", "Complete"), strict=True)]

    response = client.get(at("import-columns", begun(partnership, manager, *rows)))

    [(_, open_columns, clear)] = response.context["form"].asked_columns
    assert [column.heading for column, _ in open_columns] == ["Priority", "Status"]
    assert [column.heading for column, _ in clear] == ["Ref", "Action", "Lead", "Due", "Progress"]
    assert [word.word for word, _ in response.context["words_open"]] == ["Amber"]


def test_import_columns_keeps_what_each_means(client, partnership, manager):
    half_done = begun(partnership, manager, *[(*row[:5], "Amber", row[6]) for row in CLEAR])
    page = client.get(at("import-columns", half_done))

    response = client.post(
        at("import-columns", half_done), filled(page) | {"word-0": "on_track", "column-0-6": "comment"}
    )

    mapping = answers(half_done).mapping
    assert response.url == f"{at('import-preview', half_done)}?show=to-decide"
    assert (mapping.status_of("Amber"), mapping.columns["Plan"]["progress"]) == ("on_track", "comment")


def test_import_columns_shows_again_what_was_chosen(client, partnership, manager):
    half_done = begun(partnership, manager)
    client.post(
        at("import-columns", half_done), filled(client.get(at("import-columns", half_done))) | {"column-0-6": "comment"}
    )

    assert filled(client.get(at("import-columns", half_done)))["column-0-6"] == "comment"


def test_import_columns_finds_again_what_was_chosen_for_the_last_file(client, partnership, manager):
    mapping = {"columns": {"*": {"progress": "comment"}}, "statuses": {"complete": "on_track"}}
    before = begun(partnership, manager, mapping=mapping)
    PlanImport.objects.filter(pk=before.pk).update(applied_at="2019-09-01T10:00Z", applied_by=manager)

    response = client.get(at("import-columns", begun(partnership, manager)))

    fields = filled(response)
    assert (fields["column-0-6"], fields["word-0"]) == ("comment", "on_track")
    assert "As you chose last time." in words_on(response)


def test_import_columns_asks_about_words_that_come_with_another_column(client, partnership, manager):
    half_done = begun(partnership, manager)
    typed = filled(client.get(at("import-columns", half_done)))

    response = client.post(at("import-columns", half_done), typed | {"column-0-5": "ignore", "column-0-6": "status"})

    assert response.url == f"{at('import-columns', half_done)}#words"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"column-0-2": "ignore"}, {"__all__": [NO_ACTION]}),
        ({"column-0-6": "due"}, {"column-0-6": [TWICE]}),
        ({"column-0-6": "junk"}, {"column-0-6": ["Choose one from the list."]}),
        ({"word-0": "junk"}, {"word-0": ["Choose one from the list."]}),
    ],
)  # fmt: skip
def test_import_columns_says_what_cannot_be(client, partnership, manager, typed, problem):
    half_done = begun(partnership, manager)
    right = filled(client.get(at("import-columns", half_done)))

    response = client.post(at("import-columns", half_done), right | typed)

    assert (response.context["form"].errors, answers(half_done).mapping.columns) == (problem, {})


# ──── whose


@pytest.mark.parametrize("step", STEPS)
def test_import_step_is_refused_to_who_may_no_longer_edit_the_plan(client, partnership, step):
    officer = make_member(partnership, role=Role.OFFICER)
    client.force_login(officer)
    half_done = begun(partnership, officer)

    assert [client.get(at(step, half_done)).status_code, client.post(at(step, half_done)).status_code] == [403, 403]


@pytest.mark.parametrize("step", STEPS)
def test_import_step_of_somebody_else_is_not_found(client, partnership, manager, step):
    theirs = begun(partnership, make_member(partnership, role=Role.PROGRAMME_MANAGER))

    assert [client.get(at(step, theirs)).status_code, client.post(at(step, theirs)).status_code] == [404, 404]


@pytest.mark.parametrize("step", STEPS)
def test_import_step_of_what_was_brought_in_leads_to_its_record(client, partnership, manager, step):
    plan = make_plan(partnership)
    applied = begun(partnership, manager, plan=plan, applied_by=manager, applied_at="2019-09-01T10:00Z")

    assert client.get(at(step, applied)).url == at("import-detail", applied)


@pytest.mark.parametrize("step", STEPS)
def test_import_step_asks_as_many_queries_however_long_the_file(
    client, partnership, manager, step, django_assert_num_queries
):
    short = begun(partnership, manager)
    long = begun(partnership, manager, *[(f"2.{n}", *CLEAR[0][1:]) for n in range(1, 60)])
    client.get(at(step, short))

    with django_assert_num_queries(QUERIES[step]):
        client.get(at(step, short))
    with django_assert_num_queries(QUERIES[step]):
        client.get(at(step, long))


QUERIES = {"import-sheets": 9, "import-columns": 9}


def test_half_done_import_is_there_again_after_signing_out(client, partnership, manager):
    half_done = begun(partnership, manager, choices={})
    client.post(at("import-sheets", half_done), NEW_PLAN | {"told_on": "2019-07-10"})

    client.logout()
    client.force_login(manager)

    assert filled(client.get(at("import-sheets", half_done)))["told_on"] == "2019-07-10"
    assert Action.objects.count() == 0
